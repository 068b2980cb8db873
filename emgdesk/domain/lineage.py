"""What became of a workstream: its standing as of a day, and the lines from one to another.

Everything follows from the mandate events; nothing here is stored.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from emgdesk.domain.mandate_ends import End, end_of
from emgdesk.domain.mandates import WITH_UNTIL

OVER = "concluded"
_STATUS_AFTER = {
    "proposed": "proposed", "established": "active", "extended": "active", "continued": "active",
    "concluded": OVER, "transferred": OVER, "engagement ended": OVER, "not pursued": OVER,
    "taken up under": OVER,
}  # fmt: skip
"""The status a workstream has after an event of its own; others leave it as it is."""
_OVER_BY = {"absorbed": "absorbed", "established": "succeeded"}
"""How a workstream ended that an event of another one names."""
SUCCEEDED = "succeeded"
"""How a workstream ended in whose place another was established."""
_PLAIN_ENDS = frozenset(("concluded", "engagement ended", "not pursued"))
"""Ends that do not say who took over."""


@dataclass(frozen=True, slots=True)
class Event:
    """A mandate event; `som` is the number of the SOM that decided it, dates ISO (day, month, year or "").

    `other` is the other workstream as typed where the desk has none (`other_id` None). `day` is what the
    event is put in order by and counts from, filled by `in_order`.
    """

    id: str
    workstream_id: str
    kind: str  # domain.mandates.EVENTS
    date: str = ""
    som: int | None = None
    until: str = ""
    other_id: str | None = None
    new_name: str = ""
    new_kind: str = ""
    position: int = 0
    other: str = ""
    day: str | None = None

    @property
    def end(self) -> End:
        """Until when a mandate given by this event runs."""
        return end_of(self.until, self.som, self.date)


@dataclass(frozen=True, slots=True)
class Body:
    """A workstream without its events: what holds if no event tells.

    `name` and `kind` are the last ones given, also by an event of a day to come; `first_name` and
    `first_kind` those it began with where events changed them.
    """

    id: str
    name: str
    kind: str = ""
    first_name: str = ""
    first_kind: str = ""
    parent_id: str | None = None
    status: str = "active"


@dataclass(frozen=True, slots=True)
class Standing:
    """A workstream as of a day.

    `status` is proposed, active or concluded, "" before its first event. `parent` names one that is not
    on the desk (`parent_id` None). `given` is the event by which a mandate of its own runs, None without
    one (never given, ended, or part of another). `since` is when it was established, after an end anew;
    `ended` and `ended_by` when and by which kind of event it ended, with "absorbed" and "succeeded" of
    those another workstream took over, and `taker_id` that one, `taker` its name if it is not on the desk.
    """

    name: str
    kind: str
    status: str
    parent_id: str | None
    given: Event | None = None
    since: str = ""
    ended: str = ""
    ended_by: str = ""
    parent: str = ""
    taker_id: str | None = None
    taker: str = ""

    @property
    def end(self) -> End:
        """Until when the mandate runs; of a workstream without a mandate of its own unknown."""
        return self.given.end if self.given else End()


@dataclass(frozen=True, slots=True)
class Line:
    """A line of descent between two workstreams: tasks or members went `from_id` -> `to_id`."""

    event_id: str
    kind: str  # succeeded, absorbed, became part of, split, transferred, taken up under
    date: str
    from_id: str
    to_id: str


def in_order(events: Iterable[Event]) -> tuple[Event, ...]:
    """Events by date, each with its `day`.

    Of one workstream, an event without a date counts from the day of the one it was written after, and
    one of which only the month or year is known from the last day in it of those written before it.
    """
    days: dict[str, list[str]] = defaultdict(list)
    dated = []
    for event in sorted(events, key=lambda e: (e.position, e.id)):
        before = days[event.workstream_id]
        day = _counted(event.date, before) if event.day is None else event.day
        before.append(day)
        dated.append(replace(event, day=day))
    return tuple(sorted(dated, key=lambda event: event.day or ""))


def _counted(day: str, before: Sequence[str]) -> str:
    if not day:
        return before[-1] if before else ""
    return max((one for one in before if one.startswith(day)), default=day)


def has_begun(day: str, as_of: str) -> bool:
    """Whether a day, month or year (ISO) has begun by `as_of`; with either "" it has.

    >>> has_begun("2031-05", "2031-05-01"), has_begun("2031-06", "2031-05-31")
    (True, False)
    """
    known = min(len(day), len(as_of))
    return day[:known] <= as_of[:known]


def is_before(one: str, other: str) -> bool:
    """Whether an ISO date surely comes before another one, as far as both are known.

    >>> is_before("2030", "2031-05"), is_before("2031", "2031-05"), is_before("", "2031")
    (True, False, False)
    """
    known = min(len(one), len(other))
    return one[:known] < other[:known]


@dataclass(frozen=True, slots=True)
class Step:
    """An event, and how the workstream it happened to (or is named by it) stood before and after it."""

    before: Standing
    event: Event
    after: Standing


def standing(body: Body, events: Sequence[Event], as_of: str = "") -> Standing:
    """How `body` stands as of an ISO day ("": with every event known).

    `events` are those of the body and those of others that name it, in any order.
    """
    ordered = in_order(events)
    now = _at_first(body, ordered)
    for event in ordered:
        if has_begun(event.day or "", as_of):
            now = _next(now, body, event)
    own = [event for event in ordered if event.workstream_id == body.id]
    return replace(
        now,
        name=_called(body.name, body.first_name or body.name, [(e, e.new_name) for e in own], as_of),
        kind=_called(body.kind, body.first_kind, [(e, e.new_kind) for e in own], as_of),
    )


def steps(body: Body, events: Sequence[Event]) -> tuple[Step, ...]:
    """How `body` stood before and after each event, with name and kind of now; `events` as of `standing`."""
    ordered, found = in_order(events), []
    now = _at_first(body, ordered)
    for event in ordered:
        before, now = now, _next(now, body, event)
        found.append(Step(before, event, now))
    return tuple(found)


def lines(events: Iterable[Event]) -> tuple[Line, ...]:
    """The lines between workstreams, by date."""
    found = []
    for event in in_order(events):
        other, mine = event.other_id, event.workstream_id
        if other is None or other == mine:
            continue
        if event.kind in ("established", "absorbed"):
            kind = SUCCEEDED if event.kind == "established" else "absorbed"
            found.append(Line(event.id, kind, event.date, other, mine))
        elif event.kind in ("became part of", "split", "transferred", "taken up under"):
            found.append(Line(event.id, event.kind, event.date, mine, other))
    return tuple(found)


def age(since: str, until: str) -> int | None:
    """Whole years from one ISO date to another, None where either is unknown or they run backwards.

    Of dates known by month or year only the months or years are counted.

    >>> age("2020-10-28", "2026-10-16")
    5
    """
    if not (since[:4].isdecimal() and until[:4].isdecimal()):
        return None
    known = min(len(since), len(until))
    years = int(until[:4]) - int(since[:4]) - (until[4:known] < since[4:known])
    return years if years >= 0 else None


def _at_first(body: Body, ordered: Sequence[Event]) -> Standing:
    """Before every event."""
    told = [event for event in ordered if _after(body.id, event)]
    status = "" if told and _begins(told[0]) else "active" if told else body.status
    return Standing(body.name, body.kind, status, _first_parent(body, ordered))


def _next(now: Standing, body: Body, event: Event) -> Standing:
    return _own(now, event) if event.workstream_id == body.id else _of_another(now, event)


def _after(body_id: str, event: Event) -> str:
    """The status of a workstream after an event, "" where it says nothing of it."""
    if event.workstream_id == body_id:
        return _STATUS_AFTER.get(event.kind, "")
    return {"absorbed": OVER, "established": OVER, "split": "active"}.get(event.kind, "")


def _begins(event: Event) -> bool:
    return event.kind in ("proposed", "established", "split")


def _called(now: str, first: str, renamings: Sequence[tuple[Event, str]], as_of: str) -> str:
    """A name or kind as of a day: the last one given, unless that was later; `first` before all of them."""
    given = [(event.day or "", new) for event, new in renamings if new]
    if all(has_begun(day, as_of) for day, _ in given):
        return now
    before = [new for day, new in given if has_begun(day, as_of)]
    return before[-1] if before else first


def _first_parent(body: Body, ordered: Sequence[Event]) -> str | None:
    """The parent a workstream had before any event: none if an event made it part of that one."""
    joining = ("became part of", "taken up under")
    joined = {e.other_id for e in ordered if e.workstream_id == body.id and e.kind in joining}
    return None if body.parent_id in joined else body.parent_id


def _own(now: Standing, event: Event) -> Standing:
    if event.kind in WITH_UNTIL:
        return _given(now, event)
    if event.kind == "proposed":
        if now.status == "active":
            return now  # something new is proposed of it; it goes on
        return replace(_afresh(now), status="proposed", given=None)
    if event.kind == "became part of":
        return _joined(replace(now, given=None), event)
    if _STATUS_AFTER.get(event.kind) != OVER:
        return now
    if event.kind in _PLAIN_ENDS and now.taker_id and not is_before(now.ended, event.date):
        return now  # the same end, of which another workstream says that it took over
    after = _joined(now, event) if event.kind == "taken up under" else now
    taken = event.kind in ("transferred", "taken up under")
    return replace(
        _over(after, event, event.kind),
        taker_id=event.other_id if taken else None, taker=event.other if taken else "",
    )  # fmt: skip


def _over(now: Standing, event: Event, how: str) -> Standing:
    return replace(now, status=OVER, given=None, ended=event.date, ended_by=how)


def _given(now: Standing, event: Event) -> Standing:
    anew = event.kind == "established"
    before = _afresh(now) if anew else now
    since = before.since or (event.date if anew else "")
    return replace(_open(before), status="active", given=event, since=since)


def _open(now: Standing) -> Standing:
    return replace(now, ended="", ended_by="", taker_id=None, taker="")


def _afresh(now: Standing) -> Standing:
    """Without what held before the end, if there was one."""
    if not now.ended_by:
        return now
    return replace(_open(now), since="", parent_id=None, parent="")


def _joined(now: Standing, event: Event) -> Standing:
    return replace(now, parent_id=event.other_id, parent="" if event.other_id else event.other)


def _of_another(now: Standing, event: Event) -> Standing:
    if event.kind == "split":
        since = "" if now.ended_by else now.since
        left = replace(now, parent_id=None) if now.parent_id == event.workstream_id else now
        given = now.given or event
        return replace(_open(left), status="active", given=given, since=since or event.date)
    if event.kind not in _OVER_BY or (now.status == OVER and is_before(now.ended, event.date)):
        return now  # it had ended before
    over = _over(now, event, _OVER_BY[event.kind])
    return replace(over, taker_id=event.workstream_id, taker="")
