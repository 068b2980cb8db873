"""The mandate chart: workstreams over the years, and below it what happened in words."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from emgdesk.domain.dates import long_date, written_date
from emgdesk.domain.numbering import counted
from emgdesk.reports.blocks import (
    Block,
    Column,
    Document,
    DocumentTitle,
    Heading,
    MandateChart,
    Note,
    PageBreak,
    Table,
    TitleBlock,
)
from emgdesk.reports.builders.meeting import GROUP_LINES
from emgdesk.reports.mandates import MandateChartFacts, MandateRow, only

_TITLE = "Mandates of the workstreams"
_COLUMNS = (Column(15, "When"), Column(45, "What happened"), Column(40, "Where it was decided"))
EMPTY = "The desk holds no workstreams yet."
LEFT_OUT = "No workstream fits the options."


@dataclass(frozen=True, slots=True)
class MandateChartOptions:
    """`as_of` is the day the chart is of (None: today), `since` and `until` the days it begins and ends with.

    `workstreams` names those wanted (empty: all), `concluded` False leaves out concluded ones; `table`
    puts what happened in words below the chart. A picture of it has `dpi` dots to the inch.
    """

    as_of: date | None = None
    workstreams: tuple[str, ...] = ()
    since: date | None = None
    until: date | None = None
    paper: str = "a4"
    events: bool = True
    concluded: bool = True
    table: bool = True
    dpi: int = 200
    group_lines: bool = True


def build(facts: MandateChartFacts, options: MandateChartOptions | None = None) -> Document:
    """The chart on lying pages; an empty desk says so."""
    options = options or MandateChartOptions()
    chosen = _chosen(facts, options)
    day = long_date(date.fromordinal(facts.today))
    blocks: list[Block] = [
        TitleBlock(group_lines=GROUP_LINES if options.group_lines else ()),
        DocumentTitle(_TITLE, f"As of {day}"),
    ]
    empty = "" if chosen.rows else LEFT_OUT if facts.rows else EMPTY
    if empty:
        blocks.append(Note(empty))
    else:
        first, last = (each.toordinal() if each else None for each in (options.since, options.until))
        blocks.append(MandateChart(chosen, first, last, options.events))
        if options.table:
            blocks.extend(_in_words(chosen))
    return Document(
        title=f"{_TITLE}, {day}",
        author="EMG Secretariat",
        blocks=tuple(blocks),
        remarks=(empty,) if empty else _remarks(chosen),
        listed=len(chosen.rows),
        landscape=True,
        dpi=options.dpi,
        paper="a3" if options.paper == "a3" else "a4",
    )


def _chosen(facts: MandateChartFacts, options: MandateChartOptions) -> MandateChartFacts:
    wanted = frozenset(
        row.id
        for row in facts.rows
        if (options.concluded or row.status != "concluded")
        and (not options.workstreams or row.name in options.workstreams)
    )
    return only(facts, wanted)


def _remarks(facts: MandateChartFacts) -> tuple[str, ...]:
    """Which workstreams have no bar, in a sentence."""
    bare = [row.name for row in facts.rows if not row.stretches]
    if not bare:
        return ()
    have = "has" if len(bare) == 1 else "have"
    count = counted(len(bare), "workstream", "workstreams")
    return (f"{count} {have} no event with a date and so no bar: {', '.join(bare)}.",)


def _in_words(facts: MandateChartFacts) -> Sequence[Block]:
    rows = [row for row in facts.rows if row.events]
    if not rows:
        return ()
    lines: list[tuple[str, ...]] = []
    for row in rows:
        lines.append((_heading(row),))
        lines.extend((written_date(e.date) or "–", _sentence(e.words), e.place) for e in row.events)
    return PageBreak(), Heading("What happened"), Table(_COLUMNS, tuple(lines), lines="rows")


def _heading(row: MandateRow) -> str:
    lapsed = bool(row.stretches) and row.stretches[-1].status == "lapsed"
    until = f", {'ran out: ' if lapsed else 'until '}{row.until}" if row.until else ""
    return f"{row.name} ({row.status}{until})" if row.status else row.name


def _sentence(words: str) -> str:
    return words[:1].upper() + words[1:]
