"""Names nobody bears exactly: who is alike enough to be asked about, who is surely meant."""

from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from emgdesk.importing.matching.blocking import Pool
from emgdesk.importing.matching.commonness import Commonness, parts
from emgdesk.importing.matching.entities import EntityIndex, FoundEntity
from emgdesk.importing.matching.evidence import (
    POSSIBLE,
    Evidence,
    of_person,
    of_row,
    person_candidate,
    row_candidate,
)
from emgdesk.importing.matching.likeness import Likeness, compare, without_ligatures
from emgdesk.importing.matching.surely import (
    ANOTHER_SCRIPT,
    Seen,
    are_two_by_address,
    by_address,
    by_entity,
    is_own_address,
    other_generation,
    seen,
)
from emgdesk.importing.plan import Candidate
from emgdesk.importing.records import RosterRecord
from emgdesk.importing.snapshot import KnownPerson

_ESTABLISHED = 3  # so many bearers make a word a name of its own, not a slip of another
_COMMON = 30
_CLEAR = 0.1  # so much likelier than anybody else one person must be
_RARE = 2
_PART = "part of the name"
_FEW = 0.005


@dataclass(frozen=True, slots=True)
class Found:
    """Who a row's name is like; `person` only where that is sure."""

    person: KnownPerson | None = None
    candidates: tuple[Candidate, ...] = ()
    messages: tuple[str, ...] = ()


class _Near(NamedTuple):
    """Somebody alike enough to be asked about; `seen` only of a person of the desk."""

    candidate: Candidate
    seen: Seen | None


