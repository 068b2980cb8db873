"""A whole meeting as a workbook: to correct in Excel and import again."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from emgdesk.domain.meeting_books import BookRow, MeetingBook
from emgdesk.domain.workbooks import ACTIONS, AGENDA, DOCUMENTS, EFFECTS, MEETING, PARAGRAPHS, SheetForm
from emgdesk.reports.blocks import Column, Document, Heading, Table
from emgdesk.reports.builders.lines import ParticipantLine
from emgdesk.reports.builders.meeting import MeetingFacts, title_block
from emgdesk.reports.builders.roster import participants_sheet
from emgdesk.reports.sheets import Sheet, SheetColumn

_WIDTHS: Mapping[str, float] = {
    "Title": 60, "Text": 70, "Adopted text": 60, "Stem": 24, "Heading": 34, "Workstream": 30, "Section": 30,
    "Subsection": 30, "Footnotes": 40, "Reservation": 40, "ID": 12,
}  # fmt: skip
_PAGE = (Column(40, "Sheet"), Column(20, "Rows", align="right"))


@dataclass(frozen=True, slots=True)
class WorkbookOptions:
    """The workbook holds everything; nothing is chosen."""

    group_lines: bool = True


def build(
    facts: MeetingFacts,
    fields: Sequence[tuple[str, str]],
    book: MeetingBook,
    people: Sequence[ParticipantLine],
    options: WorkbookOptions | None = None,
) -> Document:
    """The workbook of a meeting: `fields` are its own facts; a page says how many rows each sheet has."""
    options = options or WorkbookOptions()
    head = (SheetColumn("Field", 22), SheetColumn("Value", 60))
    sheets = (
        Sheet(MEETING.name, head, fields),
        _sheet(AGENDA, book.agenda),
        _sheet(DOCUMENTS, book.documents),
        participants_sheet(people),
        _sheet(ACTIONS, book.actions),
        _sheet(EFFECTS, book.effects),
        _sheet(PARAGRAPHS, book.paragraphs),
    )
    lines = tuple((sheet.title, f"{len(sheet.rows):,}") for sheet in sheets)
    return Document(
        title=f"Workbook – {facts.title}",
        author="EMG Secretariat",
        blocks=(
            title_block(facts, group_lines=options.group_lines),
            Heading("Workbook of the meeting"),
            Table(_PAGE, lines),
        ),
        sheets=sheets,
        listed=sum(len(sheet.rows) for sheet in sheets[1:]),
    )


def _sheet(form: SheetForm, rows: Sequence[BookRow]) -> Sheet:
    choices = dict(form.choices)
    head = [SheetColumn(c, _WIDTHS.get(c), choices.get(c, ())) for c in form.columns]
    head.append(SheetColumn("ID", _WIDTHS["ID"]))
    cells = [(*(row.cells.get(column, "") for column in form.columns), row.id) for row in rows]
    return Sheet(form.name, tuple(head), cells)
