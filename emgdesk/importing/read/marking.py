"""In the reading child: a copy of the user's own workbook with cells marked and reasons as comments."""

import io
import zipfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from openpyxl import Workbook, load_workbook
from openpyxl.styles import PatternFill

from emgdesk.errors import InputError
from emgdesk.importing.read.cached import Cached, cached_values, put_back
from emgdesk.importing.read.comments import AUTHOR, comment
from emgdesk.importing.read.marks import FILL, SAID, SheetMarks
from emgdesk.importing.read.package import Package, open_package
from emgdesk.importing.read.source import Source
from emgdesk.importing.read.workbook import sheet_parts
from emgdesk.importing.read.zipped import FAULTS


def write_marked(source: Source, marks: Sequence[SheetMarks], target: Path) -> None:
    """Write the copy of an .xlsx or .xlsm workbook, macros left out, to `target`.

    Raises InputError when openpyxl cannot hold the workbook, OSError when the copy cannot be written.
    """
    package = open_package(source)
    try:
        copy, values = _marked(source, package, marks)
    except FAULTS as fault:
        raise InputError(f"{source.name} cannot be copied as it is.") from fault
    with zipfile.ZipFile(copy) as book, target.open("wb") as out:
        put_back(book, values, out)


def _marked(
    source: Source, package: Package, marks: Sequence[SheetMarks]
) -> tuple[io.BytesIO, dict[str, dict[str, Cached]]]:
    book = load_workbook(io.BytesIO(source.data), rich_text=True)
    for sheet in marks:
        _mark(book[sheet.sheet], sheet)
    book.active = book.sheetnames.index(marks[0].sheet)
    for worksheet in book.worksheets:
        _keep_dates(worksheet)
        # Of several selected sheets each would take in what is typed into one.
        worksheet.sheet_view.tabSelected = worksheet.title == marks[0].sheet
    values = {
        f"xl/worksheets/sheet{place}.xml": cached_values(package.part(part))
        for place, part in enumerate(_parts(package, book), 1)
    }
    copy = io.BytesIO()
    book.save(copy)
    return copy, values


def _keep_dates(worksheet: Any) -> None:
    """Dates a program wrote as such, without a format: openpyxl would save bare numbers."""
    for cell in worksheet._cells.values():
        if cell.data_type == "d" and cell.number_format == "General":
            cell.number_format = "yyyy-mm-dd hh:mm"


def _parts(package: Package, book: Workbook) -> list[str]:
    """The parts of the worksheets, in the order openpyxl numbers them anew."""
    parts = sheet_parts(package)
    return [parts[worksheet.title] for worksheet in book.worksheets]


def _mark(worksheet: Any, marks: SheetMarks) -> None:
    _take_away_marks(worksheet)
    present = worksheet._cells  # private: asking a sheet for its cells makes those that are not there
    top = marks.header_row or min((row for row, _ in present), default=1)
    left = min((column for row, column in present if row == top), default=1)
    for mark in marks.rows:
        _cell(worksheet, mark.row, mark.column).fill = PatternFill("solid", fgColor=FILL)
    for (row, column), said in marks.comments((top, left - 1)).items():
        _say(_cell(worksheet, row, column), said)


def _cell(worksheet: Any, row: int, column: int) -> Any:
    """The cell to mark: of merged ones the first, which alone can be written to."""
    for merged in worksheet.merged_cells.ranges:
        if merged.min_row <= row <= merged.max_row and merged.min_col <= column + 1 <= merged.max_col:
            return worksheet.cell(merged.min_row, merged.min_col)
    return worksheet.cell(row, column + 1)


def _say(cell: Any, said: str) -> None:
    kept = f"{cell.comment.text}\n\n" if cell.comment else ""
    cell.comment = comment(kept + said, cell.comment.author if cell.comment else AUTHOR)


def _take_away_marks(worksheet: Any) -> None:
    """The sheet without the marks an earlier copy was given."""
    for cell in worksheet._cells.values():
        if cell.comment and SAID in cell.comment.text:
            kept = cell.comment.text.partition(SAID)[0].rstrip()
            cell.comment = comment(kept, cell.comment.author) if kept else None
            if cell.fill.fgColor.rgb == FILL:
                cell.fill = PatternFill()
