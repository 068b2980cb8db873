"""One person made of two, and the two again: nothing is lost on the way there or back."""

import json
from itertools import permutations
from typing import Any

import pytest

from emgdesk.errors import DataError
from emgdesk.operations.meeting import delete_meeting
from emgdesk.operations.merging import (
    forget_two_people,
    merge_people,
    part_people,
    say_two_people,
)
from emgdesk.operations.person import add_person, delete_person, update_person
from emgdesk.operations.roster import add_participant, remove_participations, update_participations
from emgdesk.queries.duplicates import list_merges, list_two_people
from emgdesk.queries.people import get_person, list_people, person_meetings
from emgdesk.queries.roster import list_roster
from emgdesk.workspace import Workspace
from tests.desks import dump, entity_id, make_meeting, make_person

Rows = dict[str, list[tuple[object, ...]]]


def seat(desk: Workspace, meeting_id: str, person_id: str, name: str, **fields: Any) -> str:
    return desk.do(
        "Seat", add_participant, meeting_id=meeting_id, name=name, person_id=person_id, **fields
    ).value


def merge(desk: Workspace, kept: str, lost: str, **fields: Any) -> str:
    return desk.do("Merge", merge_people, kept_id=kept, lost_id=lost, **fields).value


def part(desk: Workspace, merge_id: str) -> str:
    return desk.do("Part", part_people, merge_id=merge_id).value


def rows(desk: Workspace) -> Rows:
    """Every row but the memory of who is two."""
    return {table: found for table, found in dump(desk.path).items() if table != "two_people"}


def two_of_one(desk: Workspace) -> tuple[str, str, tuple[str, str, str]]:
    """Ana Silva and A. Silva: apart at one meeting each, both on the roster of a third."""
    kept = make_person(desk, "Ana Silva", "UNEP", ("ana@unep.example",))
    lost = make_person(desk, "A. Sílva", "FAO", ("a.silva@fao.example", "ANA@unep.example"))
    desk.do("Phone", update_person, person_id=lost, phone="+41 22", function="Adviser", particles="kept")
    desk.do("Notes", update_person, person_id=kept, notes="Speaks French", function="Head")
    codes = ("SOM40 technical", "SOM40 senior", "SOM41 senior")
    first, second, third = (make_meeting(desk, code) for code in codes)
    seat(desk, first, kept, "Ana SILVA", entity="UNEP")
    seat(desk, second, lost, "A. Silva", entity="FAO")
    seat(desk, third, kept, "Ana Silva", attendance="registered", mode="in person")
    seat(
        desk, third, lost, "A. Silva (FAO)", entity="FAO", attendance="attended", mode="online",
        notes="Left early", role="chair",
    )  # fmt: skip
    return kept, lost, (first, second, third)


def test_one_person_has_the_rosters_names_and_addresses_of_two(desk: Workspace) -> None:
    kept, lost, (_, _, third) = two_of_one(desk)
    merge(desk, kept, lost)
    person = desk.read(get_person, person_id=kept)
    assert [row.id for row in desk.read(list_people)] == [kept]
    assert (person.name, person.family, person.entity) == ("Ana Silva", "Silva", "UNEP")
    assert (person.function, person.phone, person.notes) == ("Head", "+41 22", "Speaks French")
    assert person.emails == "ana@unep.example; a.silva@fao.example"
    assert person.spellings == "A. Sílva"
    printed = [(m.code, m.name) for m in desk.read(person_meetings, person_id=kept)]
    assert sorted(printed) == [
        ("SOM40 senior", "A. Silva"), ("SOM40 technical", "Ana SILVA"), ("SOM41 senior", "Ana Silva"),
    ]  # fmt: skip
    (line,) = desk.read(list_roster, meeting_id=third)
    assert (line.name, line.entity, line.capacity) == ("Ana Silva", "FAO", "member")
    assert (line.attendance, line.mode, line.notes, line.role) == (
        "attended", "online", "Left early", "chair",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("stays", "goes", "becomes"),
    [
        ("registered", "absent", "absent"), ("absent", "registered", "absent"), ("registered", "excused", "excused"),
        ("cancelled", "absent", "cancelled"), ("attended", "absent", "attended"), ("invited", "registered", "registered"),
        ("", "invited", "invited"),
    ],
)  # fmt: skip
def test_lines_of_one_roster_are_joined_as_an_import_would(
    desk: Workspace, stays: str, goes: str, becomes: str
) -> None:
    kept, lost = make_person(desk, "Ana Silva", "UNEP"), make_person(desk, "A. Sílva", "FAO")
    meeting = make_meeting(desk)
    seat(desk, meeting, kept, "Ana Silva", attendance=stays, notes="Needs a visa; vegetarian")
    seat(desk, meeting, lost, "A. Sílva", attendance=goes, notes="Left early")
    merge(desk, kept, lost)
    (line,) = desk.read(list_roster, meeting_id=meeting)
    assert (line.attendance, line.notes) == (becomes, "Needs a visa; vegetarian; Left early")


