"""Where the tasks of a work plan are printed, and which of their entries count on a day."""

from datetime import date

import pytest

from emgdesk.operations.task import add_entry, add_task
from emgdesk.operations.workstream import add_chapter, update_workstream
from emgdesk.publishing import build_document
from emgdesk.queries.inputs.progress import progress_report_input
from emgdesk.reports.builders.progress_facts import Chapter
from emgdesk.reports.text_lines import text_lines
from emgdesk.workspace import Workspace
from tests.desks import make_workplan

TODAY = date(2031, 10, 1)


@pytest.fixture
def keys(desk: Workspace) -> dict[str, str]:
    """A work plan with a second chapter, where a task of the first one's workstream stands."""
    made = make_workplan(desk)
    made["other"] = desk.do("Chapter", add_chapter, title="Outreach").value
    made["film"] = desk.do(
        "Task", add_task, chapter_id=made["other"], workstream_id=made["reefs"], text="Make the film."
    ).value
    return made


def read(desk: Workspace) -> tuple[Chapter, ...]:
    return desk.read(progress_report_input, today=TODAY).chapters


def bodies(chapters: tuple[Chapter, ...]) -> list[tuple[str, str, list[str]]]:
    return [(c.title, one.name, [t.text for t in one.tasks]) for c in chapters for one in c.workstreams]


def test_tasks_of_another_chapter_stand_with_their_workstream(desk: Workspace, keys: dict[str, str]) -> None:
    assert bodies(read(desk)) == [
        ("Oceans and coasts", "Task Team on Reefs", ["Make the map.", "Make the film."]),
        ("Oceans and coasts", "Coalition on Ports", ["Make the survey."]),
        ("Oceans and coasts", "", ["Make the website."]),
    ]
    table = text_lines(build_document(desk, "workplan-table", today=TODAY))
    assert [line for line in table if "film" in line] != []


def test_a_workstream_without_a_chapter_stands_where_its_tasks_do(
    desk: Workspace, keys: dict[str, str]
) -> None:
    desk.do("Move", update_workstream, workstream_id=keys["reefs"], chapter_id=None)
    assert bodies(read(desk)) == [
        ("Oceans and coasts", "Coalition on Ports", ["Make the survey."]),
        ("Oceans and coasts", "Task Team on Reefs", ["Make the map."]),
        ("Oceans and coasts", "", ["Make the website."]),
        ("Outreach", "Task Team on Reefs", ["Make the film."]),
    ]


def test_entries_dated_by_a_month_count_from_its_first_day(desk: Workspace, keys: dict[str, str]) -> None:
    desk.do("Add", add_entry, task_id=keys["map"], status="completed", text="Done.", as_of="2031-07")
    made = [entry.as_of for entry in read(desk)[0].workstreams[0].tasks[0].entries]
    assert made == [date(2031, 5, 2), date(2031, 7, 1)]
    for day, printed in (("2031-06-30", False), ("2031-07-01", True)):
        for name in ("progress-report", "workplan-table"):
            lines = text_lines(build_document(desk, name, options={"as-of": day}, today=TODAY))
            assert any("Done." in line for line in lines) == printed


def test_a_remark_without_a_status_leaves_a_task_finished(desk: Workspace, keys: dict[str, str]) -> None:
    desk.do("Add", add_entry, task_id=keys["map"], status="completed", text="Done.", as_of="2031-07-01")
    desk.do("Add", add_entry, task_id=keys["map"], status="", text="It sells well.", as_of="2031-08-01")
    assert read(desk)[0].workstreams[0].tasks[0].status == "completed"
    open_ones = text_lines(build_document(desk, "workplan-table", options={"status": "open"}, today=TODAY))
    assert [line for line in open_ones if "map" in line] == []
    options = {"workstreams": "Task Team on Reefs"}
    lines = text_lines(build_document(desk, "workstream", options=options, today=TODAY))
    assert [line for line in lines if "map" in line] == []
