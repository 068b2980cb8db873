"""Who answers for tasks, who was asked, who is late."""

from datetime import date

import pytest

from emgdesk.errors import DataError
from emgdesk.operations.membership import add_member
from emgdesk.operations.office import add_designation
from emgdesk.operations.progress_request import ask_for_progress, mark_answered
from emgdesk.operations.task import add_entry, update_task
from emgdesk.queries.asked_tasks import Contact, find_askable, list_askable, tasks_of_entities
from emgdesk.queries.progress_requests import list_requests
from emgdesk.workspace import Workspace
from tests.desks import entity_id, make_person, make_workplan

DAY = "2031-06-30"


@pytest.fixture
def keys(desk: Workspace) -> dict[str, str]:
    """The map is of UNEP under another name and of a body unknown, the survey of its lead, the website of nobody."""
    keys = make_workplan(desk)
    who = "UN Environment Programme; Harbour Union"
    desk.do("Who", update_task, task_id=keys["map"], responsible=who)
    lead = {"role": "lead", "entity_id": entity_id(desk, "IMO"), "since": "2031"}
    desk.do("Lead", add_member, workstream_id=keys["ports"], **lead)
    return keys


def told(desk: Workspace, day: str = DAY) -> list[tuple[str, list[str]]]:
    return [(one.name, [task.text for task in one.tasks]) for one in desk.read(tasks_of_entities, as_of=day)]


def test_tasks_go_to_those_responsible_else_to_the_leads(desk, keys):
    assert told(desk) == [
        ("Harbour Union", ["Make the map."]),
        ("IMO", ["Make the survey."]),
        ("UNEP", ["Make the map."]),
        ("", ["Make the website."]),
    ]


def test_leads_are_those_of_the_day(desk, keys):
    assert told(desk, "2030-12-31")[-1] == ("", ["Make the survey.", "Make the website."])


def test_tasks_that_left_the_work_plan_are_not_asked_about(desk, keys):
    desk.do("Left", update_task, task_id=keys["map"], since="2030-01-01", until="2031-06-30")
    assert [name for name, _ in told(desk)] == ["IMO", ""]
    assert [name for name, _ in told(desk, "2031-06-29")] == ["Harbour Union", "IMO", "UNEP", ""]


def test_one_entity_under_two_names_has_a_task_once(desk, keys):
    desk.do("Who", update_task, task_id=keys["map"], responsible="UNEP, UN Environment Programme")
    assert told(desk)[1] == ("UNEP", ["Make the map."])


def test_who_can_be_asked_with_whom_to_write_to(desk, keys):
    ana, bo = (
        make_person(desk, "Ana Quell", "IMO", ("ana@imo.example",)),
        make_person(desk, "Bo Lindh", "IMO"),
    )
    imo = entity_id(desk, "IMO")
    desk.do("Focal", add_designation, entity_id=imo, person_id=ana, role="focal point", since="2031-01-01")
    for person_id in (ana, bo):
        desk.do("Focal", add_member, workstream_id=keys["ports"], role="focal point", person_id=person_id)
    desk.do("Officer", add_member, workstream_id=keys["ports"], role="officer", person="Ruth Solberg")
    desk.do("Done", add_entry, task_id=keys["survey"], status="completed", as_of="2031-06-01")
    askable = desk.read(list_askable, as_of=DAY)
    assert askable.unanswered == 1
    union, imo_row, unep = askable.entities
    assert (union.entity_id, union.status, union.full_name) == (None, "", "")
    assert (imo_row.tasks, imo_row.open_tasks, imo_row.officers, imo_row.status) == (
        1,
        0,
        "Ruth Solberg",
        "member",
    )
    assert imo_row.contacts == (
        Contact("Ana Quell", "ana@imo.example", "focal point"),
        Contact("Bo Lindh", "", "focal point of a workstream"),
    )
    assert (unep.name, unep.full_name) == ("UNEP", "United Nations Environment Programme")


def test_an_entity_the_desk_does_not_know_has_its_focal_points(desk, keys):
    focal = {"role": "focal point", "entity": "harbour  union", "person": "Ana Lima"}
    desk.do("Focal", add_member, workstream_id=keys["reefs"], **focal)
    union = desk.read(list_askable, as_of=DAY).entities[0]
    assert (union.name, union.contacts) == (
        "Harbour Union", (Contact("Ana Lima", "", "focal point of a workstream"),),
    )  # fmt: skip


def test_those_to_ask_are_found_however_they_are_called(desk, keys):
    found = desk.read(find_askable, as_of=DAY, entities=("harbour union", "UN Environment Programme"))
    assert [one.name for one in found] == ["Harbour Union", "UNEP"]
    desk.do("Done", add_entry, task_id=keys["map"], status="dropped", as_of="2031-06-01")
    assert [one.name for one in desk.read(find_askable, as_of=DAY, completed=False)] == ["IMO"]
    with pytest.raises(
        DataError, match=r"^“WHO” answers for no task of the work plan; those who do: Harbour"
    ):
        desk.read(find_askable, as_of=DAY, entities=("WHO",))


def test_requests_are_overdue_waiting_or_answered(desk, keys):
    asked = [(None, "Harbour union"), (entity_id(desk, "IMO"), ""), (entity_id(desk, "UNEP"), "")]
    first, _, third = desk.do(
        "Ask", ask_for_progress, entities=asked, as_of=DAY, asked_on="2031-06-01", due="2031-06-20"
    ).value
    desk.do("Ask", ask_for_progress, entities=asked[1:2], as_of=DAY, asked_on="2031-06-10", due="2031-07-01")
    desk.do("Ask", ask_for_progress, entities=asked[1:2], as_of="2030-06-30", asked_on="2030-06-01")
    desk.do("Back", mark_answered, request_ids=[third], answered_on="2031-06-15", file="a.xlsx")
    rows = desk.read(list_requests, today=date(2031, 6, 21))
    assert [(row.entity, row.as_of, row.due, row.state, row.tasks) for row in rows] == [
        ("Harbour union", DAY, "2031-06-20", "overdue", 1),
        ("IMO", DAY, "2031-07-01", "waiting", 1),
        ("UNEP", DAY, "2031-06-20", "answered", 1),
        ("IMO", "2030-06-30", "", "waiting", 0),
    ]
    assert [row.state for row in desk.read(list_requests, as_of=DAY, today=date(2031, 6, 20))] == [
        "waiting", "waiting", "answered",
    ]  # fmt: skip
    assert rows[0].id == first
    assert desk.read(list_requests, as_of="2029-01-01", today=date(2031, 6, 20)) == ()
