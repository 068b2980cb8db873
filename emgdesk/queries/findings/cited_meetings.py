"""Meetings of the Senior Officials that a text cites with a date."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from emgdesk.domain.folding import fold
from emgdesk.domain.written_dates import PATTERN, Written, fits, read_date
from emgdesk.queries.meetings import MeetingRow

_SEGMENT = r"(?:mid-?\s?term(?:\s+technical)?|technical|senior)"
_SOM = (
    r"(?:(?P<before>\d{1,3})(?:st|nd|rd|th)\s+(?:(?:EMG|annual|regular)\s+)*"
    r"(?:(?:meeting|session)\s+of\s+the\s+(?:EMG\s+|EMG['’]s\s+)?Senior\s+Officials"
    r"|Senior\s+Officials['’]?\s+Meeting|SOM)"
    r"|SOM[\s.-]?(?P<behind>\d{1,3})(?![\d/]))"
    r"(?:\s+of\s+the\s+(?:EMG|(?:United\s+Nations\s+|UN\s+)?Environment\s+Management\s+Group))?"
    r"(?:\s+\((?:EMG\s+)?SOM[\s.-]?\d{1,3}\))?"
)
_LINK = (
    r"(?:\s*\(\s*(?:held\s+on\s+)?"
    r"|\s*,?\s+(?:(?:which|that)\s+)?(?:(?:was|is|were)\s+)?(?:held|convened|met|took\s+place|hosted|of|on|in)"
    r"(?:\s+(?:virtually|online|remotely))?(?:\s+(?:on|in))?\s+(?:the\s+)?)"
)
_CITED = re.compile(
    rf"(?:(?P<segment>{_SEGMENT})\s+segments?\s+of\s+the\s+)?{_SOM}(?:[\s,]+(?P<other>{_SEGMENT})"
    rf"(?:\s+segment)?)?{_LINK}(?P<date>{PATTERN})",
    re.IGNORECASE,
)


class CitedMeeting(NamedTuple):
    """A citation: the words, the SOM, its segment ("" if none is named) and the date written."""

    words: str
    som: int
    segment: str
    written: Written


def cited_meetings(text: str) -> Iterator[CitedMeeting]:
    """The citations in a text (plain, without marks)."""
    for match in _CITED.finditer(text):
        written = read_date(match["date"])
        if written is not None:
            number = int(match["before"] or match["behind"])
            said = fold(match["segment"] or match["other"] or "")
            segment = "mid-term" if said.startswith("mid") else said
            yield CitedMeeting(" ".join(match[0].split()), number, segment, written)


def contradicted(cited: CitedMeeting, meetings: Sequence[MeetingRow]) -> tuple[MeetingRow, ...]:
    """The meetings a citation can mean if none of them was on that date, () if one fits or may."""
    meant = [m for m in meetings if m.som_number == cited.som and m.status not in ("cancelled", "postponed")]
    if cited.segment:
        meant = [m for m in meant if m.segment == cited.segment]
    verdicts = [fits(cited.written, m.date, m.end_date) for m in meant]
    return tuple(meant) if meant and all(verdict is False for verdict in verdicts) else ()
