"""The directory: the known people, their relatives, their offices, and who looks like whom."""

from __future__ import annotations

from dataclasses import dataclass, replace
from random import Random

from benchmarks.labelled.cultures import loose, sex_of, words
from benchmarks.labelled.people import (
    Someone,
    address,
    draw_culture,
    draw_entity,
    invent,
    invent_parts,
    other_entity,
)
from benchmarks.labelled.shape import KnownPerson

TWIN_NAMES = (
    "Amina Amira,Marina Martina,Hassan Hussein,Luis Luisa,Lena Lina,Mona Muna,Karim Karima,Samir Samira,"
    "Minh Linh,Daniel Daniela,Paul Paula,Rita Rina,Jan Jana,Anita Anika,Nadia Nadine,Emil Emilia,Sara Sarai"
).split(",")


@dataclass(frozen=True, slots=True)
class Directory:
    """Everybody known, and the groups that traps are made of: each group is a tuple of places in `people`."""

    people: tuple[Someone, ...]
    relatives: tuple[tuple[int, ...], ...]
    offices: tuple[tuple[int, ...], ...]
    twins: tuple[tuple[int, ...], ...]
    taken: set[str]
    by_word: dict[str, tuple[int, ...]]

    def alike(self, name: str, entity: str) -> tuple[Someone, ...]:
        """The people of the entity ("": of any) whose name could be this one with words left out."""
        own = loose(name)
        near = {place for word in own for place in self.by_word.get(word, ())}
        found = (self.people[place] for place in sorted(near))
        return tuple(
            one for one in found if entity in ("", one.entity) and _could_be(own, loose(one.written()[2]))
        )


def _could_be(left: frozenset[str], right: frozenset[str]) -> bool:
    return left <= right or right <= left


def known(someone: Someone) -> KnownPerson:
    """The record that the directory holds of the person."""
    given, family, name = someone.written()
    emails = someone.emails[: someone.known]
    title = someone.title
    return KnownPerson(
        someone.key, name, given, family, title, someone.entity, emails, someone.function, someone.country
    )


class _Builder:
    """Adds people one by one and refuses those whom nobody could tell apart."""

    def __init__(self, rng: Random) -> None:
        self.rng = rng
        self.people: list[Someone] = []
        self.taken: set[str] = set()
        self.names: dict[tuple[str, frozenset[str]], list[int]] = {}

    def add(self, someone: Someone) -> int | None:
        """The place of the person, None if a namesake at the entity cannot be told apart by an address."""
        label = (someone.entity, loose(someone.written()[2]))
        others = [self.people[place] for place in self.names.get(label, [])]
        if others and not all(other.known for other in (*others, someone)):
            return None
        self.people.append(replace(someone, key=f"P{len(self.people) + 1:05}"))
        self.names.setdefault(label, []).append(len(self.people) - 1)
        return len(self.people) - 1

    def stranger(self) -> int:
        """One more person of the crowd."""
        while True:
            parts = invent_parts(self.rng, draw_culture(self.rng))
            place = self.add(invent(self.rng, parts, draw_entity(self.rng), self.taken, "new"))
            if place is not None:
                return place

    def relatives(self) -> tuple[int, ...] | None:
        """Two people of one family name and one address, at the same entity or at two."""
        rng = self.rng
        culture = draw_culture(rng)
        one, two = invent_parts(rng, culture), invent_parts(rng, culture)
        two = replace(two, family=one.family, second=one.second, suffix="", native=("", ""))
        if "" in (one.given, two.given) or two.given[:3] == one.given[:3]:
            return None
        first = invent(rng, replace(one, suffix=""), draw_entity(rng), self.taken, "new")
        first = replace(first, known=1, in_native_script=False)
        entity = first.entity if rng.random() < 0.5 else other_entity(rng, first.entity)
        second = invent(rng, two, entity, self.taken, "new")
        second = replace(second, emails=first.emails[:1], known=1, in_native_script=False)
        return self._group(first, second)

    def twins(self, names: str) -> tuple[int, ...] | None:
        """Two people of one family name and similar given names at one entity, each with an own address."""
        rng = self.rng
        one = replace(invent_parts(rng, draw_culture(rng)), native=("", ""), middle="", suffix="")
        if one.given == "":
            return None
        first, second = (replace(one, given=given, sex=sex_of(given, one.sex)) for given in names.split())
        entity = draw_entity(rng)
        both = [invent(rng, parts, entity, self.taken, "new") for parts in (first, second)]
        return self._group(*(replace(someone, known=rng.choice((0, 1, 1))) for someone in both))

    def office(self) -> tuple[int, ...] | None:
        """Colleagues who all registered with the address of their office."""
        rng, entity = self.rng, draw_entity(self.rng)
        local = rng.choice(("info", "registry", "office", "secretariat", "liaison", "geneva", "environment"))
        shared = f"{local}@{''.join(words(entity))}.example"
        if shared in self.taken:
            return None
        self.taken.add(shared)
        staff = [
            invent(rng, invent_parts(rng, draw_culture(rng)), entity, self.taken, "new")
            for _ in range(rng.randint(2, 4))
        ]
        return self._group(*(replace(one, emails=(shared, one.emails[0]), known=1) for one in staff))

    def _group(self, *staff: Someone) -> tuple[int, ...] | None:
        places = [self.add(someone) for someone in staff]
        return tuple(place for place in places if place is not None) if None not in places else None


def build(rng: Random, size: int) -> Directory:
    """A directory of `size` people."""
    builder = _Builder(rng)
    relatives = [group for _ in range(70) if (group := builder.relatives())]
    offices = [group for _ in range(60) if (group := builder.office())]
    twins = [group for names in TWIN_NAMES * 4 if (group := builder.twins(names))]
    while len(builder.people) < size:
        builder.stranger()
    by_word: dict[str, list[int]] = {}
    for place, someone in enumerate(builder.people):
        for word in sorted(loose(someone.written()[2])):
            by_word.setdefault(word, []).append(place)
    index = {word: tuple(places) for word, places in by_word.items()}
    groups = (tuple(relatives), tuple(offices), tuple(twins))
    return Directory(tuple(builder.people), *groups, builder.taken, index)


def new_address(rng: Random, someone: Someone, taken: set[str]) -> str:
    """One more address of the person, unknown to the directory."""
    return address(rng, someone.parts, someone.entity if rng.random() < 0.5 else "", taken, turn=1)
