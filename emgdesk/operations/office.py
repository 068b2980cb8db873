"""Offices of the Group and the people its entities designate, each from day to day."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy.orm import Session

from emgdesk.db.models import Designation, Entity, Office, Person
from emgdesk.domain.dates import is_stored_date, written_date
from emgdesk.domain.statuses import DESIGNATIONS, OFFICES
from emgdesk.errors import DataError
from emgdesk.operations.marking import operation
from emgdesk.operations.rows import assign, fetch

_TERM = frozenset(("since", "until"))
OFFICE_FIELDS = _TERM | {"office", "person_id"}
DESIGNATION_FIELDS = _TERM | {"role", "person_id", "entity_id"}


@operation
def add_office(session: Session, /, *, office: str, person_id: str, since: str = "", until: str = "") -> str:
    """Let a person hold an office of the Group from `since` to `until` (ISO, "" open). Returns the key.

    Raises DataError for an unknown office, a gone person, or a term that ends before it begins.
    """
    made = Office(person_id=fetch(session, Person, person_id, "person").id)
    return _kept(session, made, {"office": office, "since": since, "until": until}, OFFICE_FIELDS)


@operation
def update_office(session: Session, /, *, office_id: str, **fields: Any) -> None:
    """Change who holds an office, or the term. Raises DataError as `add_office` does."""
    _kept(session, fetch(session, Office, office_id, "office"), fields, OFFICE_FIELDS)


@operation
def delete_office(session: Session, /, *, office_id: str) -> None:
    """Take back that somebody held an office."""
    session.delete(fetch(session, Office, office_id, "office"))


@operation
def add_designation(
    session: Session, /, *, entity_id: str, person_id: str, role: str, since: str = "", until: str = ""
) -> str:
    """Let an entity designate a person as its Senior Official, alternate or focal point. Returns the key.

    Raises DataError for an unknown role, a gone person or entity, or a term that ends before it begins.
    """
    made = Designation(
        entity_id=fetch(session, Entity, entity_id, "entity").id,
        person_id=fetch(session, Person, person_id, "person").id,
    )
    return _kept(session, made, {"role": role, "since": since, "until": until}, DESIGNATION_FIELDS)


@operation
def update_designation(session: Session, /, *, designation_id: str, **fields: Any) -> None:
    """Change a designation. Raises DataError as `add_designation` does."""
    _kept(session, fetch(session, Designation, designation_id, "designation"), fields, DESIGNATION_FIELDS)


@operation
def delete_designation(session: Session, /, *, designation_id: str) -> None:
    """Take back that an entity designated somebody."""
    session.delete(fetch(session, Designation, designation_id, "designation"))


@operation
def update_terms(session: Session, /, *, term_ids: Sequence[str], **fields: Any) -> None:
    """Give several terms, offices and designations alike, the same values.

    Raises DataError as `add_office` and `add_designation` do.
    """
    for key in term_ids:
        row = _term(session, key)
        _kept(session, row, fields, OFFICE_FIELDS if isinstance(row, Office) else DESIGNATION_FIELDS)


@operation
def delete_terms(session: Session, /, *, term_ids: Sequence[str]) -> None:
    """Take back that offices were held and people designated."""
    for key in term_ids:
        session.delete(_term(session, key))


def _term(session: Session, key: str) -> Office | Designation:
    return session.get(Office, key) or fetch(session, Designation, key, "designation")


def _kept(
    session: Session, row: Office | Designation, fields: dict[str, Any], allowed: frozenset[str]
) -> str:
    assign(row, allowed, fields)
    if isinstance(row, Office) and row.office not in OFFICES:
        raise DataError(
            f"“{row.office}” is no office of the Group; they are: {', '.join(OFFICES)}.", place="office"
        )
    if isinstance(row, Designation) and row.role not in DESIGNATIONS:
        raise DataError(f"An entity designates one of: {', '.join(DESIGNATIONS)}.", place="role")
    for name in ("since", "until"):
        if not is_stored_date(getattr(row, name)):
            raise DataError(
                f"“{getattr(row, name)}” is not a date; write 2026-05-28, or 2026-05 for a month.", place=name
            )
    if row.until and row.since > row.until:
        raise DataError(
            f"It begins on {written_date(row.since)} and ends before that, on {written_date(row.until)}.",
            place="until",
        )
    session.add(row)
    session.flush()
    return row.id
