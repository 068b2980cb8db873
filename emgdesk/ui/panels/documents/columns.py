"""A line of the register as the table shows it, and the columns of both tables."""

from dataclasses import dataclass
from datetime import datetime
from operator import attrgetter

from emgdesk.domain.numbering import counted
from emgdesk.domain.register import Fault
from emgdesk.domain.statuses import DOCUMENT_STATUSES
from emgdesk.issuing import revision_in_words
from emgdesk.operations.attaching import size_in_words
from emgdesk.queries.documents import DocumentRow
from emgdesk.queries.issues import IssueRow
from emgdesk.reports import catalog
from emgdesk.ui.models.columns import Column

KINDS = (
    "action points", "agenda", "annex", "background document", "concept note", "list of participants",
    "logistics note", "progress report", "report", "terms of reference",
)  # fmt: skip
LANGUAGES = ("ar", "en", "es", "fr", "ru", "zh")


@dataclass(frozen=True, slots=True)
class RegisterLine:
    """A line of the register and what is wrong with it."""

    row: DocumentRow
    faults: tuple[Fault, ...] = ()

    @property
    def id(self) -> str:
        return self.row.id

    @property
    def warnings(self) -> tuple[str, ...]:
        """What is wrong with it, in sentences."""
        return tuple(fault.sentence for fault in self.faults)


def _warn(line: RegisterLine) -> str:
    return "warn" if line.warnings else ""


def file_words(name: str, size: int) -> str:
    """A file with its size, "" where there is none."""
    return f"{name} ({size_in_words(size)})" if name else ""


def _symbol_tip(line: RegisterLine) -> str:
    return "\n".join((line.row.symbol, *line.warnings))


def _file(line: RegisterLine) -> str:
    return file_words(line.row.attachment, line.row.attachment_size)


def _column(key: str, header: str, width: int, **more: object) -> Column:
    return Column(key, header, width, value=attrgetter(f"row.{key}"), **{"editable": True, **more})  # type: ignore[arg-type]


COLUMNS = (
    _column("number", "No.", 6, tip="As printed: 04, 04.A", least=5),
    _column("symbol", "Symbol", 30, tone=_warn, cell_tip=_symbol_tip, least=29),
    Column(
        "faults", "To look at", 13, value=lambda line: ", ".join(fault.word for fault in line.faults),
        tone=_warn, cell_tip=lambda line: "\n".join(line.warnings), least=13,
    ),
    _column("title", "Title", 28, cell_tip=lambda line: line.row.title, least=16),
    _column("kind", "Kind", 13, least=8, editor="suggest"),
    _column("status", "Status", 10, editor="choice", choices=("", *DOCUMENT_STATUSES)),
    _column("circulated_on", "Circulated", 12, least=12, editor="date", tip="The day it was circulated"),
    Column("file", "File", 13, least=8, value=_file, cell_tip=_file, tip="Enter opens it"),
    _column("web_address", "Web address", 13, least=8, cell_tip=lambda line: line.row.web_address),
    _column("distribution", "Distribution", 14, editor="suggest", shown=False),
    _column("language", "Language", 9, editor="suggest", tip="A language tag: en, fr", shown=False),
    _column("submitted_by", "Submitted by", 14, editor="suggest", shown=False),
)  # fmt: skip


def title_of(name: str) -> str:
    """What a document of the catalog is called."""
    return next((kind.title for kind in catalog.DOCUMENTS if kind.name == name), name)


def local_time(at: str) -> str:
    """A moment (ISO, UTC) by the clock here: "2031-09-25 14:05"."""
    return f"{datetime.fromisoformat(at).astimezone():%Y-%m-%d %H:%M}"


def changes_words(issue: IssueRow) -> str:
    """How much an issue changed of the one before."""
    return counted(len(issue.changes), "paragraph", "paragraphs") if issue.revision else ""


ISSUES = (
    Column("name", "Document", 22, value=lambda issue: title_of(issue.name), least=14),
    Column("symbol", "Symbol", 32, least=29),
    Column("revision", "Issue", 11, value=lambda issue: revision_in_words(issue.revision)),
    Column("at", "Issued on", 18, least=17, value=lambda issue: local_time(issue.at), sort=attrgetter("at")),
    Column("changes", "Changed", 14, value=changes_words),
    Column(
        "attachment", "File", 24, value=lambda issue: file_words(issue.attachment, issue.attachment_size),
        shown=False,
    ),
)  # fmt: skip
