"""Lines at 45 degrees across a rectangle, which stay apart from a plain fill without colour."""

from collections.abc import Iterator
from math import ceil

from emgdesk.reports.charts.shapes import Stroke


def hatch(x: float, y: float, width: float, height: float, step: float, direction: int) -> Iterator[Stroke]:
    """Lines `step` apart, cut at the edges; they rise with direction 1 and fall with -1."""
    reach = width + height
    for n in range(1, ceil(reach / step)):
        start = n * step
        ends = [
            (min(start, width), max(0.0, start - width)),
            (max(0.0, start - height), min(start, height)),
        ]
        (x1, d1), (x2, d2) = ends
        if direction < 0:
            x1, x2 = width - x1, width - x2
        yield Stroke(x + x1, y + d1, x + x2, y + d2, step * 0.14, 0.2)
