"""A window on a desk with people and entities who look alike."""

import pytest

from emgdesk.operations.entity import add_entity
from emgdesk.operations.roster import add_participant
from emgdesk.queries.meetings import find_meeting
from tests.desks import make_person


@pytest.fixture
def twins(opened, workspace):
    """Keys of people who look like Amélie Dürst and Jorge Peña Ibáñez, who are on SOM40 technical."""
    amelie = make_person(workspace, "Amelie Durst", "UNEP", ("a.durst@unep.example",))
    jorge = make_person(workspace, "Jorge Pena Ibanez", "FAO")
    reefs = workspace.read(find_meeting, code="REEF 1").id
    workspace.do(
        "Add", add_participant, meeting_id=reefs, name="Amelie Durst", person_id=amelie, entity="UNEP"
    )
    opened.tasks.settle()
    return {"amelie": amelie, "jorge": jorge}


@pytest.fixture
def pairs(opened, twins):
    """The people who look alike, in view."""
    opened.activateWindow()
    opened.show_place("rosters")
    opened.desk.page("rosters").view.list.choose("duplicates")
    opened.tasks.settle()
    return opened.desk.page("rosters").view.shown.shown


@pytest.fixture
def entity_pairs(opened, workspace):
    """The entities that look alike, in view."""
    workspace.do(
        "Add", add_entity, acronym="FAO-UN", full_name="Food & Agriculture Organization (United Nations)",
        status="guest", domains=("fao.org",),
    )  # fmt: skip
    opened.activateWindow()
    opened.show_place("rosters")
    opened.desk.page("rosters").view.list.choose("duplicates")
    panel = opened.desk.page("rosters").view.shown
    panel.tabs.setCurrentIndex(1)
    opened.tasks.settle()
    return panel.shown
