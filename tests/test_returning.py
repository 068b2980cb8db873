"""The rows that could not be taken come back in a copy of the user's own workbook, and go in when mended."""

from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.comments import Comment
from openpyxl.styles import Font
from openpyxl.worksheet.datavalidation import DataValidation

from emgdesk.errors import OutputError
from emgdesk.importing.read import read
from emgdesk.intake import Choices, Intake, Returned, commit, plan_import, return_rejected
from emgdesk.workspace import Workspace
from tests.desks import dump, make_meeting
from tests.sheets import write_book

ROWS = (
    ("Registrations of the forum",),
    (),
    ("Name", "Entity", "E-mail", "Remarks"),
    ("Ana Lima", "UNEP", "ana@unep.example", "=1+1"),
    (None, "FAO", "nobody@fao.example", None),
    ("bo@who.example", "WHO", None, "+41 22"),
    ("Bo Lindh", "WHO", "bo@who.example", None),
    (4711, "IMO", None, None),
)
NAMELESS = "Not imported: No name in “Name” (nobody@fao.example)."
ADDRESS = "Not imported: The name in A6 is an e-mail address (bo@who.example)."
NUMBER = "Not imported: The name in A8 is a number (4711)."
HEAD = (
    "Not imported: 3 rows of this sheet. They are marked in colour and a comment says why. Correct them and "
    "import this file again: rows that were taken before stay as they are."
)
COMMENTS = {"A3": HEAD, "A5": NAMELESS, "A6": ADDRESS, "A8": NUMBER}
MARK = "FFFFD966"


@pytest.fixture
def meeting(desk: Workspace) -> str:
    return make_meeting(desk)


def planned(desk: Workspace, path: Path, meeting: str) -> Intake:
    return plan_import(desk, path, meeting_id=meeting, choices=Choices())


def returned(desk: Workspace, path: Path, meeting: str, target: Path) -> Returned:
    return return_rejected(planned(desk, path, meeting), path, target)


def comments(path: Path, sheet: str = "Registrations") -> dict[str, str]:
    cells = [cell for row in load_workbook(path)[sheet].iter_rows() for cell in row]
    return {cell.coordinate: cell.comment.text for cell in cells if cell.comment}


def marked(path: Path, sheet: str = "Registrations") -> list[str]:
    cells = [cell for row in load_workbook(path)[sheet].iter_rows() for cell in row]
    return [cell.coordinate for cell in cells if cell.fill.fgColor.rgb == MARK]


def registrations(folder: Path) -> Path:
    """A workbook with what people put into theirs: two sheets, a font, a list of choices, a comment."""
    path = write_book(folder / "forum.xlsx", {"Notes": (("Ask the hotel",),), "Registrations": ROWS})
    book = load_workbook(path)
    sheet = book["Registrations"]
    sheet["A1"].font = Font(bold=True, size=18)
    sheet["A5"].comment = Comment("Who is this?", "Ruth")
    sheet.column_dimensions["C"].width = 41
    offered = DataValidation(type="list", formula1='"UNEP,FAO"')
    offered.add("B4:B20")
    sheet.add_data_validation(offered)
    book.save(path)
    return path


def test_the_copy_is_the_users_workbook_with_marks(desk: Workspace, meeting: str, tmp_path: Path) -> None:
    source, target = registrations(tmp_path), tmp_path / "to mend.xlsx"
    before = source.read_bytes()
    assert returned(desk, source, meeting, target) == Returned(target, 3)
    assert source.read_bytes() == before
    assert comments(target) == COMMENTS | {"A5": f"Who is this?\n\n{NAMELESS}"}
    assert marked(target) == ["A5", "A6", "A8"]
    book = load_workbook(target)
    assert (book.sheetnames, book.active.title) == (["Notes", "Registrations"], "Registrations")
    sheet = book["Registrations"]
    assert (sheet["A1"].font.sz, sheet.column_dimensions["C"].width) == (18, 41)
    assert sheet.data_validations.dataValidation[0].formula1 == '"UNEP,FAO"'
    assert (sheet["D4"].value, sheet["D4"].data_type) == ("=1+1", "s")
    assert [one.rows for one in read(target).sheets] == [one.rows for one in read(source).sheets]


