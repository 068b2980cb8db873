"""What waits, read for the page that opens first."""

from datetime import date

from emgdesk.operations.follow_up import add_follow_up
from emgdesk.operations.mandate import add_event
from emgdesk.operations.membership import add_member
from emgdesk.operations.progress_request import ask_for_progress
from emgdesk.operations.task import add_entry, update_task
from emgdesk.queries.overview import read_overview
from emgdesk.queries.silent_tasks import silent_tasks
from emgdesk.queries.updates import tasks_to_update
from emgdesk.queries.workstreams import list_tasks, list_workstreams
from emgdesk.workspace import Workspace
from tests.desks import entity_id, make_meeting, make_workplan

TODAY = date(2031, 12, 1)


def test_contradictions_are_those_of_the_workstreams_one_answers_for(desk: Workspace) -> None:
    keys = make_workplan(desk)
    for body in ("reefs", "ports"):
        for kind, day in (("established", "2030"), ("concluded", "2031-01"), ("renamed", "2031-05")):
            desk.do(
                "Event", add_event, workstream_id=keys[body], kind=kind, date=day,
                new_name=f"New {body}" if kind == "renamed" else "",
            )  # fmt: skip
    desk.do("Officer", add_member, workstream_id=keys["reefs"], role="officer", person="Ida Frost")
    everybody = desk.read(read_overview, today=TODAY).contradictions
    assert {one.workstream_id for one in everybody} == {keys["reefs"], keys["ports"]}
    own = desk.read(read_overview, today=TODAY, officer="Ida Frost").contradictions
    assert [one for one in everybody if one.workstream_id == keys["reefs"]] == list(own)
    assert "mandate-after-end" in {one.kind for one in own}


def test_what_ran_out_is_told_among_the_mandates_alone(desk: Workspace) -> None:
    keys = make_workplan(desk)
    desk.do("Event", add_event, workstream_id=keys["reefs"], kind="established", date="2028", until="SOM 39")
    make_meeting(desk, "SOM40 senior", status="held", date="2030-10-02", chair="the Chair")
    told = desk.read(read_overview, today=TODAY)
    assert [(one.workstream, one.state) for one in told.mandates] == [("Task Team on Reefs", "lapsed")]
    assert told.contradictions == ()


def test_mine_leaves_out_what_others_owe_and_were_asked(desk: Workspace) -> None:
    keys = make_workplan(desk)
    held = make_meeting(desk, "REEF 1", status="held", date="2031-03-02", workstream_id=keys["reefs"])
    other = make_meeting(desk, "PORT 1", status="held", date="2031-03-02", workstream_id=keys["ports"])
    for meeting in (held, other):
        desk.do("Owes", add_follow_up, meeting_id=meeting, who="FAO", what="Send it.", due="2031-11-01")
    for body, person in (("reefs", "Ida Frost"), ("ports", "Bo Lindh")):
        desk.do("Officer", add_member, workstream_id=keys[body], role="officer", person=person)
    for task, entity in (("map", "FAO"), ("survey", "WHO")):
        desk.do("Task", update_task, task_id=keys[task], responsible=entity)
    names = [(entity_id(desk, name), name) for name in ("FAO", "WHO")]
    desk.do(
        "Ask", ask_for_progress, entities=names, as_of="2031-12-01", asked_on="2031-11-01", due="2031-11-20"
    )
    told = desk.read(read_overview, today=TODAY)
    assert (len(told.follow_ups), len(told.requests)) == (2, 2)
    own = desk.read(read_overview, today=TODAY, officer="Ida Frost")
    assert [one.meeting for one in own.follow_ups] == ["REEF 1"]
    assert [one.entity for one in own.requests] == ["FAO"]
    assert own.officers == ("Bo Lindh", "Ida Frost")


def test_who_begins_later_does_not_answer_yet(desk: Workspace) -> None:
    keys = make_workplan(desk)
    desk.do(
        "Officer", add_member, workstream_id=keys["reefs"], role="officer", person="Ida Frost", since="2090"
    )
    assert desk.read(read_overview, today=TODAY).officers == ()
    assert [row.officer for row in desk.read(list_workstreams, as_of="2031-12-01")] == ["", ""]
    assert {row.officer for row in desk.read(list_workstreams, as_of="2091-01-01")} == {"", "Ida Frost"}


def test_a_remark_without_a_status_leaves_a_task_as_it_was(desk: Workspace) -> None:
    keys = make_workplan(desk)
    desk.do("Done", add_entry, task_id=keys["map"], status="completed", text="Done.", as_of="2031-06-01")
    desk.do("Said", add_entry, task_id=keys["map"], status="", text="Well received.", as_of="2031-07-01")
    (task,) = desk.read(list_tasks, workstream_id=keys["reefs"])
    assert (task.status, task.entries[-1].text) == ("completed", "Well received.")
    assert keys["map"] not in {one.task_id for one in desk.read(silent_tasks, today=TODAY)}
    assert keys["map"] not in {row.id for row in desk.read(tasks_to_update, as_of="2031-12-01")}
