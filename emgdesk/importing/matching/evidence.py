"""What speaks for and against a row being a known person, besides the name."""

from collections.abc import Sequence
from dataclasses import dataclass

from emgdesk.domain.entity_names import entity_key
from emgdesk.domain.folding import fold, words
from emgdesk.domain.people import address, split_name
from emgdesk.importing.matching.entities import EntityIndex, FoundEntity
from emgdesk.importing.plan import ROW_PERSON, Candidate
from emgdesk.importing.records import RosterRecord
from emgdesk.importing.snapshot import KnownPerson

POSSIBLE = 0.80  # a likeness from here on is asked about
_SHOWN = 5
_SAME_NAME = 0.95


@dataclass(frozen=True, slots=True)
class Evidence:
    """`email` and `entity`: 1 the same, -1 different, 0 not known of one of the two.

    `clash` says that title (Mr, Ms) or country speak against it.
    """

    email: int
    entity: int
    clash: bool = False

    @property
    def weight(self) -> float:
        """What the evidence adds to a likeness of names."""
        same_mail, other_mail = 0.25 * (self.email > 0), -0.10 * (self.email < 0)
        return same_mail + other_mail + 0.06 * (self.entity > 0) - 0.08 * (self.entity < 0)


def of_person(record: RosterRecord, entity: FoundEntity, person: KnownPerson) -> Evidence:
    """The evidence between a row and a person of the desk.

    An entity that only the display name tells of may agree; it never speaks against somebody.
    """
    email = 0
    if record.email and person.emails:
        email = 1 if record.email.lower() in person.emails else -1
    clash = clashes(record, person)
    text = record.entity or record.proposed_entity
    if not text or not (person.entity_id or person.entity):
        return Evidence(email, 0, clash)
    if entity.entity is not None and person.entity_id:
        same = entity.entity.id == person.entity_id
    else:
        same = bool(person.entity) and entity_key(text) == entity_key(person.entity)
    return Evidence(email, 1 if same else -1 if record.entity else 0, clash)


def of_row(
    record: RosterRecord, entity: FoundEntity, earlier: RosterRecord, its_entity: FoundEntity
) -> Evidence:
    """The evidence between two rows of one file."""
    email = 0
    if record.email and earlier.email:
        email = 1 if record.email.lower() == earlier.email.lower() else -1
    clash = clashes(record, earlier)
    if not record.entity or not earlier.entity:
        return Evidence(email, 0, clash)
    if entity.entity is not None and its_entity.entity is not None:
        return Evidence(email, 1 if entity.entity.id == its_entity.entity.id else -1, clash)
    return Evidence(email, 1 if entity_key(record.entity) == entity_key(earlier.entity) else -1, clash)


def between_people(one: KnownPerson, other: KnownPerson) -> Evidence:
    """The evidence between two people of the desk."""
    email = 0
    if one.emails and other.emails:
        email = -1 if set(one.emails).isdisjoint(other.emails) else 1
    clash = clashes(one, other)
    if not (one.entity_id or one.entity) or not (other.entity_id or other.entity):
        return Evidence(email, 0, clash)
    if one.entity_id and other.entity_id:
        return Evidence(email, 1 if one.entity_id == other.entity_id else -1, clash)
    same = bool(one.entity and other.entity) and entity_key(one.entity) == entity_key(other.entity)
    return Evidence(email, 1 if same else -1, clash)


def clashes(mine: RosterRecord | KnownPerson, theirs: RosterRecord | KnownPerson) -> bool:
    """Whether title or country say that these are two people: Mr and Ms, Chad and Chile.

    Countries may be abbreviated or shortened; a code, or a name within the other, is no clash.
    """
    if mine.title and theirs.title and mine.title != theirs.title:
        said = {address(mine.title), address(theirs.title)} - {""}
        if len(said) > 1:
            return True
    if not (mine.country and theirs.country) or mine.country == theirs.country:
        return False
    here, there = set(words(mine.country)), set(words(theirs.country))
    short = min(len(mine.country), len(theirs.country)) < 4
    return not (short or here <= there or there <= here)


def is_reversed(mine: RosterRecord | KnownPerson, theirs: RosterRecord | KnownPerson) -> bool:
    """Whether two names of two words differ in order alone and nothing tells which is the family name."""
    if len(words(mine.name)) != 2 or not in_other_order(mine.name, theirs.name):
        return False
    return not same_parts(mine, theirs)


def same_parts(mine: RosterRecord | KnownPerson, theirs: RosterRecord | KnownPerson) -> bool:
    """Whether both tell given and family name apart, and alike: "LI Wei" and Wei, Li."""
    if not (mine.given and mine.family and theirs.given and theirs.family):
        return False
    return words(mine.given) == words(theirs.given) and words(mine.family) == words(theirs.family)


def person_candidate(
    person: KnownPerson, evidence: Evidence, entities: EntityIndex, score: float = _SAME_NAME, why: str = ""
) -> Candidate:
    """A person of the desk a row may be; `score` and `why` are those of the names."""
    known = entities.by_id(person.entity_id)
    acronym = known.acronym if known else person.entity
    told = said(why or "the same name", evidence, acronym)
    return Candidate(person.id, person.name, acronym, bounded(score, evidence), told)


def row_candidate(
    earlier: RosterRecord, evidence: Evidence, score: float = _SAME_NAME, why: str = ""
) -> Candidate:
    """The person of an earlier row of the same file a row may be."""
    told = said(why or "the same name", evidence, earlier.entity)
    told = f"row {earlier.row} of this file: {told}"
    return Candidate(
        f"{ROW_PERSON}{earlier.row}", earlier.name, earlier.entity, bounded(score, evidence), told
    )


def best_first(candidates: Sequence[Candidate]) -> tuple[Candidate, ...]:
    """Each person once, the likeliest first, a handful at most."""
    best: dict[str, Candidate] = {}
    for candidate in candidates:
        known = best.get(candidate.person_id)
        if known is None or candidate.score > known.score:
            best[candidate.person_id] = candidate
    return tuple(sorted(best.values(), key=lambda c: (-c.score, c.name, c.person_id))[:_SHOWN])


def family_words(name: str, family: str) -> tuple[str, ...]:
    """The folded words of a family name, the likeliest part of the name where it is not told."""
    return words(family or split_name(name)[1])


def in_other_order(name: str, other: str) -> bool:
    """Whether two names of the same words are written in different order."""
    return fold(name) != fold(other) and words(name) != words(other)


def said(why: str, evidence: Evidence, entity: str) -> str:
    """What the names (`why`) and the evidence say, in words; `entity` is the known person's."""
    parts = [why]
    if evidence.email:
        parts.append("the same e-mail" if evidence.email > 0 else "another e-mail")
    if evidence.entity:
        parts.append("the same entity" if evidence.entity > 0 else f"another entity ({entity})")
    if evidence.clash:
        parts.append("another title or country")
    return ", ".join(parts)


def bounded(score: float, evidence: Evidence) -> float:
    """A likeness of names weighed with the evidence, from 0 to 0.99."""
    return round(min(0.99, max(0.0, score + evidence.weight)), 2)
