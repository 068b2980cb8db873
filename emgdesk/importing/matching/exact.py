"""When a person of exactly this name is surely the one meant, and when that is a question."""

import re
from collections.abc import Collection, Mapping, Sequence
from typing import NamedTuple

from emgdesk.domain.entity_names import entity_key
from emgdesk.domain.folding import name_key, words
from emgdesk.importing.matching.commonness import RARE, Commonness
from emgdesk.importing.matching.evidence import Evidence, is_reversed
from emgdesk.importing.records import RosterRecord
from emgdesk.importing.snapshot import KnownParticipation, KnownPerson

_WHOLE = re.compile("(?: *[\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3\uf900-\ufaff]){3}")
MANY = 40  # of so many people of one name nobody is sure but by the address
Rated = tuple[KnownPerson, Evidence]


def is_weak(key: str) -> bool:
    """Whether a name tells too little alone: one word, or initials with one word."""
    return sum(len(word) > 1 for word in key.split()) < 2


def tells_little(record: RosterRecord, key: str) -> bool:
    """Whether the row's name is weak; in one word, as 王丽, it is not if family and given name are told.

    Three Han signs or Hangul syllables are a whole name as they are.
    """
    if _WHOLE.match(key):
        return False
    return is_weak(key) and not (record.given and record.family and " " not in record.name)


class Exactness(NamedTuple):
    """What is known beside the row itself: people under its address (`posted`), the meeting's
    roster by person (`lines`), the entities (ids) of other rows of this name that may be
    another person (`rivals`), and whether its entity is one the desk does not know.
    """

    posted: Sequence[KnownPerson]
    lines: Mapping[str, KnownParticipation]
    rivals: Collection[str | None]
    unregistered: bool
    commonness: Commonness


def exact_person(
    record: RosterRecord, key: str, namesakes: Sequence[Rated], beside: Exactness
) -> KnownPerson | None:
    """The one of the known `namesakes` the row surely is, None where somebody must say."""
    mailed = [person for person, evidence in namesakes if evidence.email > 0]
    if mailed:
        return _by_address(namesakes) if len(mailed) == 1 else None
    if len(namesakes) > MANY or tells_little(record, key):
        return None
    listed = [
        person
        for person, evidence in namesakes
        if _is_listed(record, key, beside.lines.get(person.id), evidence)
        and not _contested(person.entity_id, beside.rivals)
    ]
    if len(listed) == 1:
        return listed[0]
    rated = namesakes[0] if len(namesakes) == 1 else _of_entity(record, key, namesakes, beside)
    if rated is None:
        return None
    person, evidence = rated
    if evidence.entity < 0 or evidence.clash or (turned(record, key, person, beside.commonness)):
        return None
    if evidence.entity > 0:
        return (
            None
            if _contested(person.entity_id, beside.rivals)
            else _rare(record, key, person, evidence, beside)
        )
    if evidence.email < 0 or beside.rivals or beside.unregistered:
        return None
    return None if any(one.id != person.id for one in beside.posted) else person


def _rare(
    record: RosterRecord, key: str, person: KnownPerson, evidence: Evidence, beside: Exactness
) -> KnownPerson | None:
    """The one bearer of a name in an entity; under another address only if the name is rare there.

    A number in one of two addresses of a domain, or another number, tells two people of one
    name apart.
    """
    if evidence.email >= 0:
        return person
    if any(_numbered(record.email.lower(), mail) for mail in person.emails):
        return None
    if any(one.id != person.id for one in beside.posted):
        return None
    return person if _is_rare(record, key, person, beside.commonness) else None


def _numbered(mail: str, other: str) -> bool:
    (local, _, domain), (known, _, its_domain) = mail.rpartition("@"), other.rpartition("@")
    return domain == its_domain and _digits(local) != _digits(known)


def _digits(text: str) -> str:
    return "".join(c for c in text if c.isdigit())


def _of_entity(record: RosterRecord, key: str, namesakes: Sequence[Rated], beside: Exactness) -> Rated | None:
    """The one of several namesakes in the row's entity, the others known in others, if the name is rare."""
    here = [rated for rated in namesakes if rated[1].entity > 0]
    if (
        len(here) != 1
        or here[0][1].email < 0
        or any(e.entity == 0 or e.email > 0 for _, e in namesakes if e.entity <= 0)
    ):
        return None
    person = here[0][0]
    return here[0] if _is_rare(record, key, person, beside.commonness) else None


def _is_rare(record: RosterRecord, key: str, person: KnownPerson, commonness: Commonness) -> bool:
    """Whether nobody else of this name is to be expected in the entity, with function and country alike."""
    expected = commonness.namesakes(key.split(), person.entity_id or entity_key(person.entity))
    return expected * commonness.support(record, person) < RARE


def turned(record: RosterRecord, key: str, person: KnownPerson, commonness: Commonness) -> bool:
    """Whether the row may be another person, whose family name is the given name of this one."""
    if name_key(person.name) != key or not is_reversed(record, person):
        return False
    return not commonness.tells_order(record, person)


def _contested(entity_id: str | None, rivals: Collection[str | None]) -> bool:
    """Whether a rival may be the person of this entity: it is of the same or of none known."""
    return bool(rivals) and (None in rivals or entity_id in rivals)


def _by_address(namesakes: Sequence[Rated]) -> KnownPerson | None:
    """The namesake with the row's address, unless title, country or entity speak for another one."""
    person, evidence = next(rated for rated in namesakes if rated[1].email > 0)
    if evidence.clash or (evidence.entity < 0 and any(other.entity > 0 for _, other in namesakes)):
        return None
    return person


def _is_listed(record: RosterRecord, key: str, line: KnownParticipation | None, evidence: Evidence) -> bool:
    """Whether the meeting's roster already has this person with this name and this entity."""
    if line is None or evidence.email < 0 or evidence.clash or name_key(line.name) != key:
        return False
    if entity_key(line.entity) != entity_key(record.entity):
        return False
    return words(line.name) == words(record.name) or len(words(key)) > 2