def test_notes_that_are_there_are_not_joined_again(desk: Workspace) -> None:
    kept, lost = make_person(desk, "Ana Silva", "UNEP"), make_person(desk, "A. Sílva", "FAO")
    meeting = make_meeting(desk)
    seat(desk, meeting, kept, "Ana Silva", notes="Needs a visa; vegetarian")
    seat(desk, meeting, lost, "A. Sílva", notes="vegetarian")
    merge(desk, kept, lost)
    assert [line.notes for line in desk.read(list_roster, meeting_id=meeting)] == ["Needs a visa; vegetarian"]


def test_fields_are_as_chosen(desk: Workspace) -> None:
    kept, lost, _ = two_of_one(desk)
    merge(
        desk, kept, lost, name="A. Sílva", function="Adviser", entity_id=None,
        emails=["a.silva@fao.example", "new@fao.example"],
    )  # fmt: skip
    person = desk.read(get_person, person_id=kept)
    assert (person.name, person.given, person.family, person.function) == (
        "A. Sílva", "A.", "Sílva", "Adviser",
    )  # fmt: skip
    assert (person.entity_id, person.emails) == (None, "a.silva@fao.example; new@fao.example")
    assert person.spellings == "Ana Silva"


@pytest.mark.parametrize(
    ("fields", "found"),
    [
        ({"name": "A. Sílva", "family": "Silva"}, ("A. Sílva", "A.", "Silva")),
        ({"name": "A. Sílva", "given": "Ana"}, ("A. Sílva", "A.", "Sílva")),
        ({"family": "Ruiz"}, ("Ana Silva", "Ana", "Silva")),
        ({"given": "", "family": "Ana Silva"}, ("Ana Silva", "", "Ana Silva")),
        ({"name": "Ana Sol", "given": "Ana", "family": "Silva"}, ("Ana Sol", "Ana", "Sol")),
    ],
)
def test_given_and_family_part_never_contradict_the_name(
    desk: Workspace, fields: dict[str, str], found: tuple[str, str, str]
) -> None:
    kept, lost, _ = two_of_one(desk)
    merge(desk, kept, lost, **fields)
    person = desk.read(get_person, person_id=kept)
    assert (person.name, person.given, person.family) == found


def test_the_rule_of_whose_name_is_chosen_cuts_it(desk: Workspace) -> None:
    kept = desk.do("Add", add_person, name="Ruiz Sol Ana", given="Ana", family="Ruiz Sol").value
    lost = desk.do("Add", add_person, name="Ana Ruiz Sol", given="Ana", family="Ruiz Sol").value
    merge(desk, kept, lost, name="Ana Ruiz Sol", family="Sol Marín")
    person = desk.read(get_person, person_id=kept)
    assert (person.given, person.family) == ("Ana", "Ruiz Sol")


def test_a_third_spelling_may_be_chosen(desk: Workspace) -> None:
    kept, lost, _ = two_of_one(desk)
    before = rows(desk)
    made = merge(desk, kept, lost, name="Ana Maria da Silva")
    person = desk.read(get_person, person_id=kept)
    assert (person.given, person.family) == ("Ana Maria", "da Silva")
    assert person.spellings == "Ana Silva; A. Sílva"
    part(desk, made)
    assert rows(desk) == before


