"""The whole work plan as a workbook: to correct in Excel and import again, or to fill in from nothing."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from emgdesk.domain.meeting_books import BookRow
from emgdesk.domain.workbooks import WORKBOOKS
from emgdesk.reports.blocks import Column, Document, Heading, Note, Table, TitleBlock
from emgdesk.reports.builders.book_sheets import book_sheet
from emgdesk.reports.builders.meeting import GROUP_LINES
from emgdesk.reports.sheets import Sheet

_PAGE = (Column(40, "Sheet"), Column(20, "Rows", align="right"))
_EMPTY = "The desk holds no work plan yet; the sheets are empty."


@dataclass(frozen=True, slots=True)
class WorkplanWorkbookOptions:
    """The workbook holds everything; nothing is chosen."""

    group_lines: bool = True


def build(book: Mapping[str, Sequence[BookRow]], options: WorkplanWorkbookOptions | None = None) -> Document:
    """The workbook of the rows of each sheet by name; a page says how many rows each sheet has.

    `rows` of the document are the rows of tasks.
    """
    options = options or WorkplanWorkbookOptions()
    sheets = workplan_sheets(book)
    counted = tuple((sheet.title, f"{len(sheet.rows):,}") for sheet in sheets)
    empty = not any(sheet.rows for sheet in sheets)
    return Document(
        title="Work plan",
        author="EMG Secretariat",
        blocks=(
            TitleBlock(group_lines=GROUP_LINES if options.group_lines else ()),
            Heading("Workbook of the work plan"),
            Note(_EMPTY) if empty else Table(_PAGE, counted),
        ),
        remarks=(_EMPTY,) if empty else (),
        sheets=sheets,
        listed=len(book.get("Tasks", ())),
    )


def workplan_sheets(book: Mapping[str, Sequence[BookRow]]) -> tuple[Sheet, ...]:
    """All sheets of a work plan; one without rows has its header all the same."""
    return tuple(book_sheet(form, book.get(form.name, ())) for form in WORKBOOKS["workplan"])
