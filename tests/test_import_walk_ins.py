"""The list of who was there first, the registrations afterwards: the same roster as the other way round."""

from pathlib import Path

import pytest

from emgdesk.importing.plan import Decision
from emgdesk.intake import commit
from emgdesk.workspace import Workspace
from tests.desks import make_meeting, make_person
from tests.test_import_memory import CAME, REGISTERED, csv, lines, roster, teams

NOTE = "1 person who was there is not on this list of registrations and will count as a walk-in."


def walk_ins(desk: Workspace, meeting_id: str) -> dict[object, object]:
    return {row[0]: row[-1] for row in lines(desk, meeting_id)}


def test_whom_the_registrations_do_not_name_walked_in(desk: Workspace, tmp_path: Path) -> None:
    meeting = make_meeting(desk)
    commit(desk, roster(desk, teams(tmp_path, *CAME), meeting))
    assert walk_ins(desk, meeting) == {"Ada Moss": False, "Di Fenn": False}
    intake = roster(desk, csv(tmp_path, *REGISTERED), meeting)
    assert (intake.plan.notes, intake.notes()) == ((NOTE,), (NOTE,))
    assert intake.answer()["walk_ins"] == [{"name": "Di Fenn", "entity": ""}]
    commit(desk, intake)
    assert walk_ins(desk, meeting) == {"Ada Moss": False, "Di Fenn": True, "Bo Lind": False}
    other = make_meeting(desk, "SOM41 technical")
    commit(desk, roster(desk, csv(tmp_path, *REGISTERED), other))
    commit(desk, roster(desk, teams(tmp_path, *CAME), other))
    assert sorted(map(str, lines(desk, other))) == sorted(map(str, lines(desk, meeting)))


def test_it_is_one_step_of_the_history(desk: Workspace, tmp_path: Path) -> None:
    meeting = make_meeting(desk)
    commit(desk, roster(desk, teams(tmp_path, *CAME), meeting))
    before = lines(desk, meeting)
    commit(desk, roster(desk, csv(tmp_path, *REGISTERED), meeting))
    desk.undo()
    assert lines(desk, meeting) == before


def test_registrations_in_two_files_take_it_back(desk: Workspace, tmp_path: Path) -> None:
    meeting = make_meeting(desk)
    commit(desk, roster(desk, teams(tmp_path, *CAME), meeting))
    commit(desk, roster(desk, csv(tmp_path, *REGISTERED), meeting))
    late = csv(tmp_path, ("Name", "Entity", "Email"), ("Di Fenn", "", "di@gmail.com"), name="late.csv")
    intake = roster(desk, late, meeting)
    assert (intake.plan.late_walk_ins, intake.plan.notes) == ((), ())
    commit(desk, intake)
    assert walk_ins(desk, meeting) == {"Ada Moss": False, "Di Fenn": False, "Bo Lind": False}


def test_nothing_else_is_to_do_and_yet_it_is_done(desk: Workspace, tmp_path: Path) -> None:
    meeting = make_meeting(desk)
    commit(desk, roster(desk, teams(tmp_path, *CAME), meeting))
    only = csv(tmp_path, ("Name", "Email"), ("Ada Moss", "ada@fao.example"))
    intake = roster(desk, only, meeting)
    assert [row.verdict for row in intake.plan.rows] == ["already"]
    commit(desk, intake)
    assert walk_ins(desk, meeting) == {"Ada Moss": False, "Di Fenn": True}


@pytest.mark.parametrize(
    ("header", "row"),
    [
        (("Name", "Email", "Attendance"), ("Ada Moss", "ada@fao.example", "attended")),
        (("Name", "Email", "Attendance"), ("Total", "", "")),
    ],
)
def test_a_list_that_tells_no_registration_makes_nobody_a_walk_in(
    desk: Workspace, tmp_path: Path, header: tuple[str, ...], row: tuple[str, ...]
) -> None:
    meeting = make_meeting(desk)
    commit(desk, roster(desk, teams(tmp_path, *CAME), meeting))
    assert roster(desk, csv(tmp_path, header, row), meeting).plan.late_walk_ins == ()


def test_rows_are_only_added_where_that_was_asked_for(desk: Workspace, tmp_path: Path) -> None:
    meeting = make_meeting(desk)
    commit(desk, roster(desk, teams(tmp_path, *CAME), meeting))
    plan = roster(desk, csv(tmp_path, *REGISTERED), meeting, update="add-only").plan
    assert plan.late_walk_ins == ()


def test_whom_a_row_to_be_decided_on_may_name_is_none_yet(desk: Workspace, tmp_path: Path) -> None:
    meeting = make_meeting(desk)
    key = make_person(desk, "Di Fenn", "FAO", ("di@gmail.com",))
    commit(desk, roster(desk, teams(tmp_path, *CAME), meeting))
    rows = csv(tmp_path, ("Name", "Entity"), ("Ada Moss", ""), ("Di Fenn", "ECE"))
    plan = roster(desk, rows, meeting).plan
    assert [row.verdict for row in plan.rows] == ["already", "possible"]
    assert (plan.late_walk_ins, plan.notes) == ((), ())
    plan = roster(desk, rows, meeting, decisions={3: Decision("new")}).plan
    assert ([line.person_id for line in plan.late_walk_ins], plan.notes) == ([key], (NOTE,))
