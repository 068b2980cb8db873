"""Who looks like somebody else, over the whole desk."""

import pytest

from emgdesk.errors import CancelledError
from emgdesk.operations.entity import add_entity
from emgdesk.operations.merging import merge_people, say_two_entities, say_two_people
from emgdesk.operations.roster import add_participant
from emgdesk.operations.sample import load_sample
from emgdesk.queries.duplicates import find_duplicates, find_entity_duplicates, list_merges, list_two_people
from emgdesk.workspace import Workspace
from tests.desks import entity_id, make_meeting, make_person


class Stopped:
    """A job cancelled as soon as it looks."""

    def report(self, text: str, done: int = 0, total: int = 0) -> None:
        pass

    def check_cancelled(self) -> None:
        raise CancelledError


def test_a_new_desk_has_nothing_twice(desk: Workspace) -> None:
    assert desk.read(find_duplicates) == ()
    assert desk.read(find_entity_duplicates) == ()


def test_a_pair_tells_entities_and_meetings_of_both(desk: Workspace) -> None:
    one = make_person(desk, "Jorge Peña Ibáñez", "FAO", ("jp@fao.example",))
    other = make_person(desk, "PENA IBANEZ Jorge", "UNEP")
    make_person(desk, "Ruth Solberg")
    for code, people in (("SOM40 technical", (one, other)), ("SOM40 senior", (other,))):
        meeting_id = make_meeting(desk, code)
        for person in people:
            desk.do("Seat", add_participant, meeting_id=meeting_id, name="J. Peña", person_id=person)
    (pair,) = desk.read(find_duplicates)
    assert (pair.one_id, pair.one_name, pair.one_entity, pair.one_meetings) == (
        one, "Jorge Peña Ibáñez", "FAO", 1,
    )  # fmt: skip
    assert (pair.other_id, pair.other_name, pair.other_entity, pair.other_meetings) == (
        other, "PENA IBANEZ Jorge", "UNEP", 2,
    )  # fmt: skip
    assert pair.together == ("SOM40 technical",)
    assert pair.why.startswith("the same name")


def test_what_the_search_shows_on_the_sample(desk: Workspace) -> None:
    desk.do("Sample", load_sample)
    make_person(desk, "Tomas Arrieta", "UNDP", ("tomas.arrieta@undp.example",))
    assert [(pair.one_name, pair.other_name) for pair in desk.read(find_duplicates)] == [
        ("Tomás Arrieta Belaúnde", "Tomas Arrieta"),
        ("Johann Lindemann", "Johan Lindeman"),
        ("Ana María Ribeiro-Soto", "Anna-Maria Ribeiro Soto"),
    ]


def test_two_said_to_be_two_are_not_found_again(desk: Workspace) -> None:
    one, other = make_person(desk, "Bo Lindh", "WHO"), make_person(desk, "Bo Lindh", "FAO")
    assert len(desk.read(find_duplicates)) == 1
    desk.do("Two", say_two_people, one_id=other, other_id=one)
    assert desk.read(find_duplicates) == ()
    (said,) = desk.read(list_two_people)
    assert {said.one_id, said.other_id} == {one, other}


def test_a_merged_pair_is_found_no_more(desk: Workspace) -> None:
    one, other = make_person(desk, "Bo Lindh", "WHO"), make_person(desk, "Bo Lindh", "WHO")
    made = desk.do("Merge", merge_people, kept_id=one, lost_id=other).value
    assert desk.read(find_duplicates) == ()
    (merge,) = desk.read(list_merges, person_id=one)
    assert (merge.id, merge.lost_id, merge.lost_name) == (made, other, "Bo Lindh")


def test_looking_can_be_cancelled(desk: Workspace) -> None:
    make_person(desk, "Bo Lindh")
    with pytest.raises(CancelledError):
        desk.read(find_duplicates, job=Stopped())


def test_an_entity_under_two_names_is_found_until_it_is_said_to_be_two(desk: Workspace) -> None:
    key = desk.do("Add", add_entity, acronym="World Helth Organization").value
    (pair,) = desk.read(find_entity_duplicates)
    assert (pair.one_name, pair.one_full_name, pair.other_name) == (
        "WHO", "World Health Organization", "World Helth Organization",
    )  # fmt: skip
    assert (pair.score, pair.why, pair.other_people) == (0.95, "another spelling of the name", 0)
    desk.do("Two", say_two_entities, one_id=key, other_id=entity_id(desk, "WHO"))
    assert desk.read(find_entity_duplicates) == ()