@pytest.mark.parametrize("fields", [{}, {"name": "A. Sílva", "emails": ["a.silva@fao.example"], "phone": ""}])
def test_parting_brings_every_row_back(desk: Workspace, fields: dict[str, Any]) -> None:
    kept, lost, _ = two_of_one(desk)
    before = rows(desk)
    made = merge(desk, kept, lost, **fields)
    assert part(desk, made) == lost
    assert rows(desk) == before
    assert [(row.one_name, row.other_name) for row in desk.read(list_two_people)] == [
        ("Ana Silva", "A. Sílva")
    ]
    assert desk.verify() == desk.state().revision


def test_what_was_changed_since_stays_with_the_kept_person(desk: Workspace) -> None:
    kept, lost, (_, second, _) = two_of_one(desk)
    made = merge(desk, kept, lost)
    fourth = make_meeting(desk, "SOM42 senior")
    seat(desk, fourth, kept, "Ana Silva")
    emails = ["new@unep.example", "ana@unep.example"]
    desk.do("Edit", update_person, person_id=kept, name="Ana P. Silva", phone="+1 212", emails=emails)
    second_line = desk.read(list_roster, meeting_id=second)[0].id
    desk.do("Came", update_participations, ids=[second_line], attendance="attended")
    part(desk, made)
    person, back = (desk.read(get_person, person_id=key) for key in (kept, lost))
    assert (person.name, person.phone, person.emails) == (
        "Ana P. Silva", "+1 212", "new@unep.example; ana@unep.example",
    )  # fmt: skip
    assert (person.spellings, person.particles) == ("Ana Silva", "")
    assert (back.name, back.phone, back.emails) == (
        "A. Sílva", "+41 22", "a.silva@fao.example; ANA@unep.example",
    )  # fmt: skip
    sat = {key: {m.code for m in desk.read(person_meetings, person_id=key)} for key in (kept, lost)}
    assert sat[kept] == {"SOM40 technical", "SOM41 senior", "SOM42 senior"}
    assert sat[lost] == {"SOM40 senior", "SOM41 senior"}
    assert desk.read(list_roster, meeting_id=second)[0].attendance == "attended"


def test_a_line_taken_off_since_does_not_come_back(desk: Workspace) -> None:
    kept, lost, (_, second, third) = two_of_one(desk)
    made = merge(desk, kept, lost)
    desk.do("Off", remove_participations, ids=[desk.read(list_roster, meeting_id=third)[0].id])
    desk.do("Gone", delete_meeting, meeting_id=second)
    part(desk, made)
    assert desk.read(list_roster, meeting_id=third) == ()
    assert desk.read(person_meetings, person_id=lost) == ()


TREES = (
    (("a", "b"), ("a", "c")),
    (("a", "b"), ("c", "a")),
    (("b", "c"), ("a", "b")),
    (("a", "b"), ("c", "a"), ("c", "d")),
    (("a", "b"), ("c", "d"), ("a", "c")),
)


@pytest.mark.parametrize("tree", TREES)
def test_merges_are_parted_in_any_order(desk: Workspace, tree: tuple[tuple[str, str], ...]) -> None:
    people = crowd(desk)
    before = rows(desk)
    for order in permutations(range(len(tree))):
        made = [merge(desk, people[kept], people[lost]) for kept, lost in tree]
        for index in order:
            assert part(desk, made[index]) == people[tree[index][1]]
        assert rows(desk) == before
        for row in desk.read(list_two_people):
            desk.do("Forget", forget_two_people, one_id=row.one_id, other_id=row.other_id)


def crowd(desk: Workspace) -> dict[str, str]:
    """Four people who sit at meetings together and apart, each with other gaps."""
    facts: dict[str, dict[str, str]] = {
        "a": {"function": "Head"}, "b": {"phone": "+1", "country": "Peru"}, "c": {"phone": "+2"},
        "d": {"title": "Ms", "notes": "D", "country": "Chile"},
    }  # fmt: skip
    people = {key: make_person(desk, f"Eva {key.upper()}ro", "", (f"{key}@x.example",)) for key in facts}
    for key, fields in facts.items():
        desk.do("Facts", update_person, person_id=people[key], **fields)
    for number, seated in enumerate(("ab", "bcd", "abcd", "c", "ad")):
        meeting = make_meeting(desk, f"IMG {number + 1}")
        for key in seated:
            attendance = "attended" if (number + ord(key)) % 2 else "registered"
            seat(desk, meeting, people[key], f"Eva {key}", attendance=attendance, notes=key * (key > "b"))
    return people


