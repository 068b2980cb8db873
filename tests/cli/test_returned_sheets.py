"""Sheets that came back, and workstreams decided on, on the command line."""

import json
import shutil
from pathlib import Path

import pytest
from openpyxl import load_workbook

from emgdesk.cli import main
from emgdesk.operations.progress_request import ask_for_progress
from emgdesk.publishing import write_progress_sheets
from emgdesk.queries.workstreams import list_tasks
from tests.desks import entity_id
from tests.sheets import write_book
from tests.test_progress_sheets_out_and_in import fill
from tests.workplan_desks import make_whole_workplan


@pytest.fixture
def run(desk, capsys):
    """Runs a command on the desk of the test; answers exit status, stdout, stderr."""

    def command(*words):
        status = main(["--database", str(desk.path), *map(str, words)])
        return status, *capsys.readouterr()

    return command


@pytest.fixture
def sheets(desk, tmp_path: Path) -> list[Path]:
    """The sheets of two who answer for one task, filled in; WHO has not answered."""
    make_whole_workplan(desk)
    keys = desk.do(
        "Ask", ask_for_progress, entities=[(entity_id(desk, "UNEP"), ""), (None, "Harbour Union, Vienna"), (entity_id(desk, "WHO"), "")],
        as_of="2031-11-30", asked_on="2031-11-01", due="2031-11-20",
    ).value  # fmt: skip
    written = write_progress_sheets(desk, tmp_path / "sheets", request_ids=keys[:2])
    return [fill(one.path, Progress="All of it.") for one in written if one.rows]


def test_several_sheets_are_one_step(run, desk, sheets):
    before = desk.state().revision
    status, out, _ = run("import", *sheets, "--json")
    said = json.loads(out)
    assert (status, said["committed"], said["files"]) == (0, True, [path.name for path in sheets])
    assert [one["file"] for one in said["answered"]] == [path.name for path in sheets]
    assert "WHO" in said["waiting"]
    assert desk.state().revision == before + 1


def test_only_sheets_of_tasks_are_taken_together(run, sheets, tmp_path):
    whole = write_book(
        tmp_path / "plan.xlsx", {"Workstreams": [("Name", "Chapter"), ("Dune Team", "I. Sand")]}
    )
    status, out, error = run("import", sheets[0], whole)
    assert (status, out) == (1, "")
    assert error.strip() == (
        "plan.xlsx is a whole work plan (it has a sheet “Workstreams”): only sheets of tasks are taken in "
        "together; import it by itself."
    )


def map_of(desk):
    return next(task for task in desk.read(list_tasks) if task.text == "Make the map.")


def test_a_sheet_given_twice_counts_once(run, desk, sheets, tmp_path):
    copy = tmp_path / "copy of it.xlsx"
    shutil.copy(sheets[0], copy)
    before = len(map_of(desk).entries)
    status, _, error = run("import", sheets[0], sheets[0], copy)
    assert (status, error.splitlines()[0]) == (0, "2 files were given twice and taken once.")
    assert len(map_of(desk).entries) == before + 1
    again = fill(copy, Due="2040")  # saved anew under another name
    assert run("import", sheets[0], again)[0] == 0
    assert len(map_of(desk).entries) == before + 1


def test_what_two_tell_of_one_task_is_kept_and_told(run, desk, sheets):
    fill(sheets[0], Status="ongoing", Next_steps="Print it.")
    fill(sheets[1], Status="completed", Next_steps="Show it.")
    status, _, error = run("import", *sheets)
    both = " and ".join(f"{path.name} row 2" for path in sheets)
    assert status == 0
    assert f"{both} tell different next steps of “Make the map.”: all are kept." in error
    assert f"{both} tell different statuses of “Make the map.”: the last one counts." in error
    assert map_of(desk).next_steps == "Print it.\n\nShow it."


def test_an_answer_changes_nothing_but_what_was_asked_for(run, desk, sheets):
    before = map_of(desk)
    fill(sheets[0], Task="Draw the chart.", Responsible="Nobody", Due="2099")
    status, _, error = run("import", sheets[0])
    after = map_of(desk)
    assert (status, after.responsible, after.due) == (0, before.responsible, before.due)
    assert "The wording of a task does not change with an answer (Tasks row 2): “Make the map.”." in error


def test_a_sheet_without_its_id_answers_by_its_entity_and_day(run, desk, sheets):
    for path, key in ((sheets[0], "0" * 32), (sheets[1], None)):
        book = load_workbook(path)
        (cell,) = (row[1] for row in book["Progress request"].iter_rows() if row[0].value == "Request ID")
        cell.value = key
        book.save(path)
    _, out, _ = run("import", *sheets, "--json")
    assert [one["file"] for one in json.loads(out)["answered"]] == [path.name for path in sheets]
    book = load_workbook(sheets[0])
    del book["Progress request"]
    book.save(sheets[0])
    _, _, error = run("import", sheets[0], "--dry-run")
    lost = "has lost its sheet “Progress request”: who answers is not known, nor as of when."
    assert f"{sheets[0].name} {lost}" in error
