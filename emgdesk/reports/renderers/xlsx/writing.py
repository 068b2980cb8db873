"""Sheets to a workbook: header row frozen and filtered, widths set, text written as text."""

from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from io import BytesIO
from pathlib import Path
from typing import Any

from openpyxl import Workbook
from openpyxl.chart import BarChart, Reference
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.properties import PageSetupProperties

from emgdesk.errors import OutputError
from emgdesk.jobs import QUIET, Job
from emgdesk.reports.renderers.files import replacing
from emgdesk.reports.renderers.xlsx.cells import WIDE, Pen, is_wrapped, letter_of
from emgdesk.reports.sheets import Sheet, SheetBars, SheetColumn

_NARROWEST, _WIDEST = 8, WIDE
_OFFERED_ROWS = 5000
_SPARE_ROWS = 40
"""Rows below those of a sheet whose cells are offered too, once somebody fills them in."""
_A4 = 9  # as the format numbers papers
_LONGEST_CHOICES = 255
"""Characters the words of a drop-down may have together."""


def write_sheets(sheets: Sequence[Sheet], path: Path, *, job: Job = QUIET) -> None:
    """Write a workbook of `sheets` to `path`, which is replaced only when the whole file stands.

    OutputError if it cannot be written or a text is longer than a cell holds,
    CancelledError from `job`.
    """
    workbook = Workbook(write_only=True)
    content = BytesIO()
    offers = _offers(sheets)
    with ExitStack() as unfinished:
        for sheet in sheets:
            target: Any = workbook.create_sheet(sheet.title)
            unfinished.callback(target.close)
            _fill(target, sheet, offers, job)
            if sheet.bars and sheet.rows:
                _draw(target, sheet, sheet.bars)
        unfinished.pop_all()
    workbook.save(content)
    with replacing(path) as part:
        part.write_bytes(content.getbuffer())


def _offers(sheets: Sequence[Sheet]) -> Mapping[tuple[str, str], str]:
    """The cells of each column of each sheet, as a drop-down refers to them."""
    return {
        (sheet.title, column.header): (
            f"'{sheet.title}'!${letter_of(at)}$2:${letter_of(at)}${len(sheet.rows) + 1 + _SPARE_ROWS}"
        )
        for sheet in sheets
        for at, column in enumerate(sheet.columns)
    }


def _fill(target: Any, sheet: Sheet, offers: Mapping[tuple[str, str], str], job: Job) -> None:
    target.freeze_panes = "A2"
    target.auto_filter.ref = f"A1:{letter_of(len(sheet.columns) - 1)}{len(sheet.rows) + 1}"
    _set_page(target)
    if sheet.guarded:
        _guard(target)
    widths = [column.width or _width(sheet, at) for at, column in enumerate(sheet.columns)]
    for at, column in enumerate(sheet.columns):
        dimension = target.column_dimensions[letter_of(at)]
        dimension.width, dimension.hidden = widths[at], column.hidden
        _offer(target, letter_of(at), column, offers)
    styled = sheet.guarded or _has_long_texts(sheet, widths)
    pen = Pen(target, sheet.title, sheet.columns, widths, all_styled=styled, guarded=sheet.guarded)
    target.append(pen.header())
    for number, row in enumerate(sheet.rows, start=2):
        if number % 500 == 0:
            job.check_cancelled()
            job.report(f"Writing {sheet.title}", number, len(sheet.rows))
        target.append(pen.row(row, number))


def _set_page(target: Any) -> None:
    """Printed across, all columns on one page, with the header on each."""
    target.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    target.page_setup.orientation = "landscape"
    target.page_setup.paperSize = _A4
    target.page_setup.fitToHeight = 0
    target.print_title_rows = "1:1"


def _guard(target: Any) -> None:
    """Locked but for open cells; filters, sorting and widths stay free (in the file False is allowed)."""
    lock = target.protection
    lock.sheet = True
    lock.autoFilter = lock.sort = lock.formatColumns = lock.formatRows = False


def _has_long_texts(sheet: Sheet, widths: Sequence[float]) -> bool:
    return any(
        isinstance(value, str) and is_wrapped(value, width)
        for row in sheet.rows
        for value, width in zip(row, widths, strict=False)
    )


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


def _width(sheet: Sheet, index: int) -> float:
    texts = [sheet.columns[index].header + "   "]
    texts.extend(str(row[index]) for row in sheet.rows[:300] if len(row) > index and row[index] is not None)
    longest = max(len(line) for text in texts for line in (text.splitlines() or [""]))
    return min(max(longest + 1, _NARROWEST), _WIDEST)


def _offer(target: Any, letter: str, column: SheetColumn, offers: Mapping[tuple[str, str], str]) -> None:
    """A drop-down of the column's choices, or a word to whoever fills its cells in."""
    listed = f'"{",".join(column.choices)}"' if column.choices else ""
    if len(listed) > _LONGEST_CHOICES + 2:
        raise OutputError(f"The choices of column {column.header} are too long for a workbook.")
    if column.offered_by is not None:
        listed = offers.get(column.offered_by, "")
    if not (listed or column.prompt):
        return
    offered = DataValidation(type="list" if listed else None, formula1=listed or None, allow_blank=True)
    offered.errorStyle = "warning"
    if column.prompt:
        offered.showInputMessage, offered.promptTitle, offered.prompt = True, column.header, column.prompt
    offered.add(f"{letter}2:{letter}{_OFFERED_ROWS}")
    target.data_validations.append(offered)
