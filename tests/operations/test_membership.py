"""Entities and people in workstreams: linked where they are known, held from day to day."""

import pytest
from sqlalchemy import text
from sqlalchemy.orm import Session

from emgdesk.db.models import Workstream
from emgdesk.errors import DataError
from emgdesk.operations.entity import add_entity, delete_entity
from emgdesk.operations.marking import operation
from emgdesk.operations.membership import (
    add_member,
    delete_members,
    move_member,
    set_members,
    update_member,
    update_members,
    write_members,
)
from emgdesk.operations.merging import merge_entities, merge_people, part_entities, part_people
from emgdesk.operations.pasting_members import paste_members
from emgdesk.operations.person import delete_person
from emgdesk.operations.workstream import add_workstream, delete_workstream, update_workstream
from emgdesk.queries.memberships import (
    MemberRow,
    list_members,
    officers,
    workstreams_of_entity,
    workstreams_of_person,
    written_members,
)
from emgdesk.queries.workstreams import list_workstreams
from emgdesk.workspace import Workspace
from tests.desks import entity_id, make_person, make_workplan


@operation
def write_older_texts(session: Session, /, *, workstream_id: str, leads: str, members: str) -> None:
    """A workstream as desks of an older version hold it."""
    session.execute(
        text("UPDATE workstream SET leads = :leads, members = :members WHERE id = :key"),
        {"leads": leads, "members": members, "key": workstream_id},
    )


@operation
def write_names(
    session: Session, /, *, workstream_id: str, role: str, names: tuple[str, ...], day: str
) -> None:
    """As an import writes them."""
    write_members(session, session.get_one(Workstream, workstream_id), role, names, today=day)


@pytest.fixture
def reefs(desk: Workspace) -> str:
    return make_workplan(desk)["reefs"]


def rows(desk: Workspace, workstream_id: str, role: str = "") -> list[MemberRow]:
    found = desk.read(list_members, workstream_id=workstream_id)
    return [row for row in found if role in ("", row.role)]


def named(desk: Workspace, workstream_id: str) -> list[tuple[str, str]]:
    return [(row.role, row.named) for row in rows(desk, workstream_id)]


def add(desk: Workspace, workstream_id: str, role: str, **who: str) -> str:
    return desk.do("Add", add_member, workstream_id=workstream_id, role=role, **who).value


# --- names -----------------------------------------------------------------------------------


def test_names_are_linked_where_they_are_surely_known(desk: Workspace, reefs: str) -> None:
    ines = make_person(desk, "Ines Calado", "FAO")
    add(desk, reefs, "lead", entity="United Nations Environment Programme")
    add(desk, reefs, "focal point", entity="fao", person="CALADO, Ines")
    add(desk, reefs, "member", entity="Reef Club")
    lead, member, focal = rows(desk, reefs)
    assert (lead.entity_id, lead.entity) == (entity_id(desk, "UNEP"), "UNEP")
    assert (member.entity_id, member.entity) == (None, "Reef Club")
    assert (focal.person_id, focal.named) == (ines, "Ines Calado (FAO)")


def test_a_name_two_people_bear_stays_as_written(desk: Workspace, reefs: str) -> None:
    make_person(desk, "Ines Calado", "FAO")
    make_person(desk, "Ines Calado", "WHO")
    add(desk, reefs, "officer", person="Ines Calado")
    add(desk, reefs, "focal point", person="Ines Calado", entity="WHO")
    focal, officer = rows(desk, reefs)
    assert (officer.person_id, focal.person_id is None) == (None, False)


