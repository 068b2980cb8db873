"""Reading dates and times people typed, with one order of day and month per file."""

import re
from collections.abc import Sequence
from datetime import date, datetime, time
from typing import Literal

from emgdesk.domain.folding import fold
from emgdesk.importing.tables import Cell

DateOrder = Literal["dmy", "mdy", "ymd"]
ORDERS: tuple[DateOrder, ...] = ("dmy", "mdy", "ymd")
_NUMERIC = re.compile(r"\s*(\d{1,4})[./\- ]\s?(\d{1,2})[./\- ]\s?(\d{1,4})(?!\d)")
_MONTHS = {
    "jan": 1, "ene": 1, "janv": 1, "feb": 2, "fev": 2, "fevr": 2, "mar": 3, "mars": 3, "apr": 4, "avr": 4,
    "abr": 4, "may": 5, "mai": 5, "jun": 6, "juin": 6, "jul": 7, "juil": 7, "aug": 8, "aou": 8, "ago": 8,
    "sep": 9, "sept": 9, "oct": 10, "okt": 10, "nov": 11, "dec": 12, "dic": 12, "dez": 12,
}  # fmt: skip
_WORDED = re.compile(  # "18 May 2022", "May 18, 2022", "18 de mayo de 2022", "May 2022"
    r"(?:(\d{1,2})(?:st|nd|rd|th)?\.?\s+(?:de\s+)?)?([^\W\d_]{3,})\.?"
    r"(?:\s+(\d{1,2})(?:st|nd|rd|th)?(?!\d),?)?\s+(?:de\s+)?(\d{4})"
)
_SHORT_PERIOD = re.compile(r"(\d{1,2})\s*[-–]\s*(\d{1,2})\s+([^\W\d_].*)")  # "28-30 June 2021"
_TIME = re.compile(r"(\d{1,2})[:.h](\d{2})(?:[:.]\d{2})?\s*([ap])?\.?\s*(?:m\b)?", re.IGNORECASE)


def order_of(values: Sequence[str]) -> DateOrder | None:
    """The order of day and month the dates of one file tell by a part over 12; None if none does."""
    seen = [match.groups() for match in map(_NUMERIC.match, values) if match]
    if not seen:
        return None
    if any(len(first) == 4 for first, _, _ in seen):
        return "ymd"
    if all("." in value[:4] for value in values if _NUMERIC.match(value)):
        return "dmy"  # nobody writes the month first with points
    if any(int(first) > 12 for first, _, _ in seen):
        return "dmy"
    if any(int(second) > 12 for _, second, _ in seen):
        return "mdy"
    return None


def contradicts(text: str, order: str | None) -> bool:
    """Whether a date in figures can only be read in the other order of day and month: 12/31/2022 in "dmy"."""
    found = _NUMERIC.match(text)
    if not found or order not in ("dmy", "mdy") or len(found[1]) > 2:
        return False
    day, month = int(found[1]), int(found[2])
    if order == "mdy":
        day, month = month, day
    return day <= 12 < month <= 31


def is_open(text: str) -> bool:
    """Whether a date in figures can be read with the day or with the month first."""
    found = _NUMERIC.match(text)
    return found is not None and len(found[1]) < 3 and int(found[1]) <= 12 and int(found[2]) <= 12


def iso_date(cell: Cell, order: DateOrder | None = None) -> str:
    """A cell as an ISO date ("2022-05-18", a month "2022-05"), "" where it is none or undecidable."""
    if isinstance(cell, datetime):
        return cell.date().isoformat()
    if isinstance(cell, date):
        return cell.isoformat()
    if not isinstance(cell, str):
        return ""
    text = cell.strip()
    month = re.fullmatch(r"(\d{4})-(\d{1,2})", text)
    if month and 1 <= int(month[2]) <= 12:
        return f"{month[1]}-{int(month[2]):02d}"
    numeric = _NUMERIC.match(text)
    if numeric:
        return _numeric(numeric.groups(), order)
    worded = _WORDED.search(fold(text))
    if worded:
        return _worded(worded)
    return ""


def iso_period(cell: Cell, order: DateOrder | None = None) -> tuple[str, str]:
    """First and last day of a cell: "28-30 June 2021", "28 June to 2 July 2021"; the last "" for one day."""
    if not isinstance(cell, str):
        return iso_date(cell, order), ""
    text = cell.strip()
    short = _SHORT_PERIOD.fullmatch(text)
    if short:
        first, last, rest = short.groups()
        return iso_date(f"{first} {rest}", order), iso_date(f"{last} {rest}", order)
    first, mark, last = _period_parts(text)
    if mark:
        end = iso_date(last, order)
        begin = iso_date(first, order) or (iso_date(f"{first} {end[:4]}", order) if end else "")
        if begin and end:
            return begin, end
    return iso_date(text, order), ""


def _period_parts(text: str) -> tuple[str, str, str]:
    for mark in (" - ", " – ", "–", " to ", " au ", " al ", " bis "):
        first, found, last = text.partition(mark)
        if found:
            return first, found, last
    return text, "", ""


def iso_moment(cell: Cell, order: DateOrder | None = None) -> str:
    """A cell as ISO date, with " HH:MM" where it tells a time; "" where it is no date."""
    if isinstance(cell, datetime):
        midnight = cell.hour == cell.minute == 0
        return cell.date().isoformat() if midnight else cell.isoformat(sep=" ", timespec="minutes")
    day = iso_date(cell, order)
    if not day or not isinstance(cell, str):
        return day
    clock = clock_time(cell[cell.find(" ") :] if " " in cell else "")
    return f"{day} {clock}" if clock else day


def clock_time(cell: Cell) -> str:
    """A cell as "HH:MM": a time cell, "3:10 p.m.", "15h10"; "" where it tells no time."""
    if isinstance(cell, datetime):
        return f"{cell:%H:%M}"
    if isinstance(cell, time):
        return f"{cell:%H:%M}"
    if isinstance(cell, float) and 0 <= cell < 1:
        minutes = round(cell * 1440)
        return f"{minutes // 60 % 24:02d}:{minutes % 60:02d}"
    if not isinstance(cell, str):
        return ""
    match = _TIME.search(cell.replace("\u202f", " "))
    if not match:
        return ""
    hour, minute = int(match[1]), int(match[2])
    if match[3]:
        hour = hour % 12 + (12 if match[3].lower() == "p" else 0)
    return f"{hour:02d}:{minute:02d}" if hour < 24 and minute < 60 else ""


def _numeric(parts: tuple[str, ...], order: DateOrder | None) -> str:
    numbers = [int(part) for part in parts]
    if len(parts[0]) == 4:
        year, month, day = numbers
    elif order == "ymd" and len(parts[2]) <= 2:
        year, month, day = numbers[0] + 2000, numbers[1], numbers[2]
    else:
        first, second, year = numbers
        if order is None and first <= 12 and second <= 12 and first != second:
            return ""
        day, month = (second, first) if (order == "mdy" and second > 0) else (first, second)
        if month > 12 and day <= 12:
            day, month = month, day
        year += 2000 if year < 70 else 1900 if year < 100 else 0
    return _iso(year, month, day)


def _worded(match: re.Match[str]) -> str:
    before, word, after, year = match.groups()
    month = _MONTHS.get(word[:4]) or _MONTHS.get(word[:3])
    if not month:
        return ""
    day = before or after
    return _iso(int(year), month, int(day)) if day else f"{int(year):04d}-{month:02d}"


def _iso(year: int, month: int, day: int) -> str:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return ""
