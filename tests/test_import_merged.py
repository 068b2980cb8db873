"""Rows whose column ID holds the key of a person who turned out to be another one since."""

from pathlib import Path

from emgdesk.importing.plan import Decision
from emgdesk.operations.merging import merge_people, part_people
from emgdesk.workspace import Workspace
from tests.desks import make_meeting, make_person
from tests.test_import_memory import csv, roster

HEADER = ("Name", "ID")


def merge(desk: Workspace, kept: str, lost: str) -> str:
    return desk.do("Merge", merge_people, kept_id=kept, lost_id=lost).value


def test_the_id_of_a_person_merged_away_leads_to_the_one_kept(desk: Workspace, tmp_path: Path) -> None:
    first, second, third = (make_person(desk, name) for name in ("Anna Fisk", "Anna Fisk-Moe", "A. Fisk"))
    merge(desk, second, third)
    made = merge(desk, first, second)
    path = csv(tmp_path, HEADER, ("A. Fisk", third))
    meeting = make_meeting(desk, "REEF 1")
    (row,) = roster(desk, path, meeting).plan.rows
    assert (row.verdict, row.person_id, row.messages) == ("matched", first, ())
    desk.do("Part", part_people, merge_id=made)
    (row,) = roster(desk, path, meeting).plan.rows
    assert (row.verdict, row.person_id) == ("matched", second)


def test_two_rows_of_people_made_one_since_are_one_person(desk: Workspace, tmp_path: Path) -> None:
    kept, lost, other = (make_person(desk, name) for name in ("Anna Fisk", "Anna Fisk-Moe", "Tom Berg"))
    merge(desk, kept, lost)
    path = csv(tmp_path, HEADER, ("Anna Fisk-Moe", lost), ("Anna Fisk", kept), ("Tom Berg", other))
    rows = roster(desk, path, make_meeting(desk, "REEF 1")).plan.rows
    assert [(row.verdict, row.person_id, row.double_of) for row in rows] == [
        ("matched", kept, None), ("skipped", None, 2), ("matched", other, None),
    ]  # fmt: skip
    assert rows[1].messages == ("Same person as row 2 (made one person since).",)


def test_the_same_id_twice_is_a_problem_still(desk: Workspace, tmp_path: Path) -> None:
    kept, lost = (make_person(desk, name) for name in ("Anna Fisk", "Anna Fisk-Moe"))
    merge(desk, kept, lost)
    path = csv(tmp_path, HEADER, ("Anna Fisk", kept), ("Anna Fisk", kept))
    rows = roster(desk, path, make_meeting(desk, "REEF 1")).plan.rows
    assert [row.verdict for row in rows] == ["matched", "problem"]


def test_a_decision_for_a_person_merged_away_is_one_for_the_person_kept(
    desk: Workspace, tmp_path: Path
) -> None:
    kept, lost = (make_person(desk, name) for name in ("Anna Fisk", "Anna Fisk-Moe"))
    merge(desk, kept, lost)
    path = csv(tmp_path, ("Name", "Entity"), ("Annika Fiske", "FAO"))
    plan = roster(desk, path, make_meeting(desk, "REEF 1"), decisions={2: Decision("match", lost)}).plan
    assert (plan.rows[0].verdict, plan.rows[0].target_id) == ("matched", kept)
