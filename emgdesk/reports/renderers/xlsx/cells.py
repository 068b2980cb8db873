"""The cells of a sheet: text as text, dates as dates, each look made once."""

import re
from collections.abc import Iterator, Sequence
from datetime import date, datetime, time
from typing import Any, NamedTuple

from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Font, PatternFill, Protection

from emgdesk.errors import OutputError
from emgdesk.reports.sheets import SheetColumn, Value

LONGEST_TEXT = 32_767
"""Characters a cell of a workbook holds."""
WIDE = 60
"""A text as long as this is wrapped."""

_FORMULA_STARTS = ("=", "+", "-", "@")
_NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_HEADER_FILL = PatternFill("solid", fgColor="FFE9EDF2")
_OPEN_FILL = PatternFill("solid", fgColor="FFFFF9E5")
_QUIET_FILL = PatternFill("solid", fgColor="FFF2F2F2")


class _Look(NamedTuple):
    """How a cell is dressed; `form` is a number format, "" for the general one."""

    form: str = ""
    quoted: bool = False
    wrapped: bool = False
    header: bool = False
    quiet: bool = False
    open: bool = False


class Pen:
    """Makes the cells of one sheet (`target` is openpyxl's); the style of each look is made once.

    With `all_styled` every cell has one, so that short texts stand on top beside long ones.
    """

    def __init__(self, target: Any, title: str, columns: Sequence[SheetColumn], *, all_styled: bool) -> None:
        self._target, self._title, self._columns = target, title, columns
        self._all_styled = all_styled
        self._styles: dict[_Look, Any] = {}

    def header(self) -> list[Any]:
        """The cells of the header row."""
        return [self._text(column.header, _Look(header=True)) for column in self._columns]

    def row(self, values: Sequence[Value], number: int) -> list[Any]:
        """The cells of a row. Raises OutputError naming the cell whose text is too long."""
        return list(self._cells(values, number))

    def _cells(self, values: Sequence[Value], number: int) -> Iterator[Any]:
        for at, (column, value) in enumerate(zip(self._columns, values, strict=False)):
            look = _Look(quiet=column.quiet, open=column.open)
            if isinstance(value, str):
                self._refuse_too_long(value, at, number)
                yield self._of_text(value, look)
            elif isinstance(value, date | datetime | time):
                yield self._dated(value, look)
            else:
                yield self._plain(value, look)

    def _refuse_too_long(self, text: str, at: int, number: int) -> None:
        if len(text) * 2 <= LONGEST_TEXT:
            return
        length = len(text.encode("utf-16-le")) // 2  # as spreadsheets count
        if length > LONGEST_TEXT:
            place = f"{self._title}!{letter_of(at)}{number}"
            raise OutputError(
                f"The text for cell {place} has {length:,} characters, a cell holds {LONGEST_TEXT:,}.",
                place=place,
            )

    def _of_text(self, text: str, look: _Look) -> Any:
        text = _NOT_IN_XML.sub("", text).replace("\r\n", "\n")
        if not text:
            return self._plain(None, look)
        quoted, wrapped = text.startswith(_FORMULA_STARTS), "\n" in text or len(text) >= WIDE
        if quoted or wrapped:
            return self._text(text, look._replace(form="@" if quoted else "", quoted=quoted, wrapped=wrapped))
        return self._plain(text, look)

    def _plain(self, value: Any, look: _Look) -> Any:
        """A value that needs no dress of its own."""
        if not (look.open or look.quiet or (self._all_styled and value is not None)):
            return value
        if isinstance(value, str):
            return self._text(value, look)
        return self._dressed(WriteOnlyCell(self._target, value), look)

    def _text(self, text: str, look: _Look) -> Any:
        cell = WriteOnlyCell(self._target, text)
        cell.data_type = "s"
        return self._dressed(cell, look)

    def _dated(self, value: date | datetime | time, look: _Look) -> Any:
        cell: Any = WriteOnlyCell(self._target)
        cell.value = value
        if isinstance(value, datetime):
            form = "yyyy-mm-dd hh:mm"
        else:
            form = "hh:mm" if isinstance(value, time) else "yyyy-mm-dd"
        return self._dressed(cell, look._replace(form=form))

    def _dressed(self, cell: Any, look: _Look) -> Any:
        """The cell in this look; cells of one look share their style."""
        style = self._styles.get(look)
        if style is None:
            style = self._styles[look] = _style(self._target, look)
        cell._style = style
        return cell


def letter_of(index: int) -> str:
    """The letters of a column counted from 0: 27 -> "AB"."""
    letters = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def _style(target: Any, look: _Look) -> Any:
    cell: Any = WriteOnlyCell(target, "")
    if look.form:
        cell.number_format = look.form
    if look.quoted:
        cell.quotePrefix = True
    if look.header:
        cell.font, cell.fill = Font(bold=True), _HEADER_FILL
        cell.alignment = Alignment(vertical="center", wrap_text=True)
        return cell._style
    cell.alignment = Alignment(vertical="top", wrap_text=look.wrapped or look.open)
    if look.quiet:
        cell.font, cell.fill = Font(color="FF555555"), _QUIET_FILL
    if look.open:
        cell.fill, cell.protection = _OPEN_FILL, Protection(locked=False)
    return cell._style
