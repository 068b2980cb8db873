"""Sheets of the desk's own workbooks: rows by column name, whatever the order of columns."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from emgdesk.domain.folding import fold
from emgdesk.domain.workbooks import SheetForm
from emgdesk.errors import InputError
from emgdesk.importing.sheets.headers import column_letter, header_texts
from emgdesk.importing.tables import Cell, RawFile, RawSheet, is_error, text_of

_SEARCHED = 20
_SPANNING = frozenset(("Chapter", "Workstream", "Heading"))
"""Columns in which secretaries merge a cell over the rows it is told of."""


@dataclass(frozen=True, slots=True)
class SheetRow:
    """One row: its number as a spreadsheet shows it and its cells by column name.

    `unread` are columns whose cell cannot be read, which is not to be empty; `faults` say so in sentences.
    """

    number: int
    cells: Mapping[str, Cell]
    unread: frozenset[str] = frozenset()
    faults: tuple[str, ...] = ()

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
    """The rows of the sheet `form` describes; None if the file has no such sheet or no header in it.

    Raises InputError if two headers name one column.
    """
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
    _refuse_doubles(raw, form, columns, sheet.numbers[-at])
    flaws = _flaws(sheet, form, columns, sheet.numbers[-at])
    filled = {
        number: {columns[i]: cell for i, cell in enumerate(row) if i in columns}
        for number, row in zip(sheet.numbers[1 - at :], sheet.rows[1 - at :], strict=True)
        if any(cell not in (None, "") for cell in row)
    }
    _fill_down(sheet, columns, sheet.numbers[-at], filled)
    numbers = sorted(filled.keys() | flaws.keys())
    rows = tuple(_row(number, filled.get(number, {}), flaws.get(number, {})) for number in numbers)
    unknown = tuple(text for index, text in enumerate(texts) if text and index not in columns)
    return SheetTable(sheet.name, rows, {name: column_letter(i) for i, name in columns.items()}, unknown)


def _refuse_doubles(raw: RawFile, form: SheetForm, columns: Mapping[int, str], header: int) -> None:
    first: dict[str, str] = {}
    for index, name in columns.items():
        place = f"{form.name} {column_letter(index)}{header}"
        if first.setdefault(name, place) != place:
            raise InputError(
                f"Column “{name}” stands twice in {raw.name} ({first[name]}, {place}).", place=place
            )


def _row(number: int, cells: dict[str, Cell], flaws: Mapping[str, str]) -> SheetRow:
    """A row without the cells that cannot be read."""
    kept = {name: cell for name, cell in cells.items() if name not in flaws}
    faults = tuple(dict.fromkeys(said for said in flaws.values() if said))
    return SheetRow(number, kept, frozenset(flaws), faults)


def _flaws(
    sheet: RawSheet, form: SheetForm, columns: Mapping[int, str], header: int
) -> dict[int, dict[str, str]]:
    """By row and column the cells that cannot be read, each with a sentence, "" where one is said already."""
    flaws: dict[int, dict[str, str]] = defaultdict(dict)
    for number, index in sheet.uncalculated:
        if index in columns and number > header:
            place = f"{form.name} {column_letter(index)}{number}"
            flaws[number][columns[index]] = f"{place} holds a formula the file has no value for."
    for number, row in zip(sheet.numbers, sheet.rows, strict=True):
        for index, cell in enumerate(row):
            if isinstance(cell, str) and index in columns and is_error(cell.strip()) and number > header:
                place = f"{form.name} {column_letter(index)}{number}"
                flaws[number][columns[index]] = f"{place} holds {cell.strip()}, an error of the spreadsheet."
    for area in sheet.merges:
        _note_merge(area, sheet, form, columns, header, flaws)
    return flaws


def _note_merge(
    area: tuple[int, int, int, int],
    sheet: RawSheet,
    form: SheetForm,
    columns: Mapping[int, str],
    header: int,
    flaws: dict[int, dict[str, str]],
) -> None:
    """All cells of a merge but its first hold nothing; its first row says so."""
    top, left, bottom, right = area
    if left == right and columns.get(left) in _SPANNING:
        return
    low, high = bisect_left(sheet.numbers, max(top, header + 1)), bisect_right(sheet.numbers, bottom)
    corner = f"{column_letter(left)}{top}"
    said = f"{form.name} {corner}:{column_letter(right)}{bottom} is merged: only {corner} is read."
    for number in sheet.numbers[low:high]:
        for index in columns.keys() & range(left, right + 1):
            if (number, index) != (top, left):
                flaws[number][columns[index]] = said
                said = ""


def _fill_down(
    sheet: RawSheet, columns: Mapping[int, str], header: int, filled: Mapping[int, dict[str, Cell]]
) -> None:
    """What one merged cell says of the rows beside it, where it names the group they belong to."""
    for top, left, bottom, right in sheet.merges:
        name = columns.get(left, "")
        if left != right or name not in _SPANNING or top <= header:
            continue
        low, high = bisect_left(sheet.numbers, top), bisect_right(sheet.numbers, bottom)
        for number in sheet.numbers[low:high]:
            if number in filled and number != top:
                filled[number][name] = filled.get(top, {}).get(name)


def _folded(row: tuple[Cell, ...]) -> list[str]:
    return [fold(cell) for cell in row if isinstance(cell, str)]


def data_rows(sheet: RawSheet) -> int:
    """The number of rows below the header of a sheet."""
    return max(0, len(sheet.rows) - 1)
