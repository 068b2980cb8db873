"""The sheets of a work-plan workbook as records, before anything is matched."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from emgdesk.domain import statuses
from emgdesk.domain.folding import fold
from emgdesk.domain.numbering import counted, letter_number
from emgdesk.domain.workbooks import (
    DELIVERABLES,
    FOR_INFORMATION,
    LAST_REPORTED,
    MANDATE,
    MEMBERS,
    NAMES,
    REQUEST,
    TASKS,
    WORKSTREAMS,
)
from emgdesk.errors import InputError
from emgdesk.importing.sheets import cell_dates
from emgdesk.importing.sheets.book_rows import BookSheet, read_sheet
from emgdesk.importing.sheets.workbooks import (
    SheetRow,
    SheetTable,
    data_rows,
    find_sheet,
    sheet_table,
)
from emgdesk.importing.tables import RawFile


@dataclass(frozen=True, slots=True)
class WorkstreamRow:
    """A row of the sheet Workstreams as written."""

    row: int
    id: str
    name: str
    aliases: tuple[str, ...]
    short_name: str
    kind: str
    parent: str
    chapter: str
    letter: str
    leads: str
    members: str
    purpose: str
    chairs: str
    focal_points: str
    officer: str
    proposer: str
    emptied: frozenset[str] = frozenset()  # columns that are there and hold nothing, of a row with an ID

    @property
    def letter_number(self) -> int | None:
        """The number a letter of the report stands for, 1 for "a" and 27 for "aa"; None for another text."""
        return letter_number(self.letter.strip(" .()"))


@dataclass(frozen=True, slots=True)
class TaskRow:
    """A row of the sheet Tasks; `status` is one of the desk's words or "", `as_of` ISO or ""."""

    row: int
    id: str
    chapter: str
    workstream: str
    text: str
    source: str
    responsible: str
    due: str
    status: str
    progress: str
    next_steps: str
    as_of: str
    decision: str = ""
    since: str = ""
    until: str = ""
    file: str = ""
    emptied: frozenset[str] = frozenset()  # columns that are there and hold nothing, of a row with an ID
    unread: frozenset[str] = frozenset()  # columns whose cell cannot be read
    is_answer: bool = False  # of a sheet an entity was asked to fill in: it reports, and changes no task
    entity: str = ""  # who was asked to fill the sheet in

    @property
    def has_entry(self) -> bool:
        """Whether the row reports progress: a status alone does."""
        return bool(self.status or self.progress)


@dataclass(frozen=True, slots=True)
class Request:
    """What the sheet Progress request says; texts, "" where it is silent, `as_of` ISO."""

    id: str
    entity: str
    as_of: str


@dataclass(frozen=True, slots=True)
class WorkplanRows:
    """The sheets in file order, and what was not read; `others` are those besides Workstreams and Tasks."""

    workstreams: tuple[WorkstreamRow, ...]
    tasks: tuple[TaskRow, ...]
    has_workstreams: bool
    has_tasks: bool
    notes: tuple[str, ...]
    others: Mapping[str, BookSheet] = field(default_factory=dict)
    request: Request | None = None
    order: cell_dates.DateOrder | None = None
    places: Mapping[str, str] = field(default_factory=dict)  # letters of the columns of Workstreams

    @property
    def cited(self) -> tuple[str, ...]:
        """What the column Decision of the sheet Tasks holds."""
        return tuple(dict.fromkeys(row.decision for row in self.tasks if row.decision))


def read_workplans(
    raws: Sequence[RawFile], date_order: cell_dates.DateOrder | None = None
) -> tuple[WorkplanRows, ...]:
    """Each of several files as `read_workplan`; a file that is alone need not be named in its tasks."""
    return tuple(read_workplan(raw, date_order, file=raw.name if len(raws) > 1 else "") for raw in raws)


def read_workplan(
    raw: RawFile, date_order: cell_dates.DateOrder | None = None, *, file: str = ""
) -> WorkplanRows:
    """The rows of a work-plan workbook; `file` is noted in its tasks.

    Raises `InputError` if it has neither of its sheets.
    """
    streams, tasks = sheet_table(raw, WORKSTREAMS), sheet_table(raw, TASKS)
    others = {form.name: sheet for form in _OTHERS if (sheet := read_sheet(raw, form)) is not None}
    if streams is None and tasks is None and not others:
        raise InputError(
            f"{raw.name} is no work plan: it has no sheet “Tasks” or “Workstreams” with their columns."
        )
    notes = [*raw.notes, *_unread(raw, others)]
    for table in (streams, tasks):
        notes += (
            [
                f"Column “{label}” of sheet “{table.name}” was not read."
                for label in table.unknown
                if label not in FOR_INFORMATION
            ]
            if table
            else []
        )
        notes += [said for row in table.rows for said in row.faults] if table else []
    for sheet in others.values():
        notes += sheet.notes
    reader = _TaskReader(tasks, date_order, file)
    request = _request(raw, reader.order)
    rows = tuple(reader.read(row) for row in tasks.rows) if tasks else ()
    return WorkplanRows(
        tuple(_workstream(row, streams) for row in streams.rows) if streams else (),
        _as_asked(rows, request),
        streams is not None,
        tasks is not None,
        (*notes, *reader.notes, *_without_request(raw, tasks, rows)),
        others,
        request,
        date_order,
        streams.places if streams else {},
    )


