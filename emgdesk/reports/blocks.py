"""The content of a document as frozen blocks: what stands between the builders and the renderers.

A builder knows the document and no format; a renderer knows the format and no
document. Everything a page shows is said here in words of content (a heading,
a table, a list of entries); fonts, sizes and distances belong to the renderer.
Labels (`I.`, `a)`, `12.`) are already generated: they arrive as text.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal, TypeAlias

from emgdesk.reports.events import Event
from emgdesk.reports.mandates import MandateChartFacts
from emgdesk.reports.sheets import Sheet


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text in one dress; `\\n` inside `text` breaks the line, `link` is a web address.

    With a `note`, `text` is the mark of a footnote ("3") and stands raised; the note prints at the foot
    of its page (an empty note raises its text, no more). `struck` and `underlined` show what a comparison
    took away and added.
    """

    text: str
    bold: bool = False
    italic: bool = False
    link: str | None = None
    note: "Text | None" = None
    struck: bool = False
    underlined: bool = False


Text: TypeAlias = str | tuple[Run, ...]
"""Plain text, or runs where parts of it are bold, italic or linked."""


@dataclass(frozen=True, slots=True)
class TitleBlock:
    """The head of the first page.

    `group_lines` are printed in capitals beside the `logo`; below, between two
    rules, `left` (the first line is the meeting's title) and `right` (the first
    line is the document symbol). Empty parts take no room.
    """

    group_lines: tuple[str, ...] = ()
    logo: Path | None = None
    left: tuple[str, ...] = ()
    right: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DocumentTitle:
    """The title over the text, and the line below it ("Note by the Secretariat")."""

    title: str
    subtitle: str = ""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of level 1 (chapter) to 4; `label` is its generated number or letter ("IV.", "b)").

    A `ruled` one stands in italics between two rules, as the summaries of action points have it; a
    `marked` one has a bar in the margin.
    """

    text: str
    level: int = 1
    label: str = ""
    ruled: bool = False
    marked: bool = False


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text; `label` hangs before it (numbered paragraphs).

    With `keeps_next` it never stands alone at the foot of a page: what it introduces follows. A `marked`
    one has a bar in the margin: it is new or has changed.
    """

    text: Text
    label: str = ""
    keeps_next: bool = False
    marked: bool = False


@dataclass(frozen=True, slots=True)
class ListItem:
    """One item with its generated label ("•", "1.", "b)") and what belongs to it, lists below it included."""

    label: str
    blocks: tuple["Block", ...]


