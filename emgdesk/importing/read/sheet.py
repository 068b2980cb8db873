"""One worksheet part of an .xlsx file, read sparsely: only the rows and cells that are there."""

import re
from collections.abc import Iterator
from datetime import datetime, timedelta
from itertools import islice
from typing import IO, TYPE_CHECKING
from xml.etree.ElementTree import Element, iterparse

from openpyxl.utils.cell import column_index_from_string, range_boundaries
from openpyxl.utils.datetime import from_excel, from_ISO8601
from openpyxl.worksheet._reader import (
    CELL_TAG,
    COL_TAG,
    FORMULA_TAG,
    HYPERLINK_TAG,
    INLINE_STRING,
    MERGE_TAG,
    ROW_TAG,
    VALUE_TAG,
    WorkSheetParser,
)
from openpyxl.xml.constants import REL_NS, SHEET_MAIN_NS

from emgdesk.importing.read.cells import duration, number, plain_text
from emgdesk.importing.read.formats import Formats

if TYPE_CHECKING:
    from emgdesk.importing.tables import Cell

_LAST_ROW, _LAST_COLUMN = 1_048_576, 16_384
MAX_PLACES = 200_000  # links, merged cells, or formulas without a value, that are told apart
_SIGN_OF_LIFE = 100_000  # empty rows and cells after which the parent is told that work goes on
_MAX_EMPTY = 12_000_000
_SHEET_TAG = f"{{{SHEET_MAIN_NS}}}worksheet"
_TEXT_TAG = f"{{{SHEET_MAIN_NS}}}t"
_RUN_TAG = f"{{{SHEET_MAIN_NS}}}r"
_TRUE = ("1", "true")
_LINK_FORMULA = re.compile(r'HYPERLINK\(\s*"([^"]+)"', re.IGNORECASE)


def rich_text(element: Element) -> str:
    """The text of a string element: its own or that of all its runs, without phonetic guides."""
    if len(element) == 1 and element[0].tag == _TEXT_TAG:
        return plain_text(element[0].text or "")
    parts = []
    for child in element:
        if child.tag == _TEXT_TAG:
            parts.append(child.text or "")
        elif child.tag == _RUN_TAG:
            parts += [text.text or "" for text in child if text.tag == _TEXT_TAG]
    return plain_text("".join(parts))


def area(ref: str | None) -> tuple[int, int, int, int] | None:
    """A reference such as "B2:D4" as first row, first column, last row, last column; columns from 0.

    None for what is no reference.
    """
    try:
        left, top, right, bottom = range_boundaries(ref or "")
    except ValueError:
        return None
    return top or 1, (left or 1) - 1, bottom or _LAST_ROW, (right or _LAST_COLUMN) - 1


