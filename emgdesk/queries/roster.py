"""The roster of a meeting and its numbers: list, count and sentence come from the same rows."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, NamedTuple

from sqlalchemy import text
from sqlalchemy.orm import Session

from emgdesk.domain.counting import body


@dataclass(frozen=True, slots=True)
class RosterRow:
    """One line of a roster as printed then, with what helps to recognise the person today."""

    id: str
    person_id: str
    position: int
    title: str
    name: str
    given: str
    family: str
    entity: str
    entity_id: str | None
    entity_name: str
    function: str
    capacity: str
    role: str
    level: str
    attendance: str
    mode: str
    registered: str
    notes: str
    email: str
    phone: str
    country: str
    source: str
    other_meetings: int
    person_name: str


@dataclass(frozen=True, slots=True)
class RosterNumbers:
    """Counts over one roster; `member_entities` and `observer_entities` count bodies, not people."""

    people: int
    members: int
    observers: int
    guests: int
    secretariat: int
    member_entities: int
    observer_entities: int
    registered: int
    attended: int
    absent: int
    online: int
    in_person: int
    without_entity: int


_ROSTER = text(
    """
    SELECT p.id, p.person_id, p.position, p.title, p.name, p.given, p.family, p.entity, p.entity_id,
           coalesce(e.full_name, ''), p.function, p.capacity, p.role, p.level, p.attendance, p.mode,
           p.registered, p.notes,
           coalesce((SELECT m.email FROM person_email m WHERE m.person_id = p.person_id
                     ORDER BY m.position, m.id LIMIT 1), ''),
           h.phone, h.country,
           CASE WHEN i.id IS NULL THEN '' ELSE i.file || ', row ' || p.source_row END,
           (SELECT count(*) - 1 FROM participation o WHERE o.person_id = p.person_id), h.name
    FROM participation p
    JOIN person h ON h.id = p.person_id
    LEFT JOIN entity e ON e.id = p.entity_id
    LEFT JOIN import_run i ON i.id = p.import_id
    WHERE p.meeting_id = :meeting
    ORDER BY p.position, p.id
    """
)


def list_roster(session: Session, *, meeting_id: str) -> tuple[RosterRow, ...]:
    """The roster of a meeting in the order it was given."""
    return tuple(RosterRow(*row) for row in session.execute(_ROSTER, {"meeting": meeting_id}))


class _Counted(NamedTuple):
    """What of a line is counted."""

    person_id: str
    capacity: str
    entity_id: str | None
    entity: str
    attendance: str
    mode: str


_COUNTED = text(
    "SELECT person_id, capacity, entity_id, entity, attendance, mode FROM participation "
    "WHERE meeting_id = :meeting"
)


def count_roster(session: Session, *, meeting_id: str) -> RosterNumbers:
    """The numbers of a whole roster, without reading more of it than they need."""
    rows = session.execute(_COUNTED, {"meeting": meeting_id})
    return roster_numbers([_Counted(*row) for row in rows])


def roster_numbers(rows: Iterable[Any]) -> RosterNumbers:
    """The numbers of these rows, whichever they are (a whole roster or a filtered one)."""
    rows = list(rows)

    def count(field: str, *values: str) -> int:
        return sum(getattr(row, field) in values for row in rows)

    def bodies(capacity: str) -> int:
        return len({body(row.entity_id, row.entity) for row in rows if row.capacity == capacity} - {""})

    return RosterNumbers(
        people=len({row.person_id for row in rows}),
        members=count("capacity", "member"),
        observers=count("capacity", "observer"),
        guests=count("capacity", "guest"),
        secretariat=count("capacity", "secretariat"),
        member_entities=bodies("member"),
        observer_entities=bodies("observer"),
        registered=count("attendance", "registered"),
        attended=count("attendance", "attended"),
        absent=count("attendance", "absent", "excused", "cancelled"),
        online=count("mode", "online"),
        in_person=count("mode", "in person"),
        without_entity=count("entity", ""),
    )
