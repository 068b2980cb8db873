"""The mandates of workstreams over time, as the chart shows them."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy.orm import Session

from emgdesk.domain.dates import written_date
from emgdesk.domain.lineage import Event, Line, has_begun
from emgdesk.domain.mandate_order import Tie, families, in_family_order
from emgdesk.domain.mandate_spans import Course, course, day_of, days_of, expected_soms
from emgdesk.queries.inputs.som_days import som_days
from emgdesk.queries.mandates import EventRow, Lineage, list_events, read_lineage
from emgdesk.queries.workstreams import WorkstreamRow, list_workstreams
from emgdesk.reports.mandates import Descent, Happening, MandateChartFacts, MandateRow, SomDay, Stretch


def mandate_chart_facts(
    session: Session, *, today: date, workstream_id: str | None = None, as_of: str = ""
) -> MandateChartFacts:
    """All workstreams, or the family of one: those connected with it by lines of descent or as parts.

    With `as_of` (an ISO day) the chart is that of this day, without what came later, workstreams included.
    """
    day = day_of(as_of) or today.toordinal()
    whole = read_lineage(session)
    later = _later(whole, as_of)
    lineage = _until(whole, as_of)
    known = {event.id for event in lineage.events}
    events = [row for row in list_events(session) if row.id in known]
    desk = _read(session, lineage, events, as_of or today.isoformat(), day)
    ordered = list(_ordered(desk))
    if workstream_id is not None:
        ordered = [family for family in ordered if workstream_id in family]
    ordered = [kept for family in ordered if (kept := tuple(key for key in family if key not in later))]
    rows = tuple(_row(desk, key, number) for number, family in enumerate(ordered) for key in family)
    shown = {row.id for row in rows}
    return MandateChartFacts(
        rows=rows,
        lines=tuple(line for line in desk.lines if line.from_id in shown),
        soms=tuple(
            SomDay(n, d, n not in desk.soms) for n, d in sorted({**desk.soms, **desk.expected}.items())
        ),
        today=day,
    )


@dataclass(frozen=True, slots=True)
class _Desk:
    """What the rows are made of; `days` of events by key, `own` the events of each workstream."""

    bodies: Mapping[str, WorkstreamRow]
    own: Mapping[str, Sequence[EventRow]]
    days: Mapping[str, int]
    courses: Mapping[str, Course]
    lines: tuple[Descent, ...]
    soms: Mapping[int, int]
    expected: Mapping[int, int]


def _read(session: Session, lineage: Lineage, events: Sequence[EventRow], iso: str, day: int) -> _Desk:
    own: dict[str, list[EventRow]] = defaultdict(list)
    for row in events:
        own[row.event.workstream_id].append(row)
    days: dict[str, int] = {}
    for key in own:
        days |= days_of(event for event in lineage.touching[key] if event.workstream_id == key)
    soms = som_days(session, told=[(row.meeting, row.event.date) for row in events if row.meeting_id is None])
    ends = [lineage.standing(key, iso).end.som for key in lineage.bodies]
    expected = expected_soms(soms, ends)
    known = {**soms, **expected}
    bodies = {row.id: row for row in list_workstreams(session, as_of=iso)}
    courses = {
        key: course(lineage.bodies[key], lineage.touching.get(key, ()), days, known, day) for key in bodies
    }
    lines = tuple(_descents(lineage.lines(), days, bodies))
    return _Desk(bodies, own, days, courses, lines, soms, expected)


def _later(lineage: Lineage, as_of: str) -> frozenset[str]:
    """The workstreams that began after a day."""
    own = defaultdict(list)
    for event in lineage.events:
        own[event.workstream_id].append(event)
    return frozenset(
        key
        for key, events in own.items()
        if as_of
        and not lineage.standing(key, as_of).status
        and not any(has_begun(event.day or "", as_of) for event in events)
    )


def _until(lineage: Lineage, as_of: str) -> Lineage:
    """The lineage without the events after a day."""

    def kept(events: Iterable[Event]) -> tuple[Event, ...]:
        return tuple(event for event in events if has_begun(event.day or "", as_of))

    touching = {key: kept(events) for key, events in lineage.touching.items()}
    bodies = {
        key: replace(body, name=(now := lineage.standing(key, as_of)).name, kind=now.kind)
        for key, body in lineage.bodies.items()
    }
    return Lineage(bodies, kept(lineage.events), touching) if as_of else lineage


def _descents(
    lines: Iterable[Line], days: Mapping[str, int], bodies: Mapping[str, WorkstreamRow]
) -> Iterator[Descent]:
    for line in lines:
        if line.event_id in days:
            names = bodies[line.from_id].name, bodies[line.to_id].name
            yield Descent(line.event_id, line.kind, days[line.event_id], line.from_id, line.to_id, *names)


# --- the order of the rows ----------------------------------------------------------------------


def _ordered(desk: _Desk) -> Iterator[tuple[str, ...]]:
    """The workstreams in families, these by their first one in the order of the report."""
    ties = [_tie(line) for line in desk.lines]
    tied = {frozenset((tie.upper, tie.lower)) for tie in ties}
    ties += (
        Tie(body.parent_id, body.id, 0)
        for body in desk.bodies.values()
        if body.parent_id and frozenset((body.parent_id, body.id)) not in tied
    )
    alive = {key: [(s.start, s.end) for s in one.spans] for key, one in desk.courses.items()}
    for family in families(desk.bodies, ties):
        begun = sorted(family, key=lambda key: alive[key][0][0] if alive[key] else 0)
        yield in_family_order(begun, ties, alive)


def _tie(line: Descent) -> Tie:
    """What came first above what came of it, a part below what it became part of."""
    if line.kind in ("became part of", "taken up under"):
        return Tie(line.to_id, line.from_id, line.day)
    return Tie(line.from_id, line.to_id, line.day, directed=line.kind != "absorbed")


# --- rows ---------------------------------------------------------------------------------------


def _row(desk: _Desk, key: str, family: int) -> MandateRow:
    body, over = desk.bodies[key], desk.courses[key]
    return MandateRow(
        id=key,
        name=body.name,
        kind=body.kind,
        chapter=body.chapter,
        status=body.status,
        stretches=tuple(Stretch(s.start, s.end, s.name, s.kind, s.status, s.rough) for s in over.spans),
        events=tuple(_happening(row, desk.days) for row in desk.own.get(key, ())),
        until=body.until,
        begun_before=over.begun_before,
        open=over.open,
        family=family,
        level=_level(desk.bodies, key),
    )


def _level(bodies: Mapping[str, WorkstreamRow], key: str) -> int:
    """How many workstreams a workstream is a part of, one within the other."""
    seen, parent = {key}, bodies[key].parent_id
    while parent is not None and parent not in seen:
        seen.add(parent)
        parent = bodies[parent].parent_id
    return len(seen) - 1


def _happening(row: EventRow, days: Mapping[str, int]) -> Happening:
    place = row.meeting
    if row.decision is not None:
        place = f"{row.decision.meeting}, decision {row.decision.number}"
    target = ("action", row.action_id) if row.action_id else ("mandate_event", row.id)
    return Happening(
        id=row.id,
        kind=row.event.kind,
        day=days.get(row.id),
        date=row.event.date,
        words=row.words,
        source=", ".join(part for part in (written_date(row.event.date), place) if part),
        target_kind=target[0],
        target_id=target[1],
        place=place,
        note=row.note,
    )
