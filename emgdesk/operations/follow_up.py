"""Follow-ups: who owes what to whom, until it is answered."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from emgdesk.db.models import FollowUp, Meeting
from emgdesk.domain.dates import is_stored_date, written_date
from emgdesk.domain.report_texts import EVERY_MEETING, FOLLOW_UP_STATUSES, NEXT_MEETING
from emgdesk.errors import DataError
from emgdesk.operations.marking import operation
from emgdesk.operations.rows import assign, fetch

FIELDS = frozenset(
    (
        "position", "paragraph_id", "action_id", "entity_id", "who", "whom", "what", "due", "status",
        "answer", "answered_on", "answered_meeting_id",
    )
)  # fmt: skip


@operation
def add_follow_up(session: Session, /, *, meeting_id: str, what: str, **fields: Any) -> str:
    """What somebody owes since this meeting; open until it is answered. Returns the key.

    `due` is an ISO date, "next meeting" (where nothing is said) or "every meeting". Raises DataError
    when it does not say what, or a due or status it does not know.
    """
    fetch(session, Meeting, meeting_id, "meeting")
    last = session.scalar(select(func.max(FollowUp.position)).where(FollowUp.meeting_id == meeting_id))
    row = FollowUp(meeting_id=meeting_id, position=(last or 0) + 1)
    assign(row, FIELDS, {"status": "open", "due": NEXT_MEETING, "what": what, **fields})
    session.add(row)
    session.flush()
    _check(row)
    return row.id


@operation
def update_follow_up(session: Session, /, *, follow_up_id: str, **fields: Any) -> None:
    """Change a follow-up. Raises DataError as `add_follow_up` does."""
    update_follow_ups(session, follow_up_ids=(follow_up_id,), **fields)


@operation
def update_follow_ups(session: Session, /, *, follow_up_ids: Sequence[str], **fields: Any) -> None:
    """Give several follow-ups the same values. Raises DataError as `add_follow_up` does."""
    for key in follow_up_ids:
        row = fetch(session, FollowUp, key, "follow-up")
        assign(row, FIELDS, fields)
        _check(row)


@operation
def answer_follow_up(
    session: Session,
    /,
    *,
    follow_up_id: str,
    answer: str,
    answered_on: str = "",
    meeting_id: str | None = None,
) -> None:
    """Write what answered a follow-up, on which day and at which meeting.

    One that is due at every meeting stays open; its answers stand below each other, each with its day and
    meeting. Raises DataError without an answer, or if the day is none.
    """
    row = fetch(session, FollowUp, follow_up_id, "follow-up")
    if not answer.strip():
        raise DataError("Say what answered the follow-up.", place="answer")
    if not is_stored_date(answered_on):
        raise DataError(f"“{answered_on}” is not a date; write 2026-05-28.", place="answered_on")
    status = "done"
    if row.due == EVERY_MEETING:
        status, answer = row.status, _answers(session, row, answer.strip(), answered_on, meeting_id)
    told = {"answer": answer, "answered_on": answered_on, "answered_meeting_id": meeting_id, "status": status}
    assign(row, FIELDS, told)
    _check(row)


def _answers(session: Session, row: FollowUp, answer: str, day: str, meeting_id: str | None) -> str:
    """The answers so far and below them this one, which may repeat them before what is new."""
    answer = answer.removeprefix(row.answer).strip()
    meeting = fetch(session, Meeting, meeting_id, "meeting") if meeting_id else None
    said = ", ".join(part for part in (written_date(day), meeting.code if meeting else "") if part)
    line = f"{said}: {answer}" if said else answer
    return "\n".join(part for part in (row.answer, line if answer else "") if part)


@operation
def delete_follow_ups(session: Session, /, *, follow_up_ids: Sequence[str]) -> None:
    """Take follow-ups off the desk."""
    for key in follow_up_ids:
        session.delete(fetch(session, FollowUp, key, "follow-up"))


def _check(row: FollowUp) -> None:
    if not row.what:
        raise DataError("A follow-up says what is owed.", place="what")
    if row.status not in FOLLOW_UP_STATUSES:
        raise DataError(f"A follow-up is one of: {', '.join(FOLLOW_UP_STATUSES)}.", place="status")
    if row.due not in (NEXT_MEETING, EVERY_MEETING) and (not row.due or not is_stored_date(row.due)):
        raise DataError(
            f"“{row.due}” is no due date; write 2026-05-28, “{NEXT_MEETING}” or “{EVERY_MEETING}”.",
            place="due",
        )
    if not is_stored_date(row.answered_on):
        raise DataError(f"“{row.answered_on}” is not a date; write 2026-05-28.", place="answered_on")
