"""Which entities of the desk may be one: by acronym, by initials, by the words of their names."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from itertools import combinations
from math import log
from typing import NamedTuple

from emgdesk.domain.entity_names import compact_key, entity_key
from emgdesk.importing.matching.likeness import alike_texts
from emgdesk.importing.snapshot import KnownEntity

_CROWDED = 24  # a word that so many entities bear makes nobody alike
_ALIKE = 0.72  # so much of the weight of two names must be in words both have
_SHORTENED = 0.6  # the same where all words of one are in the other
_SLIP = 83.0  # the letters of two words are so much the same that one is a slip of the other
_LONG = 5  # letters of such a word
_WITHOUT_UN = 0.92
_INITIALS = 0.9
_SAME_DOMAIN = 0.04


class EntitiesAlike(NamedTuple):
    """Two entities that may be one; `score` from 0 to 1, `why` in words."""

    one: KnownEntity
    other: KnownEntity
    score: float
    why: str


def entities_alike(
    entities: Sequence[KnownEntity], two_entities: Collection[tuple[str, str]] = ()
) -> tuple[EntitiesAlike, ...]:
    """Every two entities that may be one, the likeliest first.

    Left out are those of which one is part of the other, and `two_entities`: pairs of ids, the
    smaller first, said to be two.
    """
    names = _Names(entities)
    found = []
    for left, right in sorted(names.meetings()):
        one, other = sorted((entities[left], entities[right]), key=lambda entity: entity.id)
        if (one.id, other.id) in two_entities or names.is_part(one, other) or names.is_part(other, one):
            continue
        score, why = names.likeness(one, other)
        if why:
            if not set(one.domains).isdisjoint(other.domains):
                score, why = min(0.99, score + _SAME_DOMAIN), f"{why}, the same e-mail domain"
            found.append(EntitiesAlike(one, other, round(score, 2), why))
    found.sort(key=lambda pair: (-pair.score, pair.one.acronym, pair.other.acronym))
    return tuple(found)


class _Names:
    """All names of all entities: who meets whom, and how much a word tells."""

    def __init__(self, entities: Sequence[KnownEntity]) -> None:
        self._parents: Mapping[str, str | None] = {entity.id: entity.parent_id for entity in entities}
        self._keys = {
            entity.id: list(dict.fromkeys(entity_key(name) for name in entity.names)) for entity in entities
        }
        self._short = {entity.id: {_short(name) for name in entity.names} - {""} for entity in entities}
        self._initials = {entity.id: _initials(entity) for entity in entities}
        self._bearers: dict[str, set[int]] = defaultdict(set)
        self._marks: dict[str, set[int]] = defaultdict(set)
        for at, entity in enumerate(entities):
            for key in self._keys[entity.id]:
                for word in key.split():
                    self._bearers[word].add(at)
            for short in self._short[entity.id] | self._initials[entity.id]:
                self._marks[short].add(at)
        self._many = len(entities)

    def meetings(self) -> set[tuple[int, int]]:
        """Positions of two entities that share a word or short name that not too many have."""
        groups = (*self._bearers.values(), *self._marks.values())
        return {pair for group in groups if len(group) <= _CROWDED for pair in combinations(sorted(group), 2)}

    def is_part(self, one: KnownEntity, other: KnownEntity) -> bool:
        """Whether `one` is part of `other`, directly or through others."""
        seen: set[str] = set()
        above = one.parent_id
        while above and above not in seen and above != other.id:
            seen.add(above)
            above = self._parents.get(above)
        return above == other.id

    def likeness(self, one: KnownEntity, other: KnownEntity) -> tuple[float, str]:
        """Score and reason, ("", 0) where the two have nothing in common that tells."""
        words, why = self._words(one, other)
        if words >= _ALIKE:
            return words, why
        if not self._short[one.id].isdisjoint(self._short[other.id]) and not self._speak_against(one, other):
            return _WITHOUT_UN, "the acronym with and without UN"
        if not (
            self._initials[one.id].isdisjoint(self._short[other.id])
            and self._initials[other.id].isdisjoint(self._short[one.id])
        ) and not self._speak_against(one, other):
            return _INITIALS, "the initials of the name"
        return 0.0, ""

    def _speak_against(self, one: KnownEntity, other: KnownEntity) -> bool:
        """Whether both have a name in words, and these are names of two."""
        return all(any(" " in key for key in self._keys[entity.id]) for entity in (one, other))

    def _words(self, one: KnownEntity, other: KnownEntity) -> tuple[float, str]:
        """The likeness of the two names of theirs that are most alike."""
        return max(
            self._weight(set(mine.split()), set(theirs.split()))
            for mine in self._keys[one.id]
            for theirs in self._keys[other.id]
        )

    def _weight(self, mine: set[str], theirs: set[str]) -> tuple[float, str]:
        """The share of what two names say that both say; a word many entities bear says little."""
        both, left, right = mine & theirs, mine - theirs, theirs - mine
        if not left and not right:
            return 0.97, "the same name"
        slips = {word: other for word in left for other in right if _is_slip(word, other)}
        left, right = left - slips.keys(), right - set(slips.values())
        if len(both) + len(slips) < 2:
            return 0.0, ""
        shared = self._said(both | slips.keys())
        share = (shared - 0.1 * self._said(set(slips))) / (shared + self._said(left | right))
        if not left and not right:
            return min(share, 0.95), "another spelling of the name"
        if share >= _SHORTENED and not (left and right):
            return max(share, _ALIKE), "the name with words left out"
        return share, "most words of the name"

    def _said(self, words: set[str]) -> float:
        return sum(log(1 + self._many / len(self._bearers[word])) for word in words)


def _is_slip(one: str, other: str) -> bool:
    """Whether two words are one, a letter or two of it slipped."""
    return min(len(one), len(other)) >= _LONG and one[0] == other[0] and alike_texts(one, other) >= _SLIP


def _short(name: str) -> str:
    """An acronym without the UN before it: "UN-ECE" and "UNECE" -> "ece"; "" for a name in words."""
    if " " in name.strip() and not name.isupper():
        return ""
    plain = compact_key(name)
    return plain[2:] if plain.startswith("un") and len(plain) > 4 else plain


def _initials(entity: KnownEntity) -> set[str]:
    """The initials of its names in words, without a UN before them."""
    found = set()
    for name in entity.names:
        words = entity_key(name).split()
        if words and words[0] == "un":
            words = words[1:]
        if len(words) > 2:
            found.add("".join(word[0] for word in words))
    return found
