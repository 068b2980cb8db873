"""What the documents are built from: rows of the desk in the builders' own values."""

from calendar import monthrange
from collections import defaultdict
from collections.abc import Mapping
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import text
from sqlalchemy.orm import Session

from emgdesk.domain.dates import written_date, written_times
from emgdesk.queries.meetings import MeetingRow, get_meeting
from emgdesk.queries.roster import RosterRow, list_roster
from emgdesk.queries.settings import get_setting
from emgdesk.queries.workstreams import TaskRow, list_chapters, list_tasks, list_workstreams
from emgdesk.reports.builders.lines import ParticipantLine
from emgdesk.reports.builders.meeting import MeetingFacts
from emgdesk.reports.builders.progress_report import (
    Chapter,
    ProgressEntry,
    ProgressFacts,
    TaskProgress,
    WorkstreamProgress,
)


def meeting_facts(session: Session, *, meeting_id: str, symbol: str = "") -> MeetingFacts:
    """A meeting as the head of its documents names it; `symbol` is the document's own."""
    meeting = get_meeting(session, meeting_id=meeting_id)
    logo = get_setting(session, name="logo")
    return MeetingFacts(
        title=meeting.title or meeting.code,
        date_text=written_date(meeting.date, meeting.end_date),
        time_text=written_times(meeting.start_time, meeting.end_time),
        zone_label=meeting.zone_label,
        venue=_where(meeting),
        symbol=symbol,
        distribution=meeting.distribution,
        segment=meeting.segment,
        logo=Path(logo) if logo else None,
        code=meeting.code,
        days=meeting_days(meeting),
    )


def meeting_days(meeting: MeetingRow) -> tuple[date, ...]:
    """The days of a meeting, at most a month of them; none where they are not known."""
    first = _day(meeting.date)
    if first is None:
        return ()
    last = _day(meeting.end_date) or first
    return tuple(first + timedelta(days=n) for n in range(min((last - first).days, 30) + 1))


def last_day(meeting: MeetingRow) -> date | None:
    """The day a meeting ends, the last of its month where only that is known; None if undecided."""
    stored = meeting.end_date or meeting.date
    if len(stored) == 7:
        year, month = int(stored[:4]), int(stored[5:])
        return date(year, month, monthrange(year, month)[1])
    return _day(stored)


def _where(meeting: MeetingRow) -> str:
    return meeting.venue or meeting.mode.capitalize()


def participants_input(
    session: Session, *, meeting_id: str
) -> tuple[MeetingFacts, tuple[ParticipantLine, ...]]:
    """Facts and lines for the lists of a meeting's people."""
    rows = list_roster(session, meeting_id=meeting_id)
    rules = session.execute(_PARTICLES, {"meeting": meeting_id})
    particles = {row[0]: row[1] for row in rules}
    lines = tuple(_line(row, particles) for row in rows)
    return meeting_facts(session, meeting_id=meeting_id), lines


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


def progress_report_input(session: Session, *, today: date, meeting_id: str | None = None) -> ProgressFacts:
    """The whole work plan in the order of the report."""
    tasks: dict[tuple[str, str | None], list[TaskProgress]] = defaultdict(list)
    for task in list_tasks(session):
        tasks[task.chapter_id, task.workstream_id].append(_task(task))
    bodies: dict[str, list[WorkstreamProgress]] = defaultdict(list)
    for w in list_workstreams(session):
        if w.chapter_id:
            own = tuple(tasks[w.chapter_id, w.id])
            bodies[w.chapter_id].append(WorkstreamProgress(w.name, own, w.status == "concluded"))
    chapters = []
    for chapter in list_chapters(session):
        loose = tuple(tasks[chapter.id, None])
        own_table = (WorkstreamProgress("", loose),) if loose else ()
        chapters.append(Chapter(chapter.title, (*bodies[chapter.id], *own_table)))
    return ProgressFacts(
        chapters=tuple(chapters),
        today=today,
        meeting=meeting_facts(session, meeting_id=meeting_id) if meeting_id else None,
        introduction=get_setting(session, name="progress-introduction"),
    )


def _task(task: TaskRow) -> TaskProgress:
    entries = tuple(ProgressEntry(e.status, e.text, _day(e.as_of)) for e in task.entries)
    return TaskProgress(task.text, entries, task.next_steps)


def _day(iso: str) -> date | None:
    try:
        return date.fromisoformat(iso)
    except ValueError:
        return None
