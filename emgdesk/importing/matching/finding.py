"""Which person of the desk each row of a roster is: surely, perhaps, or nobody known.

Exact names meet through one look at every known person; likeness is weighed only for
the rows left over. A sure match needs the same name and evidence that agrees; when in
doubt the row is a question.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from emgdesk.domain.folding import fold, name_key, words
from emgdesk.importing.matching.commonness import Commonness
from emgdesk.importing.matching.entities import EntityIndex, FoundEntity
from emgdesk.importing.matching.evidence import (
    Evidence,
    best_first,
    of_person,
    of_row,
    person_candidate,
    row_candidate,
)
from emgdesk.importing.matching.exact import MANY, Exactness, exact_person
from emgdesk.importing.matching.given_alone import GivenAlone
from emgdesk.importing.matching.likely import LikelyNames
from emgdesk.importing.matching.likeness import undoubled
from emgdesk.importing.matching.readings import readings
from emgdesk.importing.matching.rows_alike import SameName
from emgdesk.importing.plan import ROW_PERSON, Candidate
from emgdesk.importing.records import MappedRoster, RosterRecord, said_row
from emgdesk.importing.snapshot import KnownParticipation, KnownPerson, RosterSnapshot
from emgdesk.jobs import QUIET, Job

_PART_OF_NAME = 0.6
_OTHER_NAME = 0.5
_NEARLY, _ALMOST = 0.9, "almost the same name"
_GIVEN_ALONE = 0.8
_ASKED = 8  # of the earlier rows of one name, so many are weighed for a question
_STEP = 512  # rows between two looks at the job


@dataclass(frozen=True, slots=True)
class RowMatch:
    """What matching found of one record, before anybody decided anything.

    At most one of `person` (surely this one), `same_as` (surely the person of that
    row), `candidates` (somebody must say) and `problem` is set; none of them means nobody known fits.
    `line` is the roster line the column ID names.
    """

    record: RosterRecord
    entity: FoundEntity
    person: KnownPerson | None = None
    same_as: int | None = None
    why: str = ""  # of `same_as`, in words
    candidates: tuple[Candidate, ...] = ()
    line: KnownParticipation | None = None
    messages: tuple[str, ...] = ()
    problem: str = ""  # why the row cannot be taken


@dataclass(frozen=True, slots=True)
class RosterMatches:
    """All rows with what was found, and what planning asks of the desk."""

    mapped: MappedRoster
    snapshot: RosterSnapshot
    rows: tuple[RowMatch, ...]  # one a record, in file order
    people: Mapping[str, KnownPerson]
    lines: Mapping[str, KnownParticipation]  # person id -> line already on the roster
    entities: EntityIndex = field(repr=False)
    at: Mapping[int, int] = field(repr=False)  # row number -> position in `rows`

    def row(self, number: int) -> RowMatch | None:
        """The match of the row with this number, None where the row names no person."""
        position = self.at.get(number)
        return None if position is None else self.rows[position]


def find_matches(mapped: MappedRoster, snapshot: RosterSnapshot, *, job: Job = QUIET) -> RosterMatches:
    """Match every record of `mapped` against the desk and against the rows before it.

    Work grows with the number of rows plus that of people, not with their product.
    """
    matcher = _Matcher(mapped, snapshot, job)
    rows = tuple(matcher.rows())
    if mapped.lines:
        rows = tuple(_as_seen(match, mapped.lines) if match.candidates else match for match in rows)
    at = {record.row: position for position, record in enumerate(mapped.records)}
    return RosterMatches(mapped, snapshot, rows, matcher.people, matcher.lines, matcher.entities, at)


class _Matcher:
    """The known people a file's names and addresses meet, and the verdict on each row."""

    def __init__(self, mapped: MappedRoster, snapshot: RosterSnapshot, job: Job) -> None:
        records = mapped.records
        self._weight = mapped.weight
        self.records = _of_today(records, snapshot.merged)
        self._lost = {record.row for record in records if record.id in snapshot.merged}
        self.snapshot = snapshot
        self.job = job
        self.entities = EntityIndex(snapshot.entities, snapshot.taught)
        self.commonness = Commonness(snapshot.people)
        self.people = {person.id: person for person in snapshot.people}
        self.lines = {line.person_id: line for line in snapshot.roster}
        self._given = GivenAlone(self.people, snapshot.roster)
        self.lines_by_id = {line.id: line for line in snapshot.roster}
        self._claimed: dict[str, int] = {}  # person id -> the row whose ID names this person
        self.identified = {
            index: one
            for index, record in enumerate(self.records)
            if record.id and (one := self._identify(record))
        }
        self.keys = self._name_keys()
        self.found = [self.entities.find(record.entity) for record in records]
        self.meant = [
            found
            if record.entity or not record.proposed_entity
            else self.entities.find(record.proposed_entity)
            for record, found in zip(records, self.found, strict=True)
        ]
        self.same_as: dict[int, tuple[int, Evidence]] = {}
        self.contested: dict[int, list[int]] = {}  # index -> the other rows of that name, not surely one
        self.entities_of: dict[int, Counter[str | None]] = {}  # index -> the entities of these rows
        self._group_rows()
        self._meet_people()

    def _name_keys(self) -> list[str]:
        """The key of each row's name; where nobody bears it, that of a reading somebody bears."""
        acronyms = {fold(one.acronym): one.id for one in self.snapshot.entities}
        keys: list[str] = []
        read: dict[int, list[tuple[str, str | None]]] = {}  # row -> readings, and the entity one needs
        for at, record in enumerate(self.records):
            keys.append(name_key(record.name))
            if found := readings(record.name, acronyms):
                read[at] = found
        if read:
            wanted = {key for at, found in read.items() for key in (keys[at], *(key for key, _ in found))}
            borne: dict[str, set[str | None]] = {}
            for person in self.snapshot.people:
                for key in person.keys:
                    if key in wanted:
                        borne.setdefault(key, {None}).add(person.entity_id)
            for at, found in read.items():
                if keys[at] not in borne:
                    keys[at] = next((key for key, of in found if of in borne.get(key, ())), keys[at])
        return keys

    def _group_rows(self) -> None:
        """Rows of one name: surely one person, or rivals for it."""
        first: dict[str, int] = {}
        groups: dict[str, list[int]] = {}
        for index, key in enumerate(self.keys):
            earliest = first.setdefault(key, index)
            if earliest != index and index not in self.identified:
                groups.setdefault(key, [earliest]).append(index)
        self.by_key = first
        for key, group in groups.items():
            self._settle_group(key, group)

    def _settle_group(self, key: str, group: list[int]) -> None:
        bearers = SameName(key, self.records, self.found)
        group.sort(key=lambda at: (at not in self.identified, -self._weight(self.records[at])))
        for count, index in enumerate(group):
            if count % _STEP == _STEP - 1:
                self.job.check_cancelled()
            bearers.take(index)
        self.same_as |= bearers.same_as
        if len(bearers.leaders) > 1:
            entities = Counter(self._entity_id(index) for index in bearers.leaders)
            for index in bearers.leaders:
                self.contested[index] = bearers.leaders
                self.entities_of[index] = entities

    def _entity_id(self, index: int) -> str | None:
        known = self.found[index].entity
        return known.id if known else None

    def _rivals(self, index: int) -> frozenset[str | None]:
        """The entities of the other rows that may be somebody else of this name."""
        counts = self.entities_of.get(index)
        if counts is None:
            return frozenset()
        mine = self._entity_id(index)
        return frozenset(one for one, count in counts.items() if count > (one == mine))

    def _between(self, index: int, other: int) -> Evidence:
        return of_row(self.records[index], self.meant[index], self.records[other], self.meant[other])

    def _meet_people(self) -> None:
        """Every known person whose name or address stands in the file: one pass over the desk."""
        wanted = self.by_key
        mails = {record.email.lower() for record in self.records if record.email}
        by_key: dict[str, list[KnownPerson]] = {}
        by_mail: dict[str, list[KnownPerson]] = {}
        for person in self.snapshot.people:
            for key in person.keys:
                if key in wanted:
                    _add_once(by_key, key, person)
            for mail in person.emails:
                if mail in mails:
                    _add_once(by_mail, mail, person)
        self.known_by_key = by_key
        self.known_by_mail = by_mail
        self.nearly = self._nearly_same()

    def _nearly_same(self) -> dict[str, list[KnownPerson]]:
        """The people whose name is that of a bare row but for doubled letters: Ana and Anna."""
        bare = {
            undoubled(key) for key, record in zip(self.keys, self.records, strict=True) if _is_bare(record)
        }
        found: dict[str, list[KnownPerson]] = {}
        for person in self.snapshot.people if bare else ():
            for key in person.keys:
                if (plain := undoubled(key)) in bare:
                    _add_once(found, plain, person)
        return found

    def rows(self) -> Iterable[RowMatch]:
        """The match of each record in order."""
        likely = self._likely()
        for index, record in enumerate(self.records):
            if index % _STEP == 0:
                self.job.check_cancelled()
                self.job.report("Matching people", index, len(self.records))
            yield (
                self.identified.get(index)
                or self._by_row(index, record)
                or self._by_name(index, record, likely)
            )

    def _likely(self) -> LikelyNames:
        """What names alike are looked up in, filled only where rows are left over."""
        left = [
            index
            for index, key in enumerate(self.keys)
            if key not in self.known_by_key and index not in self.same_as and index not in self.identified
        ]
        return LikelyNames(
            self.records, self.keys, self.meant, left, self.snapshot.people, self.entities, self.commonness
        )

    def _identify(self, record: RosterRecord) -> RowMatch | None:
        """A row whose ID names a line of the roster or a person; an ID of another desk says nothing.

        A person is identified once in a file, and by a row that does not speak of somebody else.
        """
        line = self.lines_by_id.get(record.id)
        person = self.people.get(line.person_id if line else record.id)
        if person is None:
            return None
        entity = self.entities.find(record.entity)
        first = self._claimed.setdefault(person.id, record.row)
        if first != record.row:
            if not self._lost.isdisjoint((first, record.row)):
                return RowMatch(record, entity, same_as=first, why="made one person since")
            said = f"The ID in this row is that of row {first} already; correct or empty it in one of them."
            return RowMatch(record, entity, problem=said)
        evidence = of_person(record, entity, person)
        if _names_another(record, entity, evidence, person, line):
            candidate = person_candidate(person, evidence, self.entities, _OTHER_NAME, "the ID, another name")
            return RowMatch(record, entity, candidates=(candidate,), line=line)
        return RowMatch(record, entity, person, line=line)

    def _by_row(self, index: int, record: RosterRecord) -> RowMatch | None:
        same = self.same_as.get(index)
        if same is None:
            return None
        other, evidence = same
        parts = ["same e-mail"] * (evidence.email > 0) + ["same entity"] * (
            evidence.entity > 0 >= evidence.email
        )
        why = " and ".join((*parts, "name"))
        why = why if parts else "same name"
        return RowMatch(record, self.found[index], same_as=self.records[other].row, why=why)

    def _by_name(self, index: int, record: RosterRecord, likely: LikelyNames) -> RowMatch:
        entity = self.found[index]
        namesakes: Sequence[KnownPerson] = self.known_by_key.get(self.keys[index], ())
        posted = self.known_by_mail.get(record.email.lower(), ()) if record.email else ()
        if not namesakes:
            return self._by_likeness(index, record, posted, likely)
        if len(namesakes) > MANY:
            mailed = [person for person in posted if person in namesakes]
            namesakes = (*mailed, *(one for one in namesakes[: MANY + 1] if one not in mailed))
        rated = [(person, self._weighed(record, self.meant[index], person)) for person in namesakes]
        unregistered = bool(record.entity) and entity.entity is None
        beside = Exactness(posted, self.lines, self._rivals(index), unregistered, self.commonness)
        person = exact_person(record, self.keys[index], rated, beside)
        others: list[KnownPerson] = []
        if _is_bare(record) and person is not None and person.id not in self.lines:
            near = self.nearly[undoubled(self.keys[index])]
            others = [one for one in near if one not in namesakes and not self._are_two(one, namesakes)]
        if person is not None and not others:
            return RowMatch(record, entity, person)
        candidates = [person_candidate(one, evidence, self.entities) for one, evidence in rated]
        candidates += [
            person_candidate(
                one, of_person(record, entity, one), self.entities, _NEARLY, "almost the same name"
            )
            for one in others
        ]
        candidates += self._posted_too(index, posted, namesakes)
        return RowMatch(record, entity, candidates=best_first(candidates))

    def _are_two(self, one: KnownPerson, namesakes: Iterable[KnownPerson]) -> bool:
        """Whether somebody said that this person is none of those who bear the row's very name."""
        two = self.snapshot.two_people
        return bool(two) and any(_pair(one.id, other.id) in two for other in namesakes)

    def _weighed(self, record: RosterRecord, entity: FoundEntity, person: KnownPerson) -> Evidence:
        """The evidence, with an address in the domain of another entity as one against it."""
        evidence = of_person(record, entity, person)
        if evidence.entity or evidence.email > 0 or record.entity or not (record.email and person.entity_id):
            return evidence
        domain = self.entities.of_address(record.email)
        return replace(evidence, entity=-1) if domain and person.entity_id not in domain else evidence

    def _posted_too(
        self, index: int, posted: Iterable[KnownPerson], namesakes: Sequence[KnownPerson]
    ) -> list[Candidate]:
        """People of the row's address who bear part of its name, beside those who bear all of it."""
        words = {word for word in self.keys[index].split() if len(word) > 2}
        known = {person.id for person in namesakes} | {
            one.id for one in posted if self._are_two(one, namesakes)
        }
        record, entity = self.records[index], self.found[index]
        return [
            person_candidate(
                one, of_person(record, entity, one), self.entities, _PART_OF_NAME, "part of the name"
            )
            for one in posted
            if one.id not in known and any(not words.isdisjoint(key.split()) for key in one.keys)
        ]

    def _by_likeness(
        self, index: int, record: RosterRecord, posted: Iterable[KnownPerson], likely: LikelyNames
    ) -> RowMatch:
        found = likely.look_up(index, tuple(posted))
        if found.person is not None:
            return RowMatch(record, self.found[index], found.person)
        namesakes = (
            row_candidate(self.records[other], self._between(index, other))
            for other in self.contested.get(index, ())[:_ASKED]
            if other < index
        )
        candidates = (*found.candidates, *namesakes, *self._called(index, record))
        return RowMatch(record, self.found[index], candidates=best_first(candidates), messages=found.messages)

    def _called(self, index: int, record: RosterRecord) -> Iterable[Candidate]:
        """The one person registered whose given name is all the row says."""
        key = self.keys[index]
        person = self._given.bearer(key) if key and " " not in key else None
        if person is None:
            return ()
        evidence = of_person(record, self.meant[index], person)
        return (person_candidate(person, evidence, self.entities, _GIVEN_ALONE, "the given name alone"),)


