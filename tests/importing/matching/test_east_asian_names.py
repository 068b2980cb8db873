"""Names in the scripts of East Asia: read family first, and known again however they were stored."""

from pathlib import Path

import pytest

from emgdesk.importing.rosters.mapping import map_roster
from emgdesk.intake import plan_import
from emgdesk.operations.person import add_person
from emgdesk.workspace import Workspace
from tests.desks import make_meeting
from tests.importing.files import desk, person, roster, roster_plan


@pytest.mark.parametrize("stored", ["丽 王", "王丽"])
@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("First name,Last name\n丽,王\n", "matched"),
        ("Name,First name,Last name\n丽 王,丽,王\n", "matched"),
        ("Name,Function\n丽 王,Officer\n", "possible"),
        ("Name,Function\n王丽,Officer\n", "possible"),
        ("First name,Last name\n丽,李\n", "new"),
    ],
)
def test_spellings_meet(desk: Workspace, tmp_path: Path, stored: str, text: str, verdict: str) -> None:
    key = desk.do("Add", add_person, name=stored, given="丽", family="王").value
    path = tmp_path / "list.csv"
    path.write_text(text, encoding="utf-8")
    (row,) = plan_import(desk, path, meeting_id=make_meeting(desk)).answer()["rows"]
    assert row["verdict"] == verdict
    known = [row["person"]["id"]] if row["person"] else [one["id"] for one in row["candidates"]]
    assert known == ([] if verdict == "new" else [key])
    if "First" in text and verdict == "matched":
        assert row["name"] == "王丽"


@pytest.mark.parametrize("name", ["沈晓岚", "沈 晓岚", "김민수"])
def test_a_whole_name_is_known_as_any_other(name):
    known = desk(person("p1", name, "e-fao"))
    read = map_roster(roster(("Name", "Entity"), (name, "FAO")))
    assert [row.verdict for row in roster_plan(read, known).rows] == ["matched"]
    read = map_roster(roster(("Name", "Entity"), (name, "ECE")))
    assert [row.verdict for row in roster_plan(read, known).rows] == ["possible"]


def test_a_name_of_two_signs_is_asked_about():
    known = desk(person("p1", "王明", "e-fao", "w@x.example"))
    read = map_roster(roster(("Name", "Entity"), ("王明", "FAO")))
    assert [row.verdict for row in roster_plan(read, known).rows] == ["possible"]
