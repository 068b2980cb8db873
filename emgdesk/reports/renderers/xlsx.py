"""Sheets to a workbook: header row frozen and filtered, widths set, text written as text."""

import re
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from datetime import date, datetime, time
from io import BytesIO
from pathlib import Path
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.chart import BarChart, Reference
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation

from emgdesk.errors import OutputError
from emgdesk.jobs import QUIET, Job
from emgdesk.reports.renderers.files import replacing
from emgdesk.reports.sheets import Sheet, SheetBars, Value

LONGEST_TEXT = 32_767
"""Characters a cell of a workbook holds."""

_NARROWEST, _WIDEST = 8, 60
_FORMULA_STARTS = ("=", "+", "-", "@")
_NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_HEADER_FONT = Font(bold=True)
_HEADER_FILL = PatternFill("solid", fgColor="FFE9EDF2")
_WRAPPED = Alignment(wrap_text=True, vertical="top")
_TOP = Alignment(vertical="top")


def write_sheets(sheets: Sequence[Sheet], path: Path, *, job: Job = QUIET) -> None:
    """Write a workbook of `sheets` to `path`, which is replaced only when the whole file stands.

    OutputError if it cannot be written or a text is longer than a cell holds,
    CancelledError from `job`.
    """
    workbook = Workbook(write_only=True)
    content = BytesIO()
    with ExitStack() as unfinished:
        for sheet in sheets:
            target: Any = workbook.create_sheet(sheet.title)
            unfinished.callback(target.close)
            _fill(target, sheet, job)
            if sheet.bars and sheet.rows:
                _draw(target, sheet, sheet.bars)
        unfinished.pop_all()
    workbook.save(content)
    with replacing(path) as part:
        part.write_bytes(content.getbuffer())


def _fill(target: Any, sheet: Sheet, job: Job) -> None:
    target.freeze_panes = "A2"
    last = get_column_letter(len(sheet.columns))
    target.auto_filter.ref = f"A1:{last}{len(sheet.rows) + 1}"
    for number, column in enumerate(sheet.columns, start=1):
        letter = get_column_letter(number)
        target.column_dimensions[letter].width = column.width or _width(sheet, number - 1)
        if column.choices:
            _offer(target, letter, column.choices)
    target.append([_header(target, column.header) for column in sheet.columns])
    for index, row in enumerate(sheet.rows, start=2):
        if index % 500 == 0:
            job.check_cancelled()
            job.report(f"Writing {sheet.title}", index, len(sheet.rows))
        target.append(list(_cells(target, row, sheet.title, index)))


def _draw(target: Any, sheet: Sheet, bars: SheetBars) -> None:
    """A chart of the sheet's own cells below its rows."""
    chart: Any = BarChart()
    chart.type, chart.grouping, chart.overlap, chart.title = "bar", "stacked", 100, bars.title
    last = len(sheet.rows) + 1
    chart.add_data(Reference(target, bars.first, 1, bars.last, last), titles_from_data=True)
    chart.set_categories(Reference(target, 1, 2, 1, last))
    chart.width, chart.height = 24, max(8, 3 + len(sheet.rows))
    chart.x_axis.delete = chart.y_axis.delete = False
    chart.x_axis.scaling.orientation = "maxMin"  # the first row on top, as in the sheet
    target.add_chart(chart, f"A{last + 2}")


def _cells(target: Any, row: Sequence[Value], title: str, index: int) -> Iterator[Any]:
    for number, value in enumerate(row, start=1):
        if not isinstance(value, str):
            yield value if value is None or isinstance(value, int | float) else _dated(target, value)
            continue
        if len(value) > LONGEST_TEXT:
            place = f"{title}!{get_column_letter(number)}{index}"
            raise OutputError(
                f"The text for cell {place} has {len(value):,} characters, a cell holds {LONGEST_TEXT:,}.",
                place=place,
            )
        yield _text(target, value)


def _text(target: Any, value: str) -> Any:
    value = _NOT_IN_XML.sub("", value).replace("\r\n", "\n")
    if not value:
        return None
    formula = value.startswith(_FORMULA_STARTS)
    if not formula and len(value) < _WIDEST and "\n" not in value:
        return value
    cell = WriteOnlyCell(target, value)
    cell.data_type = "s"
    if formula:
        cell.number_format = "@"
        cell.quotePrefix = True
    if "\n" in value or len(value) >= _WIDEST:
        cell.alignment = _WRAPPED
    return cell


def _dated(target: Any, value: date | datetime | time) -> Any:
    cell: Any = WriteOnlyCell(target)
    cell.value = value
    if isinstance(value, datetime):
        cell.number_format = "yyyy-mm-dd hh:mm"
    else:
        cell.number_format = "hh:mm" if isinstance(value, time) else "yyyy-mm-dd"
    cell.alignment = _TOP
    return cell


def _header(target: Any, text: str) -> Any:
    cell = WriteOnlyCell(target, text)
    cell.data_type = "s"
    cell.font, cell.fill = _HEADER_FONT, _HEADER_FILL
    return cell


def _width(sheet: Sheet, index: int) -> float:
    texts = [sheet.columns[index].header + "   "]
    texts.extend(str(row[index]) for row in sheet.rows[:300] if len(row) > index and row[index] is not None)
    longest = max(len(line) for text in texts for line in (text.splitlines() or [""]))
    return min(max(longest + 1, _NARROWEST), _WIDEST)


def _offer(target: Any, letter: str, choices: tuple[str, ...]) -> None:
    offered = DataValidation(type="list", formula1=f'"{",".join(choices)}"', allow_blank=True)
    offered.errorStyle = "warning"
    offered.add(f"{letter}2:{letter}5000")
    target.data_validations.append(offered)