def test_somebody_of_another_entity_is_not_meant(desk: Workspace, reefs: str) -> None:
    make_person(desk, "Ines Calado", "FAO")
    add(desk, reefs, "focal point", person="Ines Calado", entity="WHO")
    (row,) = rows(desk, reefs)
    assert (row.person_id, row.named) == (None, "Ines Calado (WHO)")


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"role": "cook", "entity": "UNEP"},
         "A role in a workstream is one of: lead, co-chair, member, focal point, officer."),
        ({"role": "lead"}, "Say which entity or person it is."),
        ({"role": "lead", "entity": "UNEP", "since": "May"},
         "“May” is not a date; write 2026-05-28, 2026-05 for a month or 2026 for a year."),
        ({"role": "lead", "entity": "UNEP", "since": "2031-05-02", "until": "2030"},
         "It would end (2030) before it begins (2 May 2031)."),
        ({"role": "lead", "entity_id": "gone"}, "This entity is no longer on the desk."),
    ],
)  # fmt: skip
def test_what_cannot_be_is_refused(
    desk: Workspace, reefs: str, fields: dict[str, str], sentence: str
) -> None:
    with pytest.raises(DataError) as refused:
        desk.do("Add", add_member, workstream_id=reefs, **fields)
    assert str(refused.value) == sentence
    assert rows(desk, reefs) == []


def test_nobody_is_in_a_role_twice_at_once(desk: Workspace, reefs: str) -> None:
    add(desk, reefs, "lead", entity="UNEP", since="2029", until="2031-05-02")
    with pytest.raises(DataError) as refused:
        add(desk, reefs, "lead", entity="UNEP", since="2031")
    assert str(refused.value) == "UNEP is lead of “Task Team on Reefs” already."
    again = add(desk, reefs, "lead", entity="UNEP", since="2031-05-02")
    add(desk, reefs, "member", entity="UNEP", since="2029")
    with pytest.raises(DataError, match="UNEP is lead of"):
        desk.do("Earlier", update_member, member_id=again, since="2030")
    desk.do("Note", update_member, member_id=again, note="again")
    assert [row.note for row in rows(desk, reefs, "lead")] == ["", "again"]


# --- changing --------------------------------------------------------------------------------


def test_a_member_gets_another_role_and_goes_behind_its_like(desk: Workspace, reefs: str) -> None:
    desk.do("Leads", update_workstream, workstream_id=reefs, leads="UNEP, WHO", members="FAO")
    member = rows(desk, reefs, "member")[0]
    desk.do("Role", update_member, member_id=member.id, role="lead")
    assert named(desk, reefs) == [("lead", "UNEP"), ("lead", "WHO"), ("lead", "FAO")]
    desk.do("Move", move_member, member_id=member.id, offset=-5)
    assert named(desk, reefs) == [("lead", "FAO"), ("lead", "UNEP"), ("lead", "WHO")]


def test_another_name_is_linked_anew(desk: Workspace, reefs: str) -> None:
    key = add(desk, reefs, "lead", entity="UNEP")
    desk.do("Other", update_member, member_id=key, entity="Reef Club")
    assert rows(desk, reefs)[0].entity_id is None
    desk.do("Other", update_member, member_id=key, entity="wmo")
    assert rows(desk, reefs)[0].named == "WMO"
    with pytest.raises(DataError, match="Say which entity or person"):
        desk.do("None", update_member, member_id=key, entity="")


def test_several_are_ended_at_once_and_stay_as_former(desk: Workspace, reefs: str) -> None:
    keys = [add(desk, reefs, "member", entity=name) for name in ("UNEP", "WHO")]
    desk.do("End", update_members, member_ids=keys, until="2001-05")
    assert [row.until for row in rows(desk, reefs)] == ["2001-05", "2001-05"]
    assert [row.named for row in desk.read(list_members, as_of="2001-05-31")] == ["UNEP", "WHO"]
    assert desk.read(list_members, as_of="2001-06") == ()
    assert desk.read(written_members) == {}
    assert desk.read(written_members, as_of="2001") == {(reefs, "member"): "UNEP, WHO"}


# --- names in a list -------------------------------------------------------------------------


