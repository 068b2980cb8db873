"""Entities and their aliases; a written name leads to one entity at most."""

from collections.abc import Iterable
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from emgdesk.db.models import Entity, EntityAlias, Participation, Person
from emgdesk.domain.folding import fold
from emgdesk.errors import DataError
from emgdesk.operations.marking import operation
from emgdesk.operations.rows import assign, descends, fetch, set_names

FIELDS = frozenset({"acronym", "full_name", "status", "parent_id", "unsure"})
STATUSES = ("member", "observer", "guest", "secretariat")


@operation
def add_entity(
    session: Session, /, *, acronym: str, full_name: str = "", status: str = "guest",
    parent_id: str | None = None, aliases: Iterable[str] = (), unsure: bool = False,
) -> str:  # fmt: skip
    """A new entity; returns its key. Raises DataError if it has no name or one that is taken."""
    entity = Entity()
    session.add(entity)
    fields = {"acronym": acronym, "full_name": full_name, "status": status, "parent_id": parent_id}
    _fill(session, entity, {**fields, "unsure": unsure, "aliases": aliases})
    return entity.id


@operation
def update_entity(session: Session, /, *, entity_id: str, **fields: Any) -> None:
    """Change an entity; `aliases`, where given, replaces the whole list. Past rosters stay as printed."""
    _fill(session, fetch(session, Entity, entity_id, "entity"), fields)


def _fill(session: Session, entity: Entity, fields: dict[str, Any]) -> None:
    aliases = fields.pop("aliases", None)
    if "unsure" in fields:
        fields["unsure"] = int(bool(fields["unsure"]))
    if fields.get("status", "member") not in STATUSES:
        raise DataError(f"The status of an entity is one of: {', '.join(STATUSES)}.", place="status")
    if fields.get("parent_id") and descends(session, Entity, str(fields["parent_id"]), entity.id):
        raise DataError("An entity cannot be part of itself.", place="parent_id")
    assign(entity, FIELDS, fields)
    if not entity.acronym and not entity.full_name:
        raise DataError("An entity needs an acronym or a name.", place="acronym")
    entity.acronym = entity.acronym or entity.full_name
    session.flush()
    if aliases is not None:
        set_names(session, EntityAlias, "entity_id", entity.id, aliases)
    _refuse_doubles(session, entity)


def entity_names(session: Session) -> dict[str, str]:
    """Every folded acronym, full name and alias with the key of its entity."""
    names: dict[str, str] = {}
    for entity in session.execute(select(Entity.id, Entity.acronym, Entity.full_name)):
        names[fold(entity.acronym)] = entity.id
        names.setdefault(fold(entity.full_name), entity.id)
    for alias in session.execute(select(EntityAlias.entity_id, EntityAlias.name)):
        names.setdefault(fold(alias.name), alias.entity_id)
    names.pop("", None)
    return names


def _refuse_doubles(session: Session, entity: Entity) -> None:
    own = [entity.acronym, entity.full_name]
    own += session.scalars(select(EntityAlias.name).where(EntityAlias.entity_id == entity.id))
    keys = {fold(name): name for name in own if name}
    rows = session.execute(
        select(Entity.acronym, Entity.full_name, EntityAlias.name)
        .outerjoin(EntityAlias, EntityAlias.entity_id == Entity.id)
        .where(Entity.id != entity.id)
    )
    for acronym, *others in rows:
        for name in (acronym, *others):
            if name and fold(name) in keys:
                raise DataError(f"“{keys[fold(name)]}” is already a name of {acronym}.", place="aliases")


@operation
def delete_entity(session: Session, /, *, entity_id: str) -> None:
    """Take an entity off the desk. Raises DataError while people, rosters or other entities name it."""
    entity = fetch(session, Entity, entity_id, "entity")
    used = (
        (Participation, Participation.entity_id == entity_id, "stands on a roster"),
        (Person, Person.entity_id == entity_id, "has people"),
        (Entity, Entity.parent_id == entity_id, "has entities that are part of it"),
    )
    for model, condition, why in used:
        if session.scalar(select(model).where(condition).limit(1)) is not None:
            raise DataError(f"{entity.acronym} {why} and cannot be deleted.")
    for alias in session.scalars(select(EntityAlias).where(EntityAlias.entity_id == entity_id)):
        session.delete(alias)
    session.flush()
    session.delete(entity)
