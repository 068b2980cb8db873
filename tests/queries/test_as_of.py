"""What is still to come is not told as done, and what is over is not counted."""

from datetime import date

from emgdesk.operations.mandate import add_event
from emgdesk.operations.membership import add_member
from emgdesk.operations.task import update_task
from emgdesk.queries.findings import list_desk_findings
from emgdesk.queries.memberships import workstreams_of_entity
from emgdesk.queries.roll_forward import propose
from emgdesk.queries.workstreams import list_workstreams
from emgdesk.workspace import Workspace
from tests.desks import entity_id, make_meeting, make_workplan

TODAY = date(2031, 12, 1)


def test_an_end_to_come_is_none_yet(desk: Workspace) -> None:
    keys = make_workplan(desk)
    reefs = keys["reefs"]
    make_meeting(desk, "SOM40 senior", status="held", date="2031-10-02")
    desk.do("E", add_event, workstream_id=reefs, kind="established", date="2029", until="SOM 41")
    desk.do("E", add_event, workstream_id=reefs, kind="renamed", date="2097", new_name="Team on Corals")
    desk.do("E", add_event, workstream_id=reefs, kind="concluded", date="2098")
    desk.do("M", add_member, workstream_id=reefs, role="lead", entity="FAO")
    today = desk.read(list_workstreams, as_of=TODAY.isoformat())[0]
    assert (today.name, today.status, today.until) == ("Task Team on Reefs", "active", "SOM 41")
    (of_fao,) = desk.read(workstreams_of_entity, entity_id=entity_id(desk, "FAO"), as_of=TODAY.isoformat())
    assert (of_fao.workstream, of_fao.status) == ("Task Team on Reefs", "active")
    found = desk.read(propose, som_number=40, today=TODAY)
    assert [one.subject for one in found.of_kind("mandate")] == ["Task Team on Reefs"]
    assert found.of_kind("ended") == []


def test_tasks_that_left_the_work_plan_are_not_counted(desk: Workspace) -> None:
    keys = make_workplan(desk)
    desk.do("Left", update_task, task_id=keys["map"], until="2031-06-01")
    counted = {
        day: [(row.tasks, row.open_tasks) for row in desk.read(list_workstreams, as_of=day)]
        for day in ("2031-05-31", "2031-06-01", "")
    }
    assert counted == {
        "2031-05-31": [(1, 1), (1, 1)],
        "2031-06-01": [(0, 0), (1, 1)],
        "": [(0, 0), (1, 1)],
    }


def test_the_check_names_workstreams_as_they_are_called_now(desk: Workspace) -> None:
    reefs = make_workplan(desk)["reefs"]
    for kind, day in (("established", "2028"), ("concluded", "2030"), ("renamed", "2031")):
        named = "Team on Kelp" if kind == "renamed" else ""
        desk.do("E", add_event, workstream_id=reefs, kind=kind, date=day, new_name=named)
    desk.do("E", add_event, workstream_id=reefs, kind="renamed", date="2097", new_name="Team on Corals")
    late, *_ = desk.read(list_desk_findings, today=TODAY)
    assert late.text == (
        "“Renamed “Team on Kelp”” of 2031 comes after Team on Kelp ended in 2030 (concluded)."
    )
