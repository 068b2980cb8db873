"""Entities and their aliases; a written name leads to one entity at most."""

import re
from collections.abc import Iterable
from typing import Any

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from emgdesk.db.models import (
    Designation,
    Entity,
    EntityAlias,
    EntityDomain,
    EntityMerge,
    FollowUp,
    Intervention,
    Membership,
    Participation,
    Person,
    ProgressRequest,
    Reservation,
    TwoEntities,
)
from emgdesk.domain.folding import fold
from emgdesk.errors import DataError
from emgdesk.operations.marking import operation
from emgdesk.operations.rows import assign, descends, fetch, set_names

FIELDS = frozenset({"acronym", "full_name", "status", "parent_id", "unsure", "counts_as_parent"})
STATUSES = ("member", "observer", "guest", "secretariat")
_DOMAIN = re.compile(r"[^\s@.,;/]+(\.[^\s@.,;/]+)+")


@operation
def add_entity(
    session: Session, /, *, acronym: str, full_name: str = "", status: str = "guest",
    parent_id: str | None = None, aliases: Iterable[str] = (), unsure: bool = False,
    counts_as_parent: bool = False, domains: Iterable[str] = (),
) -> str:  # fmt: skip
    """A new entity; returns its key. Raises DataError if it has no name or one that is taken."""
    entity = Entity()
    session.add(entity)
    fields: dict[str, Any] = {"acronym": acronym, "full_name": full_name, "status": status}
    fields |= {"parent_id": parent_id, "unsure": unsure, "counts_as_parent": counts_as_parent}
    _fill(session, entity, {**fields, "aliases": aliases, "domains": domains})
    return entity.id


@operation
def update_entity(session: Session, /, *, entity_id: str, **fields: Any) -> None:
    """Change an entity; `aliases` and `domains`, where given, replace the whole list.

    Past rosters stay as printed. Raises DataError for a name that is taken, a domain that is
    none, or an entity that would be part of itself.
    """
    _fill(session, fetch(session, Entity, entity_id, "entity"), fields)


@operation
def count_as_parents(
    session: Session, /, *, ids: Iterable[str], counts: bool, others: Iterable[str] = ()
) -> None:
    """Say of several entities whether each is counted as its parent or as a body of its own.

    Of the `others` the opposite is said. Raises DataError for one without a parent.
    """
    for keys, counted in ((ids, counts), (others, not counts)):
        for key in keys:
            entity = fetch(session, Entity, key, "entity")
            _check_parent(entity.acronym, entity.parent_id, counted)
            entity.counts_as_parent = int(counted)


def _check_parent(acronym: str, parent_id: str | None, counts: bool) -> None:
    if counts and not parent_id:
        raise DataError(
            f"{acronym} is part of no other entity, so it cannot be counted as one.", place="counts_as_parent"
        )


def _fill(session: Session, entity: Entity, fields: dict[str, Any]) -> None:
    aliases = fields.pop("aliases", None)
    domains = fields.pop("domains", None)
    for flag in fields.keys() & {"unsure", "counts_as_parent"}:
        fields[flag] = int(bool(fields[flag]))
    if "parent_id" in fields and not fields["parent_id"]:
        fields = {"counts_as_parent": 0, **fields}
    if fields.get("status", "member") not in STATUSES:
        raise DataError(f"The status of an entity is one of: {', '.join(STATUSES)}.", place="status")
    if fields.get("parent_id") and descends(session, Entity, str(fields["parent_id"]), entity.id):
        raise DataError("An entity cannot be part of itself.", place="parent_id")
    assign(entity, FIELDS, fields)
    if not entity.acronym and not entity.full_name:
        raise DataError("An entity needs an acronym or a name.", place="acronym")
    entity.acronym = entity.acronym or entity.full_name
    _check_parent(entity.acronym, entity.parent_id, bool(entity.counts_as_parent))
    session.flush()
    if aliases is not None:
        set_names(session, EntityAlias, "entity_id", entity.id, aliases)
    if domains is not None:
        plain = [_domain(text) for text in domains if text.strip()]
        set_names(session, EntityDomain, "entity_id", entity.id, plain, column="domain")
    refuse_doubles(session, entity)


def _domain(text: str) -> str:
    """The domain of "@FAO.org", "ada@fao.org" or "fao.org". Raises DataError for anything else."""
    domain = text.strip().lower().rpartition("@")[2]
    if not _DOMAIN.fullmatch(domain):
        raise DataError(f"“{text.strip()}” is no domain of e-mail addresses (like fao.org).", place="domains")
    return domain


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


def refuse_doubles(session: Session, entity: Entity) -> None:
    """Raise DataError if a name of this entity is already one of another."""
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
    """Take an entity off the desk, with those merged into it.

    Raises DataError while people, rosters or other entities name it.
    """
    entity = fetch(session, Entity, entity_id, "entity")
    used = (
        (Participation, Participation.entity_id == entity_id, "stands on a roster"),
        (Person, Person.entity_id == entity_id, "has people"),
        (Entity, Entity.parent_id == entity_id, "has entities that are part of it"),
        (Designation, Designation.entity_id == entity_id, "has designated people"),
    )
    for model, condition, why in used:
        if session.scalar(select(model).where(condition).limit(1)) is not None:
            raise DataError(f"{entity.acronym} {why} and cannot be deleted.")
    for naming in (
        Reservation,
        Intervention,
        FollowUp,
        Membership,
        ProgressRequest,
    ):  # the name stays as it was printed
        session.execute(update(naming).where(naming.entity_id == entity_id).values(entity_id=None))
    for column in (
        EntityAlias.entity_id,
        EntityDomain.entity_id,
        EntityMerge.kept_id,
        TwoEntities.one_id,
        TwoEntities.other_id,
    ):
        for row in session.scalars(select(column.class_).where(column == entity_id)):
            session.delete(row)
        session.flush()
    session.delete(entity)
