"""Who holds the offices of the Group, and whom its entities have designated."""

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from emgdesk.db.models import Designation, Entity, Office, Person
from emgdesk.domain.statuses import DESIGNATIONS, OFFICES
from emgdesk.domain.terms import is_held


@dataclass(frozen=True, slots=True)
class OfficeRow:
    """An office held by a person; `since` and `until` are ISO days or months, "" where they are open."""

    id: str
    office: str
    person_id: str
    person: str
    title: str
    since: str
    until: str


@dataclass(frozen=True, slots=True)
class DesignationRow:
    """A person designated by an entity; the term as in `OfficeRow`."""

    id: str
    entity_id: str
    acronym: str
    person_id: str
    person: str
    role: str
    since: str
    until: str


def list_offices(session: Session, *, as_of: str = "") -> tuple[OfficeRow, ...]:
    """The offices in their order, the newest term first; with `as_of` (ISO) those held on that day."""
    wanted = select(Office, Person.name, Person.title).join(Person, Person.id == Office.person_id)
    rows = [
        OfficeRow(row.id, row.office, row.person_id, name, title, row.since, row.until)
        for row, name, title in session.execute(wanted.order_by(Office.since.desc(), Office.id))
        if is_held(row.since, row.until, as_of)
    ]
    return tuple(sorted(rows, key=lambda row: OFFICES.index(row.office)))


def list_designations(
    session: Session, *, entity_id: str | None = None, person_id: str | None = None, as_of: str = ""
) -> tuple[DesignationRow, ...]:
    """Designations by entity, role and term; of one entity, of one person, or held on a day (ISO)."""
    wanted = (
        select(Designation, Entity.acronym, Person.name)
        .join(Entity, Entity.id == Designation.entity_id)
        .join(Person, Person.id == Designation.person_id)
        .order_by(Entity.acronym, Designation.since.desc(), Designation.id)
    )
    if entity_id is not None:
        wanted = wanted.where(Designation.entity_id == entity_id)
    if person_id is not None:
        wanted = wanted.where(Designation.person_id == person_id)
    rows = [
        DesignationRow(row.id, row.entity_id, acronym, row.person_id, name, row.role, row.since, row.until)
        for row, acronym, name in session.execute(wanted)
        if is_held(row.since, row.until, as_of)
    ]
    return tuple(sorted(rows, key=lambda row: (row.acronym.casefold(), DESIGNATIONS.index(row.role))))
