"""Follow-ups, those of a meeting and those carried to it until they are answered."""

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session, aliased

from emgdesk.db.models import FollowUp, Meeting
from emgdesk.domain.report_texts import EVERY_MEETING, NEXT_MEETING


@dataclass(frozen=True, slots=True)
class FollowUpRow:
    """A follow-up: `meeting` is the code of the meeting where it arose, `answered_at` of that which answered.

    `due` is an ISO date, "next meeting" or "every meeting"; `carried` says that it came from an
    earlier meeting than the one in view.
    """

    id: str
    meeting_id: str
    meeting: str
    meeting_date: str
    paragraph_id: str | None
    action_id: str | None
    entity_id: str | None
    who: str
    whom: str
    what: str
    due: str
    status: str
    answer: str
    answered_on: str
    answered_at: str
    carried: bool = False


def list_follow_ups(session: Session, *, meeting_id: str | None = None) -> tuple[FollowUpRow, ...]:
    """All follow-ups by the date of their meeting; of a meeting, its own and the open ones from before.

    Carried to a meeting are those of earlier meetings which are open, or were answered at it.
    """
    answered = aliased(Meeting)
    wanted = (
        select(FollowUp, Meeting, answered.code)
        .join(Meeting, Meeting.id == FollowUp.meeting_id)
        .outerjoin(answered, answered.id == FollowUp.answered_meeting_id)
        .order_by(Meeting.date, Meeting.code, FollowUp.position, FollowUp.id)
    )
    here = session.get(Meeting, meeting_id) if meeting_id else None
    rows = []
    for row, meeting, code in session.execute(wanted):
        carried = here is not None and meeting.id != here.id
        if carried and here is not None and not _reaches(row, meeting, here):
            continue
        rows.append(
            FollowUpRow(
                row.id, meeting.id, meeting.code, meeting.date, row.paragraph_id, row.action_id,
                row.entity_id, row.who, row.whom, row.what, row.due, row.status, row.answer, row.answered_on,
                code or "", carried,
            )
        )  # fmt: skip
    return tuple(rows)


def is_due(row: FollowUpRow, day: str) -> bool:
    """Whether an open follow-up is to be answered by a meeting after its own held on `day` (ISO)."""
    if row.status != "open":
        return False
    return row.due in (NEXT_MEETING, EVERY_MEETING) or row.due <= day


def _reaches(row: FollowUp, meeting: Meeting, here: Meeting) -> bool:
    if row.answered_meeting_id == here.id:
        return True
    return row.status == "open" and (not here.date or not meeting.date or meeting.date < here.date)