def test_the_same_names_change_nothing(desk: Workspace, reefs: str) -> None:
    make_person(desk, "Ines Calado", "FAO")
    add(desk, reefs, "member", entity="UNEP", since="2030", note="first")
    add(desk, reefs, "member", entity="FAO", person="Ines Calado")
    add(desk, reefs, "member", entity="Office for Outer Space, Vienna")
    before = rows(desk, reefs)
    cell = desk.read(written_members)[reefs, "member"]
    assert cell == "UNEP; Ines Calado (FAO); Office for Outer Space, Vienna"
    done = desk.do("Same", update_workstream, workstream_id=reefs, members=cell)
    assert (done.changes, rows(desk, reefs)) == (None, before)


def test_names_in_a_list_are_compared_with_who_is_in_it(desk: Workspace, reefs: str) -> None:
    add(desk, reefs, "member", entity="UNEP", since="2030")
    add(desk, reefs, "member", entity="WHO", since="2030")
    add(desk, reefs, "member", entity="WMO", since="2029", until="2030")
    names = ("FAO", "UN Environment Programme", "Reef Club")
    desk.do("Import", write_names, workstream_id=reefs, role="member", names=names, day="2031-05-02")
    assert [(row.named, row.since) for row in rows(desk, reefs)] == [
        ("FAO", ""), ("UNEP", "2030"), ("Reef Club", ""), ("WMO", "2029"),
    ]  # fmt: skip
    desk.do("Back", write_names, workstream_id=reefs, role="member", names=("WMO",), day="2031-05-02")
    assert [(row.named, row.since) for row in rows(desk, reefs)] == [("WMO", "2029"), ("WMO", "")]
    desk.do("None", write_names, workstream_id=reefs, role="member", names=(), day="2031-05-02")
    assert [(row.named, row.since) for row in rows(desk, reefs)] == [("WMO", "2029")]
    desk.do("Set", set_members, workstream_id=reefs, role="lead", names=["WHO", "UNEP"])
    desk.do("Turn", set_members, workstream_id=reefs, role="lead", names=["UNEP", "WHO"])
    assert [row.named for row in rows(desk, reefs, "lead")] == ["UNEP", "WHO"]


def test_texts_of_an_older_desk_become_rows_with_the_first_edit(desk: Workspace, reefs: str) -> None:
    desk.do("Older", write_older_texts, workstream_id=reefs, leads="UNEP", members="FAO, WHO, Reef Club")
    before = rows(desk, reefs)
    assert [(row.id, row.key == f"{reefs}:{row.role}:{row.position}") for row in before] == [("", True)] * 4
    desk.do("Note", update_members, member_ids=[before[2].key, before[3].key], note="asked")
    after = rows(desk, reefs)
    assert [(row.role, row.named, row.note) for row in after] == [
        ("lead", "UNEP", ""), ("member", "FAO", ""), ("member", "WHO", "asked"), ("member", "Reef Club", "asked"),
    ]  # fmt: skip
    assert all(row.id for row in after)
    assert [row.entity_id is None for row in after] == [False, False, False, True]
    desk.undo()
    assert rows(desk, reefs) == before
    desk.do("Delete", delete_members, member_ids=[before[0].key])
    assert [row.named for row in rows(desk, reefs)] == ["FAO", "WHO", "Reef Club"]


def test_a_pasted_list_is_read_as_it_is_written(desk: Workspace, reefs: str) -> None:
    make_person(desk, "Omar Keita", "UNDP")
    pasted = "UNDP\tOmar Keita\nOmar Keita\tWHO\nLead\tUNEP\t\t2030"
    desk.do("Paste", paste_members, workstream_id=reefs, role="focal point", text=pasted)
    assert named(desk, reefs) == [
        ("lead", "UNEP"), ("focal point", "Omar Keita (UNDP)"), ("focal point", "Omar Keita (WHO)"),
    ]  # fmt: skip
    with pytest.raises(DataError, match="There is nobody named"):
        desk.do("Paste", paste_members, workstream_id=reefs, role="member", text=" \n ")


