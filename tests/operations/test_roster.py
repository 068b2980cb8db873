"""Lines of a roster: what is printed of a person, and what of it changes when."""

import pytest

from emgdesk.domain.counting import Counts
from emgdesk.errors import DataError, UsageError
from emgdesk.operations.entity import count_as_parents
from emgdesk.operations.roster import (
    add_participant,
    correct_name,
    remove_participations,
    update_participations,
)
from emgdesk.queries.entities import counted_with
from emgdesk.queries.people import get_person, list_people, person_meetings
from emgdesk.queries.roster import RosterRow, count_roster, list_roster, roster_numbers
from emgdesk.workspace import Workspace
from tests.desks import entity_id, make_meeting, make_person, make_roster


def rows(desk: Workspace, meeting_id: str) -> tuple[RosterRow, ...]:
    return desk.read(list_roster, meeting_id=meeting_id)


def test_the_entity_decides_the_capacity(desk: Workspace) -> None:
    meeting_id = make_meeting(desk)
    make_roster(desk, meeting_id)
    assert [(r.name, r.entity, r.capacity, r.attendance) for r in rows(desk, meeting_id)] == [
        ("Amélie Dürst", "UNEP", "member", "registered"),
        ("Jorge Peña Ibáñez", "FAO", "member", "registered"),
        ("Ngozi Adeyemi-Okoro", "WWF", "observer", "registered"),
        ("Светлана Воронова", "EMG", "secretariat", "registered"),
        ("Ruth Solberg", "", "guest", "registered"),
    ]


def test_numbers_count_people_and_bodies_apart(desk: Workspace) -> None:
    meeting_id = make_meeting(desk)
    lines = make_roster(desk, meeting_id)
    desk.do("More", add_participant, meeting_id=meeting_id, name="Bo Lindh", entity="UNEP", mode="in person")
    desk.do("Came", update_participations, ids=lines[:3], attendance="attended")
    desk.do("Ill", update_participations, ids=lines[3:4], attendance="excused")
    numbers = roster_numbers(rows(desk, meeting_id))
    assert (numbers.people, numbers.members, numbers.observers, numbers.guests) == (6, 3, 1, 1)
    assert (numbers.secretariat, numbers.member_entities, numbers.observer_entities) == (1, 2, 1)
    assert (numbers.attended, numbers.registered, numbers.absent) == (3, 2, 1)
    assert (numbers.online, numbers.in_person, numbers.without_entity) == (5, 1, 1)


def test_what_came_of_the_registrations_is_counted_apart(desk: Workspace) -> None:
    meeting_id = make_meeting(desk)
    lines = make_roster(desk, meeting_id)
    assert desk.read(count_roster, meeting_id=meeting_id).listed.word == "registered"
    desk.do("Came", update_participations, ids=lines[:3], attendance="attended")
    desk.do("Walked in", update_participations, ids=lines[2:3], walk_in=True)
    desk.do("Not", update_participations, ids=lines[3:4], attendance="absent")
    numbers = desk.read(count_roster, meeting_id=meeting_id)
    assert numbers == roster_numbers(rows(desk, meeting_id))
    assert (numbers.registered_present, numbers.registered_absent, numbers.walk_ins) == (2, 1, 1)
    assert [row.walk_in for row in rows(desk, meeting_id)] == [False, False, True, False, False]
    listed = numbers.listed
    assert listed == Counts(
        "attended", 3, 2, 1, 0, 0, member_entities=2, observer_entities=1, guest_entities=0
    )


def test_an_entity_that_counts_as_its_parent_is_no_body_of_its_own(desk: Workspace) -> None:
    sun = entity_id(desk, "SUN")
    meeting_id = make_meeting(desk)
    for name, entity in (("Bo Lindh", "UNEP"), ("Ruth Solberg", "SUN"), ("Li An", "FAO")):
        desk.do("Add", add_participant, meeting_id=meeting_id, name=name, entity=entity, capacity="member")
    apart = desk.read(count_roster, meeting_id=meeting_id)
    assert (apart.member_entities, apart.listed.member_entities, apart.counted_with) == (3, 3, ())
    desk.do("Count", count_as_parents, ids=[sun], counts=True)
    together = desk.read(count_roster, meeting_id=meeting_id)
    assert (together.members, together.member_entities, together.counted_with) == (3, 2, (("SUN", "UNEP"),))
    assert roster_numbers(rows(desk, meeting_id)) == together
    assert desk.read(counted_with) == (("SUN", "UNEP"),)
    assert [row.entity for row in rows(desk, meeting_id)] == ["UNEP", "SUN", "FAO"]


