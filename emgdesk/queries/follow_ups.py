"""Follow-ups, those of a meeting and those carried to it until they are answered."""

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session, aliased

from emgdesk.db.models import FollowUp, Meeting
from emgdesk.domain.dates import is_stored_date
from emgdesk.queries.meetings import list_meetings
from emgdesk.queries.standing import carries


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

    Carried to a meeting are those of earlier meetings of its row which are open, and whatever was
    answered at it.
    """
    answered = aliased(Meeting)
    wanted = (
        select(FollowUp, Meeting, answered.code)
        .join(Meeting, Meeting.id == FollowUp.meeting_id)
        .outerjoin(answered, answered.id == FollowUp.answered_meeting_id)
        .order_by(Meeting.date, Meeting.code, FollowUp.position, FollowUp.id)
    )
    before = _before(session, meeting_id) if meeting_id else frozenset()
    rows = []
    for row, meeting, code in session.execute(wanted):
        carried = bool(meeting_id) and meeting.id != meeting_id
        reaches = row.answered_meeting_id == meeting_id or (row.status == "open" and meeting.id in before)
        if carried and not reaches:
            continue
        rows.append(
            FollowUpRow(
                row.id, meeting.id, meeting.code, meeting.date, row.paragraph_id, row.action_id,
                row.entity_id, row.who, row.whom, row.what, row.due, row.status, row.answer, row.answered_on,
                code or "", carried,
            )
        )  # fmt: skip
    return tuple(rows)


def _before(session: Session, meeting_id: str) -> frozenset[str]:
    """Keys of the meetings whose open follow-ups come up at this one."""
    meetings = {row.id: row for row in list_meetings(session)}
    here = meetings.get(meeting_id)
    return frozenset(key for key, row in meetings.items() if here is not None and carries(row, here))


def is_due(row: FollowUpRow, day: str, *, earlier: bool) -> bool:
    """Whether a follow-up is to be answered by a meeting on `day` (ISO); `earlier`: of one before it."""
    if row.status != "open" or not row.due:
        return False
    return row.due <= day[: len(row.due)] if is_stored_date(row.due) else earlier
