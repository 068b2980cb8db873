"""One entity made of two, and the two again."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import or_, select, update
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
from emgdesk.operations.entity import refuse_doubles, update_entity
from emgdesk.operations.joined_members import join_memberships
from emgdesk.operations.rows import descends
from emgdesk.operations.traces import Scope, Trace
from emgdesk.operations.two_apart import carry_two

_LINK = ("id", "entity_id")
_NAMING = (
    Person,
    Participation,
    Designation,
    Intervention,
    FollowUp,
    Reservation,
)


def entity_scopes(kept_id: str, lost_id: str) -> tuple[Scope, ...]:
    """All rows of two entities; of people, lines of rosters and what else names one those of the lost one."""
    both = (kept_id, lost_id)
    return (
        Scope(Entity, or_(Entity.id.in_(both), Entity.parent_id == lost_id)),
        Scope(EntityAlias, EntityAlias.entity_id.in_(both)),
        Scope(EntityDomain, EntityDomain.entity_id.in_(both)),
        *(Scope(model, model.entity_id == lost_id, _LINK) for model in _NAMING),
        Scope(Membership, Membership.entity_id.in_(both)),
        Scope(ProgressRequest, ProgressRequest.entity_id.in_(both)),
        Scope(TwoEntities, or_(TwoEntities.one_id.in_(both), TwoEntities.other_id.in_(both))),
        Scope(EntityMerge, EntityMerge.kept_id.in_(both), ("id", "kept_id")),
    )


def join_entities(session: Session, kept: Entity, lost: Entity, chosen: Mapping[str, Any]) -> None:
    """Give everything of `lost` to `kept`, the `chosen` fields as told, and take `lost` off the desk."""
    names = (kept.acronym, kept.full_name, lost.acronym, lost.full_name)
    fields = {**_filled(session, kept, lost, placed="parent_id" in chosen), **chosen}
    for model in _NAMING:
        session.execute(update(model).where(model.entity_id == lost.id).values(entity_id=kept.id))
    join_memberships(session, Membership.entity_id, kept.id, lost.id)
    _join_requests(session, kept.id, lost.id)
    _join_names(session, kept.id, lost.id)
    kept.parent_id = None if descends(session, Entity, kept.id, lost.id) else kept.parent_id
    session.flush()
    for part in session.scalars(select(Entity).where(Entity.parent_id == lost.id)):
        part.parent_id = kept.id
    carry_two(session, TwoEntities, kept.id, lost.id)
    for merge in session.scalars(select(EntityMerge).where(EntityMerge.kept_id == lost.id)):
        merge.kept_id = kept.id
    session.flush()
    session.delete(lost)
    session.flush()
    aliases = session.scalars(select(EntityAlias.name).where(EntityAlias.entity_id == kept.id)).all()
    kept.acronym = str(fields.get("acronym", kept.acronym)).strip()
    own = {fold(kept.acronym), fold(str(fields.get("full_name", kept.full_name)))}
    every = {fold(name): name for name in (*reversed(names), *reversed(aliases)) if name}
    fields["aliases"] = [name for key, name in reversed(every.items()) if key not in own]
    update_entity(session, entity_id=kept.id, **fields)


def _filled(session: Session, kept: Entity, lost: Entity, *, placed: bool) -> dict[str, Any]:
    """What the kept one lacks and the lost one has; its parent too, unless it is `placed`."""
    fields: dict[str, Any] = {} if kept.full_name else {"full_name": lost.full_name}
    if placed:
        return fields
    below = descends(session, Entity, kept.id, lost.id)
    above = descends(session, Entity, lost.parent_id, kept.id)
    if lost.parent_id and not above and (below or not kept.parent_id):
        fields |= {"parent_id": lost.parent_id, "counts_as_parent": lost.counts_as_parent}
    elif below:
        fields["parent_id"] = None
    return fields


def _join_names(session: Session, kept_id: str, lost_id: str) -> None:
    for row in session.scalars(select(EntityAlias).where(EntityAlias.entity_id == lost_id)):
        row.entity_id = kept_id
    known = set(session.scalars(select(EntityDomain.domain).where(EntityDomain.entity_id == kept_id)))
    for domain in session.scalars(select(EntityDomain).where(EntityDomain.entity_id == lost_id)):
        if domain.domain in known:
            session.delete(domain)
        else:
            domain.entity_id = kept_id
    session.flush()


def _join_requests(session: Session, kept_id: str, lost_id: str) -> None:
    """Of two requests for one day that nobody has answered one stays, with the days of the later one."""
    asked = select(ProgressRequest).order_by(ProgressRequest.asked_on, ProgressRequest.id)
    both = ProgressRequest.entity_id.in_((kept_id, lost_id))
    waiting: dict[str, ProgressRequest] = {}
    for row in session.scalars(asked.where(both)).all():
        row.entity_id = kept_id
        if row.answered_on:
            continue
        first = waiting.setdefault(row.as_of, row)
        if first is not row:
            first.asked_on, first.due = row.asked_on, row.due
            session.delete(row)
    session.flush()


def without_names_of(
    session: Session, kept_id: str, lost_id: str, found: tuple[Trace, ...]
) -> tuple[Trace, ...]:
    """Take from the kept entity the aliases, given it anew since, that the lost one comes back with."""
    names: set[str] = set()
    for trace in found:
        row = trace.before or {}
        if trace.table == "entity_alias" and row.get("entity_id") == lost_id:
            names.add(fold(row["name"]))
        elif trace.table == "entity" and trace.id == lost_id:
            names |= {fold(row["acronym"]), fold(row["full_name"])}
    known = {trace.id for trace in found}
    for alias in session.scalars(select(EntityAlias).where(EntityAlias.entity_id == kept_id)):
        if alias.id not in known and fold(alias.name) in names:
            session.delete(alias)
    session.flush()
    return found


def settle_entities(session: Session, kept_id: str, lost_id: str) -> None:
    """Refuse to part what would leave one name to two entities."""
    refuse_doubles(session, session.get_one(Entity, lost_id))
    refuse_doubles(session, session.get_one(Entity, kept_id))
