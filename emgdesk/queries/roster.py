"""The roster of a meeting and its numbers: list, count and sentence come from the same rows."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any, NamedTuple

from sqlalchemy import text
from sqlalchemy.orm import Session

from emgdesk.domain.counting import Counts, body, count, listed
from emgdesk.queries.entities import CountedAs, counted_as


@dataclass(frozen=True, slots=True)
class RosterRow:
    """One line of a roster as printed then, with what helps to recognise the person today.

    `entity` is as printed; `entity_name` and `acronym` are how its entity is called today.
    `walk_in`: was there without having registered. `body_id` is the entity this one is counted
    as, itself unless it counts as its parent; then `counted_with` names both: ("SUN", "UNEP").
    """

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
    walk_in: bool = False
    acronym: str = ""
    body_id: str | None = None
    counted_with: tuple[str, str] | None = None


@dataclass(frozen=True, slots=True)
class RosterNumbers:
    """Counts over one roster, everybody on it; `member_entities` and `observer_entities` count bodies.

    `registered` are those of whom nothing else is known yet. `registered_present`,
    `registered_absent` and `walk_ins` say what came of the registrations. `listed` counts those
    whom the list of participants names, as its closing line does. `counted_with` are the
    entities among them that are counted as another: ("SUN", "UNEP").
    """

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
    registered_present: int
    registered_absent: int
    walk_ins: int
    listed: Counts
    counted_with: tuple[tuple[str, str], ...]


_ROSTER = text(
    """
    SELECT p.id, p.person_id, p.position, p.title, p.name, p.given, p.family, p.entity, p.entity_id,
           coalesce(e.full_name, ''), p.function, p.capacity, p.role, p.level, p.attendance, p.mode,
           p.registered, p.notes,
           coalesce((SELECT m.email FROM person_email m WHERE m.person_id = p.person_id
                     ORDER BY m.position, m.id LIMIT 1), ''),
           h.phone, h.country,
           CASE WHEN i.id IS NULL THEN '' ELSE i.file || ', row ' || p.source_row END,
           (SELECT count(*) - 1 FROM participation o WHERE o.person_id = p.person_id), h.name,
           p.walk_in, coalesce(e.acronym, '')
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
    wholes = counted_as(session)
    rows: Iterable[Any] = session.execute(_ROSTER, {"meeting": meeting_id})
    return tuple(_row(tuple(row), wholes.get(row.entity_id)) for row in rows)


def _row(columns: tuple[Any, ...], whole: CountedAs | None) -> RosterRow:
    row = RosterRow(*columns)
    return replace(
        row,
        walk_in=bool(row.walk_in),
        body_id=whole.whole_id if whole else row.entity_id,
        counted_with=whole.pair if whole else None,
    )


class _Counted(NamedTuple):
    """What of a line is counted."""

    person_id: str
    capacity: str
    entity: str
    attendance: str
    mode: str
    walk_in: int
    body_id: str | None
    counted_with: tuple[str, str] | None = None


_COUNTED = text(
    "SELECT person_id, capacity, entity, attendance, mode, walk_in, entity_id FROM participation "
    "WHERE meeting_id = :meeting"
)


def count_roster(session: Session, *, meeting_id: str) -> RosterNumbers:
    """The numbers of a whole roster, without reading more of it than they need."""
    wholes = counted_as(session)
    rows = (_Counted(*row) for row in session.execute(_COUNTED, {"meeting": meeting_id}))
    return roster_numbers(
        row._replace(body_id=whole.whole_id, counted_with=whole.pair)
        if (whole := wholes.get(row.body_id or ""))
        else row
        for row in rows
    )


def roster_numbers(rows: Iterable[Any]) -> RosterNumbers:
    """The numbers of these rows, whichever they are (a whole roster or a filtered one)."""
    rows = list(rows)
    whole = count(rows, "", _body_of)
    word, named = listed(rows)

    def having(field: str, *values: str) -> int:
        return sum(getattr(row, field) in values for row in rows)

    def registered(attendance: str) -> int:
        return sum(row.attendance == attendance and not row.walk_in for row in rows)

    return RosterNumbers(
        people=len({row.person_id for row in rows}),
        members=whole.members,
        observers=whole.observers,
        guests=whole.guests,
        secretariat=whole.secretariat,
        member_entities=whole.member_entities,
        observer_entities=whole.observer_entities,
        registered=having("attendance", "registered"),
        attended=having("attendance", "attended"),
        absent=having("attendance", "absent", "excused", "cancelled"),
        online=having("mode", "online"),
        in_person=having("mode", "in person"),
        without_entity=having("entity", ""),
        registered_present=registered("attended"),
        registered_absent=registered("absent"),
        walk_ins=sum(bool(row.walk_in) for row in rows),
        listed=count(named, word, _body_of),
        counted_with=tuple(
            sorted({row.counted_with for row in named if row.counted_with and row.capacity != "secretariat"})
        ),
    )


def _body_of(row: Any) -> str:
    return body(row.body_id, row.entity)