def test_the_mended_copy_goes_in_and_changes_nothing_else(
    desk: Workspace, meeting: str, tmp_path: Path
) -> None:
    source, target = registrations(tmp_path), tmp_path / "to mend.xlsx"
    intake = planned(desk, source, meeting)
    commit(desk, intake)
    return_rejected(intake, source, target)
    before = dump(desk.path)
    again = planned(desk, target, meeting)
    assert [row.verdict for row in again.plan.rows] == ["already", "problem", "problem", "already", "problem"]
    assert commit(desk, again).changes is None
    assert dump(desk.path) == before
    book = load_workbook(target)
    book["Registrations"]["A5"] = "Nora Berg"
    book.save(target)
    mended = planned(desk, target, meeting)
    assert [row.verdict for row in mended.plan.rows] == ["already", "new", "problem", "already", "problem"]


def test_a_copy_of_a_copy_carries_only_its_own_marks(desk: Workspace, meeting: str, tmp_path: Path) -> None:
    source, first, second = registrations(tmp_path), tmp_path / "first.xlsx", tmp_path / "second.xlsx"
    returned(desk, source, meeting, first)
    book = load_workbook(first)
    book["Registrations"]["A5"], book["Registrations"]["A6"] = "Nora Berg", "Bo Chen"
    book.save(first)
    returned(desk, first, meeting, second)
    one = HEAD.replace("3 rows of this sheet. They are", "1 row of this sheet. It is")
    one = one.replace("Correct them", "Correct it")
    assert comments(second) == {"A3": one, "A5": "Who is this?", "A8": NUMBER}
    assert marked(second) == ["A8"]


@pytest.mark.parametrize("name", ["forum.csv", "pasted.tsv"])
def test_a_text_table_comes_back_as_a_workbook(
    desk: Workspace, meeting: str, tmp_path: Path, name: str
) -> None:
    comma = "\t" if name.endswith("tsv") else ","
    text = "\n".join(comma.join(str(cell or "") for cell in row) for row in ROWS)
    source, target = tmp_path / name, tmp_path / "to mend.xlsx"
    source.write_text(text, encoding="utf-8")
    assert returned(desk, source, meeting, target) == Returned(target, 3)
    assert comments(target, "Sheet1") == COMMENTS
    assert marked(target, "Sheet1") == ["A5", "A6", "A8"]
    cell = load_workbook(target)["Sheet1"]["D4"]
    assert (cell.value, cell.data_type, cell.quotePrefix) == ("=1+1", "s", True)
    (sheet,) = read(target).sheets
    assert (sheet.numbers, sheet.rows) == (read(source).sheets[0].numbers, read(source).sheets[0].rows)


def test_without_rejected_rows_nothing_is_written(desk: Workspace, meeting: str, tmp_path: Path) -> None:
    source = write_book(tmp_path / "forum.xlsx", {"Registrations": ROWS[:4]})
    target = tmp_path / "to mend.xlsx"
    assert returned(desk, source, meeting, target) == Returned(target, 0)
    assert not target.exists()


def test_the_copy_never_takes_the_place_of_the_file(desk: Workspace, meeting: str, tmp_path: Path) -> None:
    source = registrations(tmp_path)
    with pytest.raises(OutputError) as refusal:
        returned(desk, source, meeting, source)
    assert str(refusal.value) == "forum.xlsx is the file itself: choose another name for the copy."


def test_a_place_that_cannot_be_written_to(desk: Workspace, meeting: str, tmp_path: Path) -> None:
    target = tmp_path / "gone" / "to mend.xlsx"
    with pytest.raises(OutputError) as refusal:
        returned(desk, registrations(tmp_path), meeting, target)
    assert str(refusal.value) == f"{target} cannot be written: its folder does not exist."


def test_a_text_too_long_for_a_workbook(desk: Workspace, meeting: str, tmp_path: Path) -> None:
    source = tmp_path / "forum.csv"
    source.write_text(f"Name,Entity,Remarks\n,UNEP,{'x' * 40_000}\n4711,FAO,\n", encoding="utf-8")
    with pytest.raises(OutputError) as refusal:
        returned(desk, source, meeting, tmp_path / "to mend.xlsx")
    assert str(refusal.value) == (
        "The text in column C of forum.csv, row 2 has 40,000 characters, a cell of a workbook holds 32,767."
    )
    assert sorted(path.name for path in tmp_path.glob("*.xlsx*")) == []
