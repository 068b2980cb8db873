"""Small workbooks as a secretariat receives them. All people are invented."""

from collections.abc import Sequence
from pathlib import Path

from openpyxl import Workbook

HEADER = ("No.", "First name", "Last name", "E-mail", "Organization", "Job title", "Meal")
ROWS = (
    (1, "Amélie", "Dürst", "amelie.durst@unep.example", "UN Environment Programme", "Head of unit", "fish"),
    (2, "Jorge", "Peña", "jorge@fao.example", "FAO", "Adviser", "none"),
    (3, "Tevita", "Havili", "tevita@spc.example", "Pacific Islands Forum", "Officer", "none"),
    (4, "Ngozi", "Adeyemi", "ngozi@wwf.example", "WWF", "Director", "none"),
    (5, "Ida", "Brekke", "ida@who.example", "WHO", "Officer", "none"),
)


def write_book(path: Path, **sheets: Sequence[Sequence[object]]) -> Path:
    """A workbook with these sheets, each a list of rows."""
    book = Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(list(row))
    book.save(path)
    return path


def write_roster(
    folder: Path, name: str = "registrations.xlsx", rows: Sequence[Sequence[object]] = ROWS
) -> Path:
    """A title, a blank row, the header in row 3, the people, a total."""
    title = ("Mid-Term Technical Segment of the 40th Senior Officials Meeting",)
    return write_book(folder / name, Registrations=[title, (), HEADER, *rows, ("Total", len(rows))])


def write_workplan(folder: Path) -> Path:
    """Two workstreams in two chapters, three tasks."""
    streams = [
        ("Name", "Aliases", "Kind", "Chapter", "Letter"),
        ("Task Team on Reefs", None, "Task Team", "I. Oceans and coasts", "a"),
        ("Network on Soils", "Soil Network", "Network", "II. Land", "b"),
    ]
    tasks = [
        ("Chapter", "Workstream", "Task", "Status", "Progress", "Next steps", "As of"),
        (
            "I. Oceans and coasts",
            "Task Team on Reefs",
            "Make the map.",
            "Completed",
            "It is drawn.",
            "Print it.",
            "2031-06-01",
        ),
        ("II. Land", "Network on Soils", "Count the worms.", "Ongoing", "Half of them.", None, "2031-06-01"),
        ("II. Land", None, "Write the newsletter.", None, None, "Find an editor.", None),
    ]
    return write_book(folder / "workplan.xlsx", Workstreams=streams, Tasks=tasks)


def write_meeting(folder: Path) -> Path:
    """A meeting workbook with two participants."""
    facts = [
        ("Field", "Value"), ("Code", "REEF 2"), ("Title", "Second meeting on reefs"), ("Date", "2031-05-02"),
        ("Mode", "online"), ("Status", "held"),
    ]  # fmt: skip
    people = [("Name", "Entity"), ("Amélie Dürst", "UNEP"), ("Ida Brekke", "WHO")]
    return write_book(folder / "reef2.xlsx", Meeting=facts, Participants=people)
