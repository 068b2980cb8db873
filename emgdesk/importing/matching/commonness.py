"""How much a name says on this desk: how often its words are borne, and as what.

Two people of one name are rare where its words are rare. What the desk knows is too little
to go by while it knows few people; then every name may be a common one.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cached_property
from itertools import chain

from emgdesk.domain.entity_names import entity_key
from emgdesk.domain.folding import words
from emgdesk.domain.people import is_particle, split_name
from emgdesk.importing.records import RosterRecord
from emgdesk.importing.snapshot import KnownPerson

RARE = 0.01  # a name is rare where so few others of it are to be expected
_TELLING = 200  # people a desk must know before its given and family names tell order
_LEAST = 0.02  # function and country agreeing make a coincidence so much rarer at most
_LETTERS = 12  # an initial is one of about so many


class Commonness:
    """Counts over all people of the desk, made when first asked for."""

    def __init__(self, people: Sequence[KnownPerson]) -> None:
        self.people = people

    @cached_property
    def _bearers(self) -> Counter[str]:
        return Counter(chain.from_iterable(key.split() for person in self.people for key in person.keys))

    @cached_property
    def _entities(self) -> Counter[str]:
        return Counter(person.entity_id or entity_key(person.entity) for person in self.people)

    @cached_property
    def _functions(self) -> Counter[str]:
        return Counter(person.function for person in self.people)

    @cached_property
    def _countries(self) -> Counter[str]:
        return Counter(person.country for person in self.people)

    @cached_property
    def _roles(self) -> tuple[Counter[str], Counter[str]]:
        """How often each word stands in a given and in a family name."""
        given: Counter[str] = Counter()
        family: Counter[str] = Counter()
        for person in self.people:
            first, last = parts(person)
            given.update(first)
            family.update(last)
        return given, family

    @property
    def knows_many(self) -> bool:
        """Whether the desk knows people enough for a word to be no name because nobody bears it."""
        return len(self.people) >= _TELLING

    def borne(self, word: str) -> int:
        """How many spellings of known people have this word."""
        return self._bearers[word]

    def support(self, record: RosterRecord, person: KnownPerson) -> float:
        """What share of other people would have the row's function and country too, where these agree."""
        count, share = len(self.people) or 1, 1.0
        if record.function and record.function == person.function:
            share *= min(1.0, (self._functions[person.function] + 1) / count)
        if record.country and record.country == person.country:
            share *= min(1.0, (self._countries[person.country] + 1) / count)
        return max(share, _LEAST)

    def namesakes(self, shared: Iterable[str], entity: str | None) -> float:
        """How many other people with all of these words to expect, in the entity (its key) or anywhere.

        Somebody the desk does not know yet is counted in for each word.
        """
        count = len(self.people) or 1
        expected = float(count)
        for word in shared:
            if len(word) == 1 and word.isascii():
                expected /= _LETTERS
            elif not is_particle(word):
                expected *= (self._bearers[word] + 1) / count
        if entity is not None:
            expected *= min(1.0, (self._entities[entity] + 1) / count)
        return expected

    def tells_order(self, record: RosterRecord, person: KnownPerson) -> bool:
        """Whether no known given name is the person's family name, nor the other way round.

        Then "Fisk Johanna" is Johanna Fisk; Henry James may be another than James Henry.
        """
        if not self.knows_many:
            return False
        given, family = self._roles
        first, last = parts(person)
        return all(_mostly(given[w], family[w]) for w in first) and all(
            _mostly(family[w], given[w]) for w in last
        )


def _mostly(as_this: int, as_other: int) -> bool:
    return as_other == 0 or as_this >= 10 * as_other


def parts(one: KnownPerson | RosterRecord) -> tuple[frozenset[str], frozenset[str]]:
    """The folded words of given and family name, particles left out; guessed where they are not told."""
    given, family = (one.given, one.family) if one.given and one.family else split_name(one.name)
    return _telling(given), _telling(family)


def first_name(one: KnownPerson | RosterRecord) -> str:
    """The folded first word of the given name, "" where there is none."""
    given = one.given if one.given and one.family else split_name(one.name)[0]
    return next(iter(words(given)), "")


def _telling(name: str) -> frozenset[str]:
    found = words(name)
    return frozenset(word for word in found if not is_particle(word)) or frozenset(found)
