"""Names nobody bears exactly: who is alike enough to be asked about, who is surely meant."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from emgdesk.importing.blocking import Pool
from emgdesk.importing.entities import EntityIndex, FoundEntity
from emgdesk.importing.evidence import (
    POSSIBLE,
    Evidence,
    of_person,
    of_row,
    person_candidate,
    row_candidate,
    same_family,
)
from emgdesk.importing.match import Likeness, compare
from emgdesk.importing.plan import Candidate
from emgdesk.importing.records import RosterRecord
from emgdesk.importing.snapshot import KnownPerson

_ESTABLISHED = 3  # so many bearers make a word a name of its own, not a slip of another
_COMMON = 30
_RARE = 2


@dataclass(frozen=True, slots=True)
class Found:
    """Who a row's name is like; `person` only where that is sure."""

    person: KnownPerson | None = None
    candidates: tuple[Candidate, ...] = ()
    messages: tuple[str, ...] = ()


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
    ) -> None:
        self.records = records
        self.keys = keys
        self.found = found
        self.people = people
        self.entities = entities
        self._pool = Pool(keys[index] for index in left)
        self._slots: dict[int, int] = {}
        if left:
            for owner, person in enumerate(people):
                for key in person.keys:
                    self._pool.add(owner, key)
            self._slots = {index: self._pool.add(len(people) + index, keys[index]) for index in left}
        self._names_by_mail = Counter(
            mail for mail, _ in {(r.email.lower(), k) for r, k in zip(records, keys, strict=True) if r.email}
        )

    def look_up(self, index: int, posted: Sequence[KnownPerson]) -> Found:
        """Who the row at `index` may be; `posted` are the people known under its address."""
        candidates: list[Candidate] = []
        sure: list[KnownPerson] = []
        for person in posted:
            likeness, evidence = self._best_spelling(index, person)
            if likeness is None:
                continue
            candidates.append(person_candidate(person, evidence, self.entities, likeness.score, likeness.why))
            if self._is_sure(index, person, likeness, len(posted)):
                sure.append(person)
        if len(sure) == 1:
            return Found(sure[0])
        candidates += self._alike(index, {person.id for person in posted})
        messages = (
            () if candidates else tuple(_shared(self.records[index].email, person) for person in posted[:1])
        )
        return Found(None, tuple(candidates), messages)

    def _is_sure(self, index: int, person: KnownPerson, likeness: Likeness, sharing: int) -> bool:
        """The same address, family name and a mere slip, initial or missing part; nobody else shares it."""
        record = self.records[index]
        alone = sharing == 1 and self._names_by_mail[record.email.lower()] == 1
        return alone and likeness.safe and same_family(record, person)

    def _best_spelling(self, index: int, person: KnownPerson) -> tuple[Likeness | None, Evidence]:
        """The best likeness of a row with any spelling of a person who has the same address."""
        mine = self.keys[index].split()
        found = [like for key in person.keys if (like := compare(mine, key.split(), self._is_established))]
        best = max(found, key=lambda like: like.score, default=None)
        if best is None and not _same_script(self.keys[index], person.keys):
            best = Likeness(0.6, "another script", safe=False)
        if best is None and any(word in key.split() for key in person.keys for word in mine if len(word) > 2):
            best = Likeness(0.58, "part of the name", safe=False)
        return best, of_person(self.records[index], self.found[index], person)

    def _alike(self, index: int, seen: set[str]) -> list[Candidate]:
        """People and earlier rows whose name is like the row's, weighed with the evidence."""
        key = self.keys[index]
        mine = key.split()
        known = len(self.people)
        candidates = []
        for owner, theirs in self._pool.near(key, self._slots[index]):
            likeness = compare(mine, theirs.split(), self._is_established) if theirs != key else None
            if likeness is None:
                continue
            score = likeness.score + self._rarity(mine, theirs)
            if owner < known:
                person = self.people[owner]
                evidence = of_person(self.records[index], self.found[index], person)
                if score + evidence.weight >= POSSIBLE and person.id not in seen:
                    candidates.append(person_candidate(person, evidence, self.entities, score, likeness.why))
            else:
                other = owner - known
                evidence = of_row(
                    self.records[index], self.found[index], self.records[other], self.found[other]
                )
                if score + evidence.weight >= POSSIBLE:
                    candidates.append(row_candidate(self.records[other], evidence, score, likeness.why))
        return candidates

    def _is_established(self, word: str) -> bool:
        return self._pool.borne(word) >= _ESTABLISHED

    def _rarity(self, mine: Sequence[str], theirs: str) -> float:
        """Sharing a rare word says more than sharing a common one."""
        shared = [self._pool.borne(word) for word in theirs.split() if word in mine]
        if not shared:
            return 0.0
        return 0.08 if min(shared) <= _RARE else -0.08 if min(shared) >= _COMMON else 0.0


def _same_script(key: str, others: Sequence[str]) -> bool:
    return any(key.isascii() == other.isascii() for other in others)


def _shared(email: str, person: KnownPerson) -> str:
    return f"The address {email} is also that of {person.name}."
