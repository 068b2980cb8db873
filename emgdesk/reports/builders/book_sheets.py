"""The rows of the desk's own workbooks as sheets that an import knows again."""

from collections.abc import Mapping, Sequence

from emgdesk.domain.meeting_books import BookRow
from emgdesk.domain.workbooks import SheetForm
from emgdesk.reports.sheets import Sheet, SheetColumn

ID = "ID"
"""The last column of every sheet: the key that knows a row again."""
ID_WIDTH = 12.0
WIDTHS: Mapping[str, float] = {
    "Name": 44, "Aliases": 44, "Workstream": 46, "Other workstream": 40, "Parent": 40, "Chapter": 30,
    "Task": 60, "Progress": 60, "Next steps": 50, "Source": 30, "Responsible": 22, "Purpose": 50,
    "Leads": 24, "Members": 34, "Co-chairs": 24, "Focal points": 30, "Kind": 24, "Event": 18, "Until": 24,
    "Note": 40, "Title": 50, "Entities": 34, "Stage note": 40, "Decision": 26, "Due": 14, "Status": 13,
    "As of": 12, "Since": 12, "Left": 12, "Date": 12,
}  # fmt: skip
_OF_ANOTHER_SHEET: Mapping[str, tuple[str, str]] = dict.fromkeys(
    ("Workstream", "Other workstream", "Parent"), ("Workstreams", "Name")
)
"""Columns in which the cells of another sheet are offered, where the workbook has that sheet."""


def book_sheet(form: SheetForm, rows: Sequence[BookRow]) -> Sheet:
    """The rows as a sheet of `form`."""
    head = (*form_columns(form), SheetColumn(ID, ID_WIDTH, quiet=True))
    cells = [(*(row.cells.get(column, "") for column in form.columns), row.id) for row in rows]
    return Sheet(form.name, head, cells)


def empty_sheets(forms: Sequence[SheetForm]) -> tuple[Sheet, ...]:
    """The sheets of a workbook to fill in from nothing, without the column that knows rows again."""
    return tuple(Sheet(form.name, form_columns(form), form.rows) for form in forms)


def form_columns(form: SheetForm) -> tuple[SheetColumn, ...]:
    """The columns of `form` with their drop-downs, without the ID; one not in `WIDTHS` fits its contents."""
    choices = dict(form.choices)
    return tuple(
        SheetColumn(
            column, WIDTHS.get(column), choices.get(column, ()), offered_by=_OF_ANOTHER_SHEET.get(column)
        )
        for column in form.columns
    )
