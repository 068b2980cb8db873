"""Offices and designations as the rows of one table."""

from collections.abc import Iterable
from dataclasses import dataclass

from emgdesk.domain.dates import written_date
from emgdesk.domain.statuses import DESIGNATIONS, OFFICES
from emgdesk.domain.terms import is_held
from emgdesk.queries.offices import DesignationRow, OfficeRow
from emgdesk.ui.models.columns import Column

ROLES = (*OFFICES, *DESIGNATIONS)


@dataclass(frozen=True, slots=True)
class Term:
    """An office or a designation held by a person; `held` says that it is held on the day in view."""

    id: str
    role: str
    entity: str
    person_id: str
    person: str
    since: str
    until: str
    held: bool


def terms(offices: Iterable[OfficeRow], designations: Iterable[DesignationRow], day: str) -> tuple[Term, ...]:
    """The offices, then the designations by entity; `day` is ISO."""
    return (
        *(
            Term(o.id, o.office, "", o.person_id, o.person, o.since, o.until, is_held(o.since, o.until, day))
            for o in offices
        ),
        *(
            Term(
                d.id,
                d.role,
                d.acronym,
                d.person_id,
                d.person,
                d.since,
                d.until,
                is_held(d.since, d.until, day),
            )
            for d in designations
        ),
    )


def _day(stored: str) -> str:
    return written_date(stored)


COLUMNS = (
    Column(
        "role", "Role", 20, sort=lambda row: (ROLES.index(row.role), row.entity),
        value=lambda row: row.role[:1].upper() + row.role[1:], strong=True,
    ),
    Column("entity", "Entity", 16, tip="Which entity designated the person; offices have none"),
    Column("person", "Person", 30, least=16),
    Column(
        "since", "Since", 18, value=lambda row: _day(row.since), sort=lambda row: row.since, editable=True,
        blank="open", tip="2026-05-28, or 2026-05 for a month; empty is open",
    ),
    Column(
        "until", "Until", 18, value=lambda row: _day(row.until), sort=lambda row: row.until or "9999",
        editable=True, blank="open", tip="The last day; empty is open",
    ),
    Column(
        "held", "Today", 12, value=lambda row: "holds it" if row.held else "", searched=False,
        tone=lambda row: "good" if row.held else "",
    ),
)  # fmt: skip
