"""Who came to which meetings: what the attendance statistics count."""

from collections import defaultdict
from collections.abc import Sequence, Set
from datetime import date
from typing import Any

from sqlalchemy import bindparam, text
from sqlalchemy.orm import Session

from emgdesk.domain.codes import code_key
from emgdesk.domain.dates import is_between, written_date
from emgdesk.queries.entities import counted_as
from emgdesk.queries.inputs.meeting import meeting_days, meeting_facts
from emgdesk.queries.meetings import MeetingRow, find_meeting, get_meeting, list_meetings
from emgdesk.reports.builders.attendance_figures import MeetingAttendance, StatisticsFacts
from emgdesk.reports.builders.lines import ParticipantLine

_ATTENDANCE = text(
    """
    SELECT p.meeting_id, p.position, p.name, p.entity_id, p.entity, p.capacity, p.attendance, p.mode,
           p.walk_in
    FROM participation p WHERE p.meeting_id IN :meetings ORDER BY p.meeting_id, p.position, p.id
    """
).bindparams(bindparam("meetings", expanding=True))


def attendance_input(
    session: Session,
    *,
    meeting_id: str | None = None,
    codes: Sequence[str] = (),
    since: date | None = None,
    until: date | None = None,
) -> StatisticsFacts:
    """The meetings to count, the earliest first.

    Those of `codes`; else with `meeting_id` that one beside the earlier ones of its kind or SOM,
    without it all; begun between `since` and `until`. Raises DataError for a code not known.
    """
    first, last = since.isoformat() if since else "", until.isoformat() if until else ""
    chosen = [m for m in _chosen_meetings(session, meeting_id, codes) if is_between(m.date, first, last)]
    people = _attendance(session, {m.id for m in chosen})
    return StatisticsFacts(
        tuple(
            MeetingAttendance(
                m.code, m.title, written_date(m.date, m.end_date), people.get(m.id, ()), meeting_days(m)
            )
            for m in chosen
        ),
        meeting_facts(session, meeting_id=meeting_id) if meeting_id else None,
    )


def _chosen_meetings(session: Session, meeting_id: str | None, codes: Sequence[str]) -> list[MeetingRow]:
    wanted = {find_meeting(session, code=code).id for code in codes}
    every = sorted(
        list_meetings(session), key=lambda m: (m.date == "", m.date, m.start_time, code_key(m.code))
    )
    if wanted:
        return [m for m in every if m.id in wanted or m.id == meeting_id]
    if meeting_id is None:
        return every
    own = get_meeting(session, meeting_id=meeting_id)
    return [m for m in every[: every.index(own) + 1] if m.id == own.id or _like(m, own)]


def _like(meeting: MeetingRow, own: MeetingRow) -> bool:
    """Whether a meeting is of the same kind, or of the same SOM."""
    same_som = own.som_number is not None and meeting.som_number == own.som_number
    return same_som or (own.segment != "" and meeting.segment == own.segment)


def _attendance(session: Session, meetings: Set[str]) -> dict[str, tuple[ParticipantLine, ...]]:
    """The lines to count, by meeting; an entity counted as another bears that one's name."""
    wholes = counted_as(session)
    acronyms = {row[0]: row[1] for row in session.execute(text("SELECT id, acronym FROM entity"))}
    found: dict[str, list[ParticipantLine]] = defaultdict(list)
    for row in session.execute(_ATTENDANCE, {"meetings": sorted(meetings)}):
        whole = wholes.get(row.entity_id)
        key = whole.whole_id if whole else row.entity_id or ""
        capacity: Any = row.capacity or "guest"
        found[row.meeting_id].append(
            ParticipantLine(
                row.position, row.name, entity=acronyms.get(key) or row.entity, entity_id=key,
                capacity=capacity, attendance=row.attendance, mode=row.mode, walk_in=bool(row.walk_in),
                counted_with=whole.pair if whole else None,
            )
        )  # fmt: skip
    return {key: tuple(lines) for key, lines in found.items()}
