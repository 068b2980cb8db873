"""The mandate chart laid out: bars over the years, events, lines of descent, the grid of SOMs.

It comes in parts, so that names and years can stay in view while the bars move: names to the left,
numbers of SOMs above, years below. The bars' own left upper corner is the origin of all of them.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from emgdesk.reports.charts.mandate_areas import HotArea, told_of_event, told_of_row, told_of_stretch
from emgdesk.reports.charts.mandate_bars import bar
from emgdesk.reports.charts.mandate_lines import Route, head, routes, shaft
from emgdesk.reports.charts.mandate_marks import mark
from emgdesk.reports.charts.mandate_rows import BAR, LEADING, PlacedRow, indent, place_rows
from emgdesk.reports.charts.mandate_scale import (
    Scale,
    ground,
    som_numbers,
    today_words,
    year_names,
)
from emgdesk.reports.charts.mandate_texts import SMALL, UNKNOWN, Texts
from emgdesk.reports.charts.shapes import Measure, Shape, Stroke, Words
from emgdesk.reports.mandates import Happening, MandateChartFacts

RADIUS = 0.44
"""Of a mark, in type sizes."""
HEAD, FOOT = 1.9, 3.4
"""The height of what stands above and below the bars, in type sizes."""


@dataclass(frozen=True, slots=True)
class MandatePlan:
    """The parts of the chart; all in the bars' own coordinates, names at negative `x`."""

    scale: Scale
    height: float
    bars: tuple[Shape, ...]
    names: tuple[Shape, ...]
    above: tuple[Shape, ...]
    below: tuple[Shape, ...]
    areas: tuple[HotArea, ...]
    line_areas: tuple[HotArea, ...]
    rows: tuple[PlacedRow, ...]


def plan(
    facts: MandateChartFacts, scale: Scale, names_width: float, measure: Measure, size: float,
    *, events: bool = True,
) -> MandatePlan:  # fmt: skip
    """The shapes of the rows of `facts`; `above` ends and `below` begins where the bars do.

    Lines from or to workstreams that are not among the rows end beside a bar and name them.
    """
    rows = place_rows(facts.rows, facts.lines, names_width, measure, size)
    height = rows[-1].top + rows[-1].height if rows else 0.0
    placed = {row.row.id: row for row in rows}
    found = routes(facts.lines, placed, scale, size)
    areas: list[HotArea] = []
    shapes: list[Shape] = [*ground(scale, facts.soms, height, size), *_rules(rows, scale, size)]
    today = facts.today if scale.first <= facts.today <= scale.last else None
    if today is not None:
        shapes.append(Stroke(scale.x(today), 0.0, scale.x(today), height, size * 0.14, 0.1))
    for route in found:
        shapes.extend(shaft(route, size))
    for number, row in enumerate(rows):
        shapes.extend(bar(row.row, scale, row.middle - BAR * size / 2, BAR * size))
        areas.extend(_bar_areas(row, number, scale, size))
    shapes.extend(head(route, size) for route in found)
    for number, row in enumerate(rows):
        if events:
            for event, x in marked(row, scale, size):
                shapes.extend(_marked(event, x, row, scale, size))
                areas.append(_event_area(event, x, row, number, size))
    shapes.extend(_texts(facts, rows, found, scale, measure, size))
    return MandatePlan(
        scale=scale,
        height=height,
        bars=tuple(shapes),
        names=tuple(_names(rows, names_width, size)),
        above=tuple(_above(facts, scale, measure, size)),
        below=tuple(_below(facts, scale, measure, size)),
        areas=tuple(areas),
        line_areas=tuple(_line_areas(found, rows, size)),
        rows=rows,
    )


def marked(row: PlacedRow, scale: Scale, size: float) -> Iterator[tuple[Happening, float]]:
    """The events of a row in sight and where they stand: none on top of another."""
    free = float("-inf")
    for event in sorted((e for e in row.row.events if e.day is not None), key=lambda e: e.day or 0):
        day = event.day or 0
        if scale.first <= day <= scale.last:
            x = max(scale.x(day), free)
            yield event, x
            free = x + RADIUS * size * 2.25


def _marked(event: Happening, x: float, row: PlacedRow, scale: Scale, size: float) -> Iterator[Shape]:
    radius = RADIUS * size
    first, last = _possible(event)
    left, right = scale.x(first), scale.x(last)
    if event.rough and event.date and right - left > radius * 3:
        yield Stroke(left, row.middle, right, row.middle, size * 0.09, 0.0)
        for end in (left, right):
            yield Stroke(end, row.middle - radius * 0.6, end, row.middle + radius * 0.6, size * 0.09, 0.0)
    yield from mark(event.kind, x, row.middle, radius)


