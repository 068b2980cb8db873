"""Bodies are counted once, whatever they are counted as."""

from dataclasses import dataclass

import pytest

from emgdesk.domain.counting import Counts, body, count, counted_with_in_words, listed, wholes


@dataclass(frozen=True)
class Line:
    entity: str
    capacity: str = "member"
    attendance: str = "registered"


def body_of(line: Line) -> str:
    return body(None, line.entity)


@pytest.mark.parametrize(
    ("parents", "expected"),
    [
        ({}, {}),
        ({"sun": "unep"}, {"sun": "unep"}),
        ({"desk": "sun", "sun": "unep"}, {"desk": "unep", "sun": "unep"}),
        ({"a": "b", "b": "a"}, {}),
        ({"a": "b", "b": "c", "c": "b"}, {}),
    ],
)
def test_a_part_is_counted_as_the_whole(parents: dict[str, str], expected: dict[str, str]) -> None:
    assert wholes(parents) == expected


def test_a_list_names_those_who_attended_else_those_registered() -> None:
    before = [Line("A"), Line("B", attendance="invited"), Line("C", attendance="absent")]
    assert listed(before) == ("registered", [before[0], before[2]])
    after = [*before, Line("D", attendance="attended")]
    assert listed(after) == ("attended", after[3:])


def test_people_and_bodies_are_counted_apart() -> None:
    lines = [Line("UNEP"), Line("Unep"), Line(""), Line("WWF", "observer"), Line("X", "guest"), Line("", "")]
    counts = count(lines, "registered", body_of)
    assert (counts.people, counts.members, counts.observers, counts.guests, counts.secretariat) == (
        6, 3, 1, 2, 0,
    )  # fmt: skip
    assert (counts.member_entities, counts.observer_entities, counts.guest_entities) == (1, 1, 1)
    assert count([], "attended", body_of) == Counts("attended", 0, 0, 0, 0, 0, 0, 0, 0)


def test_what_is_counted_with_what_is_said() -> None:
    assert counted_with_in_words(()) == ""
    assert counted_with_in_words((("SUN", "UNEP"),)) == "SUN counted with UNEP"
    pairs = (("SUN", "UNEP"), ("WCMC", "UNEP"))
    assert counted_with_in_words(pairs) == "SUN counted with UNEP, WCMC counted with UNEP"
