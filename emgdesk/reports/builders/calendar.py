"""The calendar of meetings: a list to look at, and events for calendar programs."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time
from typing import Literal

from emgdesk.domain.dates import Clock, clock_times, written_date
from emgdesk.domain.numbering import counted
from emgdesk.domain.zones import zone_of
from emgdesk.reports.blocks import Block, Cell, Column, Document, DocumentTitle, Note, Table, TitleBlock
from emgdesk.reports.builders.meeting import GROUP_LINES
from emgdesk.reports.events import Event

TITLE = "Calendar of meetings"
EMPTY = "There are no meetings with a date yet."
_TABLE = (
    Column(18, "Date"), Column(18, "Time"), Column(34, "Meeting"), Column(17, "Place"), Column(13, "Status"),
)  # fmt: skip
_CONFIRMED = frozenset(("confirmed", "held"))


@dataclass(frozen=True, slots=True)
class CalendarLine:
    """A meeting: dates ISO (a day, a month or ""), times HH:MM, `zone_label` as typed, `status` its own."""

    id: str
    code: str
    title: str
    date: str
    end_date: str = ""
    start: str = ""
    end: str = ""
    zone_label: str = ""
    place: str = ""
    status: str = ""


@dataclass(frozen=True, slots=True)
class CalendarOptions:
    clock: Clock = "12"
    cancelled: bool = True
    group_lines: bool = True


def build(lines: Sequence[CalendarLine], options: CalendarOptions | None = None) -> Document:
    """The meetings by date; those of which no day is known have no event, which is said."""
    options = options or CalendarOptions()
    kept = [line for line in lines if options.cancelled or line.status != "cancelled"]
    kept.sort(key=lambda line: (line.date or "9999", line.start, line.code))
    events = tuple(event for line in kept if (event := _event(line)))
    left = [line.code for line in kept if not _day(line.date)]
    body: Block = Table(_TABLE, tuple(_row(line, options) for line in kept)) if kept else Note(EMPTY)
    return Document(
        title=TITLE,
        author="EMG Secretariat",
        blocks=(
            TitleBlock(group_lines=GROUP_LINES if options.group_lines else ()),
            DocumentTitle(TITLE),
            body,
        ),
        remarks=_remarks(left, bool(kept)),
        events=events,
        listed=len(kept),
    )


def _remarks(left: Sequence[str], any_meeting: bool) -> tuple[str, ...]:
    if not any_meeting:
        return (EMPTY,)
    if not left:
        return ()
    meetings = counted(len(left), "meeting has", "meetings have")
    return (f"{meetings} no day yet and no event in a calendar: {', '.join(left)}.",)


def _row(line: CalendarLine, options: CalendarOptions) -> tuple[Cell, ...]:
    times = " ".join(
        part for part in (clock_times(line.start, line.end, options.clock), line.zone_label) if part
    )
    return (
        written_date(line.date, line.end_date) or "not known",
        times if line.start else "",
        line.title or line.code,
        line.place,
        line.status.capitalize(),
    )


def _event(line: CalendarLine) -> Event | None:
    first = _day(line.date)
    if first is None:
        return None
    last = max(_day(line.end_date) or first, first)
    start = _time(line.start) if last == first else None
    return Event(
        uid=f"{line.id}@emgdesk",
        title=line.title or line.code,
        first=first,
        last=last,
        start=start,
        end=_time(line.end) if start else None,
        zone=(zone_of(line.zone_label) or "") if start else "",
        place=line.place,
        note=_note(line, last > first),
        status=_status(line.status),
    )


def _note(line: CalendarLine, period: bool) -> str:
    """What the event itself does not say: the code, and times it cannot hold."""
    untold = period or not zone_of(line.zone_label)
    times = f"{clock_times(line.start, line.end, '24')} {line.zone_label}".strip()
    return "\n".join(part for part in (line.code, times if line.start and untold else "") if part)


def _status(status: str) -> Literal["confirmed", "tentative", "cancelled"]:
    if status == "cancelled":
        return "cancelled"
    return "confirmed" if status in _CONFIRMED else "tentative"


def _day(iso: str) -> date | None:
    try:
        return date.fromisoformat(iso) if len(iso) == 10 else None
    except ValueError:
        return None


def _time(text: str) -> time | None:
    try:
        return time.fromisoformat(text) if len(text) == 5 else None
    except ValueError:
        return None