def test_an_alias_leads_to_the_entity_and_prints_as_typed(desk: Workspace) -> None:
    meeting_id = make_meeting(desk)
    desk.do("Add", add_participant, meeting_id=meeting_id, name="Bo Lindh", entity="UNECE")
    (row,) = rows(desk, meeting_id)
    assert (row.entity, row.entity_id, row.capacity) == ("UNECE", entity_id(desk, "ECE"), "member")
    desk.do("Move", update_participations, ids=[row.id], entity="Harbour Club")
    (row,) = rows(desk, meeting_id)
    assert (row.entity, row.entity_id, row.capacity) == ("Harbour Club", None, "guest")


def test_a_person_sits_once_at_a_meeting(desk: Workspace) -> None:
    meeting_id = make_meeting(desk)
    person = make_person(desk, "Bo Lindh")
    desk.do("Add", add_participant, meeting_id=meeting_id, name="Bo Lindh", person_id=person)
    with pytest.raises(DataError, match=r"^Bo Lindh is on the roster of SOM40 technical already\.$"):
        desk.do("Add", add_participant, meeting_id=meeting_id, name="Bo Lindh", person_id=person)


@pytest.mark.parametrize(
    ("person", "everywhere", "expected"),
    [
        (False, False, ("Bo Lindh", ["Bo Lind", "Bo Lindh"])),
        (True, False, ("Bo Lind", ["Bo Lind", "Bo Lindh"])),
        (True, True, ("Bo Lind", ["Bo Lind", "Bo Lind"])),
    ],
)
def test_a_correction_reaches_as_far_as_asked(
    desk: Workspace, person: bool, everywhere: bool, expected: tuple[str, list[str]]
) -> None:
    key = make_person(desk, "Bo Lindh")
    meetings = [make_meeting(desk, code) for code in ("SOM40 technical", "SOM40 senior")]
    lines = [
        desk.do("Add", add_participant, meeting_id=m, name="Bo Lindh", person_id=key).value for m in meetings
    ]
    desk.do(
        "Fix",
        correct_name,
        participation_id=lines[0],
        name=" Bo Lind ",
        person=person,
        all_rosters=everywhere,
    )
    printed = [rows(desk, m)[0].name for m in meetings]
    known = desk.read(get_person, person_id=key)
    assert (known.name, printed) == expected
    assert sorted((known.name, *known.spellings.split("; "))) == ["Bo Lind", "Bo Lindh"]


def test_removing_a_line_keeps_the_person(desk: Workspace) -> None:
    meeting_id = make_meeting(desk)
    lines = make_roster(desk, meeting_id)
    desk.do("Remove", remove_participations, ids=lines[1:])
    assert [r.name for r in rows(desk, meeting_id)] == ["Amélie Dürst"]
    assert len(desk.read(list_people)) == 5


def test_bad_values_are_refused_whole(desk: Workspace) -> None:
    meeting_id = make_meeting(desk)
    lines = make_roster(desk, meeting_id)
    with pytest.raises(DataError, match="needs a name"):
        desk.do("Blank", update_participations, ids=lines, name="  ")
    with pytest.raises(DataError, match="“Attended” is no attendance; it is one of: invited, registered"):
        desk.do("Word", update_participations, ids=lines, attendance="Attended")
    with pytest.raises(DataError, match="needs a name"):
        desk.do("Add", add_participant, meeting_id=meeting_id, name=" ")
    with pytest.raises(UsageError, match="no field “hat”"):
        desk.do("Hat", update_participations, ids=lines, hat="red")
    with pytest.raises(DataError, match="no longer on the desk"):
        desk.do("Gone", update_participations, ids=[*lines, "nobody"], mode="in person")
    assert {r.mode for r in rows(desk, meeting_id)} == {"online"}


def test_a_person_tells_where_they_sat(desk: Workspace) -> None:
    key = make_person(desk, "Bo Lindh", "FAO")
    for code, date, entity in (
        ("SOM40 technical", "2031-09-02", "FAO"),
        ("SOM40 senior", "2031-10-09", "UNEP"),
    ):
        meeting_id = make_meeting(desk, code, date=date)
        desk.do("Add", add_participant, meeting_id=meeting_id, name="B. Lindh", person_id=key, entity=entity)
    sat = desk.read(person_meetings, person_id=key)
    assert [(m.code, m.date, m.name, m.entity) for m in sat] == [
        ("SOM40 senior", "2031-10-09", "B. Lindh", "UNEP"),
        ("SOM40 technical", "2031-09-02", "B. Lindh", "FAO"),
    ]
    assert desk.read(get_person, person_id=key).entity == "FAO"
