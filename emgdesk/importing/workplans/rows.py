"""The sheets of a work-plan workbook as records, before anything is matched."""

from dataclasses import dataclass

from emgdesk.domain import statuses
from emgdesk.domain.workbooks import TASKS, WORKSTREAMS
from emgdesk.errors import InputError
from emgdesk.importing.sheets import cell_dates
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

    @property
    def has_entry(self) -> bool:
        """Whether the row reports progress: a status alone does."""
        return bool(self.status or self.progress)


@dataclass(frozen=True, slots=True)
class WorkplanRows:
    """Both sheets, in file order, and what was not read."""

    workstreams: tuple[WorkstreamRow, ...]
    tasks: tuple[TaskRow, ...]
    has_workstreams: bool
    has_tasks: bool
    notes: tuple[str, ...]


def read_workplan(raw: RawFile, date_order: cell_dates.DateOrder | None = None) -> WorkplanRows:
    """The rows of a work-plan workbook. Raises `InputError` if it has neither of its sheets."""
    streams, tasks = sheet_table(raw, WORKSTREAMS), sheet_table(raw, TASKS)
    if streams is None and tasks is None:
        raise InputError(
            f"{raw.name} is no work plan: it has no sheet “Tasks” or “Workstreams” with their columns."
        )
    notes = [*raw.notes, *_unread(raw)]
    for table in (streams, tasks):
        notes += (
            [f"Column “{label}” of sheet “{table.name}” was not read." for label in table.unknown]
            if table
            else []
        )
        notes += [said for row in table.rows for said in row.faults] if table else []
    reader = _TaskReader(tasks, date_order)
    rows = tuple(reader.read(row) for row in tasks.rows) if tasks else ()
    return WorkplanRows(
        tuple(map(_workstream, streams.rows)) if streams else (),
        rows,
        streams is not None,
        tasks is not None,
        (*notes, *reader.notes),
    )


def _unread(raw: RawFile) -> list[str]:
    read = (find_sheet(raw, "Workstreams"), find_sheet(raw, "Tasks"))
    return [
        f"Sheet “{sheet.name}” ({data_rows(sheet)} rows) is not yet read."
        for sheet in raw.sheets
        if sheet.rows and sheet not in read
    ]


def _workstream(row: SheetRow) -> WorkstreamRow:
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
    )


class _TaskReader:
    """Reads task rows with one date order; collects notes on cells it did not understand."""

    def __init__(self, table: SheetTable | None, order: cell_dates.DateOrder | None) -> None:
        self.table = table
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
            self._date(row),
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

    def _date(self, row: SheetRow) -> str:
        cell = row.cells.get("As of")
        found = cell_dates.iso_date(cell, self.order)
        if cell not in (None, "") and not found:
            self.notes.append(f"Date “{row.text('As of')}” was not understood ({self._place(row, 'As of')}).")
        return found

    def _place(self, row: SheetRow, column: str) -> str:
        return f"{self.table.name} {self.table.place(row, column)}" if self.table else ""
