"""Terms from day to day: each end an ISO day, a month, a year, or "" where it is open."""

from typing import Protocol

from emgdesk.domain.dates import is_stored_date


def is_day_month_or_year(text: str) -> bool:
    """Whether `text` is an ISO day, a month, a year or empty: "2031-05-02", "2031-05", "2031", ""."""
    return is_stored_date(text) or (len(text) == 4 and text.isdecimal())


def has_ended(until: str, day: str) -> bool:
    """Whether a term that ends then (its last day) is over on an ISO day.

    >>> has_ended("2031-05", "2031-05-31"), has_ended("2031-05", "2031-06-01"), has_ended("", "2031-06-01")
    (False, True, False)
    """
    return bool(until) and until < day[: len(until)]


def is_held(since: str, until: str, day: str) -> bool:
    """Whether a term covers a day (ISO, or a month; "" is any day): ("2030", "", "2031-05-02") -> True."""
    return not day or (since[: len(day)] <= day and (not until or day[: len(until)] <= until))


def ends_before_it_begins(since: str, until: str) -> bool:
    """Whether a term is none: ("2031-05-20", "2031-05") is one that lasts until the end of that May."""
    return bool(since and until) and until < since[: len(until)]


def overlap(one: tuple[str, str], other: tuple[str, str]) -> bool:
    """Whether two terms (since, until) are known to have days in common.

    One may begin when the other ends, and one of which no beginning is told may follow the other.

    >>> overlap(("2030", "2031-05-02"), ("2031-05-02", "")), overlap(("", "2031"), ("", ""))
    (False, False)
    >>> overlap(("2030", ""), ("2031", "2032")), overlap(("2030", ""), ("", ""))
    (True, True)
    """
    return _before(one[0], other[1]) and _before(other[0], one[1])


def _before(since: str, until: str) -> bool:
    return not until or (bool(since) and since[: len(until)] < until)


class Planned(Protocol):
    """Anything with the days a task came into the work plan and left it."""

    @property
    def since(self) -> str: ...

    @property
    def until(self) -> str: ...


def in_work_plan(task: Planned, day: str) -> bool:
    """Whether a task stands in the work plan on an ISO day; "" asks whether it never left.

    Unlike the last day of a term, `until` is the first day a task is no longer there.
    """
    return (not day or task.since <= day) and (not task.until or (bool(day) and day < task.until))
