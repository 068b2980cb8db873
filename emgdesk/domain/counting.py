"""Counting people and bodies the same way on the screen and on the page."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol, TypeVar

from emgdesk.domain.folding import fold
from emgdesk.domain.statuses import REGISTERED


class Attending(Protocol):
    """A line of a roster, in whichever value it comes."""

    @property
    def attendance(self) -> str: ...


Line = TypeVar("Line", bound=Attending)


@dataclass(frozen=True, slots=True)
class Counts:
    """The people a list names, by capacity, and the bodies they come from.

    `word` says who they are: "attended" or "registered".
    """

    word: str
    people: int
    members: int
    observers: int
    guests: int
    secretariat: int
    member_entities: int
    observer_entities: int
    guest_entities: int


def body(entity_id: str | None, entity: str) -> str:
    """What makes two lines one body: the key of the entity it is counted as, else the printed text.

    The text counts in any case of its letters; "" is no body.
    """
    return entity_id or fold(entity)


def wholes(parents: Mapping[str, str]) -> dict[str, str]:
    """{entity: the body it is counted as} for entities counted as their parent, through several if need be.

    `parents` has these entities alone. Round a circle nobody is the whole: none of it is counted as another.
    """
    found = {}
    for key in parents:
        whole, seen = parents[key], {key}
        while whole in parents and whole not in seen:
            seen.add(whole)
            whole = parents[whole]
        if whole not in seen:
            found[key] = whole
    return found


def listed(lines: Sequence[Line]) -> tuple[str, list[Line]]:
    """Who a list of participants names unless told otherwise, and the word for it.

    Those who attended if anyone is marked so, else those registered.
    """
    there = [line for line in lines if line.attendance == "attended"]
    if there:
        return "attended", there
    return "registered", [line for line in lines if line.attendance in REGISTERED]


def count(lines: Iterable[Any], word: str, body_of: Callable[[Any], str]) -> Counts:
    """The counts of these lines, which have a `capacity`; `body_of` answers the body of one."""
    people: dict[str, int] = dict.fromkeys(("member", "observer", "guest", "secretariat"), 0)
    bodies: dict[str, set[str]] = {capacity: set() for capacity in people}
    whole = 0
    for line in lines:
        whole += 1
        capacity = line.capacity or "guest"
        people[capacity] += 1
        bodies[capacity].add(body_of(line))
    sent = {capacity: len(found - {""}) for capacity, found in bodies.items()}
    return Counts(
        word=word,
        people=whole,
        members=people["member"],
        observers=people["observer"],
        guests=people["guest"],
        secretariat=people["secretariat"],
        member_entities=sent["member"],
        observer_entities=sent["observer"],
        guest_entities=sent["guest"],
    )


def counted_with_in_words(pairs: Iterable[tuple[str, str]]) -> str:
    """Beside counts: "SUN counted with UNEP" of each pair, "" without any."""
    return ", ".join(f"{part} counted with {whole}" for part, whole in pairs)
