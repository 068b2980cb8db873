"""The history of a mandate as a table: every event, or its extensions together in one line."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from emgdesk.reports import richtext
from emgdesk.reports.blocks import Cell, Column, Paragraph, Run, Table

History = Literal["", "short", "whole"]
_MOST = 6
"""So many events are told one by one; of more, extensions stand in one line."""
_EXTENDING = ("extended", "continued")


@dataclass(frozen=True, slots=True)
class SheetEvent:
    """What happened to the mandate: `day` in words; the decision cited and its wording (CommonMark).

    `kind` is a word of `domain.mandates.EVENTS`, "" for what happened to another workstream; `year` is
    that of the day.
    """

    day: str
    words: str
    citation: str = ""
    wording: str = ""
    kind: str = ""
    year: str = ""


def history_table(events: Sequence[SheetEvent], history: History = "") -> Table:
    """A row an event, in order; with "short" extensions stand together, with "" where there are many."""
    together = history == "short" or (not history and len(events) > _MOST)
    columns = (Column(20, "Date"), Column(80, "What was decided"))
    return Table(
        columns, tuple(_row(event) for event in (_shortened(events) if together else events)), "rows"
    )


def _shortened(events: Sequence[SheetEvent]) -> Sequence[SheetEvent]:
    """Extensions, and continuations, each in one line where the last of them stands."""
    found = list(events)
    for kind in _EXTENDING:
        own = [event for event in found if event.kind == kind and event.year]
        if len(own) > 1:
            found[found.index(own[-1])] = _together(own)
            for event in own[:-1]:
                found.remove(event)
    return found


def _together(events: Sequence[SheetEvent]) -> SheetEvent:
    """ "Extended 2021 (SOM27 senior), 2022 until SOM 30 (SOM29 senior)", with the wording of the last one."""
    first, last = events[0], events[-1]
    words = first.words.split(" ", 1)[0]
    parts = []
    for event in events:
        _, _, until = event.words.partition(" ")
        cited = f"({event.citation})" if event.citation else ""
        parts.append(" ".join(part for part in (event.year, until, cited) if part))
    years = first.year if first.year == last.year else f"{first.year} to {last.year}"
    return SheetEvent(years, f"{words} {', '.join(parts)}", "", last.wording, last.kind, last.year)


def _row(event: SheetEvent) -> tuple[Cell, ...]:
    head = [Run(event.words, bold=True)]
    if event.citation:
        head.append(Run(f" ({event.citation})"))
    quoted = richtext.to_runs(event.wording)
    quote = (Paragraph((Run("“"), *quoted, Run("”"))),) if quoted else ()
    return (event.day, (Paragraph(tuple(head)), *quote))
