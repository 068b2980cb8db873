"""The value a meeting import is: the facts of the meeting and its roster."""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from typing import Literal

from emgdesk.importing.plan import Candidate, Decision, RosterPlan
from emgdesk.importing.records import MappedRoster
from emgdesk.importing.sheets.cell_dates import DateOrder
from emgdesk.importing.tables import RawFile
from emgdesk.importing.workplans.plan import SheetCounts

MeetingVerdict = Literal["new", "changed", "same"]
LineVerdict = Literal["new", "changed", "same", "problem"]
Table = Literal[
    "meeting", "agenda_item", "document", "action_section", "action", "effect", "reservation",
    "report_section", "section_item", "paragraph", "footnote", "workstream", "agenda_document",
]  # fmt: skip
NEW = "new:"  # a `ref` "new:3" is a row the import makes; any other is a key of the desk
MEETING_REF = "new:meeting"  # the meeting itself, made or not


@dataclass(frozen=True, slots=True)
class MeetingFacts:
    """The facts of a meeting as texts; "" or None where the file says nothing.

    `date` is a day, a month ("2022-05") or ""; times are "HH:MM"; `segment`, `mode`, `status`
    and `agenda_adopted` the words of `domain.statuses`.
    """

    code: str
    title: str = ""
    som_number: int | None = None
    segment: str = ""
    date: str = ""
    end_date: str = ""
    start_time: str = ""
    end_time: str = ""
    zone_label: str = ""
    mode: str = ""
    venue: str = ""
    chair: str = ""
    status: str = ""
    distribution: str = ""
    opened_at: str = ""
    opened_by: str = ""
    closed_at: str = ""
    agenda_adopted: str = ""
    head_count: int | None = None
    agenda_symbol: str = ""
    report_symbol: str = ""
    summary_symbol: str = ""
    summary_title: str = ""
    summary_subtitle: str = ""

    def told(self) -> dict[str, str | int]:
        """{field: value} of what is said."""
        values = {one.name: getattr(self, one.name) for one in fields(self)}
        return {name: value for name, value in values.items() if value not in ("", None)}


@dataclass(frozen=True, slots=True)
class BookLine:
    """A row of a sheet and what becomes of it; `changes` maps a column to (old, new), texts.

    `row` 0 is a line no row of the file stands for: a symbol of the sheet Meeting entered in the register.
    """

    sheet: str
    row: int
    verdict: LineVerdict
    label: str  # "3.a", "b"; "" where it has none
    text: str
    changes: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    messages: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class BookWrite:
    """One row of the desk to be made, changed or removed; values whose name ends in "_id" may be refs."""

    table: Table
    ref: str
    values: Mapping[str, str | int | None] = field(default_factory=dict)
    remove: bool = False


@dataclass(frozen=True, slots=True)
class StreamQuestion:
    """A name of a workstream that may be one of the desk's; until somebody decides it stays a text."""

    name: str
    row: int  # the first that has it
    places: tuple[str, ...]  # "Actions A3"
    candidates: tuple[Candidate, ...]


@dataclass(frozen=True, slots=True)
class BookPlan:
    """What the sheets beside Meeting and Participants do: their lines, and the rows to write, in order."""

    lines: tuple[BookLine, ...] = ()
    writes: tuple[BookWrite, ...] = ()
    sheets: Mapping[str, SheetCounts] = field(default_factory=dict)
    questions: tuple[StreamQuestion, ...] = ()
    notes: tuple[str, ...] = ()
    decisions: Mapping[str, Decision] = field(default_factory=dict)  # by name of a workstream


@dataclass(frozen=True, slots=True)
class MeetingFile:
    """A meeting workbook as read, before the desk is asked about its meeting."""

    file: str
    sha256: str
    facts: MeetingFacts
    roster: MappedRoster | None
    notes: tuple[str, ...]
    raw: RawFile | None = None
    date_order: DateOrder | None = None


@dataclass(frozen=True, slots=True)
class MeetingPlan:
    """A whole meeting import: `meeting_id` is None for a meeting to be made.

    `changes` maps a field of `MeetingFacts` to (old, new), None or "" being empty.
    """

    revision: str
    file: str
    sha256: str
    verdict: MeetingVerdict
    meeting_id: str | None
    facts: MeetingFacts
    changes: Mapping[str, tuple[str | int | None, str | int | None]] = field(default_factory=dict)
    roster: RosterPlan | None = None
    book: BookPlan = BookPlan()
    sheets: Mapping[str, SheetCounts] = field(default_factory=dict)
    notes: tuple[str, ...] = ()
