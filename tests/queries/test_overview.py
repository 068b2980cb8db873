"""What waits, read for the page that opens first."""

from datetime import date

from emgdesk.operations.mandate import add_event
from emgdesk.operations.membership import add_member
from emgdesk.queries.overview import read_overview
from emgdesk.workspace import Workspace
from tests.desks import make_meeting, make_workplan

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
