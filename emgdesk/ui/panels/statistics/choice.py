"""Which meetings are counted: all, those of a SOM, of a segment, the last ones, those between two days."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from emgdesk.domain.codes import code_key
from emgdesk.domain.dates import is_between
from emgdesk.domain.statuses import SEGMENTS
from emgdesk.queries.meetings import MeetingRow

Kind = Literal["all", "som", "segment", "last", "between"]


@dataclass(frozen=True, slots=True)
class Choice:
    """`value` is the number of a SOM or the name of a segment; `since` and `until` are ISO days or ""."""

    kind: Kind = "all"
    value: str = ""
    last: int = 6
    since: str = ""
    until: str = ""


def proposals(meetings: Iterable[MeetingRow]) -> tuple[tuple[str, Kind, str], ...]:
    """What may be chosen as (words, kind, value): only SOMs and segments that have a roster."""
    counted = [meeting for meeting in meetings if meeting.people]
    numbers = sorted({m.som_number for m in counted if m.som_number is not None}, reverse=True)
    segments = [s for s in SEGMENTS[:3] if sum(m.segment == s for m in counted) > 1]
    return (
        ("All meetings", "all", ""),
        *((f"SOM {number}", "som", str(number)) for number in numbers),  # type: ignore[misc]
        *((f"{one.capitalize()} segments of all SOMs", "segment", one) for one in segments),
        ("The last meetings", "last", ""),
        ("Meetings between two days", "between", ""),
    )


def chosen_meetings(choice: Choice, meetings: Sequence[MeetingRow]) -> tuple[MeetingRow, ...]:
    """The meetings of a choice, the earliest first; without a roster only where they were asked for."""
    every = sorted(meetings, key=lambda m: (m.date == "", m.date, m.start_time, code_key(m.code)))
    if choice.kind == "som":
        return tuple(m for m in every if str(m.som_number) == choice.value)
    if choice.kind == "segment":
        return tuple(m for m in every if m.segment == choice.value)
    if choice.kind == "between":
        return tuple(m for m in every if is_between(m.date, choice.since, choice.until))
    counted = [m for m in every if m.people]
    return tuple(counted[-choice.last :] if choice.kind == "last" else counted)


def choice_around(meeting: MeetingRow) -> Choice:
    """What a meeting is best compared with: the others of its SOM, else all."""
    return Choice("all") if meeting.som_number is None else Choice("som", str(meeting.som_number))
