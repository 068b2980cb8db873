"""A workstream over time: the stretches in which its name, kind and status stayed the same.

Days are counted as `date.toordinal` counts them. A month or a year stands at its middle.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from emgdesk.domain.lineage import OVER, Body, Event, Standing, in_order, standing

SpanStatus = Literal["proposed", "active", "part", "lapsed", "ahead"]
"""Of a stretch: "part" of another workstream, "lapsed" after an end nobody decided on, "ahead" of today."""
_BEFORE = "0001-01-01"
_FARTHEST = 6
"""How many SOMs after the last one known are expected at all."""


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch from one day to another; `rough` says that the first is known by month or year only."""

    start: int
    end: int
    name: str
    kind: str
    status: SpanStatus
    rough: bool = False


@dataclass(frozen=True, slots=True)
class Course:
    """The stretches of a workstream in order.

    `begun_before` says that it existed before its first event, `open` that it goes on and nobody said
    until which day.
    """

    spans: tuple[Span, ...] = ()
    begun_before: bool = False
    open: bool = False


def day_of(written: str) -> int | None:
    """The day of an ISO date, the middle of a month or a year; None for anything else.

    >>> day_of("2031-05-02") == date(2031, 5, 2).toordinal(), day_of("2031") == date(2031, 7, 2).toordinal()
    (True, True)
    """
    completed = {4: "-07-02", 7: "-16", 10: ""}.get(len(written))
    try:
        return None if completed is None else date.fromisoformat(written + completed).toordinal()
    except ValueError:
        return None


def days_of(events: Iterable[Event]) -> dict[str, int]:
    """Where the events of one workstream stand, by key; one without a date at the one before it.

    What is dated roughly never stands behind what came after it. Nothing if no event has a date.
    """
    ordered = in_order(events)
    found: dict[str, int] = {}
    after: int | None = None
    for event in reversed(ordered):
        day = day_of(event.day or "")
        if day is not None:
            after = day if after is None else min(day, after)
            found[event.id] = after
    before = after
    for event in ordered:
        before = found.get(event.id, before)
        if before is not None:
            found[event.id] = before
    return found


def course(
    body: Body, events: Sequence[Event], days: Mapping[str, int], soms: Mapping[int, int], today: int
) -> Course:
    """The stretches of `body` up to `today` and, where an end is known, on to it.

    `events` are those of the body and those of others that name it, `days` where each stands, `soms` the
    days of the SOMs by number.
    """
    steps = _steps(body, events, days)
    if not steps:
        return Course()
    spans: list[Span] = []
    for one, (until, event) in zip(
        steps, [(s.day, s.event) for s in steps[1:]] + [(today, None)], strict=True
    ):
        spans += _stretch(one, until, event, soms)
    last = steps[-1]
    live = last.stands.status not in (OVER, "")
    end = _end(last.stands, soms)
    if live and end is not None and end > max(today, last.day):
        spans.append(_span(last, max(today, last.day), end, "ahead"))
    before = standing(body, events, _BEFORE).status
    return Course(
        tuple(_split(_joined(spans), today)),
        begun_before=before not in (OVER, "") and not _begun(in_order(events), steps[0].event.day),
        open=live and (end is None or end <= today),
    )  # fmt: skip


def _begun(events: Iterable[Event], written: str | None) -> bool:
    """Whether any of the events of a day begins a workstream."""
    return any(e.day == written and e.kind in ("proposed", "established", "split") for e in events)


@dataclass(frozen=True, slots=True)
class _Step:
    """How a workstream stands from a day on, and the last event of that day."""

    day: int
    event: Event
    stands: Standing


def _steps(body: Body, events: Sequence[Event], days: Mapping[str, int]) -> list[_Step]:
    steps: list[_Step] = []
    reached = ""
    for event in in_order(events):
        written = event.day or ""
        if event.id not in days:
            continue
        day = max(days[event.id], steps[-1].day if steps else 0)
        step = _Step(day, event, standing(body, events, written))
        if steps and (reached == written or steps[-1].day == day):
            steps[-1] = replace(step, day=steps[-1].day)
        else:
            steps.append(step)
        reached = written
    return steps


def _stretch(step: _Step, until: int, event: Event | None, soms: Mapping[int, int]) -> list[Span]:
    """What lies between a step and the next event, or today."""
    stands = step.stands
    if stands.status in (OVER, "") or until <= step.day:
        return []
    if stands.status == "proposed":
        return [_span(step, step.day, until, "proposed")]
    if stands.given is None:
        return [_span(step, step.day, until, "part" if stands.parent_id else "active")]
    end = _end(stands, soms)
    decided = event is not None and event.som is not None and event.som <= stands.end.som
    if end is None or end >= until or decided:
        return [_span(step, step.day, until, "active")]
    end = max(end, step.day)
    given = [_span(step, step.day, end, "active")] if end > step.day else []
    return [*given, replace(_span(step, end, until, "lapsed"), rough=False)]


def _end(stands: Standing, soms: Mapping[int, int]) -> int | None:
    """The day a mandate runs out; None if it is not known, or hangs on a condition."""
    end = stands.end
    return soms.get(end.som) if end.som else day_of(end.day)


def _span(step: _Step, start: int, end: int, status: SpanStatus) -> Span:
    rough = len(step.event.date) < 10 and start == step.day
    return Span(start, end, step.stands.name, step.stands.kind, status, rough)


def _joined(spans: Sequence[Span]) -> list[Span]:
    """Stretches that differ in nothing, as one."""
    joined: list[Span] = []
    for span in spans:
        before = joined[-1] if joined else None
        if before and (before.end, before.name, before.kind, before.status) == (
            span.start, span.name, span.kind, span.status,
        ):  # fmt: skip
            joined[-1] = replace(before, end=span.end)
        else:
            joined.append(span)
    return joined


def _split(spans: Iterable[Span], today: int) -> Iterable[Span]:
    """What reaches beyond today is ahead from there on."""
    for span in spans:
        if span.status == "ahead" or span.end <= today:
            yield span
        elif span.start >= today:
            yield replace(span, status="ahead")
        else:
            yield replace(span, end=today)
            yield replace(span, start=today, status="ahead", rough=False)


def expected_soms(known: Mapping[int, int], wanted: Iterable[int]) -> dict[int, int]:
    """Days to be expected of SOMs without a date: a year on from the last one known, number by number.

    >>> expected_soms({30: 730000, 31: 730365}, [31, 33])
    {32: 730730, 33: 731095}
    """
    if not known:
        return {}
    last = max(known)
    most = max((number for number in wanted if number <= last + _FARTHEST), default=last)
    return {n: known[last] + round((n - last) * 365.25) for n in range(last + 1, most + 1)}
