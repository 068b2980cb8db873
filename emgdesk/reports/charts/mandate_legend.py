"""What the bars and marks of the mandate chart mean: those it has, and no others."""

from collections.abc import Iterator
from functools import partial

from emgdesk.reports.charts.mandate_bars import stretch
from emgdesk.reports.charts.mandate_marks import MARKED, Sample, legend, mark
from emgdesk.reports.charts.shapes import Drawing, Measure, Shape, Stroke
from emgdesk.reports.mandates import MandateChartFacts, StretchStatus

_SAID: tuple[tuple[StretchStatus, str], ...] = (
    ("active", "own mandate"),
    ("part", "part of another"),
    ("ahead", "until its known end"),
    ("proposed", "proposed only"),
    ("lapsed", "ran out, not decided on"),
)
_HIGH, _WIDE = 1.0, 2.6
"""The size of a sample of a bar, in type sizes."""


def mandate_legend(
    facts: MandateChartFacts, width: float, measure: Measure, size: float, *, events: bool = True
) -> Drawing:
    """The legend in as many lines as it needs."""
    return legend(_samples(facts, size, events=events), width, measure, size)


def _samples(facts: MandateChartFacts, size: float, *, events: bool) -> Iterator[Sample]:
    statuses = {one.status for row in facts.rows for one in row.stretches}
    kinds = {event.kind for row in facts.rows for event in row.events}
    for status, word in _SAID:
        if status in statuses:
            yield word, partial(_bar, status, size), _WIDE * size
    if not events:
        return
    for kind in MARKED:
        if kind in kinds:
            yield kind, partial(_mark, kind, size), size
    if any(event.rough and event.date for row in facts.rows for event in row.events):
        yield "only month or year known", partial(_whisker, size), size * 1.8


def _bar(status: StretchStatus, size: float, x: float, y: float) -> Iterator[Shape]:
    return stretch(status, x, x + _WIDE * size, y + size * 0.2, _HIGH * size)


def _mark(kind: str, size: float, x: float, y: float) -> Iterator[Shape]:
    return mark(kind, x + size * 0.5, y + size * 0.7, size * 0.44)


def _whisker(size: float, x: float, y: float) -> Iterator[Shape]:
    middle = y + size * 0.7
    yield Stroke(x, middle, x + size * 1.8, middle, size * 0.09, 0.0)
    for end in (x, x + size * 1.8):
        yield Stroke(end, middle - size * 0.26, end, middle + size * 0.26, size * 0.09, 0.0)
