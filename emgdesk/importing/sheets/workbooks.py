"""Sheets of the desk's own workbooks: rows by column name, whatever the order of columns."""

from collections.abc import Mapping
from dataclasses import dataclass

from emgdesk.domain.folding import fold
from emgdesk.domain.workbooks import SheetForm
from emgdesk.importing.sheets.headers import column_letter, header_texts
from emgdesk.importing.tables import Cell, RawFile, RawSheet, text_of

_SEARCHED = 20


@dataclass(frozen=True, slots=True)
class SheetRow:
    """One row: its number as a spreadsheet shows it and its cells by column name."""

    number: int
    cells: Mapping[str, Cell]

    def text(self, column: str) -> str:
        """A short text, spaces and line breaks single; "" for a missing column."""
        return " ".join(text_of(self.cells.get(column)).split())

    def long_text(self, column: str) -> str:
        """A text with its lines, trimmed at both ends; blanks at line ends gone."""
        text = text_of(self.cells.get(column)).replace("\r\n", "\n").replace("\r", "\n")
        return "\n".join(line.rstrip() for line in text.split("\n")).strip()

    def lines(self, column: str) -> tuple[str, ...]:
        """The non-blank lines of a cell: aliases stand one a line."""
        lines = (" ".join(line.split()) for line in self.long_text(column).split("\n"))
        return tuple(line for line in lines if line)


@dataclass(frozen=True, slots=True)
class SheetTable:
    """The rows of one sheet of a workbook; `unknown` are headers it has no column for."""

    name: str
    rows: tuple[SheetRow, ...]
    places: Mapping[str, str]  # column name -> its letter
    unknown: tuple[str, ...]

    def place(self, row: SheetRow, column: str) -> str:
        """A cell as a spreadsheet names it: "C8"."""
        return f"{self.places.get(column, '')}{row.number}"


def find_sheet(raw: RawFile, name: str) -> RawSheet | None:
    """The sheet of this name, compared without case."""
    return next((sheet for sheet in raw.sheets if fold(sheet.name) == fold(name)), None)


def sheet_table(raw: RawFile, form: SheetForm) -> SheetTable | None:
    """The rows of the sheet `form` describes; None if the file has no such sheet or no header in it."""
    sheet = find_sheet(raw, form.name)
    if sheet is None:
        return None
    known = {fold(column): column for column in (*form.columns, "ID")}
    best, at = max(
        ((len(set(_folded(row)) & known.keys()), -index) for index, row in enumerate(sheet.rows[:_SEARCHED])),
        default=(0, 0),
    )
    if not best:
        return None
    texts = header_texts(sheet.rows[-at])
    columns = {index: known[fold(text)] for index, text in enumerate(texts) if fold(text) in known}
    rows = tuple(
        SheetRow(number, {columns[i]: cell for i, cell in enumerate(row) if i in columns})
        for number, row in zip(sheet.numbers[1 - at :], sheet.rows[1 - at :], strict=True)
        if any(cell not in (None, "") for cell in row)
    )
    unknown = tuple(text for index, text in enumerate(texts) if text and index not in columns)
    return SheetTable(sheet.name, rows, {name: column_letter(i) for i, name in columns.items()}, unknown)


def _folded(row: tuple[Cell, ...]) -> list[str]:
    return [fold(cell) for cell in row if isinstance(cell, str)]


def data_rows(sheet: RawSheet) -> int:
    """The number of rows below the header of a sheet."""
    return max(0, len(sheet.rows) - 1)
