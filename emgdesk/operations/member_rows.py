"""The rows of members: made, found, compared; texts of older desks turned into rows."""

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from emgdesk.db.models import Entity, Membership, Person, Workstream
from emgdesk.domain.entity_lists import split_entities
from emgdesk.domain.folding import fold
from emgdesk.domain.terms import overlap
from emgdesk.errors import DataError
from emgdesk.operations.member_names import Directory, Whom
from emgdesk.operations.rows import fetch

_TEXTS = (("lead", "leads"), ("member", "members"))


def settled(session: Session, workstream_id: str) -> Workstream:
    """A workstream whose members are rows. Raises DataError if it is gone."""
    workstream = fetch(session, Workstream, workstream_id, "workstream")
    settle_texts(session, workstream)
    return workstream


def settle_texts(session: Session, workstream: Workstream) -> None:
    """Turn the leads and members that a desk of an older version holds as texts into rows."""
    directory = Directory(session) if workstream.leads or workstream.members else None
    for role, field in _TEXTS:
        names = split_entities(getattr(workstream, field) or "")
        if directory is None or not names:
            continue
        for row in rows_of(session, workstream.id, role):
            row.position += len(names)
        setattr(workstream, field, "")
        for at, name in enumerate(names, 1):
            row = row_for(workstream, role, directory.whom(name, role))
            row.position = at
            session.add(row)
    session.flush()


def row_for(workstream: Workstream, role: str, whom: Whom, since: str = "") -> Membership:
    """A row that stands nowhere yet."""
    return Membership(
        workstream_id=workstream.id, role=role, entity_id=whom.entity_id, entity=whom.entity,
        person_id=whom.person_id, person=whom.person, since=since, until="", note="", position=0,
    )  # fmt: skip


def store_last(session: Session, row: Membership) -> str:
    """Put a new row behind those of its role; returns its key."""
    place_last(session, row)
    session.add(row)
    session.flush()
    return row.id


def place_last(session: Session, row: Membership) -> None:
    """Let a row be the last of its role."""
    others = (other for other in rows_of(session, row.workstream_id, row.role) if other is not row)
    row.position = max((other.position for other in others), default=0) + 1


def rows_of(session: Session, workstream_id: str, role: str) -> list[Membership]:
    """The rows of a role in order."""
    wanted = select(Membership).where(Membership.workstream_id == workstream_id, Membership.role == role)
    return list(session.scalars(wanted.order_by(Membership.position, Membership.id)))


def find_row(session: Session, key: str) -> Membership:
    """A row by its key, or by the one `MemberRow.key` gives a name that stands in a text.

    Raises DataError if it is gone.
    """
    workstream_id, _, place = key.partition(":")
    if not place:
        return fetch(session, Membership, key, "member")
    settled(session, workstream_id)
    role, _, at = place.partition(":")
    found = next((r for r in rows_of(session, workstream_id, role) if str(r.position) == at), None)
    if found is None:
        raise DataError("This member is no longer on the desk.")
    return found


def shown_name(session: Session, row: Membership) -> str:
    """Who a row is, as `MemberRow.named` says it."""
    entity = session.get(Entity, row.entity_id) if row.entity_id else None
    person = session.get(Person, row.person_id) if row.person_id else None
    whose = entity.acronym if entity else row.entity
    who = person.name if person else row.person
    return f"{who} ({whose})" if who and whose else who or whose


def row_named(
    session: Session, rows: Sequence[Membership], directory: Directory, name: str, role: str
) -> Membership | None:
    """The row a written name means: by what is shown of it, else by whom it is."""
    for row in rows:
        if fold(name) == fold(shown_name(session, row)):
            return row
    whom = directory.whom(name, role)
    for row in rows:
        if whom.person_id is not None and row.person_id == whom.person_id:
            return row
        if whom.person_id is None and row.person_id is None and _same_names(row, whom):
            return row
    return None


def _same_names(row: Membership, whom: Whom) -> bool:
    if fold(row.person) != fold(whom.person):
        return False
    if row.entity_id or whom.entity_id:
        return row.entity_id == whom.entity_id
    return fold(row.entity) == fold(whom.entity)


def twin_of(session: Session, row: Membership) -> Membership | None:
    """Another row of the same workstream and role that says the same of the same days."""
    others = rows_of(session, row.workstream_id, row.role)
    return next((other for other in others if other is not row and are_twins(other, row)), None)


def are_twins(one: Membership, other: Membership) -> bool:
    """Whether two rows of one role are the same entity and person on the same days."""
    terms = (one.since, one.until), (other.since, other.until)
    return _identity(one) == _identity(other) and (terms[0] == terms[1] or overlap(*terms))


def _identity(row: Membership) -> tuple[str, str]:
    return row.entity_id or fold(row.entity), row.person_id or fold(row.person)
