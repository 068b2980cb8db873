"""What the check before publication found: a table to go through with a pencil."""

from collections.abc import Sequence
from dataclasses import dataclass

from emgdesk.domain.numbering import counted
from emgdesk.reports.blocks import Block, Cell, Column, Document, DocumentTitle, Entry, Note, Paragraph, Table
from emgdesk.reports.builders.meeting import MeetingFacts, title_block
from emgdesk.reports.sheets import Sheet, columns

NOTHING = "Nothing was found."
_HEADERS = ("Severity", "Place", "Finding", "Intended", "Kind")
_COLUMNS = (
    Column(7, "No.", align="right"), Column(12, "Severity"), Column(28, "Place"), Column(53, "Finding"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class FindingLine:
    """A finding: `severity` is error, warning or note; `intended` says that it is meant so, `reason` why."""

    severity: str
    place: str
    text: str
    kind: str
    intended: bool = False
    reason: str = ""


@dataclass(frozen=True, slots=True)
class FindingsOptions:
    """Whether those marked as intended, and mere notes, are printed."""

    intended: bool = True
    notes: bool = True
    group_lines: bool = True


def build(
    facts: MeetingFacts, lines: Sequence[FindingLine], options: FindingsOptions | None = None
) -> Document:
    """Open findings, the gravest first, then the intended ones with their reasons."""
    options = options or FindingsOptions()
    wanted = [line for line in lines if options.notes or line.severity != "note"]
    open_ = [line for line in wanted if not line.intended]
    meant = [line for line in wanted if line.intended] if options.intended else []
    blocks: list[Block] = [
        title_block(facts, group_lines=options.group_lines),
        DocumentTitle("Check before publication"),
        Paragraph(in_words(open_)) if open_ else Note(NOTHING),
    ]
    if open_ or meant:
        blocks.append(Table(_COLUMNS, (*_rows(open_), *_meant(meant, len(open_)))))
    return Document(
        title=f"Check before publication – {facts.title}",
        author="EMG Secretariat",
        blocks=tuple(blocks),
        sheets=(Sheet("Findings", columns(*_HEADERS), [_values(line) for line in (*open_, *meant)]),),
    )


def in_words(lines: Sequence[FindingLine]) -> str:
    """How many of each severity: "2 errors and 1 note."."""
    many = {word: sum(line.severity == word for line in lines) for word in ("error", "warning", "note")}
    said = [counted(number, word, f"{word}s") for word, number in many.items() if number]
    return f"{', '.join(said[:-1])} and {said[-1]}." if len(said) > 1 else f"{said[0]}." if said else ""


def _rows(lines: Sequence[FindingLine]) -> list[tuple[Cell, ...]]:
    return [(str(n), line.severity.capitalize(), line.place, line.text) for n, line in enumerate(lines, 1)]


def _meant(lines: Sequence[FindingLine], before: int) -> list[tuple[Cell, ...]]:
    """The intended ones under a heading of their own."""
    if not lines:
        return []
    rows: list[tuple[Cell, ...]] = [("Marked as intended",)]
    for number, line in enumerate(lines, before + 1):
        told = Entry(line.text, details=(f"Intended: {line.reason}",))
        rows.append((str(number), line.severity.capitalize(), line.place, (told,)))
    return rows


def _values(line: FindingLine) -> tuple[str, ...]:
    return (line.severity, line.place, line.text, line.reason if line.intended else "", line.kind)
