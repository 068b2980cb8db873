"""Sheets that came back, and workstreams decided on, on the command line."""

import json
import shutil
from pathlib import Path

import pytest
from openpyxl import load_workbook

from emgdesk.cli import main
from emgdesk.operations.progress_request import ask_for_progress, withdraw_requests
from emgdesk.publishing import write_progress_sheets
from emgdesk.queries.workstreams import list_chapters, list_tasks, list_workstreams
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
    assert (
        f"“Make the map.” is told to be “ongoing” in {sheets[0].name} row 2, “completed” in {sheets[1].name} "
        "row 2 as of 30 November 2031: the last one counts (completed)."
    ) in error
    task = map_of(desk)
    assert task.next_steps == "UNEP: Print it.\n\nHarbour Union, Vienna: Show it."
    assert [(entry.status, entry.text) for entry in task.entries[-2:]] == [
        ("ongoing", "UNEP: All of it."),
        ("completed", "Harbour Union, Vienna: All of it."),
    ]
    for again in ([sheets[0]], [sheets[1]], sheets):
        status, out, error = run("import", *again, "--json")
        assert (status, json.loads(out)["sheets"]["Tasks"]["same"]) == (0, len(again))
        assert "differ" not in error
    assert map_of(desk) == task


def test_what_another_tells_later_of_the_same_day_stands_beside(run, desk, sheets):
    fill(sheets[0], Status="ongoing", Next_steps="Ask.")
    fill(sheets[1], Status="completed", Progress="Done.", Next_steps="Show it.")
    run("import", sheets[0])
    _, _, error = run("import", sheets[1])
    told = "“Make the map.” is told to be “ongoing” on the desk, “completed” in row 2 as of 30 November 2031"
    assert error.splitlines() == [
        f"{told}: the last one counts (completed).",
        "row 2 and the desk tell different next steps of “Make the map.”: all are kept.",
    ]
    task = map_of(desk)
    assert (task.status, task.next_steps) == ("completed", "Ask.\n\nHarbour Union, Vienna: Show it.")
    assert [entry.text for entry in task.entries[-2:]] == ["All of it.", "Harbour Union, Vienna: Done."]
    for again in ([sheets[0]], [sheets[1]], sheets):
        run("import", *again)
        assert map_of(desk) == task


def test_an_answer_changes_nothing_but_what_was_asked_for(run, desk, sheets):
    before = map_of(desk)
    fill(sheets[0], Task="Draw the chart.", Responsible="Nobody", Due="2099")
    status, _, error = run("import", sheets[0])
    after = map_of(desk)
    assert (status, after.responsible, after.due) == (0, before.responsible, before.due)
    assert (
        "Task, Responsible and Due of row 2 differ from the desk and stay as on the desk: an answer only "
        "reports on “Make the map.”."
    ) in error
    fill(sheets[0], Task="Make the map.", Responsible=None, Due=None, Chapter="IX. New", Workstream="None")
    before = desk.read(list_chapters), desk.read(list_workstreams), map_of(desk)
    status, _, error = run("import", sheets[0])
    assert (status, desk.read(list_chapters), desk.read(list_workstreams), map_of(desk)) == (0, *before)
    assert "Chapter and Workstream of row 2 differ from the desk" in error


def test_an_answer_adds_no_task(run, desk, sheets):
    before = desk.read(list_tasks)
    fill(sheets[0], ID=None, Task="Something else.")
    status, out, error = run("import", sheets[0], "--json")
    assert (status, json.loads(out)["answered"], desk.read(list_tasks)) == (0, [], before)
    assert "Tasks row 2: The row is about no task of this desk; an answer adds none." in error
    fill(sheets[0], Task="Make the map.")  # found by its words
    run("import", sheets[0])
    assert map_of(desk).entries[-1].text == "All of it."


def test_a_sheet_without_its_id_answers_by_its_entity_and_day(run, desk, sheets):
    for path, key in ((sheets[0], "0" * 32), (sheets[1], None)):
        book = load_workbook(path)
        (cell,) = (row[1] for row in book["Progress request"].iter_rows() if row[0].value == "Request ID")
        cell.value = key
        book.save(path)
    _, out, error = run("import", *sheets, "--json")
    assert [one["file"] for one in json.loads(out)["answered"]] == [path.name for path in sheets]
    assert (
        f"{sheets[0].name}: its Request ID is of no request of this desk; it is taken as the answer of UNEP."
    ) in json.loads(out)["notes"]
    book = load_workbook(sheets[0])
    del book["Progress request"]
    book.save(sheets[0])
    _, _, error = run("import", sheets[0], "--dry-run")
    lost = (
        "has lost its sheet “Progress request”: who answers with it is not known, nor as of when; 1 entry has "
        "no date (Tasks row 2)."
    )
    assert f"{sheets[0].name} {lost}" in error


def ask(path, **said):
    """Write other words beside the fields of the request of a sheet."""
    book = load_workbook(path)
    for name, value in said.items():
        (cell,) = (
            row[1] for row in book["Progress request"].iter_rows() if row[0].value == name.replace("_", " ")
        )
        cell.value = value
    book.save(path)


def request_id(path):
    rows = load_workbook(path)["Progress request"].iter_rows(values_only=True)
    return next(row[1] for row in rows if row[0] == "Request ID")


def test_a_request_of_another_is_not_answered(run, desk, sheets):
    ask(sheets[0], Entity="FAO", Request_ID=request_id(sheets[1]))
    _, out, _ = run("import", sheets[0], "--json")
    assert json.loads(out)["answered"] == []
    assert (
        f"{sheets[0].name}: its Request ID is that of Harbour Union, Vienna, and the sheet is of FAO; what it "
        "reports is taken all the same."
    ) in json.loads(out)["notes"]
    assert map_of(desk).entries[-1].text == "All of it."
    ask(sheets[0], Entity="UNEP")
    _, out, _ = run("import", sheets[0], "--json")
    assert [one["entity"] for one in json.loads(out)["answered"]] == ["UNEP"]


def test_a_request_that_was_withdrawn_is_told(run, desk, sheets):
    ask(sheets[0], As_of="2031-10-15", Request_ID="0" * 32)
    _, out, _ = run("import", sheets[0], "--json")
    assert (
        f"{sheets[0].name}: its Request ID is of no request of this desk (it may be withdrawn); what it reports "
        "is taken all the same, and UNEP is still to answer as of 30 November 2031."
    ) in json.loads(out)["notes"]
    desk.do("Withdraw", withdraw_requests, request_ids=[request_id(sheets[1])])
    _, out, _ = run("import", sheets[1], "--json")
    assert (
        f"{sheets[1].name}: its Request ID is of no request of this desk (it may be withdrawn); what it reports "
        "is taken all the same."
    ) in json.loads(out)["notes"]


def test_one_request_answered_with_two_files_is_told(run, desk, sheets, tmp_path):
    more = Path(shutil.copy(sheets[0], tmp_path / "corrected.xlsx"))
    fill(more, Next_steps="Print it.")
    _, out, _ = run("import", sheets[0], more, "--json")
    said = json.loads(out)
    assert [one["file"] for one in said["answered"]] == [sheets[0].name]
    assert (
        f"corrected.xlsx: UNEP answers with {sheets[0].name} too; what both tell is taken once, what differs "
        "is taken from both."
    ) in said["notes"]
    assert [entry.text for entry in map_of(desk).entries].count("All of it.") == 1
    assert map_of(desk).next_steps == "Print it."
