"""What a row means once its columns are known: the cleaned fields of one registration."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from emgdesk.domain.statuses import strength_told
from emgdesk.importing.tables import Cell, text_of

FIELDS = (
    "title", "given", "family", "name", "entity", "function", "email", "phone", "country",
    "role", "attendance", "mode", "registered", "notes",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class RosterRecord:
    """One data row of a roster, trimmed but never re-spelled; empty text where nothing was given.

    `role`, `attendance` and `mode` hold the words of `domain.statuses` or "" (not said);
    `registered` an ISO date or date and time. `cells` is the row as the file holds it, under
    `headers` (shared by all rows); `original` puts the two together.
    """

    row: int
    name: str
    given: str = ""
    family: str = ""
    title: str = ""
    entity: str = ""
    function: str = ""
    email: str = ""
    phone: str = ""
    country: str = ""
    role: str = ""
    attendance: str = ""
    mode: str = ""
    registered: str = ""
    notes: str = ""
    id: str = ""  # the column ID of an exported workbook
    cells: tuple[Cell, ...] = ()
    headers: tuple[str, ...] = ()
    messages: tuple[str, ...] = ()  # sentences on cells that could not be understood
    proposed_entity: str = ""  # what the display name says of the entity; taken only if somebody agrees

    @property
    def original(self) -> tuple[tuple[str, str], ...]:
        """Every cell of the row as it was, (header, text) in column order, unknown columns included."""
        return pairs(self.headers, self.cells)


@dataclass(frozen=True, slots=True)
class RowNote:
    """A row that is no participant (`skipped`) or cannot be taken (`problem`), and why."""

    row: int
    verdict: str
    message: str
    name: str = ""
    entity: str = ""
    cells: tuple[Cell, ...] = ()
    headers: tuple[str, ...] = ()

    @property
    def original(self) -> tuple[tuple[str, str], ...]:
        """Every cell of the row as it was, (header, text) in column order."""
        return pairs(self.headers, self.cells)


def pairs(headers: tuple[str, ...], cells: tuple[Cell, ...]) -> tuple[tuple[str, str], ...]:
    """Cells as text under their headers; cells to the right of the last header are kept under ""."""
    texts = [text_of(cell) for cell in cells]
    over = ("",) * (len(texts) - len(headers))
    return tuple(zip((*headers, *over), texts, strict=False))


def said_row(row: int, lines: Mapping[int, int]) -> str:
    """A row as a sentence names it, with its place in the file where it was counted on from there."""
    return f"row {row} (in row {lines[row]} of the file)" if row in lines else f"row {row}"


@dataclass(frozen=True, slots=True)
class MappedRoster:
    """A sheet whose columns are known: records, rows that are none, and how it was read.

    `headers` are all headers in column order, made unique ("Email", "Email (2)"; a column
    without one is "Column C"); `columns` gives the header a field is taken from; `samples`
    a few values by header. `fingerprint` is the same for every file with the same headers.
    """

    file: str
    sha256: str
    format: str
    sheet: str
    header_row: int | None
    headers: tuple[str, ...]
    columns: Mapping[str, str]
    unused: tuple[str, ...]
    samples: Mapping[str, tuple[str, ...]]
    fingerprint: str
    records: tuple[RosterRecord, ...]
    set_aside: tuple[RowNote, ...]
    notes: tuple[str, ...] = ()
    date_order: str | None = None  # "dmy", "mdy", "ymd"; None where the file does not tell
    date_question: str = ""  # a sentence where dates that are taken can be read in two orders
    lines: Mapping[int, int] = field(default_factory=dict)  # row number -> line, where rows were counted on
    default_attendance: str = "registered"
    is_attendance: bool | None = None  # a list of who was there (True), of who registered; None: not told
    latest: bool = False  # of several rows of one person the latest counts: answers to a form

    def weight(self, record: RosterRecord) -> int:
        """How much a row counts among those of one person, from 0; of the same weight the first counts.

        What says who was there goes before what does not; in answers to a form only who attended does.
        """
        told = strength_told(record.attendance)
        return told if not self.latest or record.attendance == "attended" else 0
