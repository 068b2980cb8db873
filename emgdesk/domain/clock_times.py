"""Times of day as people type them, read to HH:MM."""

import re

DAY = 24 * 60
"""Minutes from midnight to midnight."""

_TIME = r"(\d{1,2})(?:\s*[:.hH]\s*(\d{2})|(\d{2}))?\s*h?\s*([ap]\.?\s?m\.?)?"
_ONE = re.compile(rf"\s*{_TIME}\s*", re.IGNORECASE)
_TWO = re.compile(rf"\s*(?:from\s+)?{_TIME}\s*(?:-|–|—|to|until)\s*{_TIME}\s*", re.IGNORECASE)
_WORDS = {"noon": "12:00", "midday": "12:00", "midnight": "00:00"}


def minutes(time: str) -> int | None:
    """Minutes since midnight of a stored time (HH:MM); None for ""."""
    hours, _, rest = time.partition(":")
    return int(hours) * 60 + int(rest) if rest else None


def clock(since_midnight: int) -> str:
    """The time of day so many minutes after midnight (0 to 1439): 570 -> "09:30"."""
    return f"{since_midnight // 60:02}:{since_midnight % 60:02}"


def read_time(text: str) -> str | None:
    """A time as typed to HH:MM; "" for nothing, None for what is no time of day.

    >>> read_time("3:10 p.m."), read_time("9.30"), read_time("1510"), read_time("15h"), read_time("25:00")
    ('15:10', '09:30', '15:10', '15:00', None)
    """
    typed = " ".join(text.split())
    if not typed:
        return ""
    found = _ONE.fullmatch(typed)
    return _made(*found.groups()) if found else _WORDS.get(typed.lower())


def read_times(text: str) -> tuple[str, str] | None:
    """A period as typed to two times, the first in the half of the day the second is said to be in.

    None for what is no period. "11:30 – 1:00 p.m." begins before noon.

    >>> read_times("3:10 - 4:10 p.m."), read_times("09:00–09:15"), read_times("11:30 – 1:00 p.m.")
    (('15:10', '16:10'), ('09:00', '09:15'), ('11:30', '13:00'))
    """
    found = _TWO.fullmatch(" ".join(text.split()))
    if found is None:
        return None
    hour, minute, joined, half, *last = found.groups()
    start, end = _made(hour, minute, joined, half), _made(*last)
    if last[3] and not half:
        shared = _made(hour, minute, joined, last[3])
        start = shared if shared is not None and end is not None and shared <= end else start
    return (start, end) if start is not None and end is not None else None


def _made(hours: str, minute: str | None, joined: str | None, half: str | None) -> str | None:
    hour, past = int(hours), int(minute or joined or 0)
    if half:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half.lower().startswith("p") else 0)
    return f"{hour:02}:{past:02}" if hour < 24 and past < 60 else None
