"""The mandate chart on pages: in the largest type that fits one, else broken between families."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import groupby

from emgdesk.reports.charts.mandate_legend import mandate_legend
from emgdesk.reports.charts.mandate_rows import place_rows
from emgdesk.reports.charts.mandate_scale import full_scale
from emgdesk.reports.charts.mandates import FOOT, HEAD, MandatePlan, plan
from emgdesk.reports.charts.shapes import Drawing, Measure, Shape, moved
from emgdesk.reports.mandates import MandateChartFacts, MandateRow, only

_LARGEST, _SMALLEST, _STEP = 9.4, 6.4, 0.4
_BROKEN = 7.6
"""Type sizes in points: those tried for one page, and that of more."""
_WIDTH = 700.0
"""The width in points the largest size is meant for; wider pages have larger ones."""
_NAMES_SHARE = 0.235
_GAP = 1.1
"""Above the legend, in type sizes."""


@dataclass(frozen=True, slots=True)
class ChartPage:
    """A page of the chart, and where the rows on it stand."""

    drawing: Drawing
    rows: tuple[tuple[str, float], ...]  # the name of each workstream, and how far down it is


@dataclass(frozen=True, slots=True)
class PageForm:
    """What pages have in common: days shown, width, how texts are measured, whether events are marked."""

    first: int | None
    last: int | None
    width: float
    measure: Measure
    events: bool = True


def chart_pages(facts: MandateChartFacts, form: PageForm, room: float, page: float) -> Iterator[ChartPage]:
    """The pages; the first has `room`, the others have `page` (points)."""
    for size in _sizes(form.width):
        if _height(facts.rows, facts, form, size) <= room:
            yield _drawn(facts, facts.rows, form, size)
            return
    rows = list(facts.rows)
    while rows:
        taken = _most(rows, partial(_fits, facts, form, room))
        yield _drawn(facts, rows[:taken], form, _BROKEN)
        rows, room = rows[taken:], page


def _sizes(width: float) -> Iterator[float]:
    """The type sizes tried for one page, the largest first."""
    size = _LARGEST * max(1.0, width / _WIDTH)
    while size >= _SMALLEST:
        yield size
        size -= _STEP


def _most(rows: Sequence[MandateRow], fits: Callable[[Sequence[MandateRow]], bool]) -> int:
    """How many rows fit: whole families, or of one that is too long as many rows as there is room for."""
    taken = 0
    for _, family in groupby(rows, key=lambda row: row.family):
        count = taken + len(list(family))
        if not fits(rows[:count]):
            break
        taken = count
    while not taken or (taken < len(rows) and rows[taken - 1].family == rows[taken].family):
        if taken + 1 > len(rows) or (taken and not fits(rows[: taken + 1])):
            break
        taken += 1
    return taken


def _fits(facts: MandateChartFacts, form: PageForm, room: float, rows: Sequence[MandateRow]) -> bool:
    return _height(rows, facts, form, _BROKEN) <= room


def _height(rows: Sequence[MandateRow], facts: MandateChartFacts, form: PageForm, size: float) -> float:
    chosen = only(facts, frozenset(row.id for row in rows))
    placed = place_rows(rows, chosen.lines, _names(form, size), form.measure, size)
    bars = placed[-1].top + placed[-1].height if placed else 0.0
    legend = mandate_legend(facts, form.width, form.measure, size * 0.9, events=form.events)
    return bars + (HEAD + FOOT + _GAP) * size + legend.height


def _names(form: PageForm, size: float) -> float:
    return max(form.width * _NAMES_SHARE, 12 * size)


def _drawn(facts: MandateChartFacts, rows: Sequence[MandateRow], form: PageForm, size: float) -> ChartPage:
    names = _names(form, size)
    scale = full_scale(facts, form.width - names, form.first, form.last)
    chosen = replace(only(facts, frozenset(row.id for row in rows)), rows=tuple(rows))
    found = plan(chosen, scale, names, form.measure, size, events=form.events)
    legend = mandate_legend(facts, form.width, form.measure, size * 0.9, events=form.events)
    end = (HEAD + FOOT + _GAP) * size + found.height
    shapes = (*_together(found, names, size), *(moved(shape, 0.0, end) for shape in legend.shapes))
    tops = tuple((row.row.name, HEAD * size + row.top) for row in found.rows)
    return ChartPage(Drawing(end + legend.height, shapes), tops)


def _together(found: MandatePlan, names: float, size: float) -> Iterator[Shape]:
    """The parts of the chart as one picture."""
    head = HEAD * size
    for shapes, down in (
        (found.bars, head), (found.names, head), (found.above, head), (found.below, head + found.height),
    ):  # fmt: skip
        yield from (moved(shape, names, down) for shape in shapes)
