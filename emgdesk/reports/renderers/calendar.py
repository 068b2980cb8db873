"""Events to a calendar file (RFC 5545) that mail and calendar programs take in."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from icalendar import Calendar
from icalendar import Event as Entry

from emgdesk.reports.events import Event
from emgdesk.reports.renderers.files import replacing


def write_calendar(events: Sequence[Event], path: Path) -> None:
    """Write `events`; the zones their times are in are described in the file.

    Raises OutputError if it cannot be written.
    """
    calendar = Calendar()
    calendar.add("prodid", "-//emgdesk//meetings//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    now = datetime.now(UTC).replace(microsecond=0)
    for event in events:
        calendar.add_component(_entry(event, now))
    if any(event.zone and event.start for event in events):
        calendar.add_missing_timezones(
            first_date=min(event.first for event in events) - timedelta(days=366),
            last_date=max(event.last for event in events) + timedelta(days=366),
        )
    with replacing(path) as part:
        part.write_bytes(calendar.to_ical())


def _entry(event: Event, now: datetime) -> Entry:
    entry = Entry()
    entry.add("uid", event.uid)
    entry.add("dtstamp", now)
    entry.add("summary", event.title)
    if event.start is None:
        entry.add("dtstart", event.first)
        entry.add("dtend", event.last + timedelta(days=1))
    else:
        entry.add("dtstart", _at(event.first, event.start, event.zone))
        if event.end is not None and event.end > event.start:
            entry.add("dtend", _at(event.first, event.end, event.zone))
    for name, text in (("location", event.place), ("description", event.note)):
        if text:
            entry.add(name, text)
    entry.add("status", event.status.upper())
    return entry


def _at(day: date, at: time, zone: str) -> datetime:
    return datetime.combine(day, at, ZoneInfo(zone) if zone else None)
