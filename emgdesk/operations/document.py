"""The document register of a meeting: its lines, their order, the files attached to them."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from emgdesk.db.models import AgendaDocument, Document, IssuedDocument, Meeting
from emgdesk.domain.dates import is_stored_date
from emgdesk.domain.register import language_tag, next_number, title_of_file
from emgdesk.domain.statuses import DOCUMENT_STATUSES
from emgdesk.domain.web_addresses import address_fault
from emgdesk.errors import DataError
from emgdesk.operations.attaching import FileToAttach, store
from emgdesk.operations.clearing import remove_attachments
from emgdesk.operations.marking import operation
from emgdesk.operations.rows import assign, fetch, reorder

FIELDS = frozenset(
    (
        "number", "symbol", "title", "kind", "distribution", "language", "submitted_by", "status",
        "circulated_on", "web_address", "workstream_id",
    )
)  # fmt: skip
WHAT = "line of the register"


@operation
def add_document(session: Session, /, *, meeting_id: str, after_id: str | None = None, **fields: str) -> str:
    """A line of a meeting's register, at its end or after another one. Returns its key.

    A symbol may stand there twice: that is a finding, and what a register brings must be seen.
    Raises DataError if the line says nothing, and as `update_document` does.
    """
    fetch(session, Meeting, meeting_id, "meeting")
    last = session.scalar(select(func.max(Document.position)).where(Document.meeting_id == meeting_id))
    document = Document(meeting_id=meeting_id, position=(last or 0) + 1)
    _set(document, {"status": "planned", **fields})
    session.add(document)
    session.flush()
    if after_id is not None:
        lines = _lines(session, meeting_id)
        places = [line.id for line in lines]
        if after_id in places:
            reorder(lines, document.id, places.index(after_id) + 1 - places.index(document.id))
    return document.id


@operation
def update_document(session: Session, /, *, document_id: str, **fields: str) -> None:
    """Change a line of the register.

    Raises DataError for a status, a date or a web address that is none, or if nothing is left of it.
    """
    _set(fetch(session, Document, document_id, WHAT), fields)


@operation
def update_documents(session: Session, /, *, document_ids: Sequence[str], **fields: str) -> None:
    """Give several lines the same values. Raises DataError as `update_document` does."""
    for key in document_ids:
        _set(fetch(session, Document, key, WHAT), fields)


def _set(document: Document, fields: dict[str, Any]) -> None:
    if "language" in fields:
        fields = {**fields, "language": language_tag(fields["language"])}
    assign(document, FIELDS, fields)
    if document.status and document.status not in DOCUMENT_STATUSES:
        raise DataError(
            f"The status of a document is one of: {', '.join(DOCUMENT_STATUSES)}.", place="status"
        )
    if not is_stored_date(document.circulated_on or ""):
        raise DataError(f"“{document.circulated_on}” is not a date; write 2031-05-28.", place="circulated_on")
    if fault := address_fault(document.web_address or ""):
        raise DataError(fault, place="web_address")
    if not (document.number or document.symbol or document.title):
        raise DataError("A document needs a number, a symbol or a title.", place="title")


@operation
def move_document(session: Session, /, *, document_id: str, offset: int) -> None:
    """Move a line of the register by `offset` places."""
    document = fetch(session, Document, document_id, WHAT)
    reorder(_lines(session, document.meeting_id), document_id, offset)


def _lines(session: Session, meeting_id: str) -> Sequence[Document]:
    own = select(Document).where(Document.meeting_id == meeting_id)
    return session.scalars(own.order_by(Document.position, Document.id)).all()


@operation
def delete_documents(session: Session, /, *, document_ids: Sequence[str]) -> None:
    """Take lines off the register with their files; what was issued of them is kept."""
    files: list[str] = []
    for key in document_ids:
        document = fetch(session, Document, key, WHAT)
        files += [document.attachment_id] if document.attachment_id else []
        for link in session.scalars(select(AgendaDocument).where(AgendaDocument.document_id == key)):
            session.delete(link)
        for issue in session.scalars(select(IssuedDocument).where(IssuedDocument.document_id == key)):
            issue.document_id = None
        session.flush()
        session.delete(document)
    session.flush()
    remove_attachments(session, files)


@operation
def attach_file(session: Session, /, *, document_id: str, name: str, data: bytes) -> str:
    """Keep a file with a line of the register, in the place of the one it has. Returns the file's key.

    The same bytes are kept once in a desk. Raises InputError if the file is too large or empty.
    """
    document = fetch(session, Document, document_id, WHAT)
    put_file(session, document, store(session, name, data))
    return document.attachment_id or ""


def put_file(session: Session, document: Document, attachment_id: str | None) -> None:
    """Make a stored file, or none, that of `document`; the one it had goes if nothing else refers to it."""
    before, document.attachment_id = document.attachment_id, attachment_id
    session.flush()
    if before and before != attachment_id:
        remove_attachments(session, [before])


@operation
def attach_new(session: Session, /, *, meeting_id: str, files: Sequence[FileToAttach]) -> list[str]:
    """A new line for each of `files`, with the next numbers and titles from the names. Returns their keys.

    Raises InputError as `attach_file` does.
    """
    made = []
    for file in files:
        number = next_number([line.number for line in _lines(session, meeting_id)])
        key = add_document(session, meeting_id=meeting_id, number=number, title=title_of_file(file.name))
        attach_file(session, document_id=key, name=file.name, data=file.data)
        made.append(key)
    return made


@operation
def remove_attachment(session: Session, /, *, document_id: str) -> None:
    """Take the file off a line of the register. Raises DataError if it has none."""
    document = fetch(session, Document, document_id, WHAT)
    if document.attachment_id is None:
        raise DataError("No file is attached to this line.")
    put_file(session, document, None)
