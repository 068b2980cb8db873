"""What happened to the mandate of a workstream, entered by hand, by an import or by a decision."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import pairwise
from typing import Any, NamedTuple

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from emgdesk.db.models import MandateEvent, Meeting, Workstream, WorkstreamAlias
from emgdesk.domain.dates import decided_on, is_stored_date
from emgdesk.domain.effects import lacking
from emgdesk.domain.lineage import Event, in_order
from emgdesk.domain.mandates import EVENTS
from emgdesk.errors import DataError
from emgdesk.operations.marking import operation
from emgdesk.operations.rows import assign, fetch, set_names

FIELDS = frozenset(
    (
        "kind", "date", "meeting_id", "meeting", "action_id", "effect_id", "other_workstream_id",
        "other_workstream", "new_name", "new_kind", "until", "note", "position",
    )
)  # fmt: skip


@operation
def add_event(session: Session, /, *, workstream_id: str, kind: str, **fields: Any) -> str:
    """Something that happened to a mandate, at the end of its history. Returns its key.

    `date` is ISO (day, month or year), that of the meeting if empty. A new name or kind that is the last
    one becomes that of the workstream; the old name stays as an alias. Raises DataError for an unknown
    event or date, or where it does not say enough (the other workstream, the new name).
    """
    workstream = fetch(session, Workstream, workstream_id, "workstream")
    own = select(func.max(MandateEvent.position)).where(MandateEvent.workstream_id == workstream_id)
    event = MandateEvent(workstream_id=workstream_id, position=(session.scalar(own) or 0) + 1)
    with _names_follow(session, workstream):
        _assign(session, workstream, event, {"kind": kind, **fields})
        session.add(event)
    return event.id


@operation
def update_event(session: Session, /, *, event_id: str, **fields: Any) -> None:
    """Correct an event. Raises DataError as `add_event` does, or if a decision made it."""
    event = fetch(session, MandateEvent, event_id, "event")
    if event.effect_id is not None:
        raise DataError("A decision made this event; correct it there, or withdraw its adoption.")
    workstream = fetch(session, Workstream, event.workstream_id, "workstream")
    with _names_follow(session, workstream):
        _assign(session, workstream, event, fields)


@operation
def delete_events(session: Session, /, *, event_ids: Sequence[str]) -> None:
    """Take events back; names they gave go back. Raises DataError if a decision made one of them."""
    events = [fetch(session, MandateEvent, key, "event") for key in dict.fromkeys(event_ids)]
    if any(event.effect_id is not None for event in events):
        raise DataError("A decision made this event; withdraw its adoption at the meeting to take it back.")
    for event in reversed(events):
        remove_event(session, event)


def remove_event(session: Session, event: MandateEvent) -> None:
    """Take an event back, whoever made it; a name or kind it gave goes back to the one before."""
    with _names_follow(session, fetch(session, Workstream, event.workstream_id, "workstream")):
        session.delete(event)


def _assign(session: Session, workstream: Workstream, event: MandateEvent, fields: dict[str, Any]) -> None:
    assign(event, FIELDS, fields)
    if event.kind not in EVENTS:
        raise DataError(f"What happens to a mandate is one of: {', '.join(EVENTS)}.", place="kind")
    other = event.other_workstream_id
    if other is not None and fetch(session, Workstream, other, "workstream").id == workstream.id:
        raise DataError(f"The other workstream is {workstream.name} itself.", place="other_workstream_id")
    if other is not None:
        event.other_workstream = ""
    if event.meeting_id is not None:
        meeting = fetch(session, Meeting, event.meeting_id, "meeting")
        event.meeting = ""
        event.date = event.date or decided_on(meeting.date, meeting.end_date)
    day = event.date or ""
    if not (is_stored_date(day) or (len(day) == 4 and day.isdecimal())):
        raise DataError(
            f"“{day}” is not a date; write 2026-05-28, 2026-05 for a month or 2026 for a year.", place="date"
        )
    missing = lacking(
        event.kind, workstream=workstream.name, other=other or event.other_workstream or "",
        new_name=event.new_name or "", new_kind=event.new_kind or "",
    )  # fmt: skip
    if missing:
        raise DataError(f"“{event.kind.capitalize()}” has to say {missing}.", place=missing)


# --- names and kinds -------------------------------------------------------------------------


class _Given(NamedTuple):
    """A name or kind, and the ISO day (or month, year) it was given; "" for what it began with."""

    day: str
    words: str


@contextmanager
def _names_follow(session: Session, workstream: Workstream) -> Iterator[None]:
    """Let name and kind follow what becomes of the events meanwhile; earlier names stay as aliases.

    What somebody typed over the name an event gave is left alone.
    """
    fields = (("new_name", "first_name", "name"), ("new_kind", "first_kind", "kind"))
    before = [_given(session, workstream, *field) for field in fields]
    yield
    session.flush()
    for (given, first, own), was in zip(fields, before, strict=True):
        began_with = was[0].words
        later = _givers(session, workstream.id, given)
        now = [_Given("", began_with), *later]
        if now == was:
            continue
        if getattr(workstream, own) == was[-1].words:
            setattr(workstream, own, now[-1].words or (workstream.name if own == "name" else ""))
        setattr(workstream, first, began_with if later else "")
        if own == "name":
            _keep_aliases(session, workstream, was, now)
    session.flush()


def _given(session: Session, workstream: Workstream, given: str, first: str, own: str) -> list[_Given]:
    """What a workstream was called, in order, first what it began with."""
    later = _givers(session, workstream.id, given)
    began_with = getattr(workstream, first if later else own)
    return [_Given("", began_with), *later]


def _givers(session: Session, workstream_id: str, field: str) -> list[_Given]:
    """The names or kinds events gave a workstream, in order."""
    rows = session.scalars(select(MandateEvent).where(MandateEvent.workstream_id == workstream_id)).all()
    held = {row.id: row for row in rows}
    ordered = in_order(Event(r.id, r.workstream_id, r.kind, r.date, position=r.position) for r in rows)
    named = ((held[event.id].date, getattr(held[event.id], field)) for event in ordered)
    return [_Given(day, words) for day, words in named if words]


def _keep_aliases(
    session: Session, workstream: Workstream, was: Sequence[_Given], now: Sequence[_Given]
) -> None:
    """Earlier names are aliases from the day they were given to the day of the next."""
    spans = {one.words: (one.day, after.day) for one, after in pairwise(now) if one.words}
    spans.pop(workstream.name, None)
    gone = {one.words for one in was[:-1]} - set(spans)  # the last one was the name, or somebody's alias
    mine = select(WorkstreamAlias).where(WorkstreamAlias.workstream_id == workstream.id)
    held = [alias.name for alias in session.scalars(mine.order_by(WorkstreamAlias.id))]
    kept = (name for name in held if name not in gone)
    set_names(session, WorkstreamAlias, "workstream_id", workstream.id, [*kept, *spans])
    for alias in session.scalars(mine):
        if alias.name in spans:
            alias.since, alias.until = spans[alias.name]
