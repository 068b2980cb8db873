"""A task stands everywhere as the last entry that has a status says, entries to come left out."""

from datetime import date

import pytest

from emgdesk.operations.progress_request import ask_for_progress
from emgdesk.operations.task import add_entry, update_task
from emgdesk.queries.due import silent_tasks
from emgdesk.queries.inputs.progress import progress_report_input
from emgdesk.queries.inputs.progress_sheets import progress_sheets_input
from emgdesk.queries.inputs.workplan_table import workplan_table_input
from emgdesk.queries.updates import tasks_to_update
from emgdesk.queries.workstreams import list_tasks, list_workstreams
from emgdesk.reports.builders.progress_selection import ProgressOptions, known
from emgdesk.reports.builders.workplan_table import TableOptions
from emgdesk.workspace import Workspace
from tests.desks import make_meeting, make_workplan

TODAY = date(2031, 12, 1)
DAY = TODAY.isoformat()


@pytest.fixture
def told(desk: Workspace):
    """Tells of the task "map" with (status, day) after it was reported as completed; answers its key."""
    keys = make_workplan(desk)
    make_meeting(desk, "SOM40 senior", status="held", date="2031-10-02")
    desk.do("Who", update_task, task_id=keys["map"], responsible="FAO")

    def telling(*entries: tuple[str, str]) -> str:
        for status, day in entries:
            desk.do("E", add_entry, task_id=keys["map"], status=status, text="A remark.", as_of=day)
        return keys["map"]

    return telling


def standing(desk: Workspace, key: str) -> dict[str, object]:
    """Whether the task counts as open, wherever that is told."""
    (body,) = (row for row in desk.read(list_workstreams, as_of=DAY) if row.tasks and row.letter == "a")
    (task,) = (task for task in desk.read(list_tasks, as_of=DAY) if task.id == key)
    facts = desk.read(progress_report_input, today=TODAY)
    (printed,) = (
        one
        for c in known(facts, ProgressOptions())
        for w in c.workstreams
        for one in w.tasks
        if one.id == key
    )
    table = desk.read(workplan_table_input, options=TableOptions(), today=TODAY)
    (row,) = (t for c in table.chapters for b in c.bodies for t in b.tasks if t.text == task.text)
    asked = desk.do("A", ask_for_progress, entities=[(None, "FAO")], as_of=DAY, asked_on=DAY, due="").value
    (sheet,) = desk.read(progress_sheets_input, request_ids=asked)
    return {
        "open": body.open_tasks,
        "statuses": {task.status, printed.status, row.status},
        "silent": key in {one.task_id for one in desk.read(silent_tasks, today=TODAY)},
        "to update": key in {one.id for one in desk.read(tasks_to_update, as_of=DAY)},
        "asked": [one.id for one in sheet.tasks],
    }


def test_a_remark_does_not_open_a_finished_task(desk: Workspace, told):
    key = told(("completed", "2031-09-01"), ("", "2031-09-15"))
    assert standing(desk, key) == {
        "open": 0, "statuses": {"completed"}, "silent": False, "to update": False, "asked": [key],
    }  # fmt: skip


def test_what_is_of_a_day_to_come_does_not_finish_a_task(desk: Workspace, told):
    key = told(("ongoing", "2031-09-01"), ("completed", "2040-01-01"))
    assert standing(desk, key) == {
        "open": 1, "statuses": {"ongoing"}, "silent": True, "to update": True, "asked": [key],
    }  # fmt: skip
    (task,) = (task for task in desk.read(list_tasks) if task.id == key)
    assert task.status == "completed"
