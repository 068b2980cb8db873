"""The lines of a meeting's roster: what is printed of a person there."""

from collections.abc import Iterable
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from emgdesk.db.models import Entity, Meeting, Participation, Person
from emgdesk.domain.folding import fold
from emgdesk.domain.people import split_name
from emgdesk.domain.statuses import ATTENDANCES, MODES, ROLES
from emgdesk.errors import DataError
from emgdesk.operations.entity import STATUSES, entity_names
from emgdesk.operations.marking import operation
from emgdesk.operations.person import add_person, learn_spelling, update_person
from emgdesk.operations.rows import assign, fetch

FIELDS = frozenset(
    (
        "title", "name", "given", "family", "entity", "function", "capacity", "role", "level",
        "stands_in_for", "attendance", "walk_in", "mode", "notes", "registered", "position",
    )
)  # fmt: skip

_WORDS = {"attendance": ATTENDANCES, "mode": MODES, "role": ROLES, "capacity": STATUSES}


@operation
def add_participant(
    session: Session, /, *, meeting_id: str, name: str, person_id: str | None = None, **fields: Any
) -> str:
    """A line at the end of the roster for a known person or, without `person_id`, a new one.

    `entity` is text as printed; a known one decides the capacity unless that is given. Returns
    the key of the line. Raises DataError if the person is on this roster already.
    """
    meeting = fetch(session, Meeting, meeting_id, "meeting")
    _check(fields := {**fields, "name": name})
    entity = _entity(session, str(fields.get("entity", "")))
    if person_id is None:
        own = {k: v for k, v in fields.items() if k in ("title", "given", "family", "function")}
        person_id = add_person(session, name=name, entity_id=entity.id if entity else None, **own)
    held = select(Participation.id).where(
        Participation.meeting_id == meeting_id, Participation.person_id == person_id
    )
    if session.scalar(held.limit(1)) is not None:
        raise DataError(f"{name} is on the roster of {meeting.code} already.")
    person = fetch(session, Person, person_id, "person")
    last = session.scalar(
        select(func.max(Participation.position)).where(Participation.meeting_id == meeting_id)
    )
    line = Participation(
        meeting_id=meeting_id, person_id=person_id, position=(last or 0) + 1, original="",
        entity_id=entity.id if entity else None,
    )  # fmt: skip
    defaults = {
        "title": person.title, "given": person.given, "family": person.family, "function": person.function,
        "attendance": "registered", "role": "participant", "capacity": capacity_of(entity),
    }  # fmt: skip
    assign(line, FIELDS, {**defaults, **fields})
    session.add(line)
    session.flush()
    return line.id


def _check(fields: dict[str, Any]) -> None:
    """Raise DataError for an empty name or a word the desk does not know; `walk_in` becomes 0 or 1."""
    if "name" in fields and not str(fields["name"]).strip():
        raise DataError("A line of a roster needs a name.", place="name")
    if "walk_in" in fields:
        fields["walk_in"] = int(bool(fields["walk_in"]))
    for name, words in _WORDS.items():
        if fields.get(name, "") not in ("", *words):
            raise DataError(f"“{fields[name]}” is no {name}; it is one of: {', '.join(words)}.", place=name)


def capacity_of(entity: Entity | None) -> str:
    """The capacity in which somebody of this entity sits: its status, guest without an entity."""
    return entity.status if entity else "guest"


def _entity(session: Session, printed: str) -> Entity | None:
    key = entity_names(session).get(fold(printed)) if printed.strip() else None
    return session.get(Entity, key) if key else None


@operation
def update_participations(session: Session, /, *, ids: Iterable[str], **fields: Any) -> None:
    """Change the same fields on several lines; another entity brings its capacity along."""
    if "entity" in fields and "capacity" not in fields:
        fields["capacity"] = capacity_of(_entity(session, fields["entity"]))
    _check(fields)
    entity = _entity(session, fields["entity"]) if "entity" in fields else None
    for key in ids:
        line = fetch(session, Participation, key, "line of the roster")
        if "name" in fields and "family" not in fields and fields["name"].strip() != line.name:
            line.given, line.family = split_name(fields["name"].strip())
        assign(line, FIELDS, fields)
        if "entity" in fields:
            line.entity_id = entity.id if entity else None


@operation
def correct_name(
    session: Session, /, *, participation_id: str, name: str, person: bool = True, all_rosters: bool = False
) -> None:
    """Correct a printed name on one roster; also on the person, also on all rosters, when asked."""
    line = fetch(session, Participation, participation_id, "line of the roster")
    update_participations(session, ids=[participation_id], name=name)
    if person or all_rosters:
        update_person(session, person_id=line.person_id, name=name, all_rosters=all_rosters)
    else:
        learn_spelling(session, line.person_id, name.strip())


@operation
def remove_participations(session: Session, /, *, ids: Iterable[str]) -> None:
    """Take lines off the roster; the people stay on the desk."""
    for key in ids:
        session.delete(fetch(session, Participation, key, "line of the roster"))
