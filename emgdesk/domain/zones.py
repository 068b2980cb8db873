"""What a time zone label as typed means, and whether it can be right on a date."""

import re
import zoneinfo
from datetime import date, datetime, timedelta
from functools import lru_cache

from emgdesk.domain.dates import written_date
from emgdesk.domain.folding import fold

_GENEVA, _LONDON, _NEW_YORK = "Europe/Zurich", "Europe/London", "America/New_York"
_SEASONS: dict[str, tuple[str, int, str]] = {
    # label: zone, hours ahead of UTC it says, what that zone's other time is called
    "cet": (_GENEVA, 1, "CEST"), "cest": (_GENEVA, 2, "CET"),
    "mez": (_GENEVA, 1, "CEST"), "mesz": (_GENEVA, 2, "CET"),
    "eet": ("Europe/Helsinki", 2, "EEST"), "eest": ("Europe/Helsinki", 3, "EET"),
    "wet": ("Europe/Lisbon", 0, "WEST"), "west": ("Europe/Lisbon", 1, "WET"),
    "bst": (_LONDON, 1, "GMT"),
    "est": (_NEW_YORK, -5, "EDT"), "edt": (_NEW_YORK, -4, "EST"),
    "pst": ("America/Los_Angeles", -8, "PDT"), "pdt": ("America/Los_Angeles", -7, "PST"),
    "cdt": ("America/Chicago", -5, "CST"), "mdt": ("America/Denver", -6, "MST"),
}  # fmt: skip
_STEADY = {
    "utc": "UTC", "gmt": "UTC", "z": "UTC", "zulu": "UTC", "universal": "UTC",
    "eat": "Africa/Nairobi", "cat": "Africa/Maputo", "wat": "Africa/Lagos", "sast": "Africa/Johannesburg",
    "ict": "Asia/Bangkok", "jst": "Asia/Tokyo", "kst": "Asia/Seoul", "sgt": "Asia/Singapore",
    "pht": "Asia/Manila", "msk": "Europe/Moscow", "gst": "Asia/Dubai",
    "central european": _GENEVA, "eastern": _NEW_YORK, "us eastern": _NEW_YORK, "et": _NEW_YORK,
    "east africa": "Africa/Nairobi", "greenwich mean": "UTC", "coordinated universal": "UTC",
}  # fmt: skip
_PLACES = {
    "geneva": _GENEVA, "gva": _GENEVA, "geneve": _GENEVA, "swiss": _GENEVA, "zurich": _GENEVA,
    "bern": _GENEVA, "gland": _GENEVA, "switzerland": _GENEVA,
    "new york": _NEW_YORK, "ny": _NEW_YORK, "nyc": _NEW_YORK, "washington": _NEW_YORK,
    "washington dc": _NEW_YORK, "washington d.c.": _NEW_YORK,
    "nairobi": "Africa/Nairobi", "gigiri": "Africa/Nairobi", "kenya": "Africa/Nairobi",
    "addis ababa": "Africa/Addis_Ababa", "bonn": "Europe/Berlin", "berlin": "Europe/Berlin",
    "rome": "Europe/Rome", "turin": "Europe/Rome", "trieste": "Europe/Rome", "paris": "Europe/Paris",
    "vienna": "Europe/Vienna", "copenhagen": "Europe/Copenhagen", "brussels": "Europe/Brussels",
    "the hague": "Europe/Amsterdam", "madrid": "Europe/Madrid", "stockholm": "Europe/Stockholm",
    "oslo": "Europe/Oslo", "helsinki": "Europe/Helsinki", "lisbon": "Europe/Lisbon",
    "london": _LONDON, "cambridge": _LONDON, "montreal": "America/Toronto", "toronto": "America/Toronto",
    "santiago": "America/Santiago", "panama": "America/Panama", "kingston": "America/Jamaica",
    "mexico city": "America/Mexico_City", "bogota": "America/Bogota",
    "port of spain": "America/Port_of_Spain",
    "cairo": "Africa/Cairo", "beirut": "Asia/Beirut", "amman": "Asia/Amman", "doha": "Asia/Qatar",
    "manama": "Asia/Bahrain", "dubai": "Asia/Dubai", "abu dhabi": "Asia/Dubai",
    "istanbul": "Europe/Istanbul", "moscow": "Europe/Moscow", "bangkok": "Asia/Bangkok",
    "manila": "Asia/Manila", "tokyo": "Asia/Tokyo", "seoul": "Asia/Seoul", "beijing": "Asia/Shanghai",
    "new delhi": "Asia/Kolkata", "delhi": "Asia/Kolkata", "kathmandu": "Asia/Kathmandu",
    "suva": "Pacific/Fiji", "apia": "Pacific/Apia", "dakar": "Africa/Dakar",
    "pretoria": "Africa/Johannesburg", "johannesburg": "Africa/Johannesburg",
}  # fmt: skip
_OFFSET = re.compile(r"(?:utc|gmt)\s*([+\-\u2212])\s*(\d{1,2})(?::?00)?")
_APART = re.compile(r"[()\[\]/,;&]|\s-\s")
_FILLING = re.compile(r"\b(?:local|standard|daylight|summer|winter|time|hours?|zone)\b")


def zone_of(label: str) -> str | None:
    """The IANA name of the zone a label means, None for a label nobody knows here.

    >>> zone_of("CEST"), zone_of("GVA time"), zone_of("9 a.m. somewhere")
    ('Europe/Zurich', 'Europe/Zurich', None)
    """
    return next((zone for part in _parts(label) if (zone := _zone(part))), None)


def zone_finding(label: str, day: str) -> str:
    """A sentence where a label cannot be right on a date (an ISO day or month), else "".

    Labels without a season (Geneva time, UTC), unknown ones and dates yet to be decided are fine.
    A month in which the clocks change fits both.
    """
    days = _days(day)
    for part in _parts(label):
        season = _SEASONS.get(part)
        if season is None or not days:
            continue
        zone, hours, other = season
        said = timedelta(hours=hours)
        if all(_offset(zone, one) != said for one in days):
            when = f"{'in' if len(day) == 7 else 'on'} {written_date(day)}"
            return f"{part.upper()} is not in use {when}; it is {other} then."
    return ""


def _parts(label: str) -> list[str]:
    """What a label says, taken apart: "CEST (Geneva time)" -> cest, geneva."""
    folded = fold(label)
    whole = _bare(folded)
    return [whole, *(_bare(part) for part in _APART.split(folded) if _bare(part) != whole)]


def _bare(part: str) -> str:
    return " ".join(_FILLING.sub(" ", part.replace("'s", "")).split()).strip(". ")


def _zone(part: str) -> str | None:
    if part in _SEASONS:
        return _SEASONS[part][0]
    found = _OFFSET.fullmatch(part)
    if found:  # zones of a fixed offset are named the other way round
        sign = "-" if found[1] == "+" else "+"
        hours = int(found[2])
        return "UTC" if hours == 0 else f"Etc/GMT{sign}{hours}" if hours <= 12 else None
    return _STEADY.get(part) or _PLACES.get(part)


def _days(day: str) -> list[date]:
    """The day, or the first and the last of a month; none where it is neither."""
    try:
        if len(day) != 7:
            return [date.fromisoformat(day)]
        first = date.fromisoformat(f"{day}-01")
    except ValueError:
        return []
    return [first, (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)]


@lru_cache(maxsize=64)
def _offset(zone: str, day: date) -> timedelta | None:
    """How far ahead of UTC the zone is at noon of a day."""
    return datetime(day.year, day.month, day.day, 12, tzinfo=zoneinfo.ZoneInfo(zone)).utcoffset()
