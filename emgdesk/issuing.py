"""A document issued: printed as it stands, kept with its text, entered in the register."""

import tempfile
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from emgdesk.domain.paragraph_changes import ParagraphChange, paragraph_changes
from emgdesk.domain.register import Registered, propose_symbol
from emgdesk.jobs import QUIET, Job
from emgdesk.operations.issuing import issue_document
from emgdesk.publishing import build_document, render
from emgdesk.queries.documents import list_documents
from emgdesk.queries.issues import get_issue, last_issue, symbol_to_issue
from emgdesk.queries.meetings import get_meeting
from emgdesk.reports import catalog
from emgdesk.reports.blocks import Block, Document, TitleBlock
from emgdesk.reports.text_lines import text_lines
from emgdesk.workspace import Workspace

ISSUED = (
    "agenda", "annotated-agenda", "participants", "progress-report", "action-points", "meeting-report",
)  # fmt: skip
"""The documents of the catalog that are issued under a symbol."""


@dataclass(frozen=True, slots=True)
class Issued:
    """What was issued: key, symbol and revision (0 the first) of the issue; sentences on its print."""

    id: str
    symbol: str
    revision: int
    warnings: tuple[str, ...] = ()


def issue(
    workspace: Workspace,
    name: str,
    meeting_id: str,
    options: Mapping[str, str] | None = None,
    today: date | None = None,
    *,
    symbol: str = "",
    document_id: str | None = None,
    job: Job = QUIET,
) -> Issued:
    """Issue document `name` of a meeting as it prints now; a later issue becomes Rev.1, Rev.2 ...

    `symbol` is that of the document where it does not print one itself, `document_id` its line in the
    register where there is one. One undo step. Raises UsageError (unknown document or option),
    DataError (nothing has changed since the last issue, the meeting is gone), InputError (its PDF is
    too large to be kept), OutputError and CancelledError.
    """
    job.report("Reading the desk")
    document = build_document(workspace, name, meeting_id=meeting_id, options=options, today=today)
    title = catalog.document(name).title
    line_id, symbol = workspace.read(
        symbol_to_issue,
        meeting_id=meeting_id,
        name=name,
        symbol=symbol or document.subject,
        document_id=document_id,
        title=title,
    )
    with tempfile.TemporaryDirectory(prefix="emgdesk-") as folder:
        path = Path(folder) / "issue.pdf"
        written = render(_bearing(document, symbol), path, job=job)
        pdf = path.read_bytes()
    job.check_cancelled()
    key = workspace.do(
        f"Issue {title.lower()}",
        issue_document,
        meeting_id=meeting_id,
        name=name,
        symbol=symbol,
        options=options or {},
        lines=_lines(document),
        pdf=pdf,
        document_id=line_id,
        title=title,
        kind=name.replace("-", " "),
        language=document.language,
    ).value
    made = workspace.read(get_issue, issue_id=key)
    return Issued(key, made.symbol, made.revision, written.warnings)


@dataclass(frozen=True, slots=True)
class Proposal:
    """What issuing a document now would make: its symbol, and what it changes of the issue before.

    `remarks` are sentences on what it leaves out.
    `before` is the symbol (or the revision in words) of that issue, "" if there was none.
    """

    name: str
    symbol: str
    options: Mapping[str, str]
    remarks: tuple[str, ...] = ()
    before: str = ""
    changes: tuple[ParagraphChange, ...] = ()


def propose(
    workspace: Workspace,
    name: str,
    meeting_id: str,
    options: Mapping[str, str] | None = None,
    today: date | None = None,
) -> Proposal:
    """What `issue` would make now; `options` are those of the issue before where none are given.

    The symbol is that the document prints, revised if it was issued, else one by the meeting's pattern.
    Raises UsageError and DataError as `issue` does.
    """
    before = workspace.read(last_issue, meeting_id=meeting_id, name=name)
    chosen = dict(options if options is not None else before.options if before else {})
    document = build_document(workspace, name, meeting_id=meeting_id, options=chosen, today=today)
    line_id, symbol = workspace.read(
        symbol_to_issue,
        meeting_id=meeting_id,
        name=name,
        symbol=document.subject,
        title=catalog.document(name).title,
    )
    made = Proposal(name, symbol or _free_symbol(workspace, meeting_id, line_id), chosen, document.remarks)
    if before is None:
        return made
    changes = paragraph_changes(before.lines, _lines(document))
    return replace(made, before=before.symbol or revision_in_words(before.revision), changes=changes)


def _free_symbol(workspace: Workspace, meeting_id: str, line_id: str | None) -> str:
    """What a document without a symbol is issued under: by its number in the register, else the next one."""
    meeting = workspace.read(get_meeting, meeting_id=meeting_id)
    rows = workspace.read(list_documents, meeting_id=meeting_id)
    lines = [Registered(row.id, row.number, row.symbol) for row in rows]
    number = next((line.number for line in lines if line.id == line_id), "")
    return propose_symbol(
        lines, meeting.symbol_pattern, som=meeting.som_number, segment=meeting.segment, number=number
    )


def revision_in_words(revision: int) -> str:
    """How an issue is called: "first issue", "Rev.2"."""
    return f"Rev.{revision}" if revision else "first issue"


def changed_since(
    workspace: Workspace, issue_id: str, today: date | None = None
) -> tuple[ParagraphChange, ...]:
    """What the document would say differently if it were printed now, with the options it was issued with.

    Raises DataError if the issue is gone, UsageError if its options are no longer understood.
    """
    then = workspace.read(get_issue, issue_id=issue_id)
    document = build_document(
        workspace, then.name, meeting_id=then.meeting_id, options=then.options, today=today
    )
    return paragraph_changes(then.lines, _lines(document))


def _lines(document: Document) -> tuple[str, ...]:
    """The text two issues are compared by: its symbol differs with every revision and says nothing."""
    return tuple(line for line in text_lines(document) if line != document.subject)


def _bearing(document: Document, symbol: str) -> Document:
    """`document` with the symbol it is issued under, in its heads and for the file manager."""

    def head(block: Block) -> Block:
        if not isinstance(block, TitleBlock):
            return block
        rest = block.right[1:] if block.right[:1] == (document.subject,) else block.right
        return replace(block, right=(symbol, *rest))

    if not symbol or symbol == document.subject:
        return document
    return replace(document, subject=symbol, blocks=tuple(map(head, document.blocks)))
