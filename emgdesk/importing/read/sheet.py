"""One worksheet part of an .xlsx file, read sparsely: only the rows and cells that are there."""

import re
from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import IO, TYPE_CHECKING
from xml.etree.ElementTree import Element, iterparse

from openpyxl.utils.cell import column_index_from_string, range_boundaries
from openpyxl.utils.datetime import from_excel, from_ISO8601
from openpyxl.worksheet._reader import (
    CELL_TAG, COL_TAG, FORMULA_TAG, HYPERLINK_TAG, INLINE_STRING, MERGE_TAG, ROW_TAG, VALUE_TAG, WorkSheetParser,
)  # fmt: skip
from openpyxl.xml.constants import REL_NS, SHEET_MAIN_NS

from emgdesk.importing.read.cells import duration, number, plain_text

if TYPE_CHECKING:
    from emgdesk.importing.tables import Cell

TEXT_TAG = f"{{{SHEET_MAIN_NS}}}t"
RUN_TAG = f"{{{SHEET_MAIN_NS}}}r"
_TRUE = ("1", "true")
_LINK_FORMULA = re.compile(r'HYPERLINK\(\s*"([^"]+)"', re.IGNORECASE)


def rich_text(element: Element) -> str:
    """The text of a string element: its own or that of all its runs, without phonetic guides."""
    parts = [child.text or "" for child in element if child.tag == TEXT_TAG]
    for run in element:
        if run.tag == RUN_TAG:
            parts += [child.text or "" for child in run if child.tag == TEXT_TAG]
    return plain_text("".join(parts))


class SparseParser(WorkSheetParser):
    """openpyxl's parser, of which only rows, columns, merges and links are asked.

    What decorates a sheet (views, rules, validations, page set-up) is passed over, so that
    a fault in it costs nothing; cells come as bare values instead of dictionaries.
    """

    def __init__(
        self,
        src: IO[bytes],
        shared_strings: list[str],
        epoch: datetime,
        date_formats: set[int],
        timedelta_formats: set[int],
    ) -> None:
        super().__init__(src, shared_strings, True, epoch, date_formats, timedelta_formats)
        self.hidden_rows: list[int] = []
        self.hidden_columns: list[tuple[int, int]] = []  # first and last, from 1
        self.merges: list[tuple[int, int, int, int]] = []
        self.link_refs: list[tuple[str, str, str]] = []  # cells, relation, place inside the target
        self.formula_links: dict[tuple[int, int], str] = {}
        self.uncalculated: list[tuple[int, int]] = []
        self.beyond_dates: list[tuple[int, int]] = []
        self._columns: dict[str, int] = {}

    def parse(self) -> Iterator[tuple[int, "list[Cell]"]]:
        """(row number, cells in column order) of every row that has cells."""
        for _, element in iterparse(self.source):
            tag = element.tag
            if tag == ROW_TAG:
                if len(element):
                    yield self.parse_row(element)
                else:
                    self._count_row(element)
                element.clear()
            elif tag == COL_TAG:
                self.parse_column_dimensions(element)
            elif tag == MERGE_TAG:
                self._parse_merges(element)
                element.clear()
            elif tag == HYPERLINK_TAG:
                self._parse_links(element)
                element.clear()

    def _count_row(self, row: Element) -> None:
        given = row.get("r")
        self.row_counter = int(float(given)) if given else self.row_counter + 1

    def parse_row(self, row: Element) -> tuple[int, "list[Cell]"]:
        self._count_row(row)
        self.col_counter = 0
        if row.get("hidden") in _TRUE:
            self.hidden_rows.append(self.row_counter)
        cells: list[Cell] = []
        columns = self._columns
        for element in row:
            if element.tag != CELL_TAG:
                continue
            coordinate = element.get("r")
            if coordinate:
                letters = coordinate.rstrip("0123456789")
                column = columns.get(letters) or self._column(letters)
            else:
                column = self.col_counter + 1
            self.col_counter = column
            if len(element):
                value = self.parse_cell(element)
                if value is not None:
                    missing = column - len(cells) - 1
                    if missing > 0:
                        cells += [None] * missing
                    if missing >= 0:
                        cells.append(value)
                    else:
                        cells[column - 1] = value
        return self.row_counter, cells

    def _column(self, letters: str) -> int:
        column = self._columns[letters] = int(column_index_from_string(letters.strip("$").upper()))
        return column

    def parse_cell(self, element: Element) -> "Cell":
        kind = element.get("t", "n")
        if kind == "inlineStr":
            child = element.find(INLINE_STRING)
            return rich_text(child) if child is not None else None
        written = element.findtext(VALUE_TAG) or None
        if element[0].tag == FORMULA_TAG:
            self._look_at_formula(element[0].text, written is None and kind != "str")
        if written is None:
            return None
        if kind == "s":
            return self._shared(written)
        if kind == "n":
            return self._number(written, element.get("s"))
        if kind == "b":
            return written.strip().lower() in _TRUE
        if kind == "d":
            return self._iso_date(written)
        return plain_text(written)  # the text of a formula, or an error such as #REF!

    def _shared(self, written: str) -> str:
        index = int(written)
        if index < 0:
            raise IndexError("a negative number of a shared string")
        return self.shared_strings[index]

    def _number(self, written: str, style: str | None) -> "Cell":
        value = number(written)
        if not style or isinstance(value, str) or int(style) not in self.date_formats:
            return value
        span = int(style) in self.timedelta_formats
        try:
            date = from_excel(value, self.epoch, timedelta=span)
        except (OverflowError, ValueError):
            self.beyond_dates.append((self.row_counter, self.col_counter - 1))
            return value
        return duration(date) if isinstance(date, timedelta) else date

    def _iso_date(self, written: str) -> "Cell":
        try:
            date = from_ISO8601(written)
        except ValueError:
            return written
        return duration(date) if isinstance(date, timedelta) else date

    def _look_at_formula(self, formula: str | None, uncalculated: bool) -> None:
        place = (self.row_counter, self.col_counter - 1)
        if uncalculated:
            self.uncalculated.append(place)
        if formula and (match := _LINK_FORMULA.match(formula)):
            self.formula_links[place] = match[1]

    def parse_column_dimensions(self, col: Element) -> None:
        if col.get("hidden") in _TRUE:
            first = int(col.get("min", "1"))
            self.hidden_columns.append((first, int(col.get("max", first))))

    def _parse_merges(self, element: Element) -> None:
        for merge in element:
            if ref := merge.get("ref"):
                left, top, right, bottom = range_boundaries(ref)
                self.merges.append((top, left - 1, bottom, right - 1))

    def _parse_links(self, element: Element) -> None:
        for link in element:
            relation = link.get(f"{{{REL_NS}}}id")
            if relation and (ref := link.get("ref")):
                self.link_refs.append((ref, relation, link.get("location", "")))
