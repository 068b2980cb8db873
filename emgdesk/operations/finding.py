"""Findings of the check that are meant to be so."""

from datetime import UTC, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from emgdesk.db.models import IntendedFinding, Meeting
from emgdesk.errors import DataError
from emgdesk.operations.marking import operation
from emgdesk.operations.rows import fetch


@operation
def mark_intended(session: Session, /, *, meeting_id: str, finding: str, reason: str) -> str:
    """Keep that a finding (its key) of a meeting is meant so, and why; returns the key of the mark.

    `meeting_id` is "" for a finding of the desk itself. Marked again it gets the new reason. Raises
    DataError without a reason.
    """
    if meeting_id:
        fetch(session, Meeting, meeting_id, "meeting")
    if not reason.strip():
        raise DataError("Say in a few words why this is meant to be so.", place="reason")
    row = _marked(session, meeting_id, finding)
    if row is None:
        row = IntendedFinding(meeting_id=meeting_id or None, finding=finding)
        session.add(row)
    row.reason = reason.strip()
    row.at = datetime.now(UTC).isoformat(timespec="seconds")
    session.flush()
    return row.id


@operation
def unmark_intended(session: Session, /, *, meeting_id: str, finding: str) -> None:
    """Let a finding of a meeting ("": of the desk) count again. Raises DataError if it was not marked.

    A mark on the desk counts for all meetings and is taken back from any of them.
    """
    row = _marked(session, meeting_id, finding) or _marked(session, "", finding)
    if row is None:
        raise DataError("This finding is not marked as intended.")
    session.delete(row)


def _marked(session: Session, meeting_id: str, finding: str) -> IntendedFinding | None:
    mine = select(IntendedFinding).where(IntendedFinding.meeting_id == (meeting_id or None))
    return session.scalar(mine.where(IntendedFinding.finding == finding).limit(1))
