"""Dates as the documents write them, the same on every machine (no locale is asked)."""

from datetime import date
from typing import Literal

Clock = Literal["12", "24"]
_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def long_date(day: date) -> str:
    """A day as printed: "30 June 2021"."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def short_date(day: date) -> str:
    """A day as the head of a narrow column: "30 Jun"."""
    return f"{day.day} {_MONTHS[day.month - 1][:3]}"


def long_period(first: date, last: date | None) -> str:
    """A day or a period, saying what repeats only once: "28–30 June 2021"."""
    if last is None or last == first:
        return long_date(first)
    if first.year != last.year:
        return f"{long_date(first)} – {long_date(last)}"
    if first.month != last.month:
        return f"{first.day} {_MONTHS[first.month - 1]} – {long_date(last)}"
    return f"{first.day}–{long_date(last)}"


def is_between(day: str, since: str, until: str) -> bool:
    """Whether a day or a month (ISO) is between two days, either of them "" where it is open.

    A month is if it touches them; without a day ("") only where both are open.

    >>> is_between("2031-05", "2031-05-20", ""), is_between("", "", "2031-05-20"), is_between("", "", "")
    (True, False, True)
    """
    if not (since or until):
        return True
    return bool(day) and since[: len(day)] <= day <= (until or "9999")


def written_date(first: str, last: str = "") -> str:
    """A stored date as printed: "2022-05-18" -> "18 May 2022", "2022-05" -> "May 2022".

    Words that are no ISO date ("to be decided") stay as they are.
    """
    try:
        return long_period(date.fromisoformat(first), date.fromisoformat(last) if last else None)
    except ValueError:
        year, _, month = first.partition("-")
        if year.isdecimal() and month.isdecimal() and 1 <= int(month) <= 12:
            return f"{_MONTHS[int(month) - 1]} {year}"
        return first


def written_times(start: str, end: str) -> str:
    """Two clock times as printed: ("15:00", "17:00") -> "15:00–17:00"."""
    return f"{start}–{end}" if start and end else start or end


def clock_time(time: str, clock: Clock = "12") -> str:
    """A stored time by the clock wanted: "15:10" -> "3:10 p.m."; words that are no time stay as they are."""
    if clock == "24" or not (time and is_clock_time(time)):
        return time
    return f"{_on_the_dial(time)} {_half(time)}"


def clock_times(start: str, end: str, clock: Clock = "12") -> str:
    """From when to when, the half of the day only once: "3:10 – 4:10 p.m.", "15:10 – 16:10"."""
    if not (start and end):
        return clock_time(start or end, clock)
    both = all(is_clock_time(time) for time in (start, end))
    if clock == "12" and both and _half(start) == _half(end):
        return f"{_on_the_dial(start)} – {clock_time(end)}"
    return f"{clock_time(start, clock)} – {clock_time(end, clock)}"


def _on_the_dial(time: str) -> str:
    hours, _, minutes = time.partition(":")
    return f"{int(hours) % 12 or 12}:{minutes}"


def _half(time: str) -> str:
    return "a.m." if time < "12" else "p.m."


def is_stored_date(text: str) -> bool:
    """Whether `text` is an ISO day, an ISO month, or empty (not yet decided)."""
    try:
        date.fromisoformat(text if len(text) == 10 else f"{text}-01")
    except ValueError:
        return text == ""
    return text.count("-") in (1, 2) and len(text) in (7, 10)


def decided_on(first: str, last: str) -> str:
    """The day of a meeting's decisions (ISO), its last one: ("2031-05-02", "2031-05-03") -> "2031-05-03"."""
    return last or first


def is_clock_time(text: str) -> bool:
    """Whether `text` is a time of day as HH:MM, or empty."""
    hours, _, minutes = text.partition(":")
    whole = len(text) == 5 and hours.isdecimal() and minutes.isdecimal()
    return text == "" or (whole and int(hours) < 24 and int(minutes) < 60)
