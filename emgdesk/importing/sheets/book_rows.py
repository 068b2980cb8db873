"""The sheets of a workbook of the desk as rows of texts, and what two spellings of a cell share."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from emgdesk.domain.folding import words
from emgdesk.domain.workbooks import SheetForm
from emgdesk.importing.sheets.workbooks import SheetRow, SheetTable, sheet_table
from emgdesk.importing.tables import RawFile, quoted

LONG = frozenset(
    (
        "Text", "Adopted text", "Reservation by", "Reservation", "Footnotes", "Web address", "Note", "Notes",
        "Draft conclusion", "Stage note", "Entities",
    )
)  # fmt: skip
"""Columns whose lines are kept; the others are one line."""
_NOT_IN_CELLS = re.compile("[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\ufffe\\uffff]")


@dataclass(frozen=True, slots=True)
class FileRow:
    """A row of a sheet: `cells` are the texts of the columns that are filled."""

    sheet: str
    number: int
    id: str
    cells: Mapping[str, str]
    source: SheetRow
    table: SheetTable

    def get(self, column: str) -> str:
        """The text of a column, "" where it is empty or not there."""
        return self.cells.get(column, "")

    def leaves(self, column: str) -> bool:
        """Whether the file says nothing of a column: it is not there, or this cell cannot be read."""
        return column not in self.table.places or column in self.source.unread

    def place(self, column: str) -> str:
        """The cell as a sentence names it: "Agenda C8", the row where the sheet has no such column."""
        if column not in self.table.places:
            return f"{self.sheet} row {self.number}"
        return f"{self.sheet} {self.table.place(self.source, column)}"


@dataclass(frozen=True, slots=True)
class BookSheet:
    """A sheet as read; `columns` are those of its form it has."""

    name: str
    rows: tuple[FileRow, ...] = ()
    columns: frozenset[str] = frozenset()
    notes: tuple[str, ...] = field(default=())


def read_sheet(raw: RawFile, form: SheetForm) -> BookSheet | None:
    """The rows of a sheet that hold anything in a column the desk knows; None if it is not there."""
    table = sheet_table(raw, form)
    if table is None:
        return None
    rows = []
    for row in table.rows:
        cells = {name: text for name in form.columns if (text := _text(row, name))}
        if cells or row.faults:
            rows.append(FileRow(form.name, row.number, row.text("ID"), cells, row, table))
    notes = []
    if table.unknown:
        one = len(table.unknown) == 1
        what = "Column" if one else "Columns"
        was = "was" if one else "were"
        notes.append(f"{what} {quoted(table.unknown)} of sheet “{form.name}” {was} not read.")
    return BookSheet(form.name, tuple(rows), frozenset(table.places), tuple(notes))


def _text(row: SheetRow, column: str) -> str:
    return tidy(row.long_text(column)) if column in LONG else row.text(column)


def tidy(text: str) -> str:
    """A text as a cell keeps it: no control characters, no blanks at line ends, none around it."""
    plain = _NOT_IN_CELLS.sub("", text).replace("\r\n", "\n").replace("\r", "\n")
    return "\n".join(line.rstrip() for line in plain.split("\n")).strip()


def shown(column: str, text: str) -> str:
    """A text of the desk as its cell in `column` would be read."""
    return tidy(text) if column in LONG else " ".join(_NOT_IN_CELLS.sub("", text).split())


def key_of(text: str) -> str:
    """What two spellings of a heading or title share: case, accents, punctuation ignored."""
    return " ".join(words(text)) or " ".join(text.split())
