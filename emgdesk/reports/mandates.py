"""What the mandate chart shows, as values: workstreams over time, what happened to them, how they descend.

Days are counted as `date.toordinal` counts them.
"""

from dataclasses import dataclass, replace
from typing import Literal, TypeAlias

StretchStatus: TypeAlias = Literal["proposed", "active", "part", "lapsed", "ahead"]
"""How a stretch of a bar is drawn: proposed only, with a mandate, as part of another workstream, after an
end that nobody decided on, and from today on to a known end."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch in which name, kind and status stayed; `rough` if its first day is not known exactly."""

    start: int
    end: int
    name: str
    kind: str
    status: StretchStatus
    rough: bool = False


@dataclass(frozen=True, slots=True)
class Happening:
    """An event on a bar: `words` what happened, `source` when and by which meeting and decision.

    `day` is None where no event of the workstream has a date, `place` the meeting and the decision alone.
    `target_kind` and `target_id` name what it
    leads to: the decision, else the event itself.
    """

    id: str
    kind: str  # domain.mandates.EVENTS
    day: int | None
    date: str  # ISO: a day, a month, a year or ""
    words: str
    source: str
    target_kind: str
    target_id: str
    place: str = ""
    note: str = ""

    @property
    def rough(self) -> bool:
        """Whether its day is not known exactly."""
        return len(self.date) < 10


@dataclass(frozen=True, slots=True)
class MandateRow:
    """A workstream: its bar, and what happened to it in order.

    `status` is that of today (proposed, active, concluded, "" before it began), `until` in words until
    when its mandate runs. `begun_before` says that it existed before its first event, `open` that its bar
    goes on. `family` is alike for all that are connected by lines or as parts, `level` counts the
    workstreams it is a part of.
    """

    id: str
    name: str
    kind: str
    chapter: str
    status: str
    stretches: tuple[Stretch, ...] = ()
    events: tuple[Happening, ...] = ()
    until: str = ""
    begun_before: bool = False
    open: bool = False
    family: int = 0
    level: int = 0


@dataclass(frozen=True, slots=True)
class Descent:
    """A line from one workstream to another, as `domain.lineage.Line`; names are those of now."""

    event_id: str
    kind: str
    day: int
    from_id: str
    to_id: str
    from_name: str = ""
    to_name: str = ""


@dataclass(frozen=True, slots=True)
class SomDay:
    """A SOM of the grid; an `expected` one has no date yet."""

    number: int
    day: int
    expected: bool = False


@dataclass(frozen=True, slots=True)
class MandateChartFacts:
    """The rows in the order they are drawn, families together; `today` is the day the chart is of."""

    rows: tuple[MandateRow, ...]
    lines: tuple[Descent, ...]
    soms: tuple[SomDay, ...]
    today: int

    @property
    def span(self) -> tuple[int, int]:
        """The first and the last day anything stands at; today's alone where nothing does."""
        days = [self.today, *(event.day for row in self.rows for event in row.events if event.day)]
        for row in self.rows:
            days += [day for stretch in row.stretches for day in (stretch.start, stretch.end)]
        return min(days), max(days)


def only(facts: MandateChartFacts, kept: frozenset[str]) -> MandateChartFacts:
    """The rows of these keys, and the lines from or to them."""
    rows = tuple(row for row in facts.rows if row.id in kept)
    lines = tuple(line for line in facts.lines if line.from_id in kept or line.to_id in kept)
    return replace(facts, rows=rows, lines=lines)
