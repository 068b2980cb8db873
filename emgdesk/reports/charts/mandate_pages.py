"""The mandate chart on pages: in the largest type that fits one, else broken between families."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import groupby

from emgdesk.reports.charts.mandate_legend import mandate_legend
from emgdesk.reports.charts.mandate_rows import place_rows
from emgdesk.reports.charts.mandate_scale import Scale, full_scale
from emgdesk.reports.charts.mandates import FOOT, HEAD, MandatePlan, plan
from emgdesk.reports.charts.shapes import Drawing, Measure, Shape, moved
from emgdesk.reports.mandates import MandateChartFacts, MandateRow, only

_LARGEST, _SMALLEST, _STEP = 9.4, 6.4, 0.4
_BROKEN = 7.6
"""Type sizes in points: those tried for one page, and that of more."""
_HALVINGS = 6
"""How finely pages are made equally full."""
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
    for rows in _balanced(facts, form, room, page):
        yield _drawn(facts, rows, form, _BROKEN)


def _sizes(width: float) -> Iterator[float]:
    """The type sizes tried for one page, the largest first."""
    size = _LARGEST * max(1.0, width / _WIDTH)
    while size >= _SMALLEST:
        yield size
        size -= _STEP


def _balanced(
    facts: MandateChartFacts, form: PageForm, room: float, page: float
) -> tuple[Sequence[MandateRow], ...]:
    """The rows of as few pages as they need, the pages about equally full."""
    full = _broken(facts, form, room, page)
    least, most, found = 0.0, 1.0, full
    for _ in range(_HALVINGS):
        share = (least + most) / 2
        tried = _broken(facts, form, room * share, page * share)
        if len(tried) == len(full) and all(
            _height(rows, facts, form, _BROKEN) <= (page if number else room)
            for number, rows in enumerate(tried)
        ):
            most, found = share, tried
        else:
            least = share
    return found


def _broken(
    facts: MandateChartFacts, form: PageForm, room: float, page: float
) -> tuple[Sequence[MandateRow], ...]:
    """The rows in pages as full as they get."""
    rows, pages = list(facts.rows), []
    while rows:
        taken = _most(rows, partial(_fits, facts, form, room))
        pages.append(rows[:taken])
        rows, room = rows[taken:], page
    return tuple(pages)


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
    chosen = replace(only(facts, frozenset(row.id for row in rows)), rows=tuple(rows))
    placed = place_rows(rows, chosen.lines, _names(form, size), form.measure, size)
    bars = placed[-1].top + placed[-1].height if placed else 0.0
    legend = _legend(chosen, full_scale(facts, form.width, form.first, form.last), form, size)
    return bars + (HEAD + FOOT + _GAP) * size + legend.height


def _legend(facts: MandateChartFacts, scale: Scale, form: PageForm, size: float) -> Drawing:
    """What the marks on a page mean: those in sight alone."""
    rows = tuple(
        replace(
            row,
            stretches=tuple(one for one in row.stretches if scale.shows(one.start, one.end)),
            events=tuple(e for e in row.events if e.day is not None and scale.shows(e.day, e.day)),
        )
        for row in facts.rows
    )
    shown = replace(facts, rows=rows)
    return mandate_legend(shown, form.width, form.measure, size * 0.9, events=form.events)


def _names(form: PageForm, size: float) -> float:
    return max(form.width * _NAMES_SHARE, 12 * size)


def _drawn(facts: MandateChartFacts, rows: Sequence[MandateRow], form: PageForm, size: float) -> ChartPage:
    names = _names(form, size)
    scale = full_scale(facts, form.width - names, form.first, form.last)
    chosen = replace(only(facts, frozenset(row.id for row in rows)), rows=tuple(rows))
    found = plan(chosen, scale, names, form.measure, size, events=form.events)
    legend = _legend(chosen, scale, form, size)
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
