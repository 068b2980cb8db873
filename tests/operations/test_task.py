"""Progress by the day, several tasks at once, the days a task stands in the work plan."""

import pytest

from emgdesk.errors import DataError
from emgdesk.operations.task import (
    add_entry,
    add_several_tasks,
    delete_tasks,
    repeat_progress,
    report_on_tasks,
    report_progress,
    transfer_tasks,
    update_entry,
    update_tasks,
)
from emgdesk.operations.workstream import add_workstream
from emgdesk.queries.workstreams import list_tasks
from tests.desks import make_workplan


@pytest.fixture
def keys(desk):
    return make_workplan(desk)


def entries(desk, key: str) -> list[tuple[str, str, str]]:
    task = next(row for row in desk.read(list_tasks) if row.id == key)
    return [(entry.as_of, entry.status, entry.text) for entry in task.entries]


def row(desk, key: str):
    return next(row for row in desk.read(list_tasks) if row.id == key)


def test_a_day_has_one_entry_that_is_corrected(desk, keys):
    key = keys["map"]
    desk.do("Status", report_progress, task_id=key, as_of="2031-09-01", status="completed")
    desk.do("Text", report_progress, task_id=key, as_of="2031-09-01", text="Drawn.")
    desk.do("Again", report_progress, task_id=key, as_of="2031-09-01", text="Drawn and printed.")
    assert entries(desk, key) == [
        ("2031-05-02", "ongoing", "Half of it."),
        ("2031-09-01", "completed", "Drawn and printed."),
    ]


def test_a_text_alone_takes_the_status_before_it(desk, keys):
    desk.do("Later", add_entry, task_id=keys["map"], status="completed", as_of="2031-11-01")
    desk.do("Text", report_progress, task_id=keys["map"], as_of="2031-09-01", text="Three quarters.")
    assert entries(desk, keys["map"])[1] == ("2031-09-01", "ongoing", "Three quarters.")
    desk.do("First", report_progress, task_id=keys["survey"], as_of="2031-09-01", text="Begun.")
    assert entries(desk, keys["survey"]) == [("2031-09-01", "", "Begun.")]


def test_an_entry_emptied_is_taken_back(desk, keys):
    key = desk.do("Say", report_progress, task_id=keys["survey"], as_of="2031-09-01", status="ongoing").value
    assert key
    empty = desk.do("Clear", report_progress, task_id=keys["survey"], as_of="2031-09-01", status="").value
    assert (empty, entries(desk, keys["survey"])) == ("", [])


def test_nothing_said_makes_no_entry(desk, keys):
    said = {"task_id": keys["survey"], "as_of": "2031-09-01"}
    desk.do("Nothing", report_progress, **said, text=" ", next_steps="- count")
    assert entries(desk, keys["survey"]) == []
    assert row(desk, keys["survey"]).next_steps == "- count"


def test_each_report_is_one_step(desk, keys):
    desk.do(
        "Report", report_on_tasks, task_ids=[keys["map"], keys["survey"]], as_of="2031-09-01", text="Done."
    )
    assert entries(desk, keys["survey"]) == [("2031-09-01", "", "Done.")]
    desk.undo()
    assert entries(desk, keys["survey"]) == []
    assert entries(desk, keys["map"]) == [("2031-05-02", "ongoing", "Half of it.")]


@pytest.mark.parametrize("day", ["", "2031-09", "1 September", "2031-13-01"])
def test_a_report_is_of_a_day(desk, keys, day):
    with pytest.raises(DataError, match="is not a day; write 2026-05-28"):
        desk.do("Report", report_progress, task_id=keys["map"], as_of=day, status="ongoing")


def test_an_unknown_status_is_refused(desk, keys):
    with pytest.raises(DataError, match="The status of a task is one of: completed, ongoing"):
        desk.do("Report", report_progress, task_id=keys["map"], as_of="2031-09-01", status="fine")


def test_no_change_repeats_the_status_without_the_words(desk, keys):
    ids = [keys["map"], keys["survey"]]
    made = desk.do("Same", repeat_progress, task_ids=ids, as_of="2031-09-01").value
    assert len(made) == 1  # the survey has nothing to repeat
    assert entries(desk, keys["map"])[-1] == ("2031-09-01", "ongoing", "")
    with pytest.raises(DataError, match="There is no status before 1 September 2031 to repeat"):
        desk.do("Same", repeat_progress, task_ids=ids, as_of="2031-09-01")


def test_the_day_of_an_entry_is_a_date(desk, keys):
    with pytest.raises(DataError, match="“soon” is not a date"):
        desk.do("Entry", update_entry, entry_id=keys["entry"], as_of="soon")


def test_several_tasks_get_the_same_values(desk, keys):
    ids = [keys["map"], keys["survey"]]
    desk.do("Change", update_tasks, task_ids=ids, responsible="UNEP, FAO", due="SOM 42")
    assert [(row(desk, key).responsible, row(desk, key).due) for key in ids] == [("UNEP, FAO", "SOM 42")] * 2


def test_a_task_leaves_the_work_plan_after_it_came(desk, keys):
    desk.do("Came", update_tasks, task_ids=[keys["map"]], since="2031-01-15")
    with pytest.raises(DataError) as refused:
        desk.do("Left", update_tasks, task_ids=[keys["map"]], until="2030-12-01")
    assert str(refused.value) == (
        "The task came into the work plan on 15 January 2031; it cannot have left it on 1 December 2030."
    )
    with pytest.raises(DataError, match="“never” is not a date"):
        desk.do("Left", update_tasks, task_ids=[keys["map"]], until="never")


def test_a_decision_has_to_be_on_the_desk(desk, keys):
    with pytest.raises(DataError, match="This decision is no longer on the desk"):
        desk.do("Choose", update_tasks, task_ids=[keys["map"]], action_id="none")


def test_tasks_move_with_their_history(desk, keys):
    ids = [keys["map"], keys["website"]]
    desk.do("Move", transfer_tasks, task_ids=ids, workstream_id=keys["ports"])
    own = desk.read(list_tasks, workstream_id=keys["ports"])
    assert [task.text for task in own] == ["Make the survey.", "Make the map.", "Make the website."]
    assert entries(desk, keys["map"]) == [("2031-05-02", "ongoing", "Half of it.")]
    desk.do("Move", transfer_tasks, task_ids=[keys["map"]], chapter_id=keys["chapter"])
    assert row(desk, keys["map"]).workstream_id is None


def test_a_workstream_without_chapter_leaves_the_chapter_of_a_task(desk, keys):
    loose = desk.do("Body", add_workstream, name="Network on Dust").value
    desk.do("Move", transfer_tasks, task_ids=[keys["map"]], workstream_id=loose)
    assert (row(desk, keys["map"]).workstream_id, row(desk, keys["map"]).chapter_id) == (
        loose,
        keys["chapter"],
    )
    with pytest.raises(DataError, match="Say which workstream or chapter"):
        desk.do("Move", transfer_tasks, task_ids=[keys["map"]])


def test_several_are_added_and_deleted(desk, keys):
    made = desk.do(
        "Paste", add_several_tasks, chapter_id=keys["chapter"], workstream_id=keys["reefs"],
        tasks=[{"text": "Count the corals."}, {"text": "Print the map.", "due": "SOM 42"}],
    ).value  # fmt: skip
    assert [t.text for t in desk.read(list_tasks, workstream_id=keys["reefs"])][1:] == [
        "Count the corals.",
        "Print the map.",
    ]
    desk.do("Delete", delete_tasks, task_ids=[*made, keys["map"]])
    assert desk.read(list_tasks, workstream_id=keys["reefs"]) == ()
