"""Dates as prose writes them: "3 October 2021", "October 3rd, 2021", "18th May", "October 2021"."""

import re
from typing import NamedTuple

_NAMES = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_NUMBERS = {key: n for n, name in enumerate(_NAMES, 1) for key in (name.lower(), name[:3].lower())} | {
    "sept": 9
}
_MONTH = rf"(?:{'|'.join(_NAMES)}|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\b\.?"
_DAY = r"\d{1,2}(?:st|nd|rd|th)?(?!\d)"
_TO = r"\s*(?:-|–|—|to|and|&)\s*"
PATTERN = (
    rf"(?:{_DAY}(?:{_TO}{_DAY})?\s+(?:of\s+)?{_MONTH}(?:,?\s+\d{{4}})?"
    rf"|{_MONTH}\s+{_DAY}(?:{_TO}{_DAY})?(?:,?\s+\d{{4}})?"
    rf"|{_MONTH}\s+\d{{4}}"
    r"|\d{4}-\d{2}-\d{2})"
)
"""A date in prose, as part of another pattern (letter case ignored)."""


class Written(NamedTuple):
    """A date as far as it is written; 0 for what is not. `last` is the last day of a period."""

    day: int
    month: int
    year: int
    last: int = 0


def read_date(text: str) -> Written | None:
    """The date a text matching `PATTERN` writes.

    >>> read_date("3rd October 2021")
    Written(day=3, month=10, year=2021, last=3)
    """
    if iso := re.fullmatch(r"(\d{4})-(\d{2})-(\d{2})", text):
        return Written(int(iso[3]), int(iso[2]), int(iso[1]), int(iso[3]))
    named = next((word for word in re.findall(r"[A-Za-z]+", text) if word.lower() in _NUMBERS), None)
    if named is None:
        return None
    numbers = [int(n) for n in re.findall(r"\d+", text)]
    days = [n for n in numbers if n < 100]
    years = [n for n in numbers if n >= 1000]
    day = days[0] if days else 0
    return Written(day, _NUMBERS[named.lower()], years[0] if years else 0, days[-1] if days else 0)


def fits(written: Written, first: str, last: str = "") -> bool | None:
    """Whether a written date is that of a meeting (`first` and `last` ISO); None if it cannot be told.

    Of what is not known on either side nothing is held against it.
    """
    parts = [int(n) for n in first.split("-")] if first else []
    if not parts:
        return None
    if written.year and written.year != parts[0]:
        return False
    if len(parts) < 2:
        return None
    end = [int(n) for n in (last or first).split("-")]
    if not parts[1] <= written.month <= end[1] and parts[0] == end[0]:
        return False
    if len(parts) < 3 or not written.day:
        return True if not written.day else None
    return _within(written, parts, end if len(end) == 3 else parts)


def _within(written: Written, first: list[int], last: list[int]) -> bool:
    day = (written.year or first[0], written.month, written.day)
    return tuple(first) <= day <= tuple(last) or tuple(first) <= (*day[:2], written.last) <= tuple(last)
