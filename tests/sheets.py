"""Workbooks for tests, written with openpyxl as somebody else would write them."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from openpyxl import Workbook

Rows = Sequence[Sequence[object]]

REGISTRATIONS: Rows = (
    ("Technical Segment of the 40th Senior Officials Meeting",),
    ("Registrations received", None, "2031-08-30"),
    (),
    ("No.", "Title", "First name", "LAST NAME", "E-mail address", "Organization / Entity ", "Function",
     "Attendance (online/in person)", "Registered on", "Remarks"),
    (1, "Ms", "Amélie ", "DÜRST", "amelie@unep.example", "UNEP", "Adviser", "online", "2031-08-01", None),
    (2, None, "Jorge", "Peña Ibáñez", "jorge@fao.example", "FAO", None, "in person", "2031-08-02", None),
    (3, None, "Ngozi", "Adeyemi-Okoro", None, "WWF", None, "online", "2031-08-02", "=late"),
    (),
    (4, None, "Ruth", "Solberg", "ruth@guest.example", None, None, "online", "2031-08-04", None),
    (5, None, "Ruth", "SOLBERG", "RUTH@GUEST.EXAMPLE", None, None, "online", "2031-08-05", "registered twice"),
    (6, "Mr", "明", "王", "wang@unido.example", "UNIDO", None, "online", "2031-08-06", None),
    (None, None, None, None, None, "Total", 6),
)  # fmt: skip

WORKPLAN: Mapping[str, Rows] = {
    "Workstreams": (
        ("Name", "Aliases", "Short name", "Kind", "Parent", "Chapter", "Letter", "Leads", "Members", "Purpose"),
        ("Task Team on Reefs", "Reef Team\nTeam on Reefs", "TT-R", "Task Team", None, "I. Oceans", "a", "UNEP",
         "FAO, IMO", "Looks after reefs."),
        ("IMG on Ports", None, None, "Issue Management Group", None, "I. Oceans", "b", None, None, None),
    ),
    "Mandate": (
        ("Workstream", "Event", "Date", "Meeting", "Until", "Other workstream", "New name", "New kind", "Note"),
        ("Task Team on Reefs", "established", "2030-10-28", "SOM39 senior", None, None, None, None, None),
    ),
    "Tasks": (
        ("Chapter", "Workstream", "Task", "Source", "Responsible", "Due", "Status", "Progress", "Next steps",
         "As of"),
        ("I. Oceans", "Task Team on Reefs", "Map the reefs.", None, "UNEP", "2031-12", "Completed:",
         "Charts printed.", "Send them out.", "2031-03-01"),
        ("I. Oceans", "Task Team on Reefs", "Map the reefs.", None, None, None, "On-going",
         "- second edition\n- **errata**", None, "2031-06-30"),
        ("I. Oceans", "Issue Management Group on Ports", "Survey ports.", None, None, None, "Upcoming", None, None,
         "2031-06-30"),
        ("II. Outreach", None, "Revise the website.", None, None, None, "Ongoing", "Drafted.", None, "2031-06-30"),
    ),
}  # fmt: skip


def write_book(path: Path, sheets: Mapping[str, Rows]) -> Path:
    """A workbook with these sheets; a cell that begins with "=" is text, not a formula."""
    book = Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for number, row in enumerate(rows, 1):
            for column, value in enumerate(row, 1):
                cell = sheet.cell(number, column, value)
                if isinstance(value, str):
                    cell.data_type = "s"
    book.save(path)
    return path


def registration_sheet(folder: Path, name: str = "registrations.xlsx") -> Path:
    """Four title rows, five people, one of them twice, one blank row and a total."""
    return write_book(folder / name, {"Registrations": REGISTRATIONS, "Lists": (("online",), ("in person",))})


def workplan_book(folder: Path, name: str = "workplan.xlsx") -> Path:
    """Two workstreams in a chapter, a second chapter with a table of its own, three tasks, four entries."""
    return write_book(folder / name, WORKPLAN)


MEETING: Mapping[str, Rows] = {
    "Meeting": (
        ("Field", "Value"),
        ("SOM number", 40),
        ("Segment", "technical"),
        ("Title", "Technical Segment of the 40th Senior Officials Meeting"),
        ("Status", "held"),
        ("Date", "2031-09-02"),
        ("Start time", "15:00"),
        ("Time zone label", "Geneva time"),
        ("Agenda symbol", "EMG/SOM.40/technical/02"),
        ("Closed at", "TBD"),
    ),
    "Participants": (
        ("Name", "Entity", "Attendance", "Mode"),
        ("Amélie Dürst", "UNEP", "attended", "online"),
        ("Jorge Peña Ibáñez", "FAO", None, "in person"),
        ("Bo Lindh", "WHO", "excused", None),
    ),
    "Agenda": (("Number", "Title"), ("1", "Opening"), ("2", "Any other business")),
}


def meeting_book(folder: Path, name: str = "meeting.xlsx") -> Path:
    """SOM40 technical, held, with three people and an agenda of two items."""
    return write_book(folder / name, MEETING)
