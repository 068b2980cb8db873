"""When a person of exactly this name is surely the one meant, and when that is a question."""

from collections.abc import Collection, Iterable, Mapping, Sequence

from emgdesk.domain.entity_names import entity_key
from emgdesk.domain.folding import name_key, words
from emgdesk.importing.evidence import Evidence, in_other_order, is_reversed, same_parts
from emgdesk.importing.records import RosterRecord
from emgdesk.importing.snapshot import KnownParticipation, KnownPerson

MANY = 40  # of so many people of one name nobody is sure but by the address
Rated = tuple[KnownPerson, Evidence]


def is_weak(key: str) -> bool:
    """Whether a name tells too little alone: one word, or initials with one word."""
    return sum(len(word) > 1 for word in key.split()) < 2


def exact_person(
    record: RosterRecord,
    key: str,
    namesakes: Sequence[Rated],
    posted: Iterable[KnownPerson],
    lines: Mapping[str, KnownParticipation],
    rivals: Collection[str | None],
    *,
    unregistered: bool,
) -> KnownPerson | None:
    """The one of the known `namesakes` the row surely is, None where somebody must say.

    `posted` are the people known under the row's address, `rivals` the entities (ids) of
    other rows of this name that may be another person, `lines` the meeting's roster by
    person; `unregistered` says that the row names an entity the desk does not know.
    """
    mailed = [person for person, evidence in namesakes if evidence.email > 0]
    if mailed:
        return _by_address(namesakes) if len(mailed) == 1 else None
    if len(namesakes) > MANY or is_weak(key):
        return None
    listed = [
        person
        for person, evidence in namesakes
        if _is_listed(record, key, lines.get(person.id), evidence)
        and not _contested(person.entity_id, rivals)
    ]
    if len(listed) == 1:
        return listed[0]
    if len(namesakes) > 1:
        return None
    person, evidence = namesakes[0]
    if evidence.email < 0 or evidence.entity < 0 or evidence.clash:
        return None
    if evidence.entity > 0:
        reversed_name = name_key(person.name) == key and is_reversed(record, person)
        return None if reversed_name or _contested(person.entity_id, rivals) else person
    if rivals or unregistered or _is_other_order(record, key, person):
        return None
    return None if any(one.id != person.id for one in posted) else person


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


def _is_other_order(record: RosterRecord, key: str, person: KnownPerson) -> bool:
    """Whether "Henry James" would be taken for "James Henry" with nothing else to go by."""
    if record.name == person.name or name_key(person.name) != key:
        return False
    return in_other_order(record.name, person.name) and not same_parts(record, person)