def _possible(event: Happening) -> tuple[int, int]:
    """The first and the last day an event may have been on."""
    day = event.day or 0
    if len(event.date) == 4:
        return date(int(event.date), 1, 1).toordinal(), date(int(event.date), 12, 31).toordinal()
    return (day - 15, day + 15) if len(event.date) == 7 else (day, day)


def _bar_areas(row: PlacedRow, number: int, scale: Scale, size: float) -> Iterator[HotArea]:
    top, high = row.middle - BAR * size / 2, BAR * size
    for one in row.row.stretches:
        if scale.shows(one.start, one.end):
            x, end = scale.x(one.start), scale.x(one.end)
            words = told_of_stretch(row.row, one)
            yield HotArea(x, top, max(end - x, 1.0), high, "workstream", row.row.id, words, number)


def _event_area(event: Happening, x: float, row: PlacedRow, number: int, size: float) -> HotArea:
    reach = RADIUS * size * 1.35
    return HotArea(
        x - reach, row.middle - reach, 2 * reach, 2 * reach, event.target_kind, event.target_id,
        told_of_event(row.row, event), number, event.id,
    )  # fmt: skip


def _line_areas(found: Sequence[Route], rows: Sequence[PlacedRow], size: float) -> Iterator[HotArea]:
    """Along the lines: they tell the event that drew them, and lead where it does."""
    events = {event.id: (n, row.row, event) for n, row in enumerate(rows) for event in row.row.events}
    for route in found:
        if route.line.event_id in events:
            number, row, event = events[route.line.event_id]
            yield HotArea(
                route.x - size * 0.4, min(route.start, route.end), size * 0.8, abs(route.end - route.start),
                event.target_kind, event.target_id, told_of_event(row, event), number,
            )  # fmt: skip


def name_areas(found: MandatePlan, names_width: float) -> tuple[HotArea, ...]:
    """The names as areas; they lead to their workstreams and tell their history."""
    return tuple(
        HotArea(
            -names_width, row.top, names_width, row.height, "workstream", row.row.id,
            "\n".join(told_of_row(row.row)), number,
        )
        for number, row in enumerate(found.rows)
    )  # fmt: skip


def _rules(rows: Sequence[PlacedRow], scale: Scale, size: float) -> Iterator[Shape]:
    """Between families."""
    for row in rows:
        if row.rule:
            yield Stroke(0.0, row.top - size * 0.25, scale.width, row.top - size * 0.25, size * 0.06, 0.8)


def _names(rows: Sequence[PlacedRow], width: float, size: float) -> Iterator[Shape]:
    for row in rows:
        if row.rule:
            yield Stroke(-width, row.top - size * 0.25, 0.0, row.top - size * 0.25, size * 0.06, 0.8)
        y = row.name_top(size) + LEADING * size / 2
        for line in row.lines:
            yield Words(line, indent(row.row, size) - width, y, size, bold=not row.row.level)
            y += LEADING * size


def _texts(
    facts: MandateChartFacts,
    rows: Sequence[PlacedRow],
    found: Sequence[Route],
    scale: Scale,
    measure: Measure,
    size: float,
) -> Iterator[Shape]:
    today = scale.x(facts.today) if scale.first <= facts.today <= scale.last else None
    texts = Texts(scale, measure, size, today)
    for row in rows:
        half = BAR * size / 2
        for one in row.row.stretches:
            texts.block(scale.x(one.start), row.middle - half, scale.x(one.end), row.middle + half)
    for row in rows:
        if row.under:
            yield from texts.names(row, found)
    for route in found:
        yield from texts.descent(route, found)
    for row in rows:
        yield from texts.until(row)
        if not row.row.stretches:
            yield Words(UNKNOWN, size * 0.5, row.middle, size * SMALL, italic=True)


def _above(facts: MandateChartFacts, scale: Scale, measure: Measure, size: float) -> Iterator[Shape]:
    yield Words("SOM", -size * 0.6, -size * 0.95, size * 0.9, "right", bold=True)
    yield from som_numbers(scale, facts.soms, measure, size * 0.9, -size * 0.95)
    yield Stroke(0.0, 0.0, scale.width, 0.0, size * 0.1, 0.35)


def _below(facts: MandateChartFacts, scale: Scale, measure: Measure, size: float) -> Iterator[Shape]:
    yield Stroke(0.0, 0.0, scale.width, 0.0, size * 0.1, 0.35)
    yield from year_names(scale, measure, size * 0.9, size * 1.15)
    if scale.first <= facts.today <= scale.last:
        words = today_words(facts.today)
        half = measure(words, size * 0.9, True) / 2
        x = scale.x(facts.today)
        yield Stroke(x, 0.0, x, size * 0.5, size * 0.14, 0.1)
        yield Stroke(x, size * 1.75, x, size * 2.0, size * 0.14, 0.1)
        middle = min(max(x, half), scale.width - half)
        yield Words(words, middle, size * 2.6, size * 0.9, "center", bold=True)
