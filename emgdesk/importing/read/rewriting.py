"""The cells of a file that was read, written to a new workbook in the same places and marked."""

import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack
from datetime import date, datetime, time
from io import BytesIO
from itertools import repeat
from pathlib import Path
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import Cell as WrittenCell
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import PatternFill
from openpyxl.utils import get_column_letter

from emgdesk.errors import OutputError
from emgdesk.importing.read.comments import comment
from emgdesk.importing.read.marks import FILL, SheetMarks
from emgdesk.importing.tables import Cell, RawFile, RawSheet
from emgdesk.jobs import Job

_LONGEST_TEXT = 32_767  # characters a cell of a workbook holds
_LAST_ROW = 1_048_576
_LONGEST_TITLE = 31
_FORMULA_STARTS = ("=", "+", "-", "@")
_NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_NOT_IN_TITLE = re.compile(r"[\[\]:*?/\\]")

_Place = tuple[int, int]  # row number, column from 0


def write_cells(raw: RawFile, marks: Sequence[SheetMarks], target: Path, job: Job) -> None:
    """Write every sheet of `raw` to a new workbook.

    Raises OutputError when a text is longer than a cell holds, OSError, CancelledError.
    """
    workbook = Workbook(write_only=True)
    by_name = {sheet.sheet: sheet for sheet in marks}
    content = BytesIO()  # openpyxl leaves an archive half open when the disk fails it
    with ExitStack() as unfinished:
        for title, sheet in zip(_titles(raw), raw.sheets, strict=True):
            worksheet: Any = workbook.create_sheet(title)
            unfinished.callback(worksheet.close)
            worksheet.sheet_state = "hidden" if sheet.hidden else "visible"
            if marked := by_name.get(sheet.name):
                workbook.active = len(workbook.sheetnames) - 1
            _fill(worksheet, sheet, marked, raw.name, job)
        unfinished.pop_all()
    workbook.save(content)
    target.write_bytes(content.getbuffer())


def _titles(raw: RawFile) -> Iterator[str]:
    """The sheets' names as Excel allows them; that of a text table is "Sheet1"."""
    for number, sheet in enumerate(raw.sheets, 1):
        yield _NOT_IN_XML.sub("", _NOT_IN_TITLE.sub("_", sheet.name))[:_LONGEST_TITLE] or f"Sheet{number}"


def _fill(worksheet: Any, sheet: RawSheet, marks: SheetMarks | None, file: str, job: Job) -> None:
    marked = {(mark.row, mark.column) for mark in marks.rows} if marks else set()
    said = marks.comments(_first(sheet, marks)) if marks else {}
    places: dict[int, list[_Place]] = {}
    for place in {*marked, *said}:
        places.setdefault(place[0], []).append(place)
    spaced = bool(sheet.numbers) and sheet.numbers[-1] <= _LAST_ROW
    written = 0
    for number, row in zip(sheet.numbers, sheet.rows, strict=True):
        if written % 500 == 0:
            job.check_cancelled()
            job.report(f"Copying {file}", written, len(sheet.rows))
        while spaced and written < number - 1:
            worksheet.append(())
            written += 1
        written += 1
        cells = list(_values(worksheet, row, f"{file}, row {number}"))
        found = places.get(number)
        worksheet.append(_commented(worksheet, cells, found, marked, said) if found else cells)


def _commented(
    worksheet: Any, cells: list[Any], places: list[_Place], marked: set[_Place], said: Mapping[_Place, str]
) -> list[Any]:
    """The row with its marks. Every cell is one of its own: openpyxl would hand a comment on to the next."""
    cells += repeat(None, 1 + max(column for _, column in places) - len(cells))
    row = [cell if isinstance(cell, WrittenCell) else WriteOnlyCell(worksheet, cell) for cell in cells]
    for place in places:
        cell: Any = row[place[1]]
        if place in marked:
            cell.fill = PatternFill("solid", fgColor=FILL)
        if place in said:
            cell.comment = comment(said[place])
    return row


def _first(sheet: RawSheet, marks: SheetMarks) -> tuple[int, int]:
    """Where something is said of the whole sheet: the first filled cell of its header, else of the sheet."""
    rows = dict(zip(sheet.numbers, sheet.rows, strict=True))
    top = marks.header_row or next(iter(sheet.numbers), 1)
    return top, next((at for at, cell in enumerate(rows.get(top, ())) if cell is not None), 0)


def _values(worksheet: Any, row: Sequence[Cell], where: str) -> Iterator[Any]:
    for column, value in enumerate(row):
        if isinstance(value, str):
            if len(value) > _LONGEST_TEXT:
                letter = get_column_letter(column + 1)
                raise OutputError(
                    f"The text in column {letter} of {where} has {len(value):,} characters, "
                    f"a cell of a workbook holds {_LONGEST_TEXT:,}."
                )
            yield _text(worksheet, _NOT_IN_XML.sub("", value))
        elif isinstance(value, date | time):
            yield _dated(worksheet, value)
        else:
            yield value


def _text(worksheet: Any, value: str) -> Any:
    """Text as text, whatever it begins with; a plain one needs no cell of its own."""
    if not value.startswith((*_FORMULA_STARTS, "#")):
        return value
    cell = WriteOnlyCell(worksheet, value)
    cell.data_type = "s"
    cell.number_format = "@"
    cell.quotePrefix = True
    return cell


def _dated(worksheet: Any, value: date | time) -> Any:
    cell: Any = WriteOnlyCell(worksheet)
    cell.value = value
    if isinstance(value, datetime):
        cell.number_format = "yyyy-mm-dd hh:mm"
    else:
        cell.number_format = "hh:mm" if isinstance(value, time) else "yyyy-mm-dd"
    return cell