class LikelyNames:
    """The people and the file's own rows that may be meant by a name written differently.

    `left` are the positions of the rows to be looked up.
    """

    def __init__(
        self,
        records: Sequence[RosterRecord],
        keys: Sequence[str],
        found: Sequence[FoundEntity],
        left: Sequence[int],
        people: Sequence[KnownPerson],
        entities: EntityIndex,
        commonness: Commonness,
    ) -> None:
        self.records = records
        self.keys = keys
        self.found = found
        self.people = people
        self.entities = entities
        self.commonness = commonness
        self._names = set(keys)
        self._taken: set[str] = set()  # people a row was taken for by entity
        self._pool = Pool(keys[index] for index in left)
        self._slots = array("i", (-1,)) * len(records)  # -1 for the rows that are not looked up
        if left:
            self._pool.add_known((owner, key) for owner, person in enumerate(people) for key in person.keys)
            self._add_rows(left)
        self._joined = self._written_in_one(left)
        self._rows_by_mail: dict[str, tuple[int, ...]] = {}  # address -> first row of each name
        for index, record in enumerate(records):
            if record.email:
                mail = record.email if record.email.islower() else record.email.lower()
                rows = self._rows_by_mail.get(mail, ())
                if all(keys[other] != keys[index] for other in rows):
                    self._rows_by_mail[mail] = (*rows, index)

    def _add_rows(self, left: Sequence[int]) -> None:
        """The rows to be looked up, of each name the first: thousands may bear one."""
        names: dict[str, int] = {}
        before: list[int] = []
        for index in left:
            before.append(len(names))
            names.setdefault(self.keys[index], index)
        first = self._pool.add_rows((len(self.people) + index, key) for key, index in names.items())
        for index, count in zip(left, before, strict=True):
            self._slots[index] = first + count

    def _written_in_one(self, left: Sequence[int]) -> dict[int, list[tuple[int, str]]]:
        """(owner, name key) by the letters of a name without blanks.

        Names run together, or of two or three characters, may share no word with the same name apart.
        """
        found: dict[int, list[tuple[int, str]]] = {}
        wanted = {_weight(self.keys[index]) for index in left}
        for owner, person in enumerate(self.people if wanted else ()):
            for key in person.keys:
                if (weight := _weight(key)) in wanted:
                    found.setdefault(weight, []).append((owner, key))
                if "f" in key and (weight := _weight(without_ligatures(key))) in wanted:
                    found.setdefault(weight, []).append((owner, key))
        return found

    def look_up(self, index: int, posted: Sequence[KnownPerson]) -> Found:
        """Who the row at `index` may be; `posted` are the people known under its address."""
        mailed: list[_Near] = []
        sure: list[KnownPerson] = []
        record = self.records[index]
        for person in posted:
            likeness, evidence, spelling = self._best_spelling(index, person)
            if likeness is None or self._is_relative(likeness, person, index):
                continue
            candidate = person_candidate(person, evidence, self.entities, likeness.score, likeness.why)
            found = seen(record, person, likeness, evidence, spelling)
            mailed.append(_Near(candidate, found if spelling else None))
            if self._has_alone(index, person, posted) and by_address(found, self.commonness):
                sure.append(person)
        if len(sure) == 1:
            return Found(sure[0])
        near = mailed + self._alike(index, {person.id for person in posted})
        if known := self._sure_of_entity(index, near):
            return Found(known)
        messages = () if near else tuple(_shared(record.email, person) for person in posted[:1])
        return Found(None, tuple(one.candidate for one in near), messages)

    def _is_relative(self, likeness: Likeness, person: KnownPerson, index: int) -> bool:
        """Whether only the family name agrees, and entity or address do not speak for this person.

        An address speaks for somebody whose given name it is made of.
        """
        if likeness.why != _PART:
            return False
        record = self.records[index]
        moved = of_person(record, self.found[index], person).entity < 0
        if is_own_address(record.email, person) and not moved:
            return False
        return parts(person)[0].isdisjoint(self.keys[index].split())

    def _has_alone(self, index: int, person: KnownPerson, posted: Sequence[KnownPerson]) -> bool:
        """Whether nobody else is known under the row's address, nor named beside it in the file."""
        rows = self._rows_by_mail[self.records[index].email.lower()]
        mine = self.keys[index]
        return len(posted) == 1 and all(self.keys[row] in (mine, *person.keys) for row in rows)

    def _sure_of_entity(self, index: int, near: Sequence["_Near"]) -> KnownPerson | None:
        """The one person near the row's name whom name and entity make sure of; taken once in a file."""
        sure = [one for one in near if one.seen is not None and by_entity(one.seen, self.commonness)]
        if len(sure) != 1 or sure[0].seen is None:
            return None
        best, person = sure[0].candidate, sure[0].seen.person
        rivals = [one for one in near if one is not sure[0] and one.candidate.score > best.score - _CLEAR]
        if rivals or person.id in self._taken or any(key in self._names for key in person.keys):
            return None
        self._taken.add(person.id)
        return person

    def _best_spelling(
        self, index: int, person: KnownPerson
    ) -> tuple[Likeness | None, Evidence, Sequence[str]]:
        """The best likeness of a row with a person who has the same address, and the spelling so like it."""
        mine = self.keys[index].split()
        spellings = [key.split() for key in person.keys]
        found = [
            (like, theirs) for theirs in spellings if (like := compare(mine, theirs, self._is_established))
        ]
        best, spelling = max(found, key=lambda pair: pair[0].score, default=(None, ()))
        if best is None and not _same_script(self.keys[index], person.keys):
            best = Likeness(0.6, ANOTHER_SCRIPT)
        if best is None and any(word in theirs for theirs in spellings for word in mine if len(word) > 2):
            best = Likeness(0.58, _PART, extra=tuple(mine))
        return best, of_person(self.records[index], self.found[index], person), spelling

    def _alike(self, index: int, passed: set[str]) -> list["_Near"]:
        """People and earlier rows whose name is like the row's, weighed with the evidence."""
        known = len(self.people)
        near = self._pool.near(self.keys[index], self._slots[index])
        posted = self._rows_by_mail.get(self.records[index].email.lower(), ())
        mine = _letters_of(self.keys[index])
        near += (
            (owner, key)
            for owner, key in self._joined.get(_weight(self.keys[index]), ())
            if mine in (_letters_of(key), _letters_of(without_ligatures(key)))
        )
        near += [
            (known + other, self.keys[other]) for other in posted if other < index and self._slots[other] >= 0
        ]
        words = self.keys[index].split()
        found = (self._near(index, words, owner, key) for owner, key in near if key != self.keys[index])
        best: dict[str, _Near] = {}
        for one in found:
            if one is None or one.candidate.person_id in passed:
                continue
            before = best.setdefault(one.candidate.person_id, one)
            if one.candidate.score > before.candidate.score:
                best[one.candidate.person_id] = one
        return list(best.values())

    def _near(self, index: int, mine: Sequence[str], owner: int, key: str) -> "_Near | None":
        """The person or row `owner` with this name key, if it is alike enough to be asked about."""
        theirs = key.split()
        likeness = compare(mine, theirs, self._is_established)
        if likeness is None:
            return None
        score = likeness.score + self._rarity(mine, theirs)
        record, entity = self.records[index], self.found[index]
        if owner < len(self.people):
            person = self.people[owner]
            evidence = of_person(record, entity, person)
            if score + evidence.weight < POSSIBLE:
                return None
            found = seen(record, person, likeness, evidence, theirs)
            if (evidence.entity < 0 and not self._is_telling(found)) or are_two_by_address(found):
                return None
            return _Near(person_candidate(person, evidence, self.entities, score, likeness.why), found)
        other = owner - len(self.people)
        evidence = of_row(record, entity, self.records[other], self.found[other])
        if score + evidence.weight >= POSSIBLE:
            return _Near(row_candidate(self.records[other], evidence, score, likeness.why), None)
        return None

    def _is_telling(self, found: Seen) -> bool:
        """Whether what agrees of a name says enough against another entity: few others would bear it."""
        if other_generation(found.likeness):
            return False
        if not self.commonness.knows_many:
            return True
        shared = found.agreed | {pair.theirs for pair in found.likeness.pairs if pair.safe}
        return self.commonness.namesakes(shared, None) < _FEW

    def _is_established(self, word: str) -> bool:
        return self._pool.borne(word) >= _ESTABLISHED

    def _rarity(self, mine: Sequence[str], theirs: Sequence[str]) -> float:
        """Sharing a rare word says more than sharing a common one."""
        shared = [self._pool.borne(word) for word in theirs if word in mine]
        if not shared:
            return 0.0
        return 0.08 if min(shared) <= _RARE else -0.08 if min(shared) >= _COMMON else 0.0


def _weight(key: str) -> int:
    """Equal for names of the same letters, hardly ever for others; cheaper than the letters sorted."""
    letters = key.encode()
    return sum(letters.translate(_ONE)) << 16 | sum(letters.translate(_OTHER))


# Two shuffles of the bytes, in which a blank weighs nothing.
_ONE = bytes(0 if code == 32 else code * 167 % 251 for code in range(256))
_OTHER = bytes(0 if code == 32 else code * code * 101 % 241 for code in range(256))


def _letters_of(key: str) -> str:
    return "".join(sorted(key.replace(" ", "")))


def _same_script(key: str, others: Sequence[str]) -> bool:
    return any(key.isascii() == other.isascii() for other in others)


def _shared(email: str, person: KnownPerson) -> str:
    return f"The address {email} is also that of {person.name}."
