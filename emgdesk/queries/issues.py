"""Documents as they were issued, and what each issue changed."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field

from sqlalchemy import select
from sqlalchemy.orm import Session

from emgdesk.db.models import Attachment, Document, IssuedDocument
from emgdesk.domain.folding import fold
from emgdesk.domain.paragraph_changes import ParagraphChange
from emgdesk.domain.symbols import document_key, next_change, symbol_key
from emgdesk.errors import DataError


@dataclass(frozen=True, slots=True)
class IssueRow:
    """One issue of document `name` of the catalog: `revision` 0 the first, `at` ISO in UTC.

    `options` are those it was printed with, as typed; `lines` its paragraphs in reading order, and
    `changes` what differs from the issue before. `attachment_id` is the PDF.
    """

    id: str
    meeting_id: str
    document_id: str | None
    name: str
    symbol: str
    revision: int
    at: str
    options: Mapping[str, str]
    changes: tuple[ParagraphChange, ...]
    attachment_id: str | None
    attachment: str
    attachment_size: int
    lines: tuple[str, ...] = field(repr=False)


def list_issues(session: Session, *, meeting_id: str) -> tuple[IssueRow, ...]:
    """What was issued of a meeting's documents, the newest first."""
    wanted = _WANTED.where(IssuedDocument.meeting_id == meeting_id)
    ordered = wanted.order_by(IssuedDocument.at.desc(), IssuedDocument.id.desc())
    return tuple(_row(*found) for found in session.execute(ordered))


def get_issue(session: Session, *, issue_id: str) -> IssueRow:
    """One issue. Raises DataError if it is gone."""
    found = session.execute(_WANTED.where(IssuedDocument.id == issue_id)).first()
    if found is None:
        raise DataError("This issue is no longer on the desk.")
    return _row(*found)


def last_issue(session: Session, *, meeting_id: str, name: str) -> IssueRow | None:
    """The latest issue of a document of a meeting, None if it was never issued."""
    return next((row for row in list_issues(session, meeting_id=meeting_id) if row.name == name), None)


_WANTED = select(IssuedDocument, Attachment.name, Attachment.size).outerjoin(
    Attachment, Attachment.id == IssuedDocument.attachment_id
)


def _row(issue: IssuedDocument, name: str | None, size: int | None) -> IssueRow:
    return IssueRow(
        id=issue.id,
        meeting_id=issue.meeting_id,
        document_id=issue.document_id,
        name=issue.name,
        symbol=issue.symbol,
        revision=issue.revision,
        at=issue.at,
        options=json.loads(issue.options or "{}"),
        changes=tuple(ParagraphChange(*change) for change in json.loads(issue.changes or "[]")),
        attachment_id=issue.attachment_id,
        attachment=name or "",
        attachment_size=size or 0,
        lines=tuple(json.loads(issue.lines or "[]")),
    )


def symbol_to_issue(
    session: Session,
    *,
    meeting_id: str,
    name: str,
    symbol: str = "",
    document_id: str | None = None,
    title: str = "",
) -> tuple[str | None, str]:
    """The line of the register an issue of document `name` made now belongs to (None: a new one), its symbol.

    The line is `document_id`, that of the issue before, one with this symbol in any spelling, or one
    called `title` that waits for its symbol. The symbol is the one given, else the line's; where an
    issue before bore it, its next revision.
    """
    before = last_issue(session, meeting_id=meeting_id, name=name)
    own = select(Document).where(Document.meeting_id == meeting_id).order_by(Document.position, Document.id)
    lines = {line.id: line.symbol for line in session.scalars(own)}
    key = document_id or (before.document_id if before else None)
    wanted = document_key(symbol or (before.symbol if before else ""))
    if key is None and wanted:
        key = next((held for held, written in lines.items() if document_key(written) == wanted), None)
    if key is None and title:
        waiting = session.scalars(own.where(Document.symbol == ""))
        key = next((line.id for line in waiting if fold(line.title) == fold(title)), None)
    symbol = symbol.strip() or lines.get(key or "", "") or (before.symbol if before else "")
    if before is None or document_key(symbol) != document_key(before.symbol):
        return key, symbol
    issued = {symbol_key(row.symbol) for row in list_issues(session, meeting_id=meeting_id)}
    if symbol_key(symbol) != document_key(symbol) and symbol_key(symbol) not in issued:
        return key, symbol  # a revision named beforehand
    others = (written for held, written in lines.items() if held != key)
    return key, next_change(before.symbol, "Rev", others)
