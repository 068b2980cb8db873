"""What the command line refuses, and what it says of a list beside doing it."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from emgdesk.cli import main
from tests.sheets import write_book

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs a command on a desk of the test, or on the one named; answers exit status, stdout, stderr."""

    def command(*words: object, database: Path = tmp_path / "desk.emgdesk") -> tuple[int, str, str]:
        try:
            status = main(["--database", str(database), *map(str, words)])
        except SystemExit as end:  # argparse ends wrong usage by itself
            status = int(str(end.code))
        out, err = capsys.readouterr()
        return status, out, err

    return command


def test_a_desk_in_a_folder_that_does_not_exist_is_refused_and_no_folder_made(
    run: Run, tmp_path: Path
) -> None:
    folder = tmp_path / "nowhere" / "at all"
    refused = run("list", "people", database=folder / "x.emgdesk")
    assert refused == (1, "", f"There is no folder {folder} to keep a desk in.\n")
    assert not (tmp_path / "nowhere").exists()
    assert run("list", "people")[0] == 0


def test_the_last_line_of_wrong_usage_is_the_sentence(run: Run) -> None:
    status, out, err = run("import", "list.csv", "--as", "soup")
    assert (status, out) == (2, "")
    first, last = err.splitlines()
    assert first == "usage: emgdesk import ..., told by emgdesk import --help"
    assert last.startswith("Argument --as: invalid choice: 'soup'")
    assert last.endswith(".")


def test_a_work_plan_is_no_roster(run: Run, tmp_path: Path) -> None:
    plan = write_book(
        tmp_path / "plan.xlsx",
        {
            "Workstreams": [("Name", "Chapter"), ("Tides", "I"), ("Nexus", "I")],
            "Tasks": [("Chapter", "Task"), ("I", "Measure")],
        },
    )
    refused = (
        "plan.xlsx is a workplan workbook and sheet “Workstreams” names no people: import it as what it is "
        "(--as workplan).\n"
    )
    assert run("import", plan, "--as", "roster", "--dry-run") == (1, "", refused)
    assert run("import", plan, "--sheet", "Workstreams", "--dry-run") == (1, "", refused)


def test_given_names_left_out_by_a_mapping_are_told_of(run: Run, tmp_path: Path) -> None:
    rows = [("No.", "First name", "Last name", "Entity"), (1, "Ada", "Moss", "FAO")]
    people = write_book(tmp_path / "list.xlsx", {"People": rows})
    status, out, err = run("import", people, "--map", "name=Last name", "--dry-run", "--json")
    said = (
        "Names are taken from “Last name” alone, as you said; what “First name” says is no part of them. "
        "Say given= and family= instead to put names together."
    )
    assert (status, said in err, said in json.loads(out)["notes"]) == (0, True, True)
    answer = json.loads(run("import", people, "--dry-run", "--json")[1])
    assert (answer["rows"][0]["name"], answer["unused_columns"]) == ("Ada Moss", [])
    assert said not in answer["notes"]
