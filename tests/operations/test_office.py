"""Offices and designations hold from day to day, and follow people and entities that are merged."""

import pytest
from sqlalchemy import text

from emgdesk.db.types import Base
from emgdesk.errors import DataError
from emgdesk.operations.entity import add_entity
from emgdesk.operations.follow_up import add_follow_up
from emgdesk.operations.intervention import add_intervention
from emgdesk.operations.merged_entities import entity_scopes
from emgdesk.operations.merged_people import person_scopes
from emgdesk.operations.merging import merge_entities, merge_people, part_people
from emgdesk.operations.office import add_designation, add_office, delete_terms, update_terms
from emgdesk.operations.person import delete_person
from emgdesk.queries.follow_ups import list_follow_ups
from emgdesk.queries.interventions import list_interventions
from emgdesk.queries.offices import list_designations, list_offices
from emgdesk.workspace import Workspace
from tests.desks import entity_id, make_meeting, make_person


def test_an_office_is_held_from_day_to_day(desk: Workspace) -> None:
    ines, omar = make_person(desk, "Ines Calado"), make_person(desk, "Omar Keita")
    desk.do("Office", add_office, office="Chair", person_id=ines, since="2029-02", until="2031-05-01")
    desk.do("Office", add_office, office="Chair", person_id=omar, since="2031-05-02")
    desk.do("Office", add_office, office="Secretary", person_id=ines)

    def held(day: str) -> list[tuple[str, str]]:
        return [(row.office, row.person) for row in desk.read(list_offices, as_of=day)]

    assert held("2029-01-31") == [("Secretary", "Ines Calado")]
    assert held("2029-02-01") == [("Chair", "Ines Calado"), ("Secretary", "Ines Calado")]
    assert held("2031-05-01") == [("Chair", "Ines Calado"), ("Secretary", "Ines Calado")]
    assert held("2031-05-02") == [("Chair", "Omar Keita"), ("Secretary", "Ines Calado")]
    assert held("") == [("Chair", "Omar Keita"), ("Chair", "Ines Calado"), ("Secretary", "Ines Calado")]


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        (
            {"office": "Cook"},
            "“Cook” is no office of the Group; they are: Chair, Secretary, Head of Secretariat.",
        ),
        ({"since": "May"}, "“May” is not a date; write 2026-05-28, or 2026-05 for a month."),
        (
            {"since": "2031-05-02", "until": "2030-01"},
            "It begins on 2 May 2031 and ends before that, on January 2030.",
        ),
    ],
)
def test_a_term_that_cannot_be_is_refused(desk: Workspace, fields: dict[str, str], sentence: str) -> None:
    person = make_person(desk, "Ines Calado")
    with pytest.raises(DataError) as refused:
        desk.do("Office", add_office, **{"office": "Chair", "person_id": person, **fields})
    assert str(refused.value) == sentence
    assert desk.read(list_offices) == ()


def test_terms_are_changed_and_deleted_at_once(desk: Workspace) -> None:
    ines = make_person(desk, "Ines Calado", "FAO")
    office = desk.do("O", add_office, office="Chair", person_id=ines, since="2030-01").value
    fao = entity_id(desk, "FAO")
    role = desk.do("D", add_designation, entity_id=fao, person_id=ines, role="alternate").value
    desk.do("End", update_terms, term_ids=[office, role], until="2031-05-01")
    assert [row.until for row in desk.read(list_offices)] == ["2031-05-01"]
    assert [row.until for row in desk.read(list_designations)] == ["2031-05-01"]
    with pytest.raises(DataError) as refused:
        desk.do("End", update_terms, term_ids=[role, office], until="2029-02")
    assert str(refused.value) == "It begins on January 2030 and ends before that, on February 2029."
    assert [row.until for row in desk.read(list_designations)] == ["2031-05-01"]
    desk.do("Delete", delete_terms, term_ids=[office, role])
    assert (desk.read(list_offices), desk.read(list_designations)) == ((), ())
    desk.undo()
    assert len(desk.read(list_offices)) == len(desk.read(list_designations)) == 1


def test_who_holds_something_is_not_deleted(desk: Workspace) -> None:
    ines = make_person(desk, "Ines Calado", "FAO")
    desk.do("D", add_designation, entity_id=entity_id(desk, "FAO"), person_id=ines, role="alternate")
    with pytest.raises(DataError) as refused:
        desk.do("Delete", delete_person, person_id=ines)
    assert (
        str(refused.value)
        == "Ines Calado is designated by an entity and cannot be deleted; remove that first."
    )


def test_what_names_a_merged_person_follows_and_comes_back(desk: Workspace) -> None:
    kept, lost = make_person(desk, "Ines Calado", "FAO"), make_person(desk, "Ines Calado Reis", "FAO")
    fao, meeting = entity_id(desk, "FAO"), make_meeting(desk)
    desk.do("O", add_office, office="Chair", person_id=lost)
    desk.do("D", add_designation, entity_id=fao, person_id=lost, role="focal point")
    desk.do("N", add_intervention, meeting_id=meeting, person_id=lost, speaker="Ines Calado Reis")
    merge = desk.do("Merge", merge_people, kept_id=kept, lost_id=lost).value
    assert [row.person_id for row in desk.read(list_offices)] == [kept]
    assert [row.person_id for row in desk.read(list_designations, entity_id=fao)] == [kept]
    (note,) = desk.read(list_interventions, meeting_id=meeting)
    assert (note.person_id, note.speaker) == (kept, "Ines Calado Reis")
    back = desk.do("Part", part_people, merge_id=merge).value
    assert back == lost
    assert [row.person_id for row in desk.read(list_offices)] == [lost]
    assert [row.person_id for row in desk.read(list_designations, person_id=lost)] == [lost]


def test_what_names_a_merged_entity_follows(desk: Workspace) -> None:
    lost = desk.do("Add", add_entity, acronym="ABX", full_name="Alliance of Bays").value
    kept, meeting = entity_id(desk, "FAO"), make_meeting(desk)
    desk.do("F", add_follow_up, meeting_id=meeting, what="Send it.", who="ABX", entity_id=lost)
    desk.do("Merge", merge_entities, kept_id=kept, lost_id=lost)
    (row,) = desk.read(list_follow_ups, meeting_id=meeting)
    assert (row.entity_id, row.who) == (kept, "ABX")


def test_merging_looks_at_every_table_that_names_people_or_entities() -> None:
    own = {"two_people", "two_entities", "person_merge", "entity_merge", "entity"}
    for noun, scopes in (("person", person_scopes("a", "b")), ("entity", entity_scopes("a", "b"))):
        naming = {
            table.name
            for table in Base.metadata.tables.values()
            if any(key.column.table.name == noun for key in table.foreign_keys)
        }
        assert naming - own - {scope.model.__tablename__ for scope in scopes} == set()


def test_an_entity_that_goes_leaves_its_name_in_what_was_noted(desk: Workspace) -> None:
    lost = desk.do("Add", add_entity, acronym="ABX", full_name="Alliance of Bays").value
    meeting = make_meeting(desk)
    desk.do("N", add_intervention, meeting_id=meeting, entity_id=lost, entity="ABX", gist="Agrees.")
    from emgdesk.operations.entity import delete_entity

    desk.do("Delete", delete_entity, entity_id=lost)
    (note,) = desk.read(list_interventions, meeting_id=meeting)
    assert (note.entity_id, note.entity) == (None, "ABX")
    assert (
        desk.read(lambda session: session.scalar(text("SELECT count(*) FROM entity WHERE acronym = 'ABX'")))
        == 0
    )
