"""Bars, axis, legend and labels of a chart at their places."""

from collections.abc import Iterator
from dataclasses import dataclass

from emgdesk.reports.blocks import Chart
from emgdesk.reports.charts.fitting import wrapped
from emgdesk.reports.charts.hatching import hatch
from emgdesk.reports.charts.scale import number, reach, ticks
from emgdesk.reports.charts.shapes import WHITE, Colour, Drawing, Measure, Rectangle, Shape, Stroke, Words


@dataclass(frozen=True, slots=True)
class _Fill:
    colour: Colour
    hatched: tuple[int, ...] = ()  # directions of the lines: 1 rises, -1 falls
    white: bool = False


_FILLS = (
    _Fill((0.11, 0.25, 0.44), white=True),
    _Fill((0.78, 0.86, 0.94)),
    _Fill(WHITE, (1,)),
    _Fill((0.48, 0.48, 0.48), white=True),
    _Fill(WHITE, (1, -1)),
)
_LEADING = 1.15
_LABELS_SHARE = 0.34
"""The names of the categories take at most this share of the width."""


def layout(
    chart: Chart, width: float, measure: Measure, size: float = 8.0, highest: float | None = None
) -> Drawing:
    """The shapes of `chart` in `width`, as high as its categories need; values are 0 or more.

    `highest` sets the end of the axis where parts of a chart share one (None: the chart's own).
    """
    return _Layout(chart, width, measure, size, reach(chart) if highest is None else highest).drawing()


class _Layout:
    def __init__(self, chart: Chart, width: float, measure: Measure, size: float, highest: float) -> None:
        self._chart, self._width, self._measure, self._size = chart, width, measure, size
        self._ticks = ticks(highest)
        widest = max((measure(name, size, False) for name in chart.categories), default=0.0)
        unit = measure(chart.unit, size * 0.9, False) + measure("0", size, False) + size * 0.6
        self._left = max(min(widest, width * _LABELS_SHARE) + size * 0.8, unit if chart.unit else 0.0)
        room = measure(number(self._ticks[-1]), size, True) + size
        self._unit = max(1.0, width - self._left - room) / self._ticks[-1]
        bars = 1 if chart.kind == "stacked" else len(chart.series)
        self._bar = size * 1.7 if bars == 1 else size * 1.3
        self._pitch = self._bar * bars + size * 0.9
        self._shapes: list[Shape] = []

    def drawing(self) -> Drawing:
        size = self._size
        y = 0.0
        if self._chart.title:
            self._shapes.append(Words(self._chart.title, 0.0, size * 0.7, size * 1.12, bold=True))
            y += size * 2.2
        if len(self._chart.series) > 1:
            y = self._legend(y)
        end = y + self._pitch * len(self._chart.categories)
        self._grid(y, end)
        for index, name in enumerate(self._chart.categories):
            self._category(index, name, y + self._pitch * index)
        self._shapes.append(Stroke(self._left, y, self._left, end, size * 0.1, 0.25))
        rows = tuple((y + self._pitch * index, self._pitch) for index in range(len(self._chart.categories)))
        return Drawing(end + size * 1.9, tuple(self._shapes), rows)

    def _legend(self, y: float) -> float:
        """Swatches with the names of the series, in as many lines as they need; where the bars begin."""
        size = self._size
        x = 0.0
        for index, series in enumerate(self._chart.series):
            needed = size * 2.0 + self._measure(series.name, size, False)
            if x and x + needed > self._width:
                x, y = 0.0, y + size * 1.6
            self._filled(x, y, size * 1.4, size, index)
            self._shapes.append(Words(series.name, x + size * 1.9, y + size / 2, size))
            x += needed + size * 1.6
        return y + size * 2.2

    def _grid(self, top: float, end: float) -> None:
        size = self._size
        for tick in self._ticks:
            x = self._left + tick * self._unit
            self._shapes.append(Stroke(x, top, x, end, size * 0.05, 0.82))
            self._shapes.append(Words(number(tick), x, end + size * 0.9, size * 0.9, "center"))
        if self._chart.unit:
            beside = self._left - self._measure("0", size, False) - size * 0.6
            self._shapes.append(Words(self._chart.unit, beside, end + size * 0.9, size * 0.9, "right"))

    def _category(self, index: int, name: str, top: float) -> None:
        size = self._size
        gap = size * 0.45
        middle = top + self._pitch / 2
        self._shapes.extend(self._named(name, middle))
        values = [series.values[index] for series in self._chart.series]
        if self._chart.kind == "stacked":
            x = self._left
            for place, value in enumerate(values):
                x = self._part(x, top + gap, value, place, labelled=len(values) > 1)
            self._end(x, middle, sum(values))
            return
        for place, value in enumerate(values):
            y = top + gap + self._bar * place
            x = self._part(self._left, y, value, place, labelled=False)
            self._end(x, y + self._bar / 2, value)

    def _part(self, x: float, y: float, value: float, place: int, *, labelled: bool) -> float:
        """A stretch of a bar with its number if that fits; where it ends."""
        length = value * self._unit
        if length <= 0:
            return x
        self._filled(x, y, length, self._bar, place)
        text, size = number(value), self._size * 0.9
        needed = self._measure(text, size, False)
        if labelled and needed + size * 0.5 <= length:
            fill = _FILLS[place % len(_FILLS)]
            middle = y + self._bar / 2
            if fill.hatched:
                left = x + (length - needed) / 2 - size * 0.15
                self._shapes.append(
                    Rectangle(left, middle - size * 0.6, needed + size * 0.3, size * 1.2, WHITE)
                )
            self._shapes.append(Words(text, x + length / 2, middle, size, "center", white=fill.white))
        return x + length

    def _end(self, x: float, y: float, value: float) -> None:
        self._shapes.append(Words(number(value), x + self._size * 0.4, y, self._size, bold=True))

    def _filled(self, x: float, y: float, width: float, height: float, place: int) -> None:
        fill = _FILLS[place % len(_FILLS)]
        self._shapes.append(Rectangle(x, y, width, height, fill.colour, outline=True))
        for direction in fill.hatched:
            self._shapes.extend(hatch(x, y, width, height, self._size * 0.42, direction))

    def _named(self, name: str, middle: float) -> Iterator[Words]:
        """The name of a category, in as many lines as its bars leave room for."""
        room, size = self._left - self._size * 0.7, self._size
        most = max(1, int(self._pitch / (size * _LEADING)))
        lines = wrapped(name, room, self._measure, size, most=most)
        top = middle - size * _LEADING * (len(lines) - 1) / 2
        for number_, line in enumerate(lines):
            yield Words(line, self._left - size * 0.6, top + size * _LEADING * number_, size, "right")
