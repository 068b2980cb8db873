"""Attendance statistics: who came, meeting by meeting, and which entities sent how many."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from emgdesk.domain.dates import long_date
from emgdesk.domain.numbering import counted
from emgdesk.reports.blocks import (
    Block,
    Document,
    DocumentTitle,
    Heading,
    Note,
)
from emgdesk.reports.builders.attendance_charts import charts, charts_of_one
from emgdesk.reports.builders.attendance_figures import (
    MeetingAttendance,
    MeetingFigures,
    StatisticsFacts,
    figures,
)
from emgdesk.reports.builders.entity_figures import entity_figures
from emgdesk.reports.builders.meeting import title_block
from emgdesk.reports.builders.names import counted_together
from emgdesk.reports.builders.statistics_tables import entity_tables, overview, sheets


@dataclass(frozen=True, slots=True)
class StatisticsOptions:
    """`meetings` are codes (none: all, or those like the one in view), `since` and `until` their days."""

    heading: str = "Attendance statistics"
    meetings: tuple[str, ...] = ()
    since: date | None = None
    until: date | None = None
    charts: bool = True
    entities: bool = True
    group_lines: bool = True


def build(facts: StatisticsFacts, options: StatisticsOptions | None = None) -> Document:
    """The statistics; without a meeting that has a roster they say so."""
    options = options or StatisticsOptions()
    meetings = [meeting for meeting in facts.meetings if meeting.lines]
    numbers = [figures(meeting) for meeting in meetings]
    entities = entity_figures(meetings)
    blocks: list[Block] = []
    if facts.meeting:
        blocks.append(title_block(facts.meeting, group_lines=options.group_lines))
    blocks.append(DocumentTitle(options.heading, _span(numbers)))
    if not numbers:
        blocks.append(Note(_nothing(facts, options)))
    else:
        blocks.extend(overview(numbers))
        together = counted_together(line for meeting in meetings for line in meeting.lines)
        if together:
            blocks.append(Note(f"{together}."))
        if options.charts:
            blocks.append(Heading("Charts"))
            blocks.extend(charts(numbers))
            if len(meetings) == 1:
                blocks.extend(charts_of_one(entities))
        if options.entities:
            blocks.append(Heading("Entities by meeting"))
            blocks.extend(entity_tables([n.code for n in numbers], entities))
    title = f"{options.heading} – {facts.meeting.title}" if facts.meeting else options.heading
    return Document(
        title=title,
        author="EMG Secretariat",
        blocks=tuple(blocks),
        remarks=left_out(facts.meetings) if facts.meetings else (_nothing(facts, options),),
        sheets=sheets(numbers, entities),
    )


def _nothing(facts: StatisticsFacts, options: StatisticsOptions) -> str:
    """Why nothing is counted, in a sentence."""
    first, last = options.since, options.until
    if facts.meetings or not (first or last):
        return "There is no meeting with a roster to count yet."
    if first and last:
        return f"No meeting between {long_date(first)} and {long_date(last)}."
    return (
        f"No meeting from {long_date(first)} on."
        if first
        else f"No meeting up to {long_date(last or date.max)}."
    )


def _span(numbers: Sequence[MeetingFigures]) -> str:
    if len(numbers) < 2:
        return numbers[0].code if numbers else ""
    return f"{len(numbers)} meetings, {numbers[0].code} to {numbers[-1].code}"


def left_out(meetings: Sequence[MeetingAttendance]) -> tuple[str, ...]:
    """Which meetings are not counted, in a sentence; nothing where all are."""
    empty = [meeting.code for meeting in meetings if not meeting.lines]
    if not empty:
        return ()
    has = "has no roster and is" if len(empty) == 1 else "have no roster and are"
    return (f"{counted(len(empty), 'meeting', 'meetings')} {has} left out: {', '.join(empty)}.",)
