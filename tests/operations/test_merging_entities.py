"""One entity made of two, and the two again."""

from datetime import date
from typing import Any

import pytest

from emgdesk.errors import DataError
from emgdesk.operations.entity import add_entity, delete_entity, update_entity
from emgdesk.operations.merging import (
    forget_two_entities,
    merge_entities,
    part_entities,
    say_two_entities,
)
from emgdesk.operations.person import update_person
from emgdesk.operations.progress_request import ask_for_progress
from emgdesk.operations.roster import add_participant
from emgdesk.queries.duplicates import list_entity_merges, list_two_entities
from emgdesk.queries.entities import EntityRow, list_entities
from emgdesk.queries.progress_requests import list_requests
from emgdesk.queries.roster import list_roster
from emgdesk.workspace import Workspace
from tests.desks import dump, entity_id, make_meeting, make_person, make_roster


def rows(desk: Workspace) -> dict[str, list[tuple[object, ...]]]:
    """Every row but the memory of what is two."""
    return {table: found for table, found in dump(desk.path).items() if table != "two_entities"}


def entity(desk: Workspace, key: str) -> EntityRow:
    return next(row for row in desk.read(list_entities) if row.id == key)


def add(desk: Workspace, acronym: str, **fields: Any) -> str:
    return desk.do("Add", add_entity, acronym=acronym, **fields).value


def two_of_one(desk: Workspace) -> tuple[str, str, str]:
    """ABX and the same again under its name in full, with people, a roster and a part."""
    kept = add(desk, "ABX", aliases=["Bays"], status="observer", domains=["abx.example"])
    lost = add(
        desk, "Alliance of Bays", full_name="Alliance of Bays and Coasts", aliases=["AoB"],
        parent_id=entity_id(desk, "UNEP"), counts_as_parent=True, domains=["abx.example", "bays.example"],
    )  # fmt: skip
    add(desk, "ABX Nairobi", parent_id=lost)
    desk.do("In", update_person, person_id=make_person(desk, "Bo Lindh"), entity_id=lost)
    meeting_id = make_meeting(desk)
    make_roster(desk, meeting_id, (("Bo Lindh", "AoB"), ("Ruth Solberg", "ABX")))
    return kept, lost, meeting_id


def merge(desk: Workspace, kept: str, lost: str, **fields: Any) -> str:
    return desk.do("Merge", merge_entities, kept_id=kept, lost_id=lost, **fields).value


def part(desk: Workspace, merge_id: str) -> str:
    return desk.do("Part", part_entities, merge_id=merge_id).value


def test_one_entity_has_names_people_and_parts_of_two(desk: Workspace) -> None:
    kept, lost, meeting_id = two_of_one(desk)
    made = merge(desk, kept, lost)
    row = entity(desk, kept)
    assert (row.acronym, row.full_name, row.status) == ("ABX", "Alliance of Bays and Coasts", "observer")
    assert row.aliases == ("Bays", "AoB", "Alliance of Bays")
    assert (row.parent, row.counts_as_parent, row.people) == ("UNEP", True, 3)
    assert row.domains == ("abx.example", "bays.example")
    printed = [(r.entity, r.entity_id, r.capacity) for r in desk.read(list_roster, meeting_id=meeting_id)]
    assert printed == [("AoB", kept, "guest"), ("ABX", kept, "observer")]
    assert {e.parent for e in desk.read(list_entities) if e.acronym == "ABX Nairobi"} == {"ABX"}
    (told,) = desk.read(list_entity_merges, entity_id=kept)
    assert (told.id, told.lost_id, told.lost_name) == (made, lost, "Alliance of Bays")


@pytest.mark.parametrize(
    "fields", [{}, {"acronym": "AOB", "full_name": "Alliance of Bays", "status": "member", "parent_id": None}]
)
def test_parting_brings_every_row_back(desk: Workspace, fields: dict[str, Any]) -> None:
    kept, lost, _ = two_of_one(desk)
    before = rows(desk)
    made = merge(desk, kept, lost, **fields)
    assert lost not in {row.id for row in desk.read(list_entities)}
    assert part(desk, made) == lost
    assert rows(desk) == before
    assert [(r.one_name, r.other_name) for r in desk.read(list_two_entities)] == [("ABX", "Alliance of Bays")]


def asked(desk: Workspace) -> list[tuple[str | None, str, str, str]]:
    rows = desk.read(list_requests, today=date(2031, 6, 10))
    return [(row.entity_id, row.as_of, row.asked_on, row.due) for row in rows]


def test_two_that_wait_for_one_day_become_one_request(desk: Workspace) -> None:
    kept, lost, _ = two_of_one(desk)
    for key, as_of, day, due in (
        (lost, "2031-06-30", "2031-06-05", "2031-07-05"),
        (kept, "2031-06-30", "2031-06-01", "2031-07-01"),
        (lost, "2031-05-31", "2031-06-01", ""),
    ):
        who = [(key, "")]
        desk.do("Ask", ask_for_progress, entities=who, as_of=as_of, asked_on=day, due=due)
    before = rows(desk)
    merged = merge(desk, kept, lost)
    assert asked(desk) == [
        (kept, "2031-06-30", "2031-06-05", "2031-07-05"), (kept, "2031-05-31", "2031-06-01", ""),
    ]  # fmt: skip
    part(desk, merged)
    assert rows(desk) == before


