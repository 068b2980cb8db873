"""What the rows above a table say of its meeting: title, SOM number and segment."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from emgdesk.domain.folding import fold
from emgdesk.importing.tables import Cell, RawSheet

_SOM = re.compile(r"\b(?:som\s*)?(\d{1,3})(?:st|nd|rd|th)?\b(?=.*senior officials)|\bsom\s*(\d{1,3})\b")
_SEGMENTS = (
    ("mid-term", "mid-term"),
    ("mid term", "mid-term"),
    ("midterm", "mid-term"),
    ("technical", "technical"),
    ("senior segment", "senior"),
)
_TITLE_WORDS = (
    "meeting", "segment", "session", "dialogue", "workshop", "reunion", "event", "consultation", "seminar",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class MeetingGuess:
    """What may be proposed for a new meeting; empty where nothing was found."""

    title: str = ""
    som_number: int | None = None
    segment: str = ""


def guess_meeting(sheet: RawSheet, header_row: int | None) -> MeetingGuess:
    """Read the rows above `header_row` (a row number; None: there are none)."""
    if header_row is None:
        return MeetingGuess()
    above = [row for number, row in zip(sheet.numbers, sheet.rows, strict=True) if number < header_row][:12]
    title = next((text for text in _texts(above) if _is_title(text)), "")
    folded = fold(title)
    found = _SOM.search(folded)
    number = next((int(group) for group in found.groups() if group), None) if found else None
    segment = next((word for said, word in _SEGMENTS if said in folded), "") if number else ""
    return MeetingGuess(title, number, segment)


def _texts(rows: Iterable[tuple[Cell, ...]]) -> Iterable[str]:
    for row in rows:
        for cell in row:
            if isinstance(cell, str) and cell.strip():
                yield " ".join(cell.split())


def _is_title(text: str) -> bool:
    words = fold(text)
    return len(text) > 8 and any(word in words for word in _TITLE_WORDS)
