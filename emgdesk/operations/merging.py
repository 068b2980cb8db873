"""People and entities that turned out to be one, or two again; look-alikes said to be two."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from emgdesk.db.models import Entity, EntityMerge, Person, PersonMerge, TwoEntities, TwoPeople
from emgdesk.domain.keys import new_key
from emgdesk.errors import DataError
from emgdesk.operations.marking import operation
from emgdesk.operations.merge_archive import MergeArchive
from emgdesk.operations.merged_entities import (
    entity_scopes,
    join_entities,
    settle_entities,
    without_names_of,
)
from emgdesk.operations.merged_people import join_people, person_scopes, settle_people, still_seated
from emgdesk.operations.rows import fetch
from emgdesk.operations.taking_back import Edit, edit_again, edits_since, take_back
from emgdesk.operations.traces import Scope, Told, Trace, find_traces, read_state, read_told
from emgdesk.operations.two_apart import Two, find_two, remember_two


@dataclass(frozen=True, slots=True)
class _Noun:
    """What merging needs to know of people, and of entities."""

    model: type[Any]
    merge: type[PersonMerge] | type[EntityMerge]
    two: Two
    word: str
    words: str
    scopes: Callable[[str, str], tuple[Scope, ...]]
    join: Callable[[Session, Any, Any, Mapping[str, Any]], None]
    put_right: Callable[[Session, str, str, tuple[Trace, ...]], tuple[Trace, ...]]  # before taking back
    settle: Callable[[Session, str, str], None]  # after it: (kept, lost)


_PEOPLE = _Noun(
    Person, PersonMerge, TwoPeople, "person", "people",
    person_scopes, join_people, still_seated, settle_people,
)  # fmt: skip
_ENTITIES = _Noun(
    Entity, EntityMerge, TwoEntities, "entity", "entities",
    entity_scopes, join_entities, without_names_of, settle_entities,
)  # fmt: skip


@operation
def merge_people(
    session: Session, /, *, kept_id: str, lost_id: str, forget_two: bool = False, **fields: Any
) -> str:
    """Make one person of two and return the key of the merge, by which they can be parted again.

    The kept person has the `fields` as told (name, given, family, title, function, entity_id,
    phone, country, notes, particles, and `emails`, a list); a field not told stays, an empty one
    is filled, and given and family part follow the name if what is told of them does not fit it.
    All lines of rosters stay; where both were on one roster the two lines become one,
    printed as the kept person's. Every spelling and, unless told otherwise, every address stays.
    Raises DataError if they are the same or gone, or were said to be two (`forget_two` takes that back).
    """
    return _merge(session, _PEOPLE, kept_id, lost_id, fields, forget_two)


@operation
def part_people(session: Session, /, *, merge_id: str) -> str:
    """Make two people again of one; returns the key of the one that comes back.

    It comes back with what it had then and the lines that were its own. What was changed since
    stays with the kept person, as do lines added since. The two are remembered as two. Raises
    DataError if they were parted already.
    """
    return _part(session, _PEOPLE, merge_id)


@operation
def merge_entities(
    session: Session, /, *, kept_id: str, lost_id: str, forget_two: bool = False, **fields: Any
) -> str:
    """Make one entity of two and return the key of the merge, by which they can be parted again.

    `fields` (acronym, full_name, status, parent_id, unsure, counts_as_parent) as told, else as
    the kept one had them, empty ones filled. Every name of the lost one becomes an alias; people,
    lines of rosters and parts of it go over, while rosters keep entity and capacity as printed.
    Raises DataError if they are the same or gone, or were said to be two (`forget_two` takes that back).
    """
    return _merge(session, _ENTITIES, kept_id, lost_id, fields, forget_two)


@operation
def part_entities(session: Session, /, *, merge_id: str) -> str:
    """Make two entities again of one; returns the key of the one that comes back.

    As with people. Raises DataError if they were parted already, or if one of its names
    belongs to another entity by now.
    """
    return _part(session, _ENTITIES, merge_id)


@operation
def say_two_people(session: Session, /, *, one_id: str, other_id: str) -> None:
    """Remember that two people who look alike are two. Raises DataError if it is one, or one is gone."""
    _say_two(session, _PEOPLE, one_id, other_id)


@operation
def forget_two_people(session: Session, /, *, one_id: str, other_id: str) -> None:
    """Forget that these were said to be two people."""
    _forget_two(session, _PEOPLE, one_id, other_id)


@operation
def say_two_entities(session: Session, /, *, one_id: str, other_id: str) -> None:
    """Remember that two entities that look alike are two. Raises DataError if it is one, or one is gone."""
    _say_two(session, _ENTITIES, one_id, other_id)


@operation
def forget_two_entities(session: Session, /, *, one_id: str, other_id: str) -> None:
    """Forget that these were said to be two entities."""
    _forget_two(session, _ENTITIES, one_id, other_id)


def _name(row: Any) -> str:
    return str(row.acronym if isinstance(row, Entity) else row.name)


def _pair(session: Session, noun: _Noun, one_id: str, other_id: str) -> tuple[Any, Any]:
    one = fetch(session, noun.model, one_id, noun.word)
    if one_id == other_id:
        raise DataError(f"{_name(one)} is one {noun.word} already.")
    return one, fetch(session, noun.model, other_id, noun.word)


def _say_two(session: Session, noun: _Noun, one_id: str, other_id: str) -> None:
    _pair(session, noun, one_id, other_id)
    remember_two(session, noun.two, one_id, other_id)


def _forget_two(session: Session, noun: _Noun, one_id: str, other_id: str) -> None:
    said = find_two(session, noun.two, one_id, other_id)
    if said is not None:
        session.delete(said)
        session.flush()


def _merge(
    session: Session, noun: _Noun, kept_id: str, lost_id: str, fields: Mapping[str, Any], forget_two: bool
) -> str:
    kept, lost = _pair(session, noun, kept_id, lost_id)
    if forget_two:
        _forget_two(session, noun, kept_id, lost_id)
    elif find_two(session, noun.two, kept_id, lost_id) is not None:
        raise DataError(
            f"{_name(kept)} and {_name(lost)} were said to be two {noun.words}; take that back first."
        )
    at = datetime.now(UTC).isoformat(timespec="seconds")
    return _unite(session, noun, _Past(new_key(), kept_id, lost_id, at, fields))


@dataclass(frozen=True, slots=True)
class _Past:
    """A merge to be made, or made anew after an earlier one was parted."""

    id: str
    kept_id: str
    lost_id: str
    at: str
    chosen: Mapping[str, Any]
    edits: tuple[Edit, ...] = ()


def _unite(session: Session, noun: _Noun, past: _Past) -> str:
    scopes = noun.scopes(past.kept_id, past.lost_id)
    before = read_state(session, scopes)
    kept = fetch(session, noun.model, past.kept_id, noun.word)
    lost = fetch(session, noun.model, past.lost_id, noun.word)
    lost_name = _name(lost)
    noun.join(session, kept, lost, past.chosen)
    told = Told(past.kept_id, past.chosen, find_traces(session, before, scopes))
    session.add(
        noun.merge(
            id=past.id, kept_id=past.kept_id, lost_id=past.lost_id, lost_name=lost_name, at=past.at,
            before=told.written(),
        )
    )  # fmt: skip
    edit_again(session, past.edits)
    return past.id


def _part(session: Session, noun: _Noun, merge_id: str) -> str:
    """Take merges back from the last to this one, and make those after it anew."""
    merge: Any = session.get(noun.merge, merge_id)
    if merge is None:
        raise DataError(f"These two {noun.words} were parted already.")
    later = session.scalars(
        select(noun.merge.id)
        .where(noun.merge.kept_id == merge.kept_id, noun.merge.id > merge_id)
        .order_by(noun.merge.id.desc())
    ).all()
    undone = [_take_apart(session, noun, one) for one in later]
    parted = _take_apart(session, noun, merge_id)
    remember_two(session, noun.two, parted.kept_id, parted.lost_id)
    for past in reversed(undone):
        _unite(session, noun, past)
    return parted.lost_id


def _take_apart(session: Session, noun: _Noun, merge_id: str) -> _Past:
    merge: Any = fetch(session, noun.merge, merge_id, "merge")
    told = read_told(merge.before)
    archive = MergeArchive(session, merge.kept_id)
    edits = edits_since(session, archive, told.traces)
    past = _Past(merge.id, merge.kept_id, merge.lost_id, merge.at, told.chosen, edits)
    session.delete(merge)
    session.flush()
    archive = MergeArchive(session, past.kept_id)
    take_back(session, archive, noun.put_right(session, past.kept_id, past.lost_id, told.traces))
    noun.settle(session, past.kept_id, past.lost_id)
    return past