def test_parting_an_earlier_merge_keeps_the_later_one_and_what_was_edited(desk: Workspace) -> None:
    people = crowd(desk)
    first = merge(desk, people["a"], people["b"])
    second = merge(desk, people["c"], people["a"])
    desk.do("Edit", update_person, person_id=people["c"], function="Director")
    part(desk, first)
    person = desk.read(get_person, person_id=people["c"])
    assert (person.function, person.phone, person.country) == ("Director", "+2", "")
    assert [(m.id, m.lost_name) for m in desk.read(list_merges, person_id=people["c"])] == [
        (second, "Eva Aro")
    ]
    said = {frozenset((row.one_name, row.other_name)) for row in desk.read(list_two_people)}
    assert said == {frozenset(("Eva Bro", "Eva Cro"))}


def test_what_was_parted_or_said_to_be_two_is_refused(desk: Workspace) -> None:
    kept, lost, _ = two_of_one(desk)
    made = merge(desk, kept, lost)
    part(desk, made)
    with pytest.raises(DataError, match=r"^These two people were parted already\.$"):
        part(desk, made)
    with pytest.raises(
        DataError, match=r"^Ana Silva and A\. Sílva were said to be two people; take that back first\.$"
    ):
        merge(desk, kept, lost)
    merge(desk, kept, lost, forget_two=True)
    assert desk.read(list_two_people) == ()
    with pytest.raises(DataError, match=r"^Ana Silva is one person already\.$"):
        merge(desk, kept, kept)
    with pytest.raises(DataError, match=r"^This person is no longer on the desk\.$"):
        merge(desk, kept, lost)
    with pytest.raises(DataError, match=r"^This person is no longer on the desk\.$"):
        desk.do("Two", say_two_people, one_id=kept, other_id=lost)


def test_who_is_another_stays_another_through_merges(desk: Workspace) -> None:
    people = crowd(desk)
    for other in ("c", "d"):
        desk.do("Two", say_two_people, one_id=people["b"], other_id=people[other])
        desk.do("Two", say_two_people, one_id=people[other], other_id=people["b"])
    desk.do("Two", say_two_people, one_id=people["a"], other_id=people["d"])
    before = dump(desk.path)["two_people"]
    made = merge(desk, people["a"], people["b"])
    pairs = {(row.one_name, row.other_name) for row in desk.read(list_two_people)}
    assert pairs == {("Eva Aro", "Eva Cro"), ("Eva Aro", "Eva Dro")}
    part(desk, made)
    desk.do("Forget", forget_two_people, one_id=people["a"], other_id=people["b"])
    assert dump(desk.path)["two_people"] == before


def test_a_person_is_deleted_with_what_was_merged_into_it(desk: Workspace) -> None:
    one, other = make_person(desk, "Bo Lindh"), make_person(desk, "Bo Lind")
    third = make_person(desk, "Bo Lund")
    desk.do("Two", say_two_people, one_id=one, other_id=third)
    merge(desk, one, other)
    desk.do("Delete", delete_person, person_id=one)
    assert [row.id for row in desk.read(list_people)] == [third]
    assert desk.read(list_two_people) == ()


def test_a_merge_keeps_no_more_than_it_touched(desk: Workspace) -> None:
    kept, lost, _ = two_of_one(desk)
    merge(desk, kept, lost, entity_id=entity_id(desk, "FAO"))
    (stored,) = [row[-1] for row in dump(desk.path)["person_merge"]]
    told = json.loads(str(stored))
    assert told["chosen"] == {"entity_id": entity_id(desk, "FAO")}
    assert [(row[0], sorted(row[3] or ())) for row in told["rows"] if row[0] == "person"] == [
        ("person", ["entity_id", "particles", "phone"]),
        ("person", []),
    ]
