"""The numbers of the statistics and of the closing lines agree on the sample, whoever counts as whom."""

from collections import Counter

import pytest

from emgdesk.domain.counting import Counts, count
from emgdesk.operations.entity import count_as_parents
from emgdesk.operations.sample import load_sample
from emgdesk.queries.attendance import attendance_input
from emgdesk.queries.inputs.people import participants_input
from emgdesk.queries.meetings import list_meetings
from emgdesk.reports.builders.attendance_figures import CAPACITIES, figures
from emgdesk.reports.builders.entity_figures import entity_figures
from emgdesk.reports.builders.lines import included
from emgdesk.reports.builders.names import counted_body
from emgdesk.workspace import Workspace
from tests.desks import entity_id


@pytest.mark.parametrize("counts", [False, True])
def test_both_tables_and_the_closing_line_add_up_to_the_same(desk: Workspace, counts: bool) -> None:
    desk.do("Sample", load_sample)
    if counts:
        desk.do("Count", count_as_parents, ids=[entity_id(desk, "SUN")], counts=True)
    held = [meeting for meeting in desk.read(attendance_input).meetings if meeting.lines]
    entities = entity_figures(held)
    closing = _closing(desk)
    assert len(held) == 3
    for place, meeting in enumerate(held):
        numbers, closed = figures(meeting), closing[meeting.code]
        people, bodies = Counter[str](), Counter[str]()
        for one in entities:
            people[one.capacity] += one.people[place]
            bodies[one.capacity] += bool(one.entity and one.people[place])
        assert numbers.capacities == tuple(people[capacity] for capacity in CAPACITIES)
        assert numbers.capacities == (closed.members, closed.observers, closed.guests, closed.secretariat)
        assert numbers.entities == tuple(bodies[capacity] for capacity in CAPACITIES[:3])
        assert numbers.entities == (
            closed.member_entities, closed.observer_entities, closed.guest_entities,
        )  # fmt: skip
        assert numbers.people == sum(people.values()) == closed.people
    of_sun = [(one.entity, one.capacity) for one in entities if "SUN" in one.entity]
    assert of_sun == [("UNEP (SUN)" if counts else "SUN", "secretariat")]


def _closing(desk: Workspace) -> dict[str, Counts]:
    """What the closing line of each meeting's list counts, by code."""
    found = {}
    for meeting in desk.read(list_meetings):
        _, lines = desk.read(participants_input, meeting_id=meeting.id)
        found[meeting.code] = count(included(lines), "", counted_body)
    return found
