"""People and entities that look alike, those said to be two, and what was merged into what."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import text
from sqlalchemy.orm import Session

from emgdesk.importing.matching.duplicates import Pair, pairs_alike
from emgdesk.importing.matching.entities_alike import entities_alike
from emgdesk.importing.snapshot import KnownEntity, RosterSnapshot
from emgdesk.jobs import QUIET, Job
from emgdesk.queries.entities import EntityRow, list_entities
from emgdesk.queries.matching import roster_snapshot


@dataclass(frozen=True, slots=True)
class DuplicatePair:
    """Two people who may be one; `score` from 0 to 1, `why` in words.

    `one_meetings` and `other_meetings` count rosters, `together` are the codes of the meetings
    on whose roster both are.
    """

    one_id: str
    one_name: str
    one_entity: str
    other_id: str
    other_name: str
    other_entity: str
    score: float
    why: str
    one_meetings: int
    other_meetings: int
    together: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class EntityPair:
    """Two entities that may be one; `score` from 0 to 1, `why` in words."""

    one_id: str
    one_name: str
    one_full_name: str
    other_id: str
    other_name: str
    other_full_name: str
    score: float
    why: str
    one_meetings: int
    other_meetings: int
    one_people: int
    other_people: int


@dataclass(frozen=True, slots=True)
class MergeRow:
    """Who was merged into a person or an entity, and when (ISO, UTC)."""

    id: str
    lost_id: str
    lost_name: str
    at: str


@dataclass(frozen=True, slots=True)
class TwoRow:
    """Two that look alike and were said to be two."""

    one_id: str
    one_name: str
    other_id: str
    other_name: str


def list_merges(session: Session, *, person_id: str) -> tuple[MergeRow, ...]:
    """Who was merged into this person, the last first."""
    return _merges(session, "person_merge", person_id)


def list_entity_merges(session: Session, *, entity_id: str) -> tuple[MergeRow, ...]:
    """What was merged into this entity, the last first."""
    return _merges(session, "entity_merge", entity_id)


def _merges(session: Session, table: str, kept_id: str) -> tuple[MergeRow, ...]:
    rows: Iterable[Any] = session.execute(
        text(f"SELECT id, lost_id, lost_name, at FROM {table} WHERE kept_id = :kept ORDER BY id DESC"),
        {"kept": kept_id},
    )
    return tuple(MergeRow(*row) for row in rows)


def list_two_people(session: Session) -> tuple[TwoRow, ...]:
    """The people said to be two, as they came to be said."""
    return _two(session, "two_people", "person", "name")


def list_two_entities(session: Session) -> tuple[TwoRow, ...]:
    """The entities said to be two, as they came to be said."""
    return _two(session, "two_entities", "entity", "acronym")


def _two(session: Session, table: str, noun: str, name: str) -> tuple[TwoRow, ...]:
    rows: Iterable[Any] = session.execute(
        text(
            f"SELECT t.one_id, a.{name}, t.other_id, b.{name} FROM {table} t "
            f"JOIN {noun} a ON a.id = t.one_id JOIN {noun} b ON b.id = t.other_id ORDER BY t.id"
        )
    )
    return tuple(TwoRow(*row) for row in rows)


def find_duplicates(session: Session, *, job: Job = QUIET) -> tuple[DuplicatePair, ...]:
    """Everybody who looks like somebody else and was not said to be another, the likeliest pair first.

    Raises CancelledError if the job is cancelled.
    """
    job.report("Reading everybody")
    snapshot, apart = read_everybody(session)
    return tell_pairs(session, pairs=pairs_alike(snapshot.people, apart, snapshot.entities, job))


def read_everybody(session: Session) -> tuple[RosterSnapshot, frozenset[tuple[str, str]]]:
    """What `pairs_alike` needs, for a caller who compares while the desk is free for others."""
    apart = frozenset((row.one_id, row.other_id) for row in list_two_people(session))
    return roster_snapshot(session), apart


_NAMED = "SELECT p.id, p.name, coalesce(e.acronym, '') FROM person p LEFT JOIN entity e ON e.id = p.entity_id"


def tell_pairs(session: Session, *, pairs: Sequence[Pair]) -> tuple[DuplicatePair, ...]:
    """The pairs with names, entities and meetings of both, without those of whom one has gone meanwhile."""
    wanted = {one.id for pair in pairs for one in (pair.one, pair.other)}
    named: Iterable[Any] = session.execute(text(_NAMED))
    people = {row[0]: (row[1], row[2]) for row in named if row[0] in wanted}
    codes: dict[str, list[str]] = defaultdict(list)
    rows = session.execute(
        text(
            "SELECT p.person_id, m.code FROM participation p JOIN meeting m ON m.id = p.meeting_id "
            "ORDER BY m.date DESC, m.code"
        )
    )
    for key, code in rows:
        if key in wanted:
            codes[key].append(code)
    found = [(pair, pair.one.id, pair.other.id) for pair in pairs]
    return tuple(
        DuplicatePair(
            one, *people[one], other, *people[other], pair.score, pair.why,
            len(codes[one]), len(codes[other]), tuple(code for code in codes[one] if code in codes[other]),
        )
        for pair, one, other in found
        if one in people and other in people
    )  # fmt: skip


def find_entity_duplicates(session: Session) -> tuple[EntityPair, ...]:
    """Every entity that looks like another one, the likeliest pair first.

    Left out are those said to be two, and those of which one is part of the other.
    """
    rows = {row.id: row for row in list_entities(session)}
    known = [
        KnownEntity(
            row.id, row.acronym, tuple(n for n in (row.acronym, row.full_name, *row.aliases) if n),
            row.domains, row.parent_id,
        )
        for row in rows.values()
    ]  # fmt: skip
    apart = {(two.one_id, two.other_id) for two in list_two_entities(session)}
    return tuple(
        _entity_pair(rows[found.one.id], rows[found.other.id], found.score, found.why)
        for found in entities_alike(known, apart)
    )


def _entity_pair(one: EntityRow, other: EntityRow, score: float, why: str) -> EntityPair:
    return EntityPair(
        one.id, one.acronym, one.full_name, other.id, other.acronym, other.full_name, score, why,
        one.meetings, other.meetings, one.people, other.people,
    )  # fmt: skip
