"""Meeting workbooks for tests, planned and taken in without the reading child. All people are invented."""

from emgdesk.intake import Choices, MeetingIntake, commit, plan_any
from emgdesk.queries.matching import roster_snapshot
from emgdesk.queries.meeting_books import meeting_book
from emgdesk.queries.meetings import find_meeting
from emgdesk.workspace import Workspace
from tests.importing.files import file, sheet

CODE = "SOM40 technical"
HEADS = {
    "Agenda": ("Number", "Title", "Start", "End", "Presenter", "Presented by", "Workstream", "ID"),
    "Documents": (
        "Number", "Symbol", "Title", "Kind", "Distribution", "Language", "Submitted by", "Status", "Circulated on",
        "Web address", "ID",
    ),
    "Actions": (
        "Workstream", "Heading", "Stem", "Label", "Text", "Outcome", "Adopted text", "Reservation by",
        "Reservation", "ID",
    ),
    "Effects": (
        "Heading", "Label", "Effect", "Workstream", "Other workstream", "New name", "New kind", "Until", "ID",
    ),
    "Paragraphs": (
        "Section", "Subsection", "Kind", "Text", "Items", "Speaker", "Entity", "Footnotes", "ID",
    ),
}  # fmt: skip


def workbook(*facts, code=CODE, **sheets):
    """A file with the sheet Meeting and others, whose rows are tuples under `HEADS`, or dicts by column."""
    made = [sheet(("Field", "Value"), ("Code", code), *facts, name="Meeting")]
    for name, rows in sheets.items():
        head = HEADS[name]
        cells = [tuple(row.get(c) for c in head) if isinstance(row, dict) else row for row in rows]
        made.append(sheet(head, *cells, name=name))
    return file(*made, name="meeting.xlsx")


def planned(desk: Workspace, raw, **choices) -> MeetingIntake:
    return plan_any(desk, raw, desk.read(roster_snapshot, meeting_id=None), Choices(**choices))


def taken(desk: Workspace, raw, **choices) -> MeetingIntake:
    intake = planned(desk, raw, **choices)
    commit(desk, intake)
    return intake


def held(desk: Workspace, code: str = CODE):
    """The rows of a meeting as its workbook has them."""
    return desk.read(meeting_book, meeting_id=desk.read(find_meeting, code=code).id)


def column(rows, *names):
    """The cells of rows, section rows left out."""
    return [tuple(row.cells.get(name, "") for name in names) for row in rows if not row.is_section]


def verdicts(intake: MeetingIntake, sheet_name: str) -> list[str]:
    return [line.verdict for line in intake.plan.book.lines if line.sheet == sheet_name]


def changes(intake: MeetingIntake) -> dict[tuple[str, int], dict[str, tuple[str, str]]]:
    """What changes, by sheet and row."""
    return {
        (line.sheet, line.row): dict(line.changes)
        for line in intake.plan.book.lines
        if line.verdict == "changed"
    }


def problems(intake: MeetingIntake) -> list[str]:
    return [f"{line.row}: {line.messages[0]}" for line in intake.plan.book.lines if line.verdict == "problem"]


def said(intake: MeetingIntake) -> list[str]:
    """Sentences on rows that are taken all the same."""
    return [text for line in intake.plan.book.lines if line.verdict != "problem" for text in line.messages]
