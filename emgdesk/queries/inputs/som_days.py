"""On which day each SOM decided, as far as the desk knows."""

from collections.abc import Iterable

from sqlalchemy import select
from sqlalchemy.orm import Session

from emgdesk.db.models import Meeting
from emgdesk.domain.codes import SEGMENTS, read_code
from emgdesk.domain.dates import decided_on
from emgdesk.domain.mandate_spans import day_of


def som_days(session: Session, *, told: Iterable[tuple[str, str]] = ()) -> dict[int, int]:
    """The day (`date.toordinal`) of each SOM by number: that of its senior segment, else of its last one.

    `told` are (meeting as typed, ISO date) of events whose meeting the desk does not hold; they stand in
    for SOMs that have no meeting with a date.
    """
    rows = session.execute(
        select(Meeting.som_number, Meeting.segment, Meeting.date, Meeting.end_date).where(
            Meeting.som_number.is_not(None), Meeting.date != "", Meeting.status != "cancelled"
        )
    )
    on_desk = _latest((number, segment, decided_on(first, last)) for number, segment, first, last in rows)
    typed = _latest((*read_code(meeting), day) for meeting, day in told)
    return {**typed, **on_desk}


def _latest(segments: Iterable[tuple[int | None, str, str]]) -> dict[int, int]:
    """Of each SOM the day of its senior segment, else the last one."""
    found: dict[int, tuple[bool, int]] = {}
    for number, segment, written in segments:
        day = day_of(written)
        if number is not None and day is not None:
            found[number] = max(found.get(number, (False, 0)), (segment == SEGMENTS[2], day))
    return {number: day for number, (_, day) in sorted(found.items())}
