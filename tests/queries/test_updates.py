"""Which tasks are to be updated on a day, and what stands beside them."""

from emgdesk.operations.mandate import add_event
from emgdesk.operations.task import add_entry, update_tasks
from emgdesk.operations.workstream import update_workstream
from emgdesk.queries.updates import tasks_to_update
from tests.desks import make_meeting, make_workplan


def rows(desk, as_of: str) -> list[tuple[str, str]]:
    return [(row.place, row.text) for row in desk.read(tasks_to_update, as_of=as_of)]


def test_open_tasks_stand_in_the_order_of_the_report(desk):
    keys = make_workplan(desk)
    desk.do("Short", update_workstream, workstream_id=keys["ports"], short_name="Ports")
    assert rows(desk, "2031-09-01") == [
        ("a) Task Team on Reefs", "Make the map."),
        ("b) Ports", "Make the survey."),
        ("I. Oceans and coasts", "Make the website."),
    ]


def test_what_was_said_before_and_on_the_day(desk):
    keys = make_workplan(desk)
    desk.do("Now", add_entry, task_id=keys["map"], status="completed", text="Drawn.", as_of="2031-09-01")
    desk.do("Later", add_entry, task_id=keys["map"], status="dropped", as_of="2031-12-01")
    task = desk.read(tasks_to_update, as_of="2031-09-01")[0]
    assert task.last is not None
    assert task.own is not None
    assert (task.last.text, task.own.text) == ("Half of it.", "Drawn.")


def test_what_was_closed_before_is_left_out(desk):
    keys = make_workplan(desk)
    desk.do("Done", add_entry, task_id=keys["map"], status="completed", as_of="2031-06-01")
    assert ("a) Task Team on Reefs", "Make the map.") in rows(desk, "2031-06-01")
    assert [text for _, text in rows(desk, "2031-06-02")] == ["Make the survey.", "Make the website."]


def test_what_stands_outside_the_work_plan_that_day_is_left_out(desk):
    keys = make_workplan(desk)
    desk.do("Left", update_tasks, task_ids=[keys["map"]], until="2031-06-01")
    desk.do("Comes", update_tasks, task_ids=[keys["survey"]], since="2031-08-01")
    assert [text for _, text in rows(desk, "2031-05-31")] == ["Make the map.", "Make the website."]
    assert [text for _, text in rows(desk, "2031-08-01")] == ["Make the survey.", "Make the website."]


def test_tasks_of_an_ended_workstream_are_left_out(desk):
    keys = make_workplan(desk)
    for kind, day in (("established", "2030-01-10"), ("concluded", "2031-06-01")):
        desk.do("Event", add_event, workstream_id=keys["reefs"], kind=kind, date=day)
    assert ("a) Task Team on Reefs", "Make the map.") in rows(desk, "2031-05-31")
    assert [text for _, text in rows(desk, "2031-07-01")] == ["Make the survey.", "Make the website."]


def test_silence_is_told_since_the_last_report(desk):
    make_workplan(desk)
    told = {"som_number": 40, "status": "held"}
    make_meeting(desk, "SOM40 mid-term", segment="mid-term", date="2031-05-20", **told)
    make_meeting(desk, "SOM40 technical", som_number=40, segment="technical", date="2031-09-24")
    silent = {row.text: row.silent for row in desk.read(tasks_to_update, as_of="2031-09-01")}
    assert silent == {"Make the map.": True, "Make the survey.": True, "Make the website.": True}