def _of_today(records: tuple[RosterRecord, ...], merged: Mapping[str, str]) -> tuple[RosterRecord, ...]:
    """The records with the IDs of people who turned out to be others as the IDs of these."""
    if not merged:
        return records
    return tuple(
        replace(record, id=merged[record.id]) if record.id in merged else record for record in records
    )


def _as_seen(match: RowMatch, lines: Mapping[int, int]) -> RowMatch:
    """The match with candidates that are rows of a list taken apart named by their place in the file."""
    seen: list[Candidate] = []
    for one in match.candidates:
        row = one.person_id.removeprefix(ROW_PERSON)
        if row != one.person_id and int(row) in lines:
            why = one.why.replace(f"row {row} of this file", f"{said_row(int(row), lines)}", 1)
            one = replace(one, why=why)
        seen.append(one)
    return replace(match, candidates=tuple(seen))


def _pair(one: str, other: str) -> tuple[str, str]:
    return (one, other) if one < other else (other, one)


def _is_bare(record: RosterRecord) -> bool:
    """Whether a row says nothing of a person but the name."""
    return not (record.email or record.entity)


def _names_another(
    record: RosterRecord,
    entity: FoundEntity,
    evidence: Evidence,
    person: KnownPerson,
    line: KnownParticipation | None,
) -> bool:
    """Whether a row with an ID bears no word of the name it had, and another address or entity too."""
    known = {word for key in person.keys for word in key.split()}
    known.update(words(line.name) if line else ())
    if any(len(word) > 1 and word in known for word in words(record.name)):
        return False
    moved = evidence.entity < 0
    if line is not None and line.entity_id and entity.entity is not None:
        moved = line.entity_id != entity.entity.id
    return evidence.email < 0 or moved


def _add_once(people: dict[str, list[KnownPerson]], key: str, person: KnownPerson) -> None:
    """Several spellings of a person may have one key: that is one person still."""
    known = people.setdefault(key, [])
    if not known or known[-1] is not person:
        known.append(person)
