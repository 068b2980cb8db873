"""The history of mandates, and how every workstream stands as of a day."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from emgdesk.db.models import MandateEvent, Meeting, Workstream
from emgdesk.domain.codes import read_code
from emgdesk.domain.effects import effect_sentence
from emgdesk.domain.lineage import Body, Event, Line, Standing, Step, in_order, lines, standing, steps
from emgdesk.domain.mandates import WITH_UNTIL
from emgdesk.queries.citations import Citation, read_citations


@dataclass(frozen=True, slots=True)
class EventRow:
    """An event as shown: `meeting` the code of the meeting, or what was typed; `words` what happened.

    `other` is the name of the other workstream now, or as typed. `decision` is the action it comes from.
    `applied` says that the adoption of that decision made it: such an event is taken back with it only.
    """

    event: Event
    workstream: str
    meeting_id: str | None
    meeting: str
    action_id: str | None
    other: str
    note: str
    words: str
    applied: bool
    decision: Citation | None = None

    @property
    def id(self) -> str:
        """The key of the event."""
        return self.event.id

    @property
    def condition(self) -> str:
        """The condition until which a mandate given here runs, "" where it is none."""
        return self.event.end.condition if self.event.kind in WITH_UNTIL else ""


@dataclass(frozen=True, slots=True)
class Lineage:
    """All workstreams with all that happened to them."""

    bodies: Mapping[str, Body]
    events: tuple[Event, ...]
    touching: Mapping[str, tuple[Event, ...]]  # by key of workstream, those of others that name it too

    def standing(self, workstream_id: str, as_of: str = "") -> Standing:
        """How a workstream stands as of an ISO day ("": with every event known)."""
        return standing(self.bodies[workstream_id], self.touching.get(workstream_id, ()), as_of)

    def steps(self, workstream_id: str) -> tuple[Step, ...]:
        """How a workstream stood before and after each event that concerns it."""
        return steps(self.bodies[workstream_id], self.touching.get(workstream_id, ()))

    def lines(self) -> tuple[Line, ...]:
        """The lines of descent between workstreams, by date."""
        return lines(self.events)


def read_lineage(session: Session) -> Lineage:
    """Bodies and events of the whole desk."""
    bodies = {
        w.id: Body(w.id, w.name, w.kind, w.first_name, w.first_kind, w.parent_id, w.status)
        for w in session.execute(
            select(
                Workstream.id, Workstream.name, Workstream.kind, Workstream.first_name,
                Workstream.first_kind, Workstream.parent_id, Workstream.status,
            )
        )
    }  # fmt: skip
    events = in_order(_event(row, code, som) for row, code, som in session.execute(_EVENTS).all())
    touching: dict[str, list[Event]] = defaultdict(list)
    for event in events:
        touching[event.workstream_id].append(event)
        if event.other_id is not None and event.other_id != event.workstream_id:
            touching[event.other_id].append(event)
    return Lineage(bodies, events, {key: tuple(held) for key, held in touching.items()})


def list_events(session: Session, *, workstream_id: str | None = None) -> tuple[EventRow, ...]:
    """Mandate events by date: those of one workstream and of others that name it, or all."""
    names = dict(session.execute(select(Workstream.id, Workstream.name)).all())
    rows = session.execute(_EVENTS).all()
    held = {row.id: (row, code or "") for row, code, _ in rows}
    mine = [
        event
        for event in in_order(_event(row, code, som) for row, code, som in rows)
        if workstream_id in (None, event.workstream_id, event.other_id)
    ]
    decisions = read_citations(session, (key for event in mine if (key := held[event.id][0].action_id)))
    return tuple(_shown(event, *held[event.id], names, decisions) for event in mine)


_EVENTS = (
    select(MandateEvent, Meeting.code, Meeting.som_number)
    .outerjoin(Meeting, Meeting.id == MandateEvent.meeting_id)
    .order_by(MandateEvent.position, MandateEvent.id)
)


def _event(row: MandateEvent, code: str | None, som: int | None) -> Event:
    return Event(
        id=row.id,
        workstream_id=row.workstream_id,
        kind=row.kind,
        date=row.date,
        som=som if code else read_code(row.meeting)[0],
        until=row.until,
        other_id=row.other_workstream_id,
        new_name=row.new_name,
        new_kind=row.new_kind,
        position=row.position,
        other="" if row.other_workstream_id else row.other_workstream,
    )


def _shown(
    event: Event,
    row: MandateEvent,
    code: str,
    names: Mapping[str, str],
    decisions: Mapping[str, Citation],
) -> EventRow:
    other = names.get(row.other_workstream_id or "", row.other_workstream)
    words = effect_sentence(
        row.kind, other=other, new_name=row.new_name, new_kind=row.new_kind, until=row.until
    )
    return EventRow(
        event, names[row.workstream_id], row.meeting_id, code or row.meeting, row.action_id, other, row.note,
        words, row.effect_id is not None, decisions.get(row.action_id or ""),
    )  # fmt: skip
