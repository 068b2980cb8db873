"""A document issued: what was printed is kept, later issues are revisions with what they change."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import astuple
from datetime import UTC, datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from emgdesk.db.models import Document, IssuedDocument, Meeting
from emgdesk.domain.paragraph_changes import paragraph_changes
from emgdesk.domain.register import next_number
from emgdesk.domain.symbols import file_stem, symbol_key
from emgdesk.errors import DataError
from emgdesk.operations.attaching import store
from emgdesk.operations.clearing import remove_attachments
from emgdesk.operations.document import WHAT, put_file
from emgdesk.operations.marking import operation
from emgdesk.operations.rows import fetch
from emgdesk.queries.issues import symbol_to_issue


@operation
def issue_document(
    session: Session,
    /,
    *,
    meeting_id: str,
    name: str,
    symbol: str = "",
    options: Mapping[str, str],
    lines: Sequence[str],
    pdf: bytes,
    document_id: str | None = None,
    title: str = "",
    kind: str = "",
    language: str = "en",
) -> str:
    """Keep document `name` of the catalog as it is printed now, and enter it in the register as final.

    `lines` are the paragraphs of its text, `pdf` the file. The first issue has the symbol given; each
    later one is Rev.1, Rev.2 ... of it, with the list of what it changes. Its line in the register is
    `document_id`, that of the issue before, one with the symbol of the document in any spelling, one
    called `title` that waits for its symbol, or a new one; where the line's file was not put there by
    hand it becomes the PDF.
    Returns the key of the issue. Raises DataError if nothing changed since the issue before.
    """
    meeting = fetch(session, Meeting, meeting_id, "meeting")
    before = _last(session, meeting_id, name)
    said = json.dumps(dict(options), ensure_ascii=False, sort_keys=True)
    old = json.loads(before.lines) if before else list(lines)
    if before is not None and old == list(lines) and before.options == said:
        raise DataError("Nothing has changed since this document was issued; there is nothing to revise.")
    line_id, symbol = symbol_to_issue(
        session, meeting_id=meeting_id, name=name, symbol=symbol, document_id=document_id, title=title
    )
    line = fetch(session, Document, line_id, WHAT) if line_id else None
    issue = IssuedDocument(
        meeting_id=meeting_id,
        name=name,
        symbol=symbol,
        revision=before.revision + 1 if before else 0,
        at=datetime.now(UTC).isoformat(timespec="seconds"),
        options=said,
        lines=json.dumps(list(lines), ensure_ascii=False),
        changes=json.dumps([astuple(c) for c in paragraph_changes(old, lines)], ensure_ascii=False),
        attachment_id=store(session, f"{file_stem(symbol or title or name)}.pdf", pdf),
    )
    session.add(issue)
    if line is None:
        facts = {"title": title, "kind": kind, "language": language, "distribution": meeting.distribution}
        line = _new_line(session, meeting_id, facts)
    _enter(session, issue, line, before)
    return issue.id


def _last(session: Session, meeting_id: str, name: str) -> IssuedDocument | None:
    own = select(IssuedDocument).where(IssuedDocument.meeting_id == meeting_id, IssuedDocument.name == name)
    return session.scalars(own.order_by(IssuedDocument.revision.desc()).limit(1)).first()


def _new_line(session: Session, meeting_id: str, facts: Mapping[str, str]) -> Document:
    numbers = session.scalars(select(Document.number).where(Document.meeting_id == meeting_id))
    last = select(func.max(Document.position)).where(Document.meeting_id == meeting_id)
    position = (session.scalar(last) or 0) + 1
    line = Document(meeting_id=meeting_id, number=next_number(numbers), position=position, **facts)
    session.add(line)
    return line


def _enter(session: Session, issue: IssuedDocument, line: Document, before: IssuedDocument | None) -> None:
    """Bring the line in the register up to the issue."""
    if symbol_key(line.symbol or "") != symbol_key(issue.symbol):
        line.symbol = issue.symbol
    line.status = "final"
    session.flush()
    issue.document_id = line.id
    session.flush()
    if line.attachment_id is None or (before and line.attachment_id == before.attachment_id):
        put_file(session, line, issue.attachment_id)


@operation
def withdraw_issue(session: Session, /, *, issue_id: str) -> None:
    """Forget the last issue of a document, with its PDF.

    Its line in the register is that of the issue before again: symbol, and file where that was no other;
    after the first issue it is a planned document without the file. Raises DataError if a later one
    revises it.
    """
    issue = fetch(session, IssuedDocument, issue_id, "issue")
    last = _last(session, issue.meeting_id, issue.name)
    if last is not None and last.id != issue_id:
        raise DataError(f"{last.symbol or 'A later issue'} revises this one; take that back first.")
    file, line_id = issue.attachment_id, issue.document_id
    session.delete(issue)
    session.flush()
    line = session.get(Document, line_id) if line_id else None
    before = _last(session, issue.meeting_id, issue.name)
    if line is not None:
        _restore(session, line, before, file)
    if file:
        remove_attachments(session, [file])


def _restore(session: Session, line: Document, before: IssuedDocument | None, file: str | None) -> None:
    """Put the line of an issue taken back, whose PDF was `file`, to what it was after the one before."""
    if before is not None:
        line.symbol = before.symbol
    else:
        line.status = "planned"
    session.flush()
    if file and line.attachment_id == file:
        put_file(session, line, before.attachment_id if before else None)
