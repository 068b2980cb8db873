"""Files openpyxl cannot read, by python-calamine: .xls, .xlsb, .ods, and .xlsx as a second try.

calamine sees cells only: error values come as empty cells, every number as a float;
hidden rows, links and formulas without a value are out of its sight.
"""

import datetime
import io
from typing import TYPE_CHECKING

from python_calamine import CalamineError, CalamineWorkbook, PasswordError, SheetTypeEnum, SheetVisibleEnum

from emgdesk.errors import InputError
from emgdesk.importing.read.cells import duration, plain_text
from emgdesk.importing.read.choice import choose_sheet
from emgdesk.importing.read.source import Source, plain_name
from emgdesk.importing.read.wire import Sender

if TYPE_CHECKING:
    from emgdesk.importing.tables import Cell

_EXACT = 2**53  # from here on a float no longer tells whole numbers apart
_UNSEEN = "hidden rows, links, error values and formulas without a value cannot be seen in it"


def read_other(source: Source, kind: str, wanted: str | None, sender: Sender) -> tuple[str, ...]:
    """Send the sheets of an .xls, .xlsb or .ods file; -> notes. Raises InputError."""
    return (*_send_sheets(source, wanted, sender), f"{source.name} is an .{kind} file: {_UNSEEN}.")


def read_second_try(source: Source, wanted: str | None, sender: Sender) -> tuple[str, ...]:
    """Send the sheets of an .xlsx file that openpyxl gave up; -> notes. Raises InputError."""
    return (
        *_send_sheets(source, wanted, sender),
        f"{source.name} is not built as Excel builds it; its cells could be read, but {_UNSEEN}.",
    )


def _send_sheets(source: Source, wanted: str | None, sender: Sender) -> list[str]:
    notes = []
    try:
        workbook = CalamineWorkbook.from_filelike(io.BytesIO(source.data))
        about = workbook.sheets_metadata
        for index in choose_sheet([sheet.name for sheet in about], wanted, source.name):
            sheet = about[index]
            if sheet.typ == SheetTypeEnum.WorkSheet:
                sender.sheet(sheet.name, sheet.visible != SheetVisibleEnum.Visible)
                _send_cells(workbook, index, sender)
            elif sheet.typ != SheetTypeEnum.ChartSheet:
                notes.append(
                    f"Sheet “{plain_name(sheet.name)}” of {source.name} is a macro or dialog sheet "
                    f"and was not read."
                )
    except PasswordError as error:
        raise InputError(
            f"{source.name} is protected by a password: take the password off and save it again."
        ) from error
    except (CalamineError, OSError, ValueError) as error:
        raise InputError(
            f"{source.name} cannot be read: it is damaged or was not copied completely."
        ) from error
    return notes


def _send_cells(workbook: CalamineWorkbook, index: int, sender: Sender) -> None:
    sheet = workbook.get_sheet_by_index(index)
    offset: list[Cell] = [None] * (sheet.start[1] if sheet.start else 0)
    for number, row in enumerate(sheet.iter_rows(), 1):
        if any(cell != "" for cell in row):
            sender.row(number, offset + [_value(cell) for cell in row])
    merges = sheet.merged_cell_ranges or []
    sender.details(merges=[(top + 1, left, bottom + 1, right) for (top, left), (bottom, right) in merges])


def _value(
    cell: int | float | str | bool | datetime.time | datetime.date | datetime.datetime | datetime.timedelta,
) -> "Cell":
    if isinstance(cell, str):
        return plain_text(cell) or None
    if isinstance(cell, float) and cell.is_integer() and abs(cell) < _EXACT:
        return int(cell)
    if isinstance(cell, datetime.timedelta):
        return duration(cell)
    return cell