# --- of entities and people ------------------------------------------------------------------


def test_workstreams_of_an_entity_and_of_a_person(desk: Workspace, reefs: str) -> None:
    ines = make_person(desk, "Ines Calado", "FAO")
    other = desk.do("Add", add_workstream, name="Coalition on Dust", leads="FAO", members="UNEP").value
    add(desk, reefs, "focal point", entity="FAO", person="Ines Calado")
    add(desk, reefs, "officer", person="Ines Calado", until="2001")
    add(desk, other, "officer", person="Ruth Solberg")
    desk.do("Over", update_workstream, workstream_id=other, status="concluded")
    found = desk.read(workstreams_of_entity, entity_id=entity_id(desk, "FAO"), as_of="2031-01-01")
    assert [(one.workstream, one.status, one.member.role) for one in found] == [
        ("Task Team on Reefs", "active", "focal point"), ("Coalition on Dust", "concluded", "lead"),
    ]  # fmt: skip
    found = desk.read(workstreams_of_person, person_id=ines, as_of="2031-01-01")
    assert [(one.member.role, one.member.until) for one in found] == [
        ("focal point", ""),
        ("officer", "2001"),
    ]
    assert desk.read(officers, as_of="2002") == ("Ruth Solberg",)
    assert {row.name: row.officer for row in desk.read(list_workstreams)}[
        "Coalition on Dust"
    ] == "Ruth Solberg"


def test_who_goes_leaves_the_name(desk: Workspace, reefs: str) -> None:
    entity = desk.do("Add", add_entity, acronym="ABX", full_name="Alliance of Bays").value
    person = make_person(desk, "Ines Calado")
    add(desk, reefs, "lead", entity_id=entity, person_id=person)
    desk.do("Delete", delete_entity, entity_id=entity)
    desk.do("Delete", delete_person, person_id=person)
    (row,) = rows(desk, reefs)
    assert (row.entity_id, row.person_id, row.named) == (None, None, "Ines Calado (ABX)")


def test_members_go_with_their_workstream(desk: Workspace) -> None:
    key = desk.do("Add", add_workstream, name="Coalition on Dust", leads="FAO").value
    desk.do("Delete", delete_workstream, workstream_id=key)
    assert desk.read(list_members) == ()


def test_two_members_that_are_one_entity_become_one_row_and_two_again(desk: Workspace, reefs: str) -> None:
    lost = desk.do("Add", add_entity, acronym="ABX", full_name="Alliance of Bays").value
    add(desk, reefs, "member", entity="FAO", since="2030", note="asked")
    add(desk, reefs, "member", entity="ABX", since="2029", note="came")
    add(desk, reefs, "lead", entity="ABX")
    before = rows(desk, reefs)
    merge = desk.do("Merge", merge_entities, kept_id=entity_id(desk, "FAO"), lost_id=lost).value
    assert [(r.role, r.named, r.since, r.note) for r in rows(desk, reefs)] == [
        ("lead", "FAO", "", ""), ("member", "FAO", "2029", "asked; came"),
    ]  # fmt: skip
    desk.do("Part", part_entities, merge_id=merge)
    assert rows(desk, reefs) == before


def test_two_focal_points_that_are_one_person_become_one_row(desk: Workspace, reefs: str) -> None:
    kept, lost = make_person(desk, "Ines Calado", "FAO"), make_person(desk, "Ines Calado Reis", "FAO")
    for key in (kept, lost):
        add(desk, reefs, "focal point", person_id=key, entity="FAO")
    before = rows(desk, reefs)
    merge = desk.do("Merge", merge_people, kept_id=kept, lost_id=lost).value
    assert [row.person_id for row in rows(desk, reefs)] == [kept]
    desk.do("Part", part_people, merge_id=merge)
    assert rows(desk, reefs) == before
