"""The people of a meeting for its lists."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import text
from sqlalchemy.orm import Session

from emgdesk.queries.inputs.meeting import meeting_facts
from emgdesk.queries.inputs.symbols import symbol_of
from emgdesk.queries.roster import RosterRow, list_roster
from emgdesk.reports.builders.lines import ParticipantLine
from emgdesk.reports.builders.meeting import MeetingFacts


def participants_input(
    session: Session, *, meeting_id: str
) -> tuple[MeetingFacts, tuple[ParticipantLine, ...]]:
    """Facts and lines for the lists of a meeting's people."""
    rows = list_roster(session, meeting_id=meeting_id)
    rules = session.execute(_PARTICLES, {"meeting": meeting_id})
    particles = {row[0]: row[1] for row in rules}
    lines = tuple(_line(row, particles) for row in rows)
    symbol = symbol_of(session, meeting_id=meeting_id, name="participants")
    return meeting_facts(session, meeting_id=meeting_id, symbol=symbol), lines


_PARTICLES = text(
    "SELECT h.id, h.particles FROM participation p JOIN person h ON h.id = p.person_id "
    "WHERE p.meeting_id = :meeting AND h.particles != ''"
)


def _line(row: RosterRow, particles: Mapping[str, str]) -> ParticipantLine:
    capacity: Any = row.capacity or "guest"
    return ParticipantLine(
        position=row.position,
        name=row.name,
        given=row.given,
        family=row.family,
        title=row.title,
        entity=row.entity,
        entity_name=row.entity_name,
        acronym=row.acronym,
        entity_id=row.entity_id or "",
        counted_as=(row.body_id or "") if row.counted_with else "",
        counted_with=row.counted_with,
        function=row.function,
        email=row.email,
        capacity=capacity,
        attendance=row.attendance,
        mode=row.mode,
        walk_in=row.walk_in,
        particles=particles.get(row.person_id, ""),
        id=row.id,
        phone=row.phone,
        country=row.country,
        role=row.role,
        notes=row.notes,
    )
