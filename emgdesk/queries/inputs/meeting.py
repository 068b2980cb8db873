"""A meeting as the head of its documents names it, and its days."""

from calendar import monthrange
from datetime import date, timedelta
from pathlib import Path

from sqlalchemy.orm import Session

from emgdesk.domain.dates import written_date, written_times
from emgdesk.queries.meetings import MeetingRow, get_meeting
from emgdesk.queries.settings import get_setting
from emgdesk.reports.builders.meeting import MeetingFacts


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
        start=meeting.start_time,
        end=meeting.end_time,
    )


def meeting_days(meeting: MeetingRow) -> tuple[date, ...]:
    """The days of a meeting, at most a month of them; none where they are not known."""
    first = stored_day(meeting.date)
    if first is None:
        return ()
    last = stored_day(meeting.end_date) or first
    return tuple(first + timedelta(days=n) for n in range(min((last - first).days, 30) + 1))


def last_day(meeting: MeetingRow) -> date | None:
    """The day a meeting ends, the last of its month where only that is known; None if undecided."""
    stored = meeting.end_date or meeting.date
    if len(stored) == 7:
        year, month = int(stored[:4]), int(stored[5:])
        return date(year, month, monthrange(year, month)[1])
    return stored_day(stored)


def _where(meeting: MeetingRow) -> str:
    return meeting.venue or meeting.mode.capitalize()


def stored_day(iso: str) -> date | None:
    """The day of an ISO date, None for anything else the desk may hold."""
    try:
        return date.fromisoformat(iso)
    except ValueError:
        return None
