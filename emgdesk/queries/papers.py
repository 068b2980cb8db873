"""The papers of a workstream: terms of reference, concept notes, whatever a register holds of it."""

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from emgdesk.db.models import Document, Meeting

PAPER_KINDS = ("Terms of reference", "Concept note", "Work plan", "Report")
"""Proposed kinds; the register takes any."""


@dataclass(frozen=True, slots=True)
class PaperRow:
    """A document of a meeting's register as a paper of a workstream (`workstream_id`, None for nobody's)."""

    id: str
    symbol: str
    title: str
    kind: str
    meeting: str
    workstream_id: str | None


def list_papers(session: Session) -> tuple[PaperRow, ...]:
    """The documents of all registers, those of the newest meeting first."""
    rows = session.execute(
        select(Document, Meeting.code)
        .join(Meeting, Meeting.id == Document.meeting_id)
        .order_by(Meeting.date.desc(), Meeting.code, Document.position, Document.id)
    )
    return tuple(
        PaperRow(row.id, row.symbol, row.title, row.kind, code, row.workstream_id) for row, code in rows.all()
    )
