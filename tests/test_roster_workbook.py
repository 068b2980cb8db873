"""The roster as a workbook: exported, corrected in a spreadsheet, taken in again."""

from collections.abc import Mapping
from pathlib import Path

import pytest
from openpyxl import load_workbook

from emgdesk.intake import Choices, RosterIntake, commit, plan_import
from emgdesk.publishing import export_document
from emgdesk.queries.people import get_person
from emgdesk.queries.roster import list_roster
from emgdesk.workspace import Workspace
from tests.desks import make_meeting
from tests.test_import_memory import csv, teams

ROWS = (
    ("Title", "Name", "Entity", "Function", "Email", "Phone", "Country", "Role", "Registered on", "Notes"),
    (
        "Ms",
        "Ada Moss",
        "FAO",
        "Adviser",
        "ada@fao.example",
        "+41 22",
        "Chad",
        "presenter",
        "2031-08-01",
        "early",
    ),
    ("Mr", "Bo Lind", "Harbour Guild", "", "bo@guild.example", "", "", "", "2031-08-02", ""),
    ("", "Cy Rook", "", "", "", "", "", "", "", ""),
)
# What is written over the cells of the first row, and the changes that come of it.
CORRECTIONS = (
    (
        {"Title": "Dr", "Function": "Head", "Role": "chair", "Attendance": "absent", "Mode": "in person", "Notes": "late"},
        {
            "title": ("Ms", "Dr"), "function": ("Adviser", "Head"), "role": ("presenter", "chair"),
            "attendance": ("attended", "absent"), "mode": ("online", "in person"), "notes": ("early", "late"),
        },
    ),
    (
        {"Entity": "Harbour Guild", "Email": "moss@fao.example", "Phone": "+41 23", "Country": "Republic of Chad"},
        {
            "entity": ("FAO", "Harbour Guild"), "capacity": ("member", "guest"),
            "email": ("ada@fao.example", "moss@fao.example"),
            "phone": ("+41 22", "+41 23"), "country": ("Chad", "Republic of Chad"),
        },
    ),
    (
        {"Given name": "Adele", "Family name": "Reed", "Name": "Adele Reed"},
        {"name": ("Ada Moss", "Adele Reed"), "given": ("Ada", "Adele"), "family": ("Moss", "Reed")},
    ),
)  # fmt: skip


@pytest.fixture
def meeting(desk: Workspace, tmp_path: Path) -> str:
    """A meeting with three registered, one of whom came, and a fourth who came without."""
    meeting_id = make_meeting(desk)
    commit(desk, plan_import(desk, csv(tmp_path, *ROWS), meeting_id=meeting_id))
    came = teams(tmp_path, ("Ada Moss", "ada@fao.example"), ("Di Fenn", "di@gmail.com"))
    commit(desk, plan_import(desk, came, meeting_id=meeting_id))
    return meeting_id


def exported(desk: Workspace, meeting_id: str, folder: Path, changes: Mapping[str, object]) -> Path:
    """The roster's workbook with cells of its first row changed, by header."""
    path = folder / "roster.xlsx"
    export_document(desk, "roster", path, meeting_id=meeting_id)
    book = load_workbook(path)
    sheet = book["Participants"]
    headers = {cell.value: cell.column for cell in sheet[1]}
    for header, value in changes.items():
        sheet.cell(2, headers[header], value)
    book.save(path)
    return path


def imported(desk: Workspace, path: Path, meeting_id: str, **choices: object) -> RosterIntake:
    intake = plan_import(desk, path, meeting_id=meeting_id, choices=Choices(**choices))  # type: ignore[arg-type]
    assert isinstance(intake, RosterIntake)
    return intake


@pytest.mark.parametrize("update", ["fill", "replace", "add-only"])
def test_a_workbook_nobody_touched_changes_nothing(
    desk: Workspace, meeting: str, tmp_path: Path, update: str
) -> None:
    intake = imported(desk, exported(desk, meeting, tmp_path, {}), meeting, update=update)
    assert [(row.verdict, row.changes) for row in intake.plan.rows] == [("already", {})] * 4
    assert commit(desk, intake).changes is None


@pytest.mark.parametrize(("cells", "changes"), CORRECTIONS)
def test_a_corrected_cell_is_a_change_and_then_none(
    desk: Workspace,
    meeting: str,
    tmp_path: Path,
    cells: Mapping[str, str],
    changes: Mapping[str, tuple[str, str]],
) -> None:
    before = desk.read(list_roster, meeting_id=meeting)
    path = exported(desk, meeting, tmp_path, cells)
    intake = imported(desk, path, meeting)
    assert [row.verdict for row in intake.plan.rows] == ["matched", "already", "already", "already"]
    assert intake.plan.rows[0].changes == changes
    commit(desk, intake)
    after = desk.read(list_roster, meeting_id=meeting)
    assert (len(after), after[0].id, after[1:]) == (4, before[0].id, before[1:])
    assert {row.verdict for row in imported(desk, path, meeting).plan.rows} == {"already"}
    desk.undo()
    assert desk.read(list_roster, meeting_id=meeting) == before


def test_a_corrected_name_is_learned_and_the_old_one_kept(
    desk: Workspace, meeting: str, tmp_path: Path
) -> None:
    path = exported(desk, meeting, tmp_path, {"Given name": "Adele", "Name": "Adele Moss"})
    intake = imported(desk, path, meeting)
    assert intake.plan.rows[0].changes == {"name": ("Ada Moss", "Adele Moss"), "given": ("Ada", "Adele")}
    commit(desk, intake)
    line = desk.read(list_roster, meeting_id=meeting)[0]
    person = desk.read(get_person, person_id=line.person_id)
    assert (line.name, line.given, line.family) == ("Adele Moss", "Adele", "Moss")
    assert (person.name, "Ada Moss" in person.spellings) == ("Adele Moss", True)


def test_an_id_of_another_roster_is_said_and_the_name_taken(
    desk: Workspace, meeting: str, tmp_path: Path
) -> None:
    path = exported(desk, meeting, tmp_path, {"ID": "0" * 32})
    row = imported(desk, path, meeting).plan.rows[0]
    assert row.verdict == "already"
    assert row.messages == ("The ID in this row names nobody on this roster; the row is taken by its name.",)


def test_a_row_that_is_missing_is_left_alone(desk: Workspace, meeting: str, tmp_path: Path) -> None:
    path = exported(desk, meeting, tmp_path, {})
    book = load_workbook(path)
    book["Participants"].delete_rows(3)
    book.save(path)
    assert commit(desk, imported(desk, path, meeting)).changes is None
    assert len(desk.read(list_roster, meeting_id=meeting)) == 4