@dataclass(frozen=True, slots=True)
class ItemList:
    """Bulleted, numbered or lettered items."""

    items: tuple[ListItem, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a long list or a cell: label, text, and quieter lines below (function, e-mail)."""

    text: str
    label: str = ""
    details: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class EntryGroup:
    """Entries under a heading of their own, which never stands alone at the foot of a column."""

    entries: tuple[Entry, ...]
    heading: str = ""


@dataclass(frozen=True, slots=True)
class EntryColumns:
    """Groups of entries flowing down one column, then the next, page after page."""

    groups: tuple[EntryGroup, ...]
    columns: Literal[1, 2, 3] = 1


Cell: TypeAlias = "Text | tuple[Block, ...]"
"""What a table cell holds: text (a plain string is the cheap and common case), or blocks of text."""


@dataclass(frozen=True, slots=True)
class Column:
    """A table column: `width` is relative to the other columns' widths.

    `starts_block` sets the column apart from the one before it, so that a table
    can hold two blocks side by side.
    """

    width: float
    header: str = ""
    align: Literal["left", "right"] = "left"
    starts_block: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of as many cells as there are columns; a header row repeats on every page.

    A row of one cell spans the table: a heading of the rows below it, which it
    never leaves (in tables of one block). `lines` says how much of a grid is
    drawn: around every cell, below every row, or none. Rows are at least
    `row_height` millimetres high, their texts then in the middle.
    """

    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    lines: Literal["grid", "rows", "none"] = "grid"
    row_height: float = 0.0

    @property
    def has_header(self) -> bool:
        """Whether any column carries a header."""
        return any(column.header for column in self.columns)


@dataclass(frozen=True, slots=True)
class CardText:
    """A text of a card, centred: shrunk, then wrapped, until it fits the card's width and `most`.

    `size` is the type size wanted and `most` the height it may take, both in millimetres.
    """

    text: str
    size: float
    most: float
    place: Literal["top", "middle", "bottom"] = "middle"
    bold: bool = False


@dataclass(frozen=True, slots=True)
class CardBand:
    """A strip along the foot of a card with a word in it.

    `colour` is red, green, blue from 0 to 1; without one the strip is outlined.
    """

    label: str
    height: float
    colour: tuple[float, float, float] | None = None


@dataclass(frozen=True, slots=True)
class Card:
    """A name badge or one face of a name plate; `whose` names the person where a character is missing."""

    texts: tuple[CardText, ...]
    band: CardBand | None = None
    whose: str = ""


@dataclass(frozen=True, slots=True)
class Cards:
    """Sheets of equal cards, as many to a page of `paper` as fit; all measures in millimetres.

    With `tent` each card stands on both faces of a folded sheet, the upper one
    upside down, and `height` is that of one face. `marks` show where to cut and fold.
    """

    cards: tuple[Card, ...]
    width: float
    height: float
    padding: float = 5.0
    paper: Literal["a4", "a4-landscape", "a5-landscape"] = "a4"
    marks: Literal["marks", "lines", "none"] = "marks"
    tent: bool = False


@dataclass(frozen=True, slots=True)
class Series:
    """One value for each category of a chart."""

    name: str
    values: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Chart:
    """Horizontal bars, one row a category: series stacked in one bar, or side by side ("grouped").

    `unit` is what the numbers count ("people").
    """

    kind: Literal["stacked", "grouped"]
    title: str
    categories: tuple[str, ...]
    series: tuple[Series, ...]
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Note:
    """A remark set apart from the text: a closing line of totals, "nothing to print"."""

    text: Text


@dataclass(frozen=True, slots=True)
class MandateChart:
    """Workstreams over the years, as wide as the page; between families it goes on on the next one.

    `first` and `last` are the days (`date.toordinal`) it begins and ends with (None: with whatever there
    is), `events` says whether marks of events are drawn. `lower` points are left free above it.
    """

    facts: MandateChartFacts
    first: int | None = None
    last: int | None = None
    events: bool = True
    lower: float = 0.0


@dataclass(frozen=True, slots=True)
class PageBreak:
    """What follows begins on a new page."""


@dataclass(frozen=True, slots=True)
class Part:
    """What follows, up to the next one, is a document of its own in a set.

    It begins on a new page with a bookmark of its own at the top level, above all headings, and
    its pages are numbered from 1 again. They carry `symbol` at their foot (without one that of the whole).
    """

    title: str
    symbol: str = ""


Block: TypeAlias = (
    TitleBlock
    | Part
    | DocumentTitle
    | Heading
    | Paragraph
    | ItemList
    | Entry
    | EntryColumns
    | Table
    | Cards
    | Chart
    | MandateChart
    | Note
    | PageBreak
)


@dataclass(frozen=True, slots=True)
class Document:
    """A whole document: what a file manager shows of it, and its blocks in reading order.

    `subject` is the document symbol, `language` a language tag ("en"). `remarks`
    are sentences for whoever prints it, on what it leaves out; they are not printed.
    `sheets` hold its tables for a workbook, `line` its content as one line of plain
    text; both are empty for documents that are pages alone. `listed` people, items or tasks
    are counted where that is not the number of rows of the first sheet. `events` are its
    meetings for a calendar. A `landscape` one has its pages lying, of `paper`;
    as a picture it has `dpi` dots to the inch.
    """

    title: str
    blocks: tuple[Block, ...]
    author: str = ""
    subject: str = ""
    language: str = "en"
    remarks: tuple[str, ...] = ()
    sheets: tuple[Sheet, ...] = ()
    line: str = ""
    listed: int = 0
    events: tuple[Event, ...] = ()
    landscape: bool = False
    paper: Literal["a4", "a3"] = "a4"
    dpi: int = 200

    @property
    def rows(self) -> int:
        """How many rows it has: people, meetings or tasks, as the document lists them."""
        return self.listed or (len(self.sheets[0].rows) if self.sheets else 0)


def introduces(block: Block, following: Sequence[Block]) -> bool:
    """Whether `block` never stands alone at the foot of a page: it says so, or a list follows it."""
    if not isinstance(block, Paragraph) or not following:
        return False
    return block.keeps_next or isinstance(following[0], ItemList)


def marks_apart(runs: Iterable[Run]) -> Iterator[Run]:
    """`runs` with a raised comma between two marks of footnotes that touch: 4 and 5 are not 45."""
    before: Run | None = None
    for run in runs:
        if before and before.note is not None and run.note is not None:
            yield Run(",", note="")
        yield run
        before = run


def holds_note(content: "Cell | Block") -> bool:
    """Whether the mark of a footnote stands anywhere in a cell or a block of text."""
    match content:
        case str():
            return False
        case tuple():
            return any(
                part.note is not None if isinstance(part, Run) else holds_note(part) for part in content
            )
        case Paragraph(text) | Note(text):
            return holds_note(text)
        case ItemList(items):
            return any(holds_note(item.blocks) for item in items)
    return False


def marked(blocks: Iterable["Block"]) -> tuple["Block", ...]:
    """Blocks of text with a bar in the margin beside each paragraph, those in lists included."""
    return tuple(_marked(block) for block in blocks)


def _marked(block: "Block") -> "Block":
    match block:
        case Paragraph() | Heading():
            return replace(block, marked=True)
        case ItemList(items):
            return ItemList(tuple(ListItem(item.label, marked(item.blocks)) for item in items))
    return block


def plain(text: Text) -> str:
    """The words of `text` without their dress."""
    return text if isinstance(text, str) else "".join(run.text for run in text)
