"""Dates as the documents write them, the same on every machine (no locale is asked)."""

from datetime import date

_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def long_date(day: date) -> str:
    """A day as printed: "30 June 2021"."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def long_period(first: date, last: date | None) -> str:
    """A day or a period, saying what repeats only once: "28–30 June 2021"."""
    if last is None or last == first:
        return long_date(first)
    if first.year != last.year:
        return f"{long_date(first)} – {long_date(last)}"
    if first.month != last.month:
        return f"{first.day} {_MONTHS[first.month - 1]} – {long_date(last)}"
    return f"{first.day}–{long_date(last)}"
