"""Names nobody bears exactly: who is alike enough to be asked about, who is surely meant."""

from collections.abc import Sequence
from dataclasses import dataclass

from emgdesk.domain.folding import fold, words
from emgdesk.importing.blocking import Pool
from emgdesk.importing.entities import EntityIndex, FoundEntity
from emgdesk.importing.evidence import (
    POSSIBLE,
    Evidence,
    clashes,
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
            self._pool.add_known((owner, key) for owner, person in enumerate(people) for key in person.keys)
            self._add_rows(left)
        self._joined = self._written_in_one(left)
        self._rows_by_mail: dict[str, tuple[int, ...]] = {}  # address -> first row of each name
        for index, record in enumerate(records):
            if record.email:
                mail = record.email.lower()
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
        self._slots = {index: first + count for index, count in zip(left, before, strict=True)}

    def _written_in_one(self, left: Sequence[int]) -> dict[str, list[tuple[int, str]]]:
        """(owner, name key) by the letters of a name without blanks, where a name is not in ASCII.

        Names of two or three characters are written in one or apart, and share no word then.
        """
        wanted = {_letters_of(key) for index in left if not (key := self.keys[index]).isascii()}
        found: dict[str, list[tuple[int, str]]] = {}
        if wanted:
            for owner, person in enumerate(self.people):
                for key in person.keys:
                    if not key.isascii() and (letters := _letters_of(key)) in wanted:
                        found.setdefault(letters, []).append((owner, key))
        return found

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
        alone = sharing == 1 and len(self._rows_by_mail[record.email.lower()]) == 1
        if not alone or not likeness.safe or clashes(record, person):
            return False
        if _is_joined(record.name, person.name):
            return of_person(record, self.found[index], person).entity >= 0
        return same_family(record, person) and _is_own_address(record, person)

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
        known = len(self.people)
        near = self._pool.near(self.keys[index], self._slots[index])
        posted = self._rows_by_mail.get(self.records[index].email.lower(), ())
        near += self._joined.get(_letters_of(self.keys[index]), ())
        near += [
            (known + other, self.keys[other]) for other in posted if other < index and other in self._slots
        ]
        found = (self._candidate(index, owner, key) for owner, key in near if key != self.keys[index])
        return [one for one in found if one is not None and one.person_id not in seen]

    def _candidate(self, index: int, owner: int, key: str) -> Candidate | None:
        """The person or row `owner` with this name key, if it is alike enough to be asked about."""
        mine, theirs = self.keys[index].split(), key.split()
        likeness = compare(mine, theirs, self._is_established)
        if likeness is None:
            return None
        score = likeness.score + self._rarity(mine, theirs)
        record, entity = self.records[index], self.found[index]
        if owner < len(self.people):
            person = self.people[owner]
            evidence = of_person(record, entity, person)
            if score + evidence.weight >= POSSIBLE:
                return person_candidate(person, evidence, self.entities, score, likeness.why)
            return None
        other = owner - len(self.people)
        evidence = of_row(record, entity, self.records[other], self.found[other])
        if score + evidence.weight >= POSSIBLE:
            return row_candidate(self.records[other], evidence, score, likeness.why)
        return None

    def _is_established(self, word: str) -> bool:
        return self._pool.borne(word) >= _ESTABLISHED

    def _rarity(self, mine: Sequence[str], theirs: Sequence[str]) -> float:
        """Sharing a rare word says more than sharing a common one."""
        shared = [self._pool.borne(word) for word in theirs if word in mine]
        if not shared:
            return 0.0
        return 0.08 if min(shared) <= _RARE else -0.08 if min(shared) >= _COMMON else 0.0


def _letters_of(key: str) -> str:
    return "".join(sorted(key.replace(" ", "")))


def _is_joined(name: str, other: str) -> bool:
    """Whether two names differ in blanks alone, or outside ASCII in that the family name came last."""
    mine, theirs = words(name), words(other)
    if "".join(mine) == "".join(theirs):
        return True
    turned = ("".join(reversed(mine)), "".join(reversed(theirs)))
    return not name.isascii() and ("".join(theirs) == turned[0] or "".join(mine) == turned[1])


def _is_own_address(record: RosterRecord, person: KnownPerson) -> bool:
    """Whether the address bears a word of both names, so that it is no mailbox of an office."""
    local = fold(record.email.partition("@")[0])
    shared = set(words(record.name)) & {word for key in person.keys for word in key.split()}
    return any(len(word) > 2 and word in local for word in shared)


def _same_script(key: str, others: Sequence[str]) -> bool:
    return any(key.isascii() == other.isascii() for other in others)


def _shared(email: str, person: KnownPerson) -> str:
    return f"The address {email} is also that of {person.name}."
