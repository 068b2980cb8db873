"""The cells of a sheet: text as text, dates as dates, each look made once."""

import re
from collections.abc import Iterator, Sequence
from datetime import date, datetime, time
from typing import Any, NamedTuple

from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side

from emgdesk.errors import OutputError
from emgdesk.reports.sheets import SheetColumn, Value

LONGEST_TEXT = 32_767
"""Characters a cell of a workbook holds."""
WIDE = 60
"""A text as long as this is wrapped, and one with blanks that is longer than its column is wide."""

_LINE, _TALLEST = 15.0, 409.0  # points of one line of text, and that a row may have
_FACE = "Calibri"
_FORMULA_STARTS = ("=", "+", "-", "@")
_NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_HEADER_FILL = PatternFill("solid", fgColor="FFE9EDF2")
_OPEN_FILL = PatternFill("solid", fgColor="FFFFF9E5")
_QUIET_FILL = PatternFill("solid", fgColor="FFF2F2F2")
_THIN = Side("thin", color="FFD0D5DB")
_GRID = Border(_THIN, _THIN, _THIN, _THIN)


class _Look(NamedTuple):
    """How a cell is dressed; `form` is a number format, "" for the general one."""

    form: str = ""
    quoted: bool = False
    wrapped: bool = False
    header: bool = False
    quiet: bool = False
    open: bool = False
    guarded: bool = False


class Pen:
    """Makes the cells of one sheet (`target` is openpyxl's); the style of each look is made once.

    `widths` are those of its columns in letters. With `all_styled` every cell has a style, so that short
    texts stand on top beside long ones, and every row the height its texts ask for. On a `guarded` sheet
    the cells that may be filled in are told from the others by their colour.
    """

    def __init__(
        self,
        target: Any,
        title: str,
        columns: Sequence[SheetColumn],
        widths: Sequence[float],
        *,
        all_styled: bool,
        guarded: bool = False,
    ) -> None:
        self._target, self._title = target, title
        self._columns, self._widths = columns, widths
        self._guarded = guarded
        self._all_styled = all_styled
        self._styles: dict[_Look, Any] = {}

    def header(self) -> list[Any]:
        """The cells of the header row."""
        return [self._text(column.header, _Look(header=True)) for column in self._columns]

    def row(self, values: Sequence[Value], number: int) -> list[Any]:
        """The cells of a row. Raises OutputError naming the cell whose text is too long."""
        if self._all_styled:
            self._set_height(values, number)
        return list(self._cells(values, number))

    def _set_height(self, values: Sequence[Value], number: int) -> None:
        """Say how high the row is: not every program finds out. It grows with what is typed all the same,
        which a height set through openpyxl would not.
        """
        lines = max(
            (
                lines_of(value, width)
                for value, width in zip(values, self._widths, strict=False)
                if isinstance(value, str) and is_wrapped(value, width)
            ),
            default=1,
        )
        if lines > 1:
            self._target.row_dimensions[number] = {"ht": f"{min(lines * _LINE, _TALLEST):g}"}

    def _cells(self, values: Sequence[Value], number: int) -> Iterator[Any]:
        for at, (column, value) in enumerate(zip(self._columns, values, strict=False)):
            look = _Look(quiet=column.quiet, open=column.open, guarded=self._guarded)
            if isinstance(value, str):
                self._refuse_too_long(value, at, number)
                yield self._of_text(value, look._replace(wrapped=is_wrapped(value, self._widths[at])))
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
        if text.startswith(_FORMULA_STARTS):
            return self._text(text, look._replace(form="@", quoted=True))
        return self._text(text, look) if look.wrapped else self._plain(text, look)

    def _plain(self, value: Any, look: _Look) -> Any:
        """A value that needs no dress of its own."""
        if not (look.open or look.quiet or look.guarded or (self._all_styled and value is not None)):
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


def is_wrapped(text: str, width: float) -> bool:
    """Whether a text takes more than one line in a column of this width."""
    return "\n" in text or len(text) >= WIDE or (len(text) > width and " " in text)


def lines_of(text: str, width: float) -> int:
    """How many lines a wrapped text takes in a column `width` letters wide, words kept whole."""
    room = max(1, int(width) - 2)  # a line is seldom full
    return sum(max(1, -(-len(line) // room)) for line in text.split("\n"))


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
        cell.font, cell.fill = Font(name=_FACE, size=11, bold=True), _HEADER_FILL
        cell.alignment = Alignment(vertical="center", wrap_text=True)
        return cell._style
    cell.alignment = Alignment(vertical="top", wrap_text=look.wrapped or look.open)
    if look.quiet:
        cell.font = Font(name=_FACE, size=11, color="FF555555")
    if look.guarded:
        cell.fill, cell.border = _OPEN_FILL if look.open else _QUIET_FILL, _GRID
    if look.open:
        cell.protection = Protection(locked=False)
    return cell._style
