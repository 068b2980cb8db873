"""Who leads a workstream and who is in it, as of a day: entities and people."""

from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from emgdesk.db.models import Entity, EntityAlias, Membership, Person, Workstream
from emgdesk.domain.entity_lists import join_entities, split_entities
from emgdesk.domain.folding import fold
from emgdesk.domain.statuses import MEMBERSHIPS
from emgdesk.domain.terms import has_ended, is_held
from emgdesk.queries.mandates import read_lineage


@dataclass(frozen=True, slots=True)
class MemberRow:
    """An entity or a person in a workstream; dates ISO, "" open.

    `entity` and `person` are their names on the desk, else as written. `id` is "" for one that a desk
    of an older version holds as part of a text (`leads`, `members` of the workstream); the operations
    know such a one by its `key`.
    """

    id: str
    workstream_id: str
    role: str  # domain.statuses.MEMBERSHIPS
    entity_id: str | None
    entity: str
    person_id: str | None
    person: str
    since: str
    until: str
    note: str
    position: int

    @property
    def key(self) -> str:
        """What the operations on members know it by, whether it is a row or a name in a text."""
        return self.id or f"{self.workstream_id}:{self.role}:{self.position}"

    @property
    def named(self) -> str:
        """Who it is, as a list names it: "Ines Calado (FAO)", "UNEP"."""
        if self.person and self.entity:
            return f"{self.person} ({self.entity})"
        return self.person or self.entity


def list_members(
    session: Session, *, workstream_id: str | None = None, as_of: str = ""
) -> tuple[MemberRow, ...]:
    """Members by role and in order, of one workstream or of all; `as_of` leaves those of that day."""
    wanted = (
        select(Membership, Entity.acronym, Person.name)
        .outerjoin(Entity, Entity.id == Membership.entity_id)
        .outerjoin(Person, Person.id == Membership.person_id)
        .order_by(Membership.position, Membership.id)
    )
    texts = select(Workstream.id, Workstream.leads, Workstream.members)
    if workstream_id is not None:
        wanted = wanted.where(Membership.workstream_id == workstream_id)
        texts = texts.where(Workstream.id == workstream_id)
    rows = [_row(member, acronym or "", name or "") for member, acronym, name in session.execute(wanted)]
    for key, leads, members in session.execute(texts):
        rows += _of_texts(key, leads, members)
    held = (row for row in rows if is_held(row.since, row.until, as_of))
    return tuple(sorted(held, key=lambda row: (MEMBERSHIPS.index(row.role), row.position)))


def written_members(session: Session, *, as_of: str = "") -> dict[tuple[str, str], str]:
    """The names of each role as one cell, by key of workstream and role: {(key, "lead"): "UNEP, WHO"}.

    As of an ISO day; "" is everybody whose time is not over by the clock, also who is still to come:
    those an import of such a cell finds and keeps.
    """
    held: dict[tuple[str, str], list[str]] = defaultdict(list)
    today = date.today().isoformat()
    for row in list_members(session, as_of=as_of):
        if as_of or not has_ended(row.until, today):
            held[row.workstream_id, row.role].append(row.named)
    return {place: join_entities(dict.fromkeys(names)) for place, names in held.items()}


@dataclass(frozen=True, slots=True)
class InWorkstream:
    """A member with the workstream it is in: how that is called now, and whether it is active."""

    member: MemberRow
    workstream: str
    kind: str
    status: str

    @property
    def id(self) -> str:
        """What the operations on members know it by."""
        return self.member.key


def workstreams_of_entity(session: Session, *, entity_id: str, as_of: str) -> tuple[InWorkstream, ...]:
    """Where an entity leads, is a member or has sent somebody, active workstreams first, then by name.

    Whenever that was; workstreams are told as they stand on the ISO day `as_of`.
    """
    names = session.execute(
        select(Entity.acronym, Entity.full_name, EntityAlias.name)
        .outerjoin(EntityAlias, EntityAlias.entity_id == Entity.id)
        .where(Entity.id == entity_id)
    ).all()
    own = {fold(name) for row in names for name in row if name}
    return _in_workstreams(
        session,
        lambda row: row.entity_id == entity_id or (row.entity_id is None and fold(row.entity) in own),
        as_of,
    )


def workstreams_of_person(session: Session, *, person_id: str, as_of: str) -> tuple[InWorkstream, ...]:
    """Where a person is focal point, officer or a member; as `workstreams_of_entity`."""
    return _in_workstreams(session, lambda row: row.person_id == person_id, as_of)


def officers(session: Session, *, as_of: str) -> tuple[str, ...]:
    """The names of those who are responsible officer of a workstream on an ISO day, each once, by name."""
    rows = (row for row in list_members(session, as_of=as_of) if row.role == "officer" and row.named)
    return tuple(sorted({row.person or row.entity for row in rows}, key=fold))


def homes_of_members(session: Session) -> dict[str, str]:
    """The acronym of the entity at which each person in a workstream is today, by key of the person."""
    wanted = (
        select(Person.id, Entity.acronym)
        .join(Entity, Entity.id == Person.entity_id)
        .where(Person.id.in_(select(Membership.person_id)))
    )
    return dict(session.execute(wanted).all())


def _in_workstreams(
    session: Session, wanted: Callable[[MemberRow], bool], as_of: str
) -> tuple[InWorkstream, ...]:
    rows = [row for row in list_members(session) if wanted(row)]
    lineage = read_lineage(session) if rows else None
    found = []
    for row in rows:
        stands = lineage.standing(row.workstream_id, as_of) if lineage else None
        if stands:
            found.append(InWorkstream(row, stands.name, stands.kind, stands.status))
    order = {"active": 0, "proposed": 1}
    return tuple(
        sorted(found, key=lambda one: (order.get(one.status, 2), fold(one.workstream), one.member.until))
    )


def _row(member: Membership, acronym: str, name: str) -> MemberRow:
    return MemberRow(
        member.id, member.workstream_id, member.role, member.entity_id, acronym or member.entity,
        member.person_id, name or member.person, member.since, member.until, member.note, member.position,
    )  # fmt: skip


def _of_texts(workstream_id: str, leads: str, members: str) -> Iterator[MemberRow]:
    for role, text in (("lead", leads), ("member", members)):
        for at, name in enumerate(split_entities(text), 1):
            yield MemberRow("", workstream_id, role, None, name, None, "", "", "", "", at)
