"""All people of the desk, as they are known today."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import text
from sqlalchemy.orm import Session

from emgdesk.errors import DataError


@dataclass(frozen=True, slots=True)
class PersonRow:
    """A person with the entity of today; `emails` and `spellings` joined with "; "."""

    id: str
    name: str
    given: str
    family: str
    title: str
    function: str
    entity_id: str | None
    entity: str
    email: str
    emails: str
    phone: str
    country: str
    notes: str
    spellings: str
    meetings: int
    particles: str  # in the order by family name: "" by rule, "kept", "skipped"


@dataclass(frozen=True, slots=True)
class PersonMeeting:
    """One sitting of a person, with name and entity as printed there."""

    meeting_id: str
    code: str
    title: str
    date: str
    name: str
    entity: str
    attendance: str


_PEOPLE = """
    SELECT p.id, p.name, p.given, p.family, p.title, p.function, p.entity_id, coalesce(e.acronym, ''),
           p.phone, p.country, p.notes, p.particles
    FROM person p LEFT JOIN entity e ON e.id = p.entity_id
"""


def list_people(session: Session) -> tuple[PersonRow, ...]:
    """Everybody, in the order they came to the desk."""
    return _people(session, "", {})


def get_person(session: Session, *, person_id: str) -> PersonRow:
    """One person. Raises DataError if gone."""
    found = _people(session, person_id, {"person": person_id})
    if not found:
        raise DataError("This person is no longer on the desk.")
    return found[0]


def _people(session: Session, one: str, values: dict[str, str]) -> tuple[PersonRow, ...]:
    own = "WHERE p.id = :person" if one else ""
    theirs = "WHERE person_id = :person" if one else ""
    emails = _grouped(
        session, f"SELECT person_id, email FROM person_email {theirs} ORDER BY position, id", values
    )
    names = _grouped(session, f"SELECT person_id, name FROM person_name {theirs} ORDER BY id", values)
    counted = f"SELECT person_id, count(*) FROM participation {theirs} GROUP BY person_id"
    meetings: dict[str, int] = {row[0]: row[1] for row in session.execute(text(counted), values)}
    rows: Iterable[Any] = session.execute(text(f"{_PEOPLE} {own} ORDER BY p.id"), values)
    return tuple(
        PersonRow(
            *(
                *row[:8],
                emails[row[0]][0] if row[0] in emails else "",
                "; ".join(emails.get(row[0], ())),
                *row[8:11],
                "; ".join(name for name in names.get(row[0], ()) if name != row[1]),
                meetings.get(row[0], 0),
                row[11],
            )
        )
        for row in rows
    )


def _grouped(session: Session, sql: str, values: dict[str, str]) -> dict[str, list[str]]:
    groups: dict[str, list[str]] = defaultdict(list)
    for key, value in session.execute(text(sql), values):
        groups[key].append(value)
    return dict(groups)


def person_meetings(session: Session, *, person_id: str) -> tuple[PersonMeeting, ...]:
    """Where the person sat, the newest first."""
    rows = session.execute(
        text(
            "SELECT m.id, m.code, m.title, m.date, p.name, p.entity, p.attendance FROM participation p "
            "JOIN meeting m ON m.id = p.meeting_id WHERE p.person_id = :person ORDER BY m.date DESC, m.code"
        ),
        {"person": person_id},
    )
    return tuple(PersonMeeting(*row) for row in rows)
