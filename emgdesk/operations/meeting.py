"""Meetings: made, corrected, taken off the desk."""

from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from emgdesk.db.models import Meeting
from emgdesk.domain.codes import code_key, read_code
from emgdesk.domain.dates import is_clock_time, is_stored_date
from emgdesk.domain.statuses import MEETING_KINDS
from emgdesk.errors import DataError
from emgdesk.operations.clearing import clear_meeting
from emgdesk.operations.marking import operation
from emgdesk.operations.rows import assign, fetch

FACTS = frozenset(c.name for c in Meeting.__table__.columns) - {"id", "code", "code_key"}


@operation
def create_meeting(session: Session, /, *, code: str, title: str = "", **facts: Any) -> str:
    """A new meeting; SOM number and segment are read from the code unless given.

    Returns its key. Raises DataError if the code is empty or taken.
    """
    som_number, segment = read_code(code)
    _check(facts)
    meeting = Meeting(code=code.strip(), code_key=_free_key(session, code))
    assign(
        meeting,
        FACTS,
        {
            "status": "planned",
            "title": title,
            "som_number": som_number,
            "segment": segment,
            "kind": MEETING_KINDS[0] if som_number is not None else "",
            **facts,
        },
    )
    session.add(meeting)
    session.flush()
    return meeting.id


@operation
def update_meeting(session: Session, /, *, meeting_id: str, **facts: Any) -> None:
    """Change facts of a meeting, its code included. Raises DataError if the code is empty or taken."""
    meeting = fetch(session, Meeting, meeting_id, "meeting")
    code = facts.pop("code", None)
    if code is not None:
        meeting.code_key = _free_key(session, code, but=meeting_id)
        meeting.code = code.strip()
    _check(facts)
    assign(meeting, FACTS, facts)


def _check(facts: dict[str, Any]) -> None:
    for name in ("date", "end_date"):
        if not is_stored_date(facts.get(name, "").strip()):
            raise DataError(
                f"“{facts[name]}” is not a date; write 2026-05-28, or 2026-05 for a month.", place=name
            )
    for name in ("start_time", "end_time", "opened_at", "closed_at"):
        if not is_clock_time(facts.get(name, "").strip()):
            raise DataError(f"“{facts[name]}” is not a time of day; write 15:00.", place=name)
    if facts.get("kind", "") not in ("", *MEETING_KINDS):
        raise DataError(f"A meeting is one of: {', '.join(MEETING_KINDS)}.", place="kind")


def _free_key(session: Session, code: str, but: str = "") -> str:
    key = code_key(code)
    if not key:
        raise DataError("A meeting needs a code, such as “SOM31 technical”.", place="code")
    taken = session.scalar(select(Meeting).where(Meeting.code_key == key, Meeting.id != but))
    if taken is not None:
        raise DataError(f"There is a meeting with the code “{taken.code}” already.", place="code")
    return key


@operation
def delete_meeting(session: Session, /, *, meeting_id: str) -> None:
    """Take a meeting with its whole roster off the desk (Undo brings both back).

    Its agenda, documents, actions, report and notes go with it. What others took from it stays:
    an action put before a later meeting, a task, a mandate event, which keeps its code as text.
    """
    meeting = fetch(session, Meeting, meeting_id, "meeting")
    clear_meeting(session, meeting)
    session.delete(meeting)
