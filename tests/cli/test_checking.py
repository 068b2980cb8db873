"""`emgdesk check` as a script sees it."""

import json
from datetime import date
from pathlib import Path

import pytest

from emgdesk.cli import main
from emgdesk.operations.finding import mark_intended
from emgdesk.operations.mandate import add_event
from emgdesk.operations.meeting import update_meeting
from emgdesk.operations.task import add_entry
from emgdesk.queries.findings import list_findings
from emgdesk.workspace import open_desk
from tests.desks import make_meeting, make_roster, make_workplan

RUTH = "Ruth Solberg has no entity."
ZONE = "CEST is not in use on 24 January 2031; it is CET then."


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A desk with two meetings, one of them with a finding of two kinds."""
    path = tmp_path / "desk.emgdesk"
    with open_desk(path) as desk:
        key = make_meeting(desk, date="2031-01-24", zone_label="CEST")
        make_roster(desk, key)
        make_meeting(desk, "REEF 1")
    return path


def check(path: Path, capsys: pytest.CaptureFixture[str], *words: str) -> str:
    assert main(["--database", str(path), "check", *words]) == 0
    out, err = capsys.readouterr()
    assert err == ""
    return out


def test_findings_stand_under_meeting_and_place(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    told = check(path, capsys)
    assert told == (
        "SOM40 technical\n"
        "  Meeting\n"
        f"    error: {ZONE} (zone-label-contradicts-date)\n"
        "  Participants, Ruth Solberg\n"
        f"    warning: {RUTH} (person-without-entity)\n"
        "\n"
        "2 findings.\n"
    )
    assert check(path, capsys, "--meeting", "som40-technical") == told
    assert check(path, capsys, "--meeting", "REEF 1") == "Nothing found.\n"


def test_the_mandates_of_the_desk_stand_after_its_meetings(
    path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with open_desk(path) as desk:
        keys = make_workplan(desk)
        for kind, day in (("established", "2030-10-02"), ("concluded", "2031-10-01")):
            desk.do("Event", add_event, workstream_id=keys["reefs"], kind=kind, date=day)
        desk.do("Event", add_event, workstream_id=keys["ports"], kind="concluded", date="2031")
        desk.do("Done", add_entry, task_id=keys["survey"], status="completed", as_of="2031-01-05")
        desk.do("Event", add_event, workstream_id=keys["reefs"], kind="extended", date="2032", until="SOM 42")
    told = check(path, capsys)
    assert told.endswith(
        "\n"
        "Mandates and work plan\n"
        "  Mandate of Task Team on Reefs\n"
        "    error: “Extended until SOM 42” of 2032 comes after Task Team on Reefs ended on 1 October 2031 "
        "(concluded). (mandate-after-end)\n"
        "\n"
        "4 findings.\n"
    )
    (found,) = [
        one for one in json.loads(check(path, capsys, "--json"))["findings"] if one["meeting"] == ""
    ]  # fmt: skip
    assert (found["kind"], found["target_kind"], found["area"]) == (
        "mandate-after-end", "mandate_event", "mandates",
    )  # fmt: skip
    assert "Mandates" not in check(path, capsys, "--meeting", "REEF 1")


def test_json_has_its_documented_keys(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (zone, ruth) = json.loads(check(path, capsys, "--meeting", "SOM40 technical", "--json"))["findings"]
    documented = ("kind", "severity", "place", "text", "intended")
    assert [zone[key] for key in documented] == [
        "zone-label-contradicts-date",
        "error",
        "Meeting",
        ZONE,
        False,
    ]
    assert [ruth[key] for key in documented] == [
        "person-without-entity", "warning", "Participants, Ruth Solberg", RUTH, False,
    ]  # fmt: skip
    assert zone["id"] != ruth["id"]
    assert json.loads(check(path, capsys, "--json"))["findings"] == [zone, ruth]


def test_what_is_meant_so_is_counted_apart(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with open_desk(path) as desk:
        for one in desk.read(list_findings, today=date.today()):
            desk.do("Mark", mark_intended, meeting_id=one.meeting_id, finding=one.id, reason="So it is.")
        meeting_id = one.meeting_id
    assert check(path, capsys) == "Nothing found. 2 findings are marked as intended.\n"
    found = json.loads(check(path, capsys, "--json"))["findings"]
    assert [(one["intended"], one["reason"]) for one in found] == [(True, "So it is.")] * 2
    with open_desk(path) as desk:
        desk.do("Right", update_meeting, meeting_id=meeting_id, zone_label="CET")
    assert check(path, capsys) == "Nothing found. 1 finding is marked as intended.\n"


def test_an_unknown_meeting_is_refused_with_the_codes(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--database", str(path), "check", "--meeting", "SOM99"]) == 1
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith("There is no meeting “SOM99” on this desk; its meetings are:")


def test_the_findings_are_exported(path: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    target = tmp_path / "findings.csv"
    words = ["export", "findings", "--meeting", "SOM40 technical", "--output", str(target)]
    assert main(["--database", str(path), *words]) == 0
    capsys.readouterr()
    lines = target.read_text("utf-8-sig").splitlines()
    assert lines[0] == "Severity,Place,Finding,Intended,Kind"
    assert lines[1] == f"error,Meeting,{ZONE},,zone-label-contradicts-date"