def _without_request(raw: RawFile, tasks: SheetTable | None, rows: Sequence[TaskRow]) -> list[str]:
    """A sentence on a sheet for filling in that has lost its first sheet: it is a work plan without dates."""
    if tasks is None or LAST_REPORTED not in tasks.unknown or sheet_table(raw, REQUEST) is not None:
        return []
    said = f"{raw.name} has lost its sheet “{REQUEST.name}”: who answers with it is not known, nor as of when"
    undated = [str(row.row) for row in rows if row.has_entry and not row.as_of]
    if undated:
        entries = counted(len(undated), "entry has", "entries have")
        said += f"; {entries} no date (Tasks {'row' if len(undated) == 1 else 'rows'} {', '.join(undated)})"
    return [f"{said}."]


_OTHERS = (NAMES, MANDATE, MEMBERS, DELIVERABLES)
_HELD = {form.name for form in (*_OTHERS, WORKSTREAMS, TASKS, REQUEST)}


def _unread(raw: RawFile, others: Mapping[str, BookSheet]) -> list[str]:
    read = [
        find_sheet(raw, name) for name in _HELD if name not in (f.name for f in _OTHERS) or name in others
    ]
    return [
        f"Sheet “{sheet.name}” ({counted(data_rows(sheet), 'row', 'rows')}) is none of a work plan "
        "and was not read."
        for sheet in raw.sheets
        if sheet.rows and sheet not in read
    ]


def _request(raw: RawFile, order: cell_dates.DateOrder | None) -> Request | None:
    table = sheet_table(raw, REQUEST)
    if table is None:
        return None
    said = {fold(row.text("Field")): row for row in table.rows}

    def text(name: str) -> str:
        row = said.get(fold(name))
        return row.text("Value") if row is not None else ""

    day = said.get(fold("As of"))
    as_of = cell_dates.iso_date(day.cells.get("Value"), order) if day is not None else ""
    return Request(text("Request ID"), text("Entity"), as_of)


def _as_asked(rows: tuple[TaskRow, ...], request: Request | None) -> tuple[TaskRow, ...]:
    """What an entity fills in without a date is told as of the day it was asked for.

    What it leaves empty says nothing.
    """
    if request is None:
        return rows
    return tuple(
        replace(
            row,
            as_of=row.as_of or (request.as_of if row.has_entry or row.next_steps else ""),
            emptied=frozenset(),
            is_answer=True,
            entity=request.entity,
        )
        for row in rows
    )


def _emptied(row: SheetRow, table: SheetTable) -> frozenset[str]:
    if not row.text("ID"):
        return frozenset()
    return frozenset(name for name in table.places.keys() - row.unread if not row.text(name))


def _workstream(row: SheetRow, table: SheetTable) -> WorkstreamRow:
    return WorkstreamRow(
        row.number,
        row.text("ID"),
        row.text("Name"),
        row.lines("Aliases"),
        row.text("Short name"),
        row.text("Kind"),
        row.text("Parent"),
        row.text("Chapter"),
        row.text("Letter"),
        row.long_text("Leads"),
        row.long_text("Members"),
        row.long_text("Purpose"),
        row.long_text("Co-chairs"),
        row.long_text("Focal points"),
        row.long_text("Officer"),
        row.text("Proposer"),
        _emptied(row, table),
    )


class _TaskReader:
    """Reads task rows with one date order; collects notes on cells it did not understand."""

    def __init__(self, table: SheetTable | None, order: cell_dates.DateOrder | None, file: str = "") -> None:
        self.table = table
        self.file = file
        dates = [row.text("As of") for row in table.rows] if table else []
        self.order = order or cell_dates.order_of(dates)
        self.notes: list[str] = []

    def read(self, row: SheetRow) -> TaskRow:
        """One row of the sheet."""
        progress = row.long_text("Progress")
        status, progress = self._status(row, progress)
        return TaskRow(
            row.number,
            row.text("ID"),
            row.text("Chapter"),
            row.text("Workstream"),
            row.long_text("Task"),
            row.long_text("Source"),
            row.long_text("Responsible"),
            row.text("Due"),
            status,
            progress,
            row.long_text("Next steps"),
            self._date(row, "As of"),
            row.text("Decision"),
            self._date(row, "Since"),
            self._date(row, "Left"),
            self.file,
            _emptied(row, self.table) if self.table else frozenset(),
            row.unread,
        )

    def _status(self, row: SheetRow, progress: str) -> tuple[str, str]:
        """Status and text; a status nobody knows stays as the beginning of the text."""
        written = row.text("Status")
        status = statuses.task_status(written)
        if written and not status:
            self.notes.append(f"Status “{written}” was not understood ({self._place(row, 'Status')}).")
            return "", f"{written.rstrip(':')}: {progress}" if progress else written
        if not written and not row.text("ID"):
            head, colon, rest = progress.partition(":")
            said = statuses.task_status(head) if colon and len(head) < 20 else ""
            if said:
                return said, rest.strip()
        return status, progress

    def _date(self, row: SheetRow, column: str) -> str:
        cell = row.cells.get(column)
        found = cell_dates.iso_date(cell, self.order)
        if cell not in (None, "") and not found:
            so = "; the entry has no date" if column == "As of" else ""
            place = self._place(row, column)
            self.notes.append(f"Date “{row.text(column)}” was not understood{so} ({place}).")
        return found

    def _place(self, row: SheetRow, column: str) -> str:
        return f"{self.table.name} {self.table.place(row, column)}" if self.table else ""
