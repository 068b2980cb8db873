"""The words of `emgdesk import` that decide: entities, proposals, who was absent, doubtful rows, dates."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from emgdesk.cli import main
from tests.test_import_memory import csv, teams

Run = Callable[..., tuple[int, str, str]]
MEETING = "SOM40 technical"
ROWS = (
    ("Name", "Entity", "Email"),
    ("Ada Moss", "Harbour Guild", "ada@fao.org"),
    ("Bo Lind", "UN Enviroment", "bo@gmail.com"),
    ("Cy Rook", "FAO", "cy@fao.org"),
)


@pytest.fixture
def run(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs a command on a desk of the test with one meeting; answers exit status, stdout, stderr."""

    def command(*words: object) -> tuple[int, str, str]:
        try:
            status = main(["--database", str(tmp_path / "desk.emgdesk"), *map(str, words)])
        except SystemExit as end:
            status = int(str(end.code))
        out, err = capsys.readouterr()
        return status, out, err

    command("new", "meeting", "--code", MEETING, "--title", "Technical Segment", "--date", "2031-09-02")
    return command


def imported(run: Run, path: Path, *words: object) -> Any:
    status, out, err = run("import", path, "--meeting", MEETING, *words, "--json")
    assert status == 0, err
    return json.loads(out)


def roster(run: Run) -> dict[str, tuple[str, str]]:
    """Entity and attendance by name."""
    listed = json.loads(run("list", "participants", "--meeting", MEETING, "--json")[1])["participants"]
    return {row["name"]: (row["entity"], row["attendance"]) for row in listed}


def test_unknown_entities_are_told_with_what_they_may_be(run: Run, tmp_path: Path) -> None:
    path = csv(tmp_path, *ROWS)
    answer = imported(run, path, "--dry-run")
    assert [(q["text"], q["rows"], q["decision"]) for q in answer["entities"]] == [
        ("Harbour Guild", [2], None),
        ("UN Enviroment", [3], None),
    ]
    assert [c["id"] for c in answer["entities"][0]["candidates"]] == ["FAO"]
    assert answer["entities"][0]["candidates"][0]["why"] == "an address at fao.org"
    said = run("import", path, "--meeting", MEETING, "--dry-run")[1]
    assert "Unknown entity “Harbour Guild”, 1 row: FAO (an address at fao.org).\n" in said
    assert "Unknown entities stay as printed; decide with --entity.\n" in said


def test_entities_are_decided(run: Run, tmp_path: Path) -> None:
    words = ("--entity", "harbour  guild=part:fao", "--entity", "UN Enviroment=alias:UNEP")
    answer = imported(run, csv(tmp_path, *ROWS), *words)
    assert [q["decision"] for q in answer["entities"]] == [
        {"kind": "part", "entity_id": "Harbour Guild"},
        {"kind": "alias", "entity_id": "UNEP"},
    ]
    assert [row["entity_id"] for row in answer["rows"]] == ["Harbour Guild", "UNEP", "FAO"]
    again = imported(run, csv(tmp_path, *ROWS), *words)
    assert (again["totals"]["already"], again["entities"], again["revision"]) == (3, [], None)
    assert again["notes"] == [
        "Entity “Harbour Guild” is known as Harbour Guild; nothing was decided on it.",
        "Entity “UN Enviroment” is known as UNEP; nothing was decided on it.",
    ]
    listed = json.loads(run("list", "entities", "--json")[1])["entities"]
    (guild,) = [row for row in listed if row["acronym"] == "Harbour Guild"]
    assert guild["parent"] == "FAO"


