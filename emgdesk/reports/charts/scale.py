"""How long bars are, where the axis ends, and a long chart in parts on one scale."""

from dataclasses import replace
from math import ceil, floor, log10

from emgdesk.reports.blocks import Chart

_MOST_TICKS = 6


def reach(chart: Chart) -> float:
    """The length of the longest bar."""
    values = list(zip(*(series.values for series in chart.series), strict=True))
    lengths = map(sum, values) if chart.kind == "stacked" else map(max, values)
    return float(max(lengths, default=0))


def ticks(highest: float) -> tuple[float, ...]:
    """Round numbers from 0 to the first that is not below `highest`, seven at most: 0, 20, 40, 60."""
    if highest <= 0:
        return (0.0, 1.0)
    power = 10.0 ** floor(log10(highest / _MOST_TICKS))
    step = next(s for s in (power, 2 * power, 5 * power, 10 * power) if highest / s <= _MOST_TICKS)
    step = max(step, 1.0)
    return tuple(step * n for n in range(ceil(highest / step - 1e-9) + 1))


def split(chart: Chart, most: int) -> tuple[Chart, ...]:
    """The chart in parts of at most `most` categories, the later ones marked as continued."""
    parts = []
    for start in range(0, max(1, len(chart.categories)), most):
        end = start + most
        series = tuple(replace(one, values=one.values[start:end]) for one in chart.series)
        title = f"{chart.title} (continued)" if start else chart.title
        parts.append(replace(chart, title=title, categories=chart.categories[start:end], series=series))
    return tuple(parts)


def number(value: float) -> str:
    """A value as written beside its bar: "1,204", "2.5"."""
    return f"{value:,.0f}" if value == int(value) else f"{value:,.1f}"
