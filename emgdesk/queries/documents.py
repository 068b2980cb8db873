"""The document register of a meeting."""

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from emgdesk.db.models import Attachment, Document, Meeting, Workstream
from emgdesk.domain.symbols import document_key, symbol_key


@dataclass(frozen=True, slots=True)
class DocumentRow:
    """A line of the register; `circulated_on` is an ISO date or "", the attachment's size in bytes."""

    id: str
    meeting_id: str
    meeting: str
    number: str
    symbol: str
    title: str
    kind: str
    distribution: str
    language: str
    submitted_by: str
    status: str
    circulated_on: str
    web_address: str
    attachment_id: str | None
    attachment: str
    attachment_size: int
    workstream_id: str | None = None
    workstream: str = ""  # whose paper it is


def list_documents(session: Session, *, meeting_id: str | None = None) -> tuple[DocumentRow, ...]:
    """The register of a meeting in its order, or that of every meeting, the newest meeting first."""
    wanted = select(Document, Meeting.code, Attachment.name, Attachment.size, Workstream.name)
    wanted = wanted.join(Meeting, Meeting.id == Document.meeting_id)
    wanted = wanted.outerjoin(Attachment, Attachment.id == Document.attachment_id)
    wanted = wanted.outerjoin(Workstream, Workstream.id == Document.workstream_id)
    if meeting_id is not None:
        wanted = wanted.where(Document.meeting_id == meeting_id)
    wanted = wanted.order_by(Meeting.date.desc(), Meeting.code, Document.position, Document.id)
    return tuple(
        DocumentRow(
            id=line.id,
            meeting_id=line.meeting_id,
            meeting=code,
            number=line.number,
            symbol=line.symbol,
            title=line.title,
            kind=line.kind,
            distribution=line.distribution,
            language=line.language,
            submitted_by=line.submitted_by,
            status=line.status,
            circulated_on=line.circulated_on,
            web_address=line.web_address,
            attachment_id=line.attachment_id,
            attachment=name or "",
            attachment_size=size or 0,
            workstream_id=line.workstream_id,
            workstream=workstream or "",
        )
        for line, code, name, size, workstream in session.execute(wanted)
    )


def document_addresses(session: Session) -> dict[str, str]:
    """Web addresses by `symbol_key`, of every register; what `reports.references.resolve` takes.

    A document without an address of its own has that of its latest line with one (a revision).
    """
    wanted = select(Document.symbol, Document.web_address).where(Document.web_address != "")
    own: dict[str, str] = {}
    revised: dict[str, str] = {}
    for symbol, address in session.execute(wanted.order_by(Document.position, Document.id)):
        if key := symbol_key(symbol):
            own.setdefault(key, address)
            revised[document_key(symbol)] = address
    return revised | own
