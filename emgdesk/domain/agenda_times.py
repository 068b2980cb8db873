"""The times on an agenda: what does not fit together, and moving what comes after.

Times stand on some items only; one without times is given the span of those below it.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from emgdesk.domain.clock_times import DAY, clock, minutes
from emgdesk.errors import DataError

TimesKind = Literal["backwards", "no-start", "overlap", "outside-parent", "outside-meeting"]


@dataclass(frozen=True, slots=True)
class Slot:
    """An item in printed order with its times (HH:MM or ""); `name` is how a sentence calls it ("item 3")."""

    id: str
    parent_id: str | None
    start: str
    end: str
    name: str


@dataclass(frozen=True, slots=True)
class TimesFinding:
    """What is wrong with the times of `item_id`, in a sentence.

    `other_id` is the item it does not agree with ("" the meeting, or itself); `shift` the minutes by
    which this item and all later ones would have to move (0 where that does not help).
    """

    kind: TimesKind
    item_id: str
    text: str
    other_id: str = ""
    shift: int = 0


@dataclass(frozen=True, slots=True)
class _Span:
    """Minutes an item lasts from and to, its own or those of what is below it."""

    start: int | None
    end: int | None


_NO_TIMES = _Span(None, None)


def times_findings(
    slots: Sequence[Slot], start: str = "", end: str = "", *, days: int = 1
) -> tuple[TimesFinding, ...]:
    """What does not fit, in printed order; `start` and `end` are the meeting's.

    A meeting of several `days` has no times to be outside of, and an item that begins no later
    than the one above it is taken for the next morning's.
    """
    below = _below(slots)
    spans: dict[str, _Span] = {}
    for slot in reversed(slots):
        spans[slot.id] = _span(slot, [spans.get(child.id, _NO_TIMES) for child in below[slot.id]])
    found = [*_within_items(slots)]
    for siblings in below.values():
        found += _overlaps(siblings, spans, days)
    known = {slot.id: slot for slot in slots}
    found += _outside_parents(slots, known)
    if days == 1 and not _is_backwards(start, end):
        found += _outside_meeting(slots, known, start, end)
    order = {slot.id: at for at, slot in enumerate(slots)}
    return tuple(sorted(found, key=lambda one: order[one.item_id]))


def shifted_times(slots: Sequence[Slot], item_id: str, by: int) -> dict[str, tuple[str, str]]:
    """New times of `item_id` and of all later items, `by` minutes later (earlier if negative).

    The items it is below end later too. Answers those that change alone. Raises DataError where one
    would pass midnight, naming it and how far one can go.
    """
    at = next(at for at, slot in enumerate(slots) if slot.id == item_id)
    known = {slot.id: slot for slot in slots}
    later = {slot.id for slot in slots[at:]}
    around = set(_ancestors(slots[at], known))
    moved: dict[str, tuple[str, str]] = {}
    least, most = _room(slots[at:], [known[key] for key in around])
    for slot in slots:
        if slot.id not in later and slot.id not in around:
            continue
        times = [minutes(slot.start) if slot.id in later else None, minutes(slot.end)]
        if any(time is not None and not 0 <= time + by < DAY for time in times):
            way = f"{most} minutes later" if by > 0 else f"{-least} minutes earlier"
            name = slot.name[:1].upper() + slot.name[1:]
            raise DataError(f"{name} would pass midnight; it can be {way} at most.", place="shift")
        made = ["" if time is None else clock(time + by) for time in times]
        start = made[0] if slot.id in later else slot.start
        if (start, made[1]) != (slot.start, slot.end):
            moved[slot.id] = (start, made[1])
    return moved


def _room(later: Sequence[Slot], around: Sequence[Slot]) -> tuple[int, int]:
    """Minutes by which all of these can go earlier (0 or less) and later."""
    starts = [time for slot in later if (time := minutes(slot.start)) is not None]
    ends = [time for slot in (*later, *around) if (time := minutes(slot.end)) is not None]
    times = [*starts, *ends] or [0]
    return -min(times), DAY - 1 - max(times)


def _below(slots: Iterable[Slot]) -> dict[str | None, list[Slot]]:
    slots = tuple(slots)
    known = {slot.id for slot in slots}
    below: dict[str | None, list[Slot]] = defaultdict(list)
    for slot in slots:
        below[slot.parent_id if slot.parent_id in known else None].append(slot)
    return below


def _ancestors(slot: Slot, known: dict[str, Slot]) -> Iterable[str]:
    seen = {slot.id}
    above = slot.parent_id
    while above in known and above not in seen:
        seen.add(above)
        yield above
        above = known[above].parent_id


def _is_backwards(start: str, end: str) -> bool:
    return bool(start and end) and end < start


def _span(slot: Slot, inside: Sequence[_Span]) -> _Span:
    start, end = minutes(slot.start), minutes(slot.end)
    if _is_backwards(slot.start, slot.end):
        end = None  # said on its own; what follows is not measured by it
    if start is None and end is None:
        start = min((span.start for span in inside if span.start is not None), default=None)
    if end is None:
        ends = [time for span in inside if (time := _last(span)) is not None]
        end = max(ends, default=None)
    return _Span(start, end)


def _last(span: _Span) -> int | None:
    return span.end if span.end is not None else span.start


def _within_items(slots: Sequence[Slot]) -> Iterable[TimesFinding]:
    for slot in slots:
        name = slot.name[:1].upper() + slot.name[1:]
        if _is_backwards(slot.start, slot.end):
            said = f"{name} ends at {slot.end}, before it begins at {slot.start}."
            yield TimesFinding("backwards", slot.id, said)
        elif slot.end and not slot.start:
            yield TimesFinding("no-start", slot.id, f"{name} ends at {slot.end} but has no beginning.")


def _overlaps(siblings: Sequence[Slot], spans: dict[str, _Span], days: int) -> Iterable[TimesFinding]:
    """Items of one level that begin before an earlier one ends, or before it begins."""
    until: tuple[int, Slot] | None = None
    begun = -1
    for slot in siblings:
        span = spans[slot.id]
        if span.start is None:
            continue
        if days > 1 and span.start <= begun:
            until = None
        if until is not None and span.start < until[0]:
            yield _overlap(slot, span.start, until)
        last = _last(span)
        if last is not None and (until is None or last > until[0]):
            until = (last, slot)
        begun = span.start


def _overlap(slot: Slot, start: int, until: tuple[int, Slot]) -> TimesFinding:
    name = slot.name[:1].upper() + slot.name[1:]
    verb = "begins at" if until[1].start == clock(until[0]) else "lasts until"
    said = f"{name} begins at {clock(start)}, but {until[1].name} {verb} {clock(until[0])}."
    return TimesFinding("overlap", slot.id, said, until[1].id, until[0] - start)


def _outside_parents(slots: Sequence[Slot], known: dict[str, Slot]) -> Iterable[TimesFinding]:
    for slot in slots:
        above = next((known[key] for key in _ancestors(slot, known) if known[key].start), None)
        if above is None or _is_backwards(above.start, above.end):
            continue
        said = _outside(slot, above.start, above.end, above.name)
        if said:
            yield TimesFinding("outside-parent", slot.id, said, above.id)


def _outside_meeting(
    slots: Sequence[Slot], known: dict[str, Slot], start: str, end: str
) -> Iterable[TimesFinding]:
    for slot in slots:
        if any(known[key].start for key in _ancestors(slot, known)):
            continue  # measured by the item it is below
        said = _outside(slot, start, end, "the meeting")
        if said:
            yield TimesFinding("outside-meeting", slot.id, said)


def _outside(slot: Slot, start: str, end: str, what: str) -> str:
    """A sentence if the slot begins before or ends after `what`, "" if it does not."""
    name = slot.name[:1].upper() + slot.name[1:]
    if slot.start and start and slot.start < start:
        return f"{name} begins at {slot.start}, but {what} begins at {start}."
    last = max(slot.start, slot.end)
    if last and end and last > end:
        verb = "ends" if last == slot.end else "begins"
        return f"{name} {verb} at {last}, but {what} ends at {end}."
    return ""
