"""What happened to the mandate of a workstream, entered by hand, by an import or by a decision."""

from collections.abc import Sequence
from typing import Any

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
    _assign(session, workstream, event, {"kind": kind, **fields})
    session.add(event)
    session.flush()
    _take_names(session, workstream, event)
    return event.id


@operation
def update_event(session: Session, /, *, event_id: str, **fields: Any) -> None:
    """Correct an event. Raises DataError as `add_event` does, or if a decision made it."""
    event = fetch(session, MandateEvent, event_id, "event")
    if event.effect_id is not None:
        raise DataError("A decision made this event; correct it there, or withdraw its adoption.")
    workstream = fetch(session, Workstream, event.workstream_id, "workstream")
    _give_names_back(session, workstream, event)
    _assign(session, workstream, event, fields)
    session.flush()
    _take_names(session, workstream, event)


@operation
def delete_events(session: Session, /, *, event_ids: Sequence[str]) -> None:
    """Take events back; names they gave go back. Raises DataError if a decision made one of them."""
    events = [fetch(session, MandateEvent, key, "event") for key in event_ids]
    if any(event.effect_id is not None for event in events):
        raise DataError("A decision made this event; withdraw its adoption at the meeting to take it back.")
    for event in reversed(events):
        remove_event(session, event)


def remove_event(session: Session, event: MandateEvent) -> None:
    """Take an event back, whoever made it; a name or kind it gave goes back to the one before."""
    _give_names_back(session, fetch(session, Workstream, event.workstream_id, "workstream"), event)
    session.delete(event)
    session.flush()


def _assign(session: Session, workstream: Workstream, event: MandateEvent, fields: dict[str, Any]) -> None:
    assign(event, FIELDS, fields)
    if event.kind not in EVENTS:
        raise DataError(f"What happens to a mandate is one of: {', '.join(EVENTS)}.", place="kind")
    other = event.other_workstream_id
    if other is not None and fetch(session, Workstream, other, "workstream").id == workstream.id:
        raise DataError(f"The other workstream is {workstream.name} itself.", place="other_workstream_id")
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


def _givers(session: Session, workstream_id: str, field: str) -> list[MandateEvent]:
    """The events of a workstream that gave it a name or kind, in order."""
    rows = session.scalars(
        select(MandateEvent).where(
            MandateEvent.workstream_id == workstream_id, getattr(MandateEvent, field) != ""
        )
    )
    held = {row.id: row for row in rows}
    ordered = in_order(
        Event(r.id, r.workstream_id, r.kind, r.date, position=r.position) for r in held.values()
    )
    return [held[event.id] for event in ordered]


def _take_names(session: Session, workstream: Workstream, event: MandateEvent) -> None:
    for field, first, own in (("new_name", "first_name", "name"), ("new_kind", "first_kind", "kind")):
        new, old = getattr(event, field), getattr(workstream, own)
        givers = _givers(session, workstream.id, field)
        if not new or givers[-1].id != event.id:
            continue
        if not getattr(workstream, first) and len(givers) == 1:
            setattr(workstream, first, old)
        if own == "name" and new != old:
            _rename(session, workstream, new, event.date)
        else:
            setattr(workstream, own, new)
    session.flush()


def _rename(session: Session, workstream: Workstream, new: str, day: str) -> None:
    """Give a new name; the old one stays as an alias until that day."""
    old, workstream.name = workstream.name, new
    held = _aliases(session, workstream.id)
    set_names(session, WorkstreamAlias, "workstream_id", workstream.id, [*(n for n in held if n != new), old])
    for alias in session.scalars(
        select(WorkstreamAlias).where(
            WorkstreamAlias.workstream_id == workstream.id, WorkstreamAlias.name == old
        )
    ):
        alias.until = day


def _give_names_back(session: Session, workstream: Workstream, event: MandateEvent) -> None:
    for field, first, own in (("new_name", "first_name", "name"), ("new_kind", "first_kind", "kind")):
        new = getattr(event, field)
        givers = _givers(session, workstream.id, field) if new else []
        if not new or givers[-1].id != event.id or getattr(workstream, own) != new:
            continue
        before = getattr(givers[-2], field) if len(givers) > 1 else getattr(workstream, first)
        if len(givers) == 1:
            setattr(workstream, first, "")
        if own == "kind":
            workstream.kind = before
        elif before:
            workstream.name = before
            held = (name for name in _aliases(session, workstream.id) if name != before)
            set_names(session, WorkstreamAlias, "workstream_id", workstream.id, held)
    session.flush()


def _aliases(session: Session, workstream_id: str) -> list[str]:
    mine = select(WorkstreamAlias.name).where(WorkstreamAlias.workstream_id == workstream_id)
    return list(session.scalars(mine.order_by(WorkstreamAlias.id)))
