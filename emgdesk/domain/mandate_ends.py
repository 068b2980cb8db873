"""Until when a mandate runs, as somebody wrote it: a day, a SOM, a condition, or nothing (the next SOM)."""

import re
from typing import NamedTuple

from emgdesk.domain.dates import is_stored_date, written_date
from emgdesk.domain.folding import words
from emgdesk.domain.written_dates import PATTERN, read_date

ENDINGS = frozenset(
    (
        "became part of",
        "transferred",
        "engagement ended",
        "taken up under",
        "not pursued",
        "concluded",
    )
)
"""Events after which the mandate of a workstream no longer runs of itself."""
_SOM = re.compile(
    r"\bsom\D{0,2}(\d{1,3})\b|\b(\d{1,3})(?:st|nd|rd|th)\b.{0,30}\b(?:som|senior officials)", re.I
)
_YEARS = {"one": 1, "another": 1, "a": 1, "1": 1, "two": 2, "2": 2, "three": 3, "3": 3}
_NEXT = ("next som", "the next som", "next meeting", "next year", "next meeting of the senior officials")


class End(NamedTuple):
    """The number of a SOM, a day (ISO; also a month or a year), or a condition in words; none if unknown."""

    som: int = 0
    day: str = ""
    condition: str = ""


def end_of(until: str, som: int | None) -> End:
    """What `until` says of a mandate given at SOM number `som`.

    >>> end_of("one year", 27).som, end_of("31 December 2031", None).day
    (28, '2031-12-31')
    """
    said = words(until)
    if not said or " ".join(said) in _NEXT:
        return End(som=som + 1) if som else End()
    if named := _SOM.search(until):
        return End(som=int(named[1] or named[2]))
    if said[0] in _YEARS and said[-1].startswith("year") and len(said) <= 3:
        return End(som=som + _YEARS[said[0]]) if som else End()
    day = _day(until.strip())
    return End(day=day) if day else End(condition=until.strip())


def _day(text: str) -> str:
    if is_stored_date(text) or re.fullmatch(r"\d{4}", text):
        return text
    match = re.fullmatch(PATTERN, text.removeprefix("until ").strip(), re.IGNORECASE)
    written = read_date(match[0]) if match else None
    if written is None or not written.year:
        return ""
    return f"{written.year}-{written.month:02}" + (f"-{written.day:02}" if written.day else "")


def until_words(end: End) -> str:
    """An end as screens and documents say it: "SOM 28", "31 December 2031", a condition in its words."""
    if end.som:
        return f"SOM {end.som}"
    return written_date(end.day) if end.day else end.condition or "the next SOM"