def test_a_name_that_is_given_up_becomes_an_alias(desk: Workspace) -> None:
    kept, lost, _ = two_of_one(desk)
    merge(desk, kept, lost, acronym="AOB", full_name="Alliance of Bays")
    assert entity(desk, kept).aliases == ("Bays", "ABX", "Alliance of Bays and Coasts")


def test_of_a_parent_and_its_part_one_entity_is_made(desk: Workspace) -> None:
    unep, sun = entity_id(desk, "UNEP"), entity_id(desk, "SUN")
    sub = add(desk, "SUN Team", parent_id=sun)
    before = rows(desk)
    down = merge(desk, sub, unep)
    assert (entity(desk, sub).parent, entity(desk, sun).parent) == ("", "SUN Team")
    part(desk, down)
    assert rows(desk) == before
    desk.do("Forget", forget_two_entities, one_id=sub, other_id=unep)
    up = merge(desk, unep, sun)
    assert entity(desk, sub).parent == "UNEP"
    part(desk, up)
    assert rows(desk) == before


def test_merges_are_parted_in_any_order(desk: Workspace) -> None:
    kept, lost, _ = two_of_one(desk)
    third = add(desk, "Bay Club", aliases=["BC"], full_name="The Bay Club")
    before = rows(desk)
    for first, second in (((kept, lost), (kept, third)), ((kept, lost), (third, kept))):
        for turn in (1, -1):
            made = [merge(desk, *first), merge(desk, *second)]
            for merge_id in made[::turn]:
                part(desk, merge_id)
            assert rows(desk) == before
            for said in desk.read(list_two_entities):
                desk.do("Forget", forget_two_entities, one_id=said.one_id, other_id=said.other_id)


def test_what_was_done_since_stays(desk: Workspace) -> None:
    kept, lost, meeting_id = two_of_one(desk)
    made = merge(desk, kept, lost)
    desk.do("Edit", update_entity, entity_id=kept, status="member", aliases=["Bays", "aob", "Bay Alliance"])
    desk.do("Add", add_participant, meeting_id=meeting_id, name="Li An", entity="AoB")
    part(desk, made)
    one, other = entity(desk, kept), entity(desk, lost)
    assert (one.status, one.aliases, one.parent) == ("member", ("Bays", "Bay Alliance"), "")
    assert (other.acronym, other.aliases, other.parent) == ("Alliance of Bays", ("AoB",), "UNEP")
    sat = {r.name: r.entity_id for r in desk.read(list_roster, meeting_id=meeting_id)}
    assert sat == {"Bo Lindh": lost, "Ruth Solberg": kept, "Li An": kept}


def test_parting_is_refused_where_a_name_is_taken(desk: Workspace) -> None:
    kept, lost, _ = two_of_one(desk)
    made = merge(desk, kept, lost)
    desk.do("Edit", update_entity, entity_id=kept, aliases=["Bays"])
    add(desk, "AOB")
    with pytest.raises(DataError, match=r"^“AoB” is already a name of AOB\.$"):
        part(desk, made)
    assert lost not in {row.id for row in desk.read(list_entities)}


def test_what_is_two_is_refused_until_that_is_taken_back(desk: Workspace) -> None:
    kept, lost, _ = two_of_one(desk)
    desk.do("Two", say_two_entities, one_id=lost, other_id=kept)
    with pytest.raises(
        DataError, match=r"^ABX and Alliance of Bays were said to be two entities; take that back first\.$"
    ):
        merge(desk, kept, lost)
    made = merge(desk, kept, lost, forget_two=True)
    part(desk, made)
    with pytest.raises(DataError, match=r"^These two entities were parted already\.$"):
        part(desk, made)


def test_a_person_parted_later_finds_the_entity_its_own_became(desk: Workspace) -> None:
    from emgdesk.operations.merging import merge_people, part_people
    from emgdesk.queries.people import get_person

    kept, lost, _ = two_of_one(desk)
    empty = add(desk, "XYZ")
    one, gone, other = (make_person(desk, name) for name in ("Eva Nor", "Eva Norr", "Ewa Nor"))
    for person, home in ((gone, lost), (other, empty)):
        desk.do("In", update_person, person_id=person, entity_id=home)
    made = [
        desk.do("Merge", merge_people, kept_id=one, lost_id=person, entity_id=None).value
        for person in (gone, other)
    ]
    merge(desk, kept, lost)
    desk.do("Delete", delete_entity, entity_id=empty)
    for merge_id in made:
        desk.do("Part", part_people, merge_id=merge_id)
    homes = [desk.read(get_person, person_id=person).entity for person in (one, gone, other)]
    assert homes == ["", "ABX", ""]
