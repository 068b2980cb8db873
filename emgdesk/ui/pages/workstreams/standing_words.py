"""How a workstream stands, in sentences."""

from collections.abc import Iterator
from datetime import date

from emgdesk.domain.dates import written_date
from emgdesk.domain.lineage import SUCCEEDED, age
from emgdesk.domain.numbering import counted
from emgdesk.queries.workstreams import WorkstreamRow

_ENDED = {SUCCEEDED: "Succeeded by another workstream", "not pursued": "Not pursued"}


def standing_lines(row: WorkstreamRow, today: date) -> tuple[str, ...]:
    """Status and age, until when the mandate runs, what it is part of, who answers for it."""
    return tuple(_lines(row, today))


def _lines(row: WorkstreamRow, today: date) -> Iterator[str]:
    years = age(row.since, row.ended or today.isoformat())
    since = f" since {_day(row.since)}" if row.since else ""
    old = f" ({counted(years, 'year', 'years')})" if years else ""
    if row.ended_by or row.status == "concluded":
        ended = _ENDED.get(row.ended_by, (row.ended_by or "concluded").capitalize())
        yield f"{ended}{_on(row.ended)}."
        if row.since:
            yield f"Established{_on(row.since)}{old}."
    else:
        yield f"{(row.status or 'not yet begun').capitalize()}{since}{old}."
    if row.until:
        yield f"Its mandate runs until {row.until}."
    if row.parent:
        yield f"Part of {row.parent}."
    if row.leads:
        yield f"Led by {row.leads}."
    if row.officer:
        yield f"{row.officer} answers for it in the secretariat."


def _on(day: str) -> str:
    """ " on 28 October 2020", " in 2020", "" where it is not known."""
    return f" {'on' if len(day) == 10 else 'in'} {_day(day)}" if day else ""


def _day(day: str) -> str:
    return written_date(day) if len(day) > 4 else day
