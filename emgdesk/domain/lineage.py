"""What became of a workstream: its standing as of a day, and the lines from one to another.

Everything follows from the mandate events; nothing here is stored.
"""

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
SUCCEEDED = "succeeded"
"""How a workstream ended in whose place another was established."""


@dataclass(frozen=True, slots=True)
class Event:
    """A mandate event; `som` is the number of the SOM that decided it, dates ISO (day, month, year or "")."""

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

    @property
    def end(self) -> End:
        """Until when a mandate given by this event runs."""
        return end_of(self.until, self.som)


@dataclass(frozen=True, slots=True)
class Body:
    """A workstream without its events: names and kinds now and at first, and what holds if no event tells."""

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

    `status` is proposed, active or concluded, "" before its first event. `given` is the event by which
    a mandate of its own runs, None without one (never given, ended, or part of another). `since` is when
    it was established, `ended` and `ended_by` when and by which kind of event it ended, with "absorbed"
    and "succeeded" of those another workstream took over.
    """

    name: str
    kind: str
    status: str
    parent_id: str | None
    given: Event | None = None
    since: str = ""
    ended: str = ""
    ended_by: str = ""

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
    """Events by date; one without a date stays behind the one it was written after."""
    dated, last = [], ""
    for event in sorted(events, key=lambda e: (e.position, e.id)):
        last = event.date or last
        dated.append((last, event))
    return tuple(event for _, event in sorted(dated, key=lambda pair: pair[0]))


def has_begun(day: str, as_of: str) -> bool:
    """Whether a day, month or year (ISO) has begun by `as_of`; with either "" it has.

    >>> has_begun("2031-05", "2031-05-01"), has_begun("2031-06", "2031-05-31")
    (True, False)
    """
    return not (day and as_of) or day <= as_of[: len(day)]


def standing(body: Body, events: Sequence[Event], as_of: str = "") -> Standing:
    """How `body` stands as of an ISO day ("": with every event known).

    `events` are those of the body and those of others that name it, in any order.
    """
    ordered = in_order(events)
    known = [event for event in ordered if has_begun(event.date, as_of)]
    own = [event for event in ordered if event.workstream_id == body.id]
    told = [event for event in ordered if _after(body.id, event)]
    now = Standing(
        name=_called(body.name, body.first_name, [(e, e.new_name) for e in own], as_of),
        kind=_called(body.kind, body.first_kind, [(e, e.new_kind) for e in own], as_of),
        status="" if told and _begins(told[0]) else "active" if told else body.status,
        parent_id=_first_parent(body, ordered),
    )  # fmt: skip
    for event in known:
        now = _own(now, event) if event.workstream_id == body.id else _of_another(now, event)
    return now


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
    """Whole years from one ISO date to another, None where either is unknown.

    >>> age("2020-10-28", "2026-10-16")
    5
    """
    if not (since[:4].isdecimal() and until[:4].isdecimal()):
        return None
    return int(until[:4]) - int(since[:4]) - (until[4:10] < since[4:10])


def _after(body_id: str, event: Event) -> str:
    """The status of a workstream after an event, "" where it says nothing of it."""
    if event.workstream_id == body_id:
        return _STATUS_AFTER.get(event.kind, "")
    return {"absorbed": OVER, "established": OVER, "split": "active"}.get(event.kind, "")


def _begins(event: Event) -> bool:
    return event.kind in ("proposed", "established", "split")


def _called(now: str, first: str, renamings: Sequence[tuple[Event, str]], as_of: str) -> str:
    """A name or kind as of a day: the one in use now, unless it was given later."""
    given = [(event, new) for event, new in renamings if new and event.kind != "proposed"]
    if all(has_begun(event.date, as_of) for event, _ in given):
        return now
    before = [new for event, new in given if has_begun(event.date, as_of)]
    return before[-1] if before else first or now


def _first_parent(body: Body, ordered: Sequence[Event]) -> str | None:
    """The parent a workstream had before any event: none if an event made it part of that one."""
    joined = {e.other_id for e in ordered if e.workstream_id == body.id and e.kind == "became part of"}
    return None if body.parent_id in joined else body.parent_id


def _own(now: Standing, event: Event) -> Standing:
    status = _STATUS_AFTER.get(event.kind, "") or now.status or "active"
    if event.kind in WITH_UNTIL:
        since = now.since or (event.date if event.kind == "established" else "")
        parent = None if event.kind == "established" and now.ended_by else now.parent_id
        return replace(now, status=status, given=event, since=since, ended="", ended_by="", parent_id=parent)
    if event.kind == "became part of":
        return replace(now, status=status, given=None, parent_id=event.other_id or now.parent_id)
    if status == OVER:
        parent = event.other_id if event.kind == "taken up under" else now.parent_id
        return replace(now, status=OVER, given=None, ended=event.date, ended_by=event.kind, parent_id=parent)
    return replace(now, status=status)


def _of_another(now: Standing, event: Event) -> Standing:
    if event.kind in ("absorbed", "established"):
        by = "absorbed" if event.kind == "absorbed" else SUCCEEDED
        return replace(now, status=OVER, given=None, ended=event.date, ended_by=by)
    if event.kind == "split":
        return replace(now, status="active", since=now.since or event.date, ended="", ended_by="")
    return now
