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
_NUMBERED = (
    r"(?:som\D{0,2}(\d{1,3})\b|(\d{1,3})(?:st|nd|rd|th)\b.{0,30}\b(?:som\b|senior officials\b(?: meeting)?))"
)
_SOM = re.compile(rf"(?:the )?{_NUMBERED}|.*\b(?:at|until|till|before|with) (?:the )?{_NUMBERED}$", re.I)
"""A SOM that is named first or last: one in the midst of other words is part of a condition."""
_YEARS = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5} | {str(n): n for n in range(1, 10)}
_TERM = re.compile(
    rf"(?:for )?(?:(?:a|an|another|one more) )?(?:further |additional |more )?"
    rf"(?:({'|'.join(_YEARS)}) )?(?:more |further |additional )?(years?|12 months|twelve months)"
)
_NEXT = re.compile(r"(?:(?:the|its) )?next (?:som|year|meeting|session)(?: of the (?:som|senior officials))?"
                   r"|(?:the )?next senior officials meeting")  # fmt: skip
_LEAD = re.compile(r"^(?:until|till|to|through)\s+", re.I)
_IN_YEAR = re.compile(r"(?:the\s+)?(?:(?:end\s+of|som|som\s+in|som\s+of)\s+)?(\d{4})", re.I)
_FIGURES = re.compile(r"(\d{1,2})[./](\d{1,2})[./](\d{4})")


class End(NamedTuple):
    """The number of a SOM, a day (ISO; also a month or a year), or a condition in words; none if unknown."""

    som: int = 0
    day: str = ""
    condition: str = ""


def end_of(until: str, som: int | None, given: str = "") -> End:
    """What `until` says of a mandate given at SOM number `som`, or else on the ISO day `given`.

    >>> end_of("one year", 27).som, end_of("31 December 2031", None).day
    (28, '2031-12-31')
    >>> end_of("two years", None, "2031-05-02").day
    '2033-05-02'
    """
    text = _LEAD.sub("", " ".join(until.split()))
    said = " ".join(words(text))
    if not said or _NEXT.fullmatch(said):
        return End(som=som + 1) if som else End()
    if named := _SOM.match(text):
        return End(som=int(next(number for number in named.groups() if number)))
    if term := _TERM.fullmatch(said):
        return _after(_YEARS.get(term[1] or "one", 1), som, given)
    day = _day(text)
    return End(day=day) if day else End(condition=until.strip())


def _after(years: int, som: int | None, given: str) -> End:
    """SOMs are yearly; without one the day it was given counts."""
    if som:
        return End(som=som + years)
    if not given[:4].isdecimal():
        return End()
    return End(day=f"{int(given[:4]) + years}{given[4:].replace('-02-29', '-02-28')}")


def _day(text: str) -> str:
    if is_stored_date(text):
        return text
    if year := _IN_YEAR.fullmatch(text):
        return year[1]
    bare = re.sub(r"^(?:the )?end of ", "", text, flags=re.I)
    if figures := _FIGURES.fullmatch(bare):
        day = f"{figures[3]}-{int(figures[2]):02}-{int(figures[1]):02}"
        return day if is_stored_date(day) else ""
    match = re.fullmatch(PATTERN, bare, re.IGNORECASE)
    written = read_date(match[0]) if match else None
    if written is None or not written.year:
        return ""
    day = f"{written.year}-{written.month:02}" + (f"-{written.last:02}" if written.day else "")
    return day if is_stored_date(day) else ""


def until_words(end: End) -> str:
    """An end as screens and documents say it: "SOM 28", "31 December 2031", a condition in its words."""
    if end.som:
        return f"SOM {end.som}"
    return written_date(end.day) if end.day else end.condition or "the next SOM"
