"""The symbol a document of a meeting carries: the meeting's own word, or its line in the register."""

from sqlalchemy.orm import Session

from emgdesk.domain.folding import words
from emgdesk.queries.documents import list_documents
from emgdesk.queries.meetings import get_meeting

_OWN = {"agenda": "agenda_symbol", "action-points": "summary_symbol", "meeting-report": "report_symbol"}
_KNOWN = {
    "agenda": ("provisional agenda", "agenda"),
    "annotated-agenda": ("annotated agenda", "annotated provisional agenda"),
    "action-points": ("summary of action points", "action points", "suggested actions"),
    "meeting-report": ("meeting report", "report of the meeting"),
    "participants": ("list of participants", "participants"),
    "progress-report": ("progress report", "mid term progress report"),
}
"""Kinds and titles by which a line of the register is that document."""


def symbol_of(session: Session, *, meeting_id: str, name: str) -> str:
    """The symbol of document `name`, "" where neither the meeting nor its register has one."""
    meeting = get_meeting(session, meeting_id=meeting_id)
    own = str(getattr(meeting, _OWN[name])) if name in _OWN else ""
    if own:
        return own
    known = _KNOWN.get(name, ())
    lines = [row for row in list_documents(session, meeting_id=meeting_id) if row.symbol]
    by_kind = [row.symbol for row in lines if " ".join(words(row.kind)) in known]
    by_title = [row.symbol for row in lines if " ".join(words(row.title)) in known]
    return next(iter((*by_kind, *by_title)), "")