@pytest.mark.parametrize(
    ("words", "status", "sentence"),
    [
        (("--entity", "Harbour Guild"), 2,
         "--entity Harbour Guild: write TEXT=alias:ENTITY, TEXT=part:ENTITY, TEXT=new or TEXT=text."),
        (("--entity", "Harbour Guild=alias"), 2,
         "--entity Harbour Guild=alias: write TEXT=alias:ENTITY, TEXT=part:ENTITY, TEXT=new or TEXT=text."),
        (("--entity", "Harbour Guild=new:HG"), 2,
         "--entity Harbour Guild=new:HG: write TEXT=alias:ENTITY, TEXT=part:ENTITY, TEXT=new or TEXT=text."),
        (("--entity", "Harbour Guild=alias:QQQ"), 1, "--entity Harbour Guild: there is no entity “QQQ” on this desk."),
        (("--entity", "Sea Desk=new"), 1, "No row of list.csv has the entity “sea desk”."),
        (("--decide", "2"), 2, "--decide 2: write ROW=PERSON_ID, ROW=new or ROW=skip."),
        (("--decide", "x=new"), 2, "--decide x=new: write ROW=PERSON_ID, ROW=new or ROW=skip."),
        (("--decide", "99=new"), 1, "There is no row 99 in the table of list.csv."),
        (("--decide", "2=nobody"), 1, "Row 2 cannot be “nobody”: the desk knows nobody by that key."),
        (("--mark-absent",), 1,
         "list.csv is no list of who was there, so it marks nobody absent; if it is one, add --as attendance."),
    ],
)  # fmt: skip
def test_words_that_cannot_be(
    run: Run, tmp_path: Path, words: tuple[str, ...], status: int, sentence: str
) -> None:
    path = csv(tmp_path, *ROWS)
    assert run("import", path, "--meeting", MEETING, *words, "--json") == (status, "", f"{sentence}\n")
    assert roster(run) == {}


@pytest.mark.parametrize(
    "words", [("--doubtful", "ask"), ("--date-order", "dym"), ("--update", "all"), ("--as", "list")]
)
def test_unknown_choices_are_wrong_usage(run: Run, tmp_path: Path, words: tuple[str, str]) -> None:
    status, out, err = run("import", csv(tmp_path, *ROWS), "--meeting", MEETING, *words)
    assert (status, out) == (2, "")
    assert f"invalid choice: '{words[1]}'" in err


def test_proposals_are_taken_on_request(run: Run, tmp_path: Path) -> None:
    path = teams(tmp_path, ("Ada Moss", "ada@fao.org"), ("Bo Lind", "bo@gmail.com"))
    dry = imported(run, path, "--dry-run")
    assert dry["rows"][0]["proposed_entity"] == {"id": "FAO", "why": "the address is at fao.org"}
    assert [row["entity_id"] for row in dry["rows"]] == [None, None]
    said = run("import", path, "--meeting", MEETING, "--dry-run")[1]
    assert "Row 2, Ada Moss: FAO? (the address is at fao.org)\n" in said
    assert "take them with --take-proposals" in said
    imported(run, path, "--take-proposals")
    assert roster(run) == {"Ada Moss": ("FAO", "attended"), "Bo Lind": ("", "attended")}


def test_the_registered_who_were_not_there_are_marked_on_request(run: Run, tmp_path: Path) -> None:
    imported(run, csv(tmp_path, *ROWS))
    path = teams(tmp_path, ("Ada Moss", "ada@fao.org"), ("Di Fenn", "di@gmail.com"))
    dry = imported(run, path, "--dry-run")
    assert dry["attendance"] == {
        "registered_present": 1, "registered_absent": 2, "registered_unsure": 0, "present_unregistered": 1,
    }  # fmt: skip
    said = run("import", path, "--meeting", MEETING, "--dry-run")[1]
    assert "Of those registered 1 were there, 2 were not; 1 came without having registered.\n" in said
    imported(run, path, "--mark-absent")
    assert {name: attendance for name, (_, attendance) in roster(run).items()} == {
        "Ada Moss": "attended", "Bo Lind": "absent", "Cy Rook": "absent", "Di Fenn": "attended",
    }  # fmt: skip
    assert imported(run, path, "--mark-absent")["revision"] is None