class SparseParser(WorkSheetParser):
    """openpyxl's parser of a sheet, asked only for what a reader of tables needs.

    Its own `parse` makes an object of every decoration of the sheet (views, rules,
    validations, page set-up) and gives the sheet up when one is faulty; `rows` passes
    them over, and yields bare values instead of a dictionary for each cell.
    """

    def __init__(
        self,
        src: IO[bytes],
        shared_strings: list[str],
        epoch: datetime,
        formats: Formats,
    ) -> None:
        super().__init__(src, shared_strings, True, epoch)
        self._dates, self._spans = formats.dates, formats.spans
        self.hidden_rows: list[int] = []
        self.hidden_columns: set[tuple[int, int]] = set()  # first and last, from 1
        self.merges: list[tuple[int, int, int, int]] = []
        self.links: list[tuple[tuple[int, int, int, int], str, str]] = []  # area, relation, place in target
        self.formula_links: dict[tuple[int, int], str] = {}
        self.uncalculated: list[tuple[int, int]] = []
        self.beyond_dates: list[tuple[int, int]] = []
        self._columns: dict[str, int] = {}

    def rows(self) -> Iterator[tuple[int, "list[Cell]"]]:
        """(row number, cells in column order) of every row that holds a value.

        Among many empty rows now and then one comes without cells, as a sign of life.
        Raises ValueError if the part is no worksheet at all, or holds empty cells without end.
        """
        tag = ""
        empty = told = 0
        for _, element in iterparse(self.source):
            tag = element.tag
            if tag == ROW_TAG:
                self._count_row(element.get("r"))
                if len(element) and (cells := self._cells(element)):
                    if element.get("hidden") in _TRUE:
                        self.hidden_rows.append(self.row_counter)
                    yield self.row_counter, cells
                else:
                    empty += 1 + len(element)
                    if empty > told + _SIGN_OF_LIFE:
                        told = empty
                        yield self.row_counter, []
                    if empty > _MAX_EMPTY:
                        raise ValueError("more empty cells than anybody formats")
                element.clear()
            elif tag == COL_TAG:
                self._note_column(element)
            elif tag == MERGE_TAG:
                found = filter(None, (area(merge.get("ref")) for merge in element))
                self.merges += islice(found, MAX_PLACES - len(self.merges))
                element.clear()
            elif tag == HYPERLINK_TAG:
                self._note_links(element)
                element.clear()
        if tag != _SHEET_TAG:
            raise ValueError(f"a sheet whose outermost element is {tag}")

    def _count_row(self, given: str | None) -> None:
        self.row_counter = int(float(given)) if given else self.row_counter + 1
        if not 0 < self.row_counter <= _LAST_ROW:
            raise ValueError(f"a row {given}, which no sheet has")
        self.col_counter = 0

    def _cells(self, row: Element) -> "list[Cell]":
        cells: list[Cell] = []
        columns = self._columns
        for element in row:
            if element.tag != CELL_TAG:
                continue
            if coordinate := element.get("r"):
                letters = coordinate.rstrip("0123456789")
                column = columns.get(letters) or self._column(letters)
            else:
                column = self.col_counter + 1
            self.col_counter = column
            if len(element):
                value = self._value(element)
                if value is not None and value != "":
                    missing = column - len(cells) - 1
                    if missing >= 0:
                        cells += [None] * missing
                        cells.append(value)
                    else:
                        cells[column - 1] = value
        return cells

    def _column(self, letters: str) -> int:
        column = self._columns[letters] = int(column_index_from_string(letters.strip("$").upper()))
        return column

    def _value(self, element: Element) -> "Cell":
        kind = element.get("t", "n")
        if kind == "inlineStr":
            child = element.find(INLINE_STRING)
            return rich_text(child) if child is not None else None
        written = element.findtext(VALUE_TAG)
        if element[0].tag == FORMULA_TAG:
            self._note_formula(element[0].text, not written and kind != "str")
        if not written:
            return None
        if kind == "s":
            return self._shared(written)
        if kind == "n":
            return self._number(written, element.get("s"))
        if kind == "b":
            return written.strip().lower() in _TRUE
        if kind == "d":
            return self._iso_date(written)
        return plain_text(written)  # the text a formula gave, or an error such as #REF!

    def _shared(self, written: str) -> str:
        index = int(written)
        if index < 0:
            raise IndexError("a negative number of a shared string")
        return self.shared_strings[index]

    def _number(self, written: str, style: str | None) -> "Cell":
        value = number(written)
        if style not in self._dates or isinstance(value, str):
            return value
        try:
            date = from_excel(value, self.epoch, timedelta=style in self._spans)
        except (OverflowError, ValueError):
            self.beyond_dates.append(self._place())
            return value
        return duration(date) if isinstance(date, timedelta) else date

    def _iso_date(self, written: str) -> "Cell":
        try:
            date = from_ISO8601(written)  # type: ignore[no-untyped-call]
        except ValueError:
            return written
        return duration(date) if isinstance(date, timedelta) else date

    def _place(self) -> tuple[int, int]:
        return self.row_counter, self.col_counter - 1

    def _note_formula(self, formula: str | None, uncalculated: bool) -> None:
        if uncalculated and len(self.uncalculated) < MAX_PLACES:
            self.uncalculated.append(self._place())
        if formula and len(self.formula_links) < MAX_PLACES and (match := _LINK_FORMULA.match(formula)):
            self.formula_links[self._place()] = match[1]

    def _note_column(self, col: Element) -> None:
        if col.get("hidden") in _TRUE:
            first = int(col.get("min", "1"))
            self.hidden_columns.add((first, int(col.get("max", first))))

    def _note_links(self, element: Element) -> None:
        for link in element:
            relation = link.get(f"{{{REL_NS}}}id")
            if relation and (cells := area(link.get("ref"))):
                self.links.append((cells, relation, link.get("location", "")))
