"""Entities: names lead to one body, parents to no circle."""

import pytest

from emgdesk.errors import DataError
from emgdesk.operations.entity import add_entity, count_as_parents, delete_entity, update_entity
from emgdesk.operations.roster import add_participant
from emgdesk.queries.entities import EntityRow, list_entities
from emgdesk.workspace import Workspace
from tests.desks import entity_id, make_meeting


def entity(desk: Workspace, acronym: str) -> EntityRow:
    return next(e for e in desk.read(list_entities) if e.acronym == acronym)


def test_an_entity_is_added_and_changed_with_its_aliases(desk: Workspace) -> None:
    key = desk.do(
        "Add", add_entity, acronym="ABC", full_name="Alliance of Bays", status="observer",
        aliases=["Bays", " ", "Bays"],
    ).value  # fmt: skip
    assert entity(desk, "ABC").aliases == ("Bays",)
    desk.do("Change", update_entity, entity_id=key, aliases=["Coasts"], parent_id=entity_id(desk, "UNEP"))
    row = entity(desk, "ABC")
    assert (row.aliases, row.parent, row.status, row.unsure) == (("Coasts",), "UNEP", "observer", False)


def test_a_name_that_is_taken_is_refused(desk: Workspace) -> None:
    with pytest.raises(DataError, match=r"^“Unece” is already a name of ECE\.$"):
        desk.do("Add", add_entity, acronym="Unece")
    with pytest.raises(DataError, match=r"^“unep” is already a name of UNEP\.$"):
        desk.do("Alias", update_entity, entity_id=entity_id(desk, "FAO"), aliases=["unep"])
    with pytest.raises(DataError, match="needs an acronym or a name"):
        desk.do("Add", add_entity, acronym=" ")
    with pytest.raises(DataError, match="status of an entity is one of"):
        desk.do("Add", add_entity, acronym="ABC", status="friend")


def test_an_entity_is_never_part_of_itself(desk: Workspace) -> None:
    unep, sun = entity_id(desk, "UNEP"), entity_id(desk, "SUN")
    assert entity(desk, "SUN").parent == "UNEP"
    with pytest.raises(DataError, match="cannot be part of itself"):
        desk.do("Circle", update_entity, entity_id=unep, parent_id=sun)


def test_domains_are_read_from_addresses_and_kept_lower_case(desk: Workspace) -> None:
    key = desk.do("Add", add_entity, acronym="ABC", domains=["ABC.example", "@bays.example"]).value
    assert entity(desk, "ABC").domains == ("abc.example", "bays.example")
    desk.do("Change", update_entity, entity_id=key, domains=["ada@bays.example", " ", "abc.int"])
    assert entity(desk, "ABC").domains == ("bays.example", "abc.int")
    with pytest.raises(DataError, match=r"^“bays” is no domain of e-mail addresses \(like fao\.org\)\.$"):
        desk.do("Change", update_entity, entity_id=key, domains=["bays"])
    desk.do("Delete", delete_entity, entity_id=key)


def test_only_a_part_is_counted_as_its_parent(desk: Workspace) -> None:
    sun, unep = entity_id(desk, "SUN"), entity_id(desk, "UNEP")
    desk.do("Count", count_as_parents, ids=[sun], counts=True)
    assert entity(desk, "SUN").counts_as_parent
    with pytest.raises(
        DataError, match=r"^UNEP is part of no other entity, so it cannot be counted as one\.$"
    ):
        desk.do("Count", count_as_parents, ids=[sun, unep], counts=True)
    desk.do("Part", update_entity, entity_id=sun, parent_id=None)
    assert not entity(desk, "SUN").counts_as_parent
    with pytest.raises(DataError, match="SUN is part of no other entity"):
        desk.do("Count", update_entity, entity_id=sun, counts_as_parent=True)
    desk.do("Both", update_entity, entity_id=sun, parent_id=unep, counts_as_parent=True)
    desk.do("Count", count_as_parents, ids=[sun], counts=False)
    assert not entity(desk, "SUN").counts_as_parent


def test_an_entity_in_use_is_not_deleted(desk: Workspace) -> None:
    key = desk.do("Add", add_entity, acronym="ABC").value
    meeting_id = make_meeting(desk)
    desk.do("Add", add_participant, meeting_id=meeting_id, name="Bo Lindh", entity="ABC")
    with pytest.raises(DataError, match=r"^ABC stands on a roster and cannot be deleted\.$"):
        desk.do("Delete", delete_entity, entity_id=key)
    with pytest.raises(DataError, match="UNEP has entities that are part of it"):
        desk.do("Delete", delete_entity, entity_id=entity_id(desk, "UNEP"))
    free = desk.do("Add", add_entity, acronym="XYZ", aliases=["X Y Z"]).value
    desk.do("Delete", delete_entity, entity_id=free)
    assert "XYZ" not in {e.acronym for e in desk.read(list_entities)}


def test_some_are_counted_as_their_parent_and_others_no_longer_in_one_step(desk):
    sun, ozone = entity_id(desk, "SUN"), entity_id(desk, "Ozone Secretariat")
    desk.do("Count", count_as_parents, ids=[ozone], counts=True)
    desk.do("Count", count_as_parents, ids=[sun], counts=True, others=[ozone])
    rows = {row.id: row.counts_as_parent for row in desk.read(list_entities)}
    assert (rows[sun], rows[ozone]) == (True, False)
