"""Sheets of entities filled in outside and taken in again."""

from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook

from emgdesk.intake import commit, plan_import
from emgdesk.operations.progress_request import ask_for_progress
from emgdesk.publishing import write_progress_sheets
from emgdesk.queries.progress_requests import list_requests
from emgdesk.queries.workstreams import list_tasks
from emgdesk.workspace import Workspace
from tests.desks import dump, entity_id
from tests.workplan_desks import make_whole_workplan


@pytest.fixture
def sheet(desk: Workspace, tmp_path: Path) -> Path:
    """The sheet of UNEP, which answers for the map, and leads the reefs."""
    make_whole_workplan(desk)
    keys = desk.do(
        "Ask", ask_for_progress, entities=[(entity_id(desk, "UNEP"), "")], as_of="2031-11-30",
        asked_on="2031-11-01", due="2031-11-20",
    ).value  # fmt: skip
    (written,) = write_progress_sheets(desk, tmp_path / "sheets", request_ids=keys)
    assert written.rows == 1
    return written.path


def fill(path: Path, **cells: object) -> Path:
    """Fill cells of the first task in, by header with "_" for a blank."""
    book = load_workbook(path)
    head = [cell.value for cell in book["Tasks"][1]]
    for header, value in cells.items():
        book["Tasks"].cell(2, head.index(header.replace("_", " ")) + 1).value = value
    book.save(path)
    return path


def entries(desk: Workspace) -> list[tuple[str, str, str]]:
    task = next(task for task in desk.read(list_tasks) if task.text == "Make the map.")
    return [(entry.status, entry.text, entry.as_of) for entry in task.entries]


def answer(desk: Workspace) -> tuple[str, str, str]:
    (row,) = desk.read(list_requests, today=date(2031, 12, 1))
    return row.state, row.answered_on, row.file


def test_what_was_filled_in_is_a_new_entry_as_of_the_day_asked_for(desk, sheet):
    before = entries(desk)
    fill(sheet, Status="completed", Progress="All of it.\n\n- printed", Next_steps="Show it.")
    commit(desk, plan_import(desk, sheet))
    assert entries(desk) == [*before, ("completed", "All of it.\n\n- printed", "2031-11-30")]
    task = next(task for task in desk.read(list_tasks) if task.text == "Make the map.")
    assert task.next_steps == "Show it."
    assert answer(desk) == ("answered", date.today().isoformat(), "UNEP progress 2031-11-30.xlsx")


def test_another_day_may_be_written(desk, sheet):
    fill(sheet, Progress="Nearly.", As_of=date(2031, 11, 15))
    commit(desk, plan_import(desk, sheet))
    assert entries(desk)[-1] == ("", "Nearly.", "2031-11-15")


def test_taken_in_twice_it_changes_nothing_more(desk, sheet):
    fill(sheet, Status="ongoing", Progress="More.")
    commit(desk, plan_import(desk, sheet))
    before = dump(desk.path)["progress_entry"], dump(desk.path)["task"]
    commit(desk, plan_import(desk, sheet))
    assert (dump(desk.path)["progress_entry"], dump(desk.path)["task"]) == before


def test_an_empty_sheet_changes_no_task(desk, sheet):
    before = dump(desk.path)["progress_entry"], dump(desk.path)["task"]
    intake = plan_import(desk, sheet)
    assert [note for note in intake.notes() if "not read" in note] == []
    commit(desk, intake)
    assert (dump(desk.path)["progress_entry"], dump(desk.path)["task"]) == before


def test_only_what_the_entity_filled_in_changes(desk, sheet):
    before = dump(desk.path)
    fill(sheet, Status="ongoing", Progress="More.")
    commit(desk, plan_import(desk, sheet))
    after = dump(desk.path)
    changed = {table for table, rows in after.items() if rows != before[table]}
    assert changed == {"import_run", "progress_entry", "progress_request"}