def test_any_list_can_be_said_to_be_of_who_was_there(run: Run, tmp_path: Path) -> None:
    imported(run, csv(tmp_path, *ROWS))
    there = csv(tmp_path, ROWS[0], ROWS[1], name="hands.csv")
    answer = imported(run, there, "--as", "attendance", "--mark-absent")
    assert answer["attendance"]["registered_absent"] == 2
    assert roster(run)["Ada Moss"] == ("Harbour Guild", "attended")
    assert roster(run)["Bo Lind"] == ("UN Enviroment", "absent")


@pytest.mark.parametrize(("doubtful", "people"), [("skip", 1), ("new", 2), ("match", 1)])
def test_doubtful_rows_are_left_out_taken_as_new_or_as_the_best(
    run: Run, tmp_path: Path, doubtful: str, people: int
) -> None:
    imported(run, csv(tmp_path, ROWS[0], ROWS[3]))
    run("new", "meeting", "--code", "SOM40 senior", "--title", "Senior Segment")
    path = csv(tmp_path, ROWS[0], ("Cy Rook", "ECE", ""), name="doubtful.csv")
    answer = json.loads(run("import", path, "--meeting", "SOM40 senior", "--doubtful", doubtful, "--json")[1])
    assert [row["verdict"] for row in answer["rows"]] == ["possible"]
    listed = json.loads(run("list", "people", "--json")[1])["people"]
    assert len(listed) == people
    seated = json.loads(run("list", "participants", "--meeting", "SOM40 senior", "--json")[1])["participants"]
    assert [row["entity"] for row in seated] == ([] if doubtful == "skip" else ["ECE"])


def test_what_would_change_is_said_row_by_row(run: Run, tmp_path: Path) -> None:
    header = ("Name", "Entity", "Function", "Phone")
    imported(run, csv(tmp_path, header, ("Ana Ruiz", "FAO", "Officer", ""), ("Bo Lind", "FAO", "", "")))
    path = csv(tmp_path, header, ("Ana Ruiz", "FAO", "Head", "+41 22"), ("Bo Lind", "FAO", "", ""))
    said = run("import", path, "--meeting", MEETING, "--update", "replace", "--dry-run")[1]
    assert said == (
        "row 2 Ana Ruiz: function “Officer” -> “Head”; phone – -> “+41 22”\n"
        "list.csv: 1 known, 1 already there.\nNothing was changed (dry run).\n"
    )


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ((), "Left out; decide with --decide: 2={key} (Cy Rook, ECLAC: the same name, another entity (ECLAC))."),
        (("--doubtful", "new"), "Taken as somebody new; resembles Cy Rook (ECLAC)."),
        (("--doubtful", "match"), "Taken as Cy Rook (ECLAC): the same name, another entity (ECLAC)."),
    ],
)  # fmt: skip
def test_a_doubtful_row_says_whom_it_resembles(
    run: Run, tmp_path: Path, words: tuple[str, ...], sentence: str
) -> None:
    imported(run, csv(tmp_path, ROWS[0], ("Cy Rook", "ECLAC", "")))
    key = json.loads(run("list", "people", "--json")[1])["people"][0]["id"]
    path = csv(tmp_path, ROWS[0], ("Cy Rook", "ECE", ""), name="doubtful.csv")
    chosen = [word.format(key=key) for word in words]
    said = run("import", path, "--meeting", MEETING, "--dry-run", *chosen)[1]
    assert sentence.format(key=key) in said.splitlines()[1]


def test_dates_that_can_be_read_in_two_ways_are_asked_about(run: Run, tmp_path: Path) -> None:
    header = ("Name", "Entity", "Registered on")
    path = csv(tmp_path, header, ("Ada Moss", "FAO", "05/06/2031"), ("Bo Lind", "FAO", "07/08/2031"))
    notes = imported(run, path, "--dry-run")["notes"]
    assert [note for note in notes if "day or with the month first" in note]
    imported(run, path, "--date-order", "dmy")
    assert imported(run, path, "--date-order", "dmy")["totals"]["already"] == 2
    other = imported(run, path, "--date-order", "mdy", "--update", "replace")
    assert other["rows"][0]["changes"] == {"registered": ["2031-06-05", "2031-05-06"]}
