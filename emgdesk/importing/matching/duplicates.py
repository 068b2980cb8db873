"""Which people of the desk may be one person: all of them against all, without comparing each with each.

Two people meet where their names are the same, share an address, or share a word while
another word begins, ends or sounds alike; only who meets is compared.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import combinations, permutations
from typing import NamedTuple

from emgdesk.domain.folding import name_key
from emgdesk.importing.matching.entities import EntityIndex
from emgdesk.importing.matching.evidence import POSSIBLE, Evidence, between_people, bounded, is_reversed, said
from emgdesk.importing.matching.likeness import compare, sounds
from emgdesk.importing.snapshot import KnownEntity, KnownPerson
from emgdesk.jobs import QUIET, Job

_SAME_NAME = 0.95
_WEAKEST = 0.58  # whoever looks for people twice is shown what an import does not ask about
_OWN_SCRIPT = 0.6  # the likeness of a name to one in another script; only the address tells more
_ESTABLISHED = 3  # so many bearers make a word a name of its own, not a slip of another
_CROWDED = 24  # people where so many meet: only neighbours in the order of the alphabet are compared
_NEIGHBOURS = 3
_STEP = 4096  # people between two looks at the job
Mark = tuple[str, ...]


class Pair(NamedTuple):
    """Two people who may be one; `score` from 0 to 1, `why` in words."""

    one: KnownPerson
    other: KnownPerson
    score: float
    why: str


def pairs_alike(
    people: Sequence[KnownPerson],
    two_people: Collection[tuple[str, str]] = (),
    entities: Iterable[KnownEntity] = (),
    job: Job = QUIET,
) -> tuple[Pair, ...]:
    """Everybody who may be somebody else on the desk, the likeliest pair first.

    `two_people` are pairs of ids, the smaller first, said to be two: they are left out.
    Work grows with the number of people: 50,000 take seconds.
    """
    apart = frozenset(two_people)
    index = EntityIndex(entities)
    finder = _Finder(people, job)
    found: list[Pair] = []
    for count, (left, right) in enumerate(finder.meetings()):
        if count % _STEP == 0:
            job.check_cancelled()
        one, other = sorted((people[left], people[right]))
        if (one.id, other.id) not in apart and (pair := finder.judge(one, other, index)):
            found.append(pair)
    found.sort(key=lambda pair: (-pair.score, pair.one.name, pair.one.id, pair.other.id))
    return tuple(found)


class _Finder:
    """Who meets whom, and what is made of it."""

    def __init__(self, people: Sequence[KnownPerson], job: Job) -> None:
        self.people = people
        self.job = job
        names = [{word for key in one.keys for word in key.split()} for one in people]
        self._bearers = Counter(word for words in names for word in words)
        self._initials = {mark for one in people for key in one.keys for mark in _initials(key)}

    def meetings(self) -> Iterator[tuple[int, int]]:
        """Pairs of positions in `people`, the smaller first, each once."""
        seen: set[tuple[int, int]] = set()
        for group in self._groups():
            for pair in _pairs(group):
                if pair not in seen:
                    seen.add(pair)
                    yield pair

    def _groups(self) -> Iterator[list[int]]:
        """Positions of people who share what is worth comparing them for, in the order of their names."""
        groups: dict[Mark, list[int]] = defaultdict(list)
        order = sorted(range(len(self.people)), key=lambda at: self.people[at].keys)
        for count, at in enumerate(order):
            if count % _STEP == 0:
                self.job.check_cancelled()
                self.job.report("Looking for people twice", count, len(order))
            person = self.people[at]
            for mark in {mark for key in person.keys for mark in self._marks(key)}:
                groups[mark].append(at)
            for mail in person.emails:
                groups["@", mail].append(at)
        return (group for group in groups.values() if len(group) > 1)

    def _marks(self, key: str) -> Iterator[Mark]:
        yield from _marks(key)
        for one, other in permutations(_whole_words(key), 2):
            if (mark := (".", one, other[0])) in self._initials:
                yield mark
        yield from _initials(key)

    def judge(self, one: KnownPerson, other: KnownPerson, entities: EntityIndex) -> Pair | None:
        """The pair, if names and evidence together make it worth asking."""
        evidence = between_people(one, other)
        score, why = self._likeness(one, other, evidence)
        least = POSSIBLE if evidence.clash else _WEAKEST
        if not why or (score + evidence.weight < least and score < _SAME_NAME):
            return None
        entity = entities.by_id(other.entity_id)
        told = said(why, evidence, entity.acronym if entity else other.entity)
        return Pair(one, other, bounded(score, evidence), told)

    def _likeness(self, one: KnownPerson, other: KnownPerson, evidence: Evidence) -> tuple[float, str]:
        if not set(one.keys).isdisjoint(other.keys):
            if name_key(one.name) == name_key(other.name) and is_reversed(one, other):
                return 0.85, "the same words in other order"
            return _SAME_NAME, "the same name"
        likes = [
            like
            for mine in one.keys
            for theirs in other.keys
            if (like := compare(mine.split(), theirs.split(), self._is_established))
        ]
        best = max(likes, key=lambda like: like.score, default=None)
        if best is not None:
            return best.score, best.why
        scripts = {key.isascii() for person in (one, other) for key in person.keys}
        if evidence.email > 0 and len(scripts) > 1:
            return _OWN_SCRIPT, "another script"
        return 0.0, ""

    def _is_established(self, word: str) -> bool:
        return self._bearers[word] >= _ESTABLISHED


def _marks(key: str) -> Iterator[Mark]:
    """What a name is found by: all its letters, two words by sound, one with how another begins or ends."""
    yield ("=", "".join(sorted(key.replace(" ", ""))))
    for one, other in combinations(_whole_words(key), 2):
        yield ("~", *sorted((sounds(one), sounds(other))))
        for kept, changed in ((one, other), (other, one)):
            yield ("<", kept, changed[:3])
            yield (">", kept, changed[-3:])


def _initials(key: str) -> Iterator[Mark]:
    """Each initial of a name with each of its words."""
    for initial in key.split():
        if len(initial) == 1 and initial.isascii():
            for word in _whole_words(key):
                yield (".", word, initial)


def _whole_words(key: str) -> list[str]:
    return [word for word in key.split() if len(word) > 1 or not word.isascii()]


def _pairs(group: list[int]) -> Iterator[tuple[int, int]]:
    if len(group) <= _CROWDED:
        for left, right in combinations(group, 2):
            yield (left, right) if left < right else (right, left)
        return
    for at, left in enumerate(group):
        for right in group[at + 1 : at + 1 + _NEIGHBOURS]:
            yield (left, right) if left < right else (right, left)
