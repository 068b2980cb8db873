"""The SOM ahead and what is behind: which decides next, which segment is over, when progress was reported."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from emgdesk.domain.codes import segment_code
from emgdesk.domain.dates import decided_on
from emgdesk.queries.meetings import MeetingRow, list_meetings
from emgdesk.queries.standing import last_reported, row_of


@dataclass(frozen=True, slots=True)
class SomAhead:
    """The SOM that decides next: its number (0 on a desk without SOMs) and its first segment that decides.

    `meeting_id` is None where that segment is not on the desk; `date` is ISO, "" while undecided.
    """

    number: int
    meeting_id: str | None
    code: str
    date: str


def next_som(session: Session, *, today: date) -> SomAhead:
    """The SOM that decides next, at its technical segment, or the senior one once that is over."""
    return som_ahead(list_meetings(session), today)


def som_ahead(meetings: Sequence[MeetingRow], today: date) -> SomAhead:
    """As `next_som`, of meetings already read; a segment is over when held or when its day has passed."""
    line = soms(meetings)
    deciding = [m for m in line if m.segment != "mid-term"]
    last = max((at for at, m in enumerate(deciding) if is_over(m, today)), default=-1)
    if ahead := deciding[last + 1 :]:
        return SomAhead(ahead[0].som_number or 0, ahead[0].id, ahead[0].code, ahead[0].date)
    before = deciding[last] if deciding else None
    number = before.som_number or 0 if before else 0
    begun = [m.som_number for m in line if m.som_number and m.som_number > number]
    if before is not None and before.segment == "technical" and not begun:
        return SomAhead(number, None, segment_code(number, "senior"), "")
    number = begun[0] if begun else number + 1 if before else 0
    return SomAhead(number, None, segment_code(number, "technical") if number else "", "")


def soms(meetings: Sequence[MeetingRow]) -> list[MeetingRow]:
    """The segments of all SOMs that were not cancelled, in order."""
    first = next((m for m in meetings if m.som_number is not None and m.status != "cancelled"), None)
    return row_of(first, meetings) if first else []


def is_over(meeting: MeetingRow, today: date) -> bool:
    """Whether a meeting was held, or its day has passed though nobody said so."""
    day = decided_on(meeting.date, meeting.end_date)
    passed = len(day) == 10 and day < today.isoformat() and meeting.status != "postponed"
    return meeting.status == "held" or passed


def reported_until(meetings: Sequence[MeetingRow], today: date) -> str:
    """The day (ISO) of the SOM segment at which progress was last reported, "" if there was none."""
    line = soms(meetings)
    ahead = next((m for m in line if not is_over(m, today)), None)
    before = last_reported(ahead, meetings) if ahead else next((m for m in line[::-1]), None)
    return before.date if before else ""
