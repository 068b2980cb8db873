"""The bars of the mandate chart: each status has a dress of its own, told apart without colour."""

from collections.abc import Iterator

from emgdesk.reports.charts.hatching import hatch
from emgdesk.reports.charts.mandate_scale import Scale
from emgdesk.reports.charts.shapes import WHITE, Colour, Polygon, Rectangle, Shape, Stroke
from emgdesk.reports.mandates import MandateRow, Stretch, StretchStatus

ACTIVE: Colour = (0.66, 0.77, 0.88)
PART: Colour = (0.88, 0.925, 0.965)
_EDGE = 0.25
_SLIM = 0.64
"""The height of the bar of a part, beside that of a bar."""
_FADES = ((0.45, 0.35), (0.3, 0.6), (0.15, 0.82))
"""Of a soft beginning: the width of each piece in bar heights, and how near it is to white."""


def bar(row: MandateRow, scale: Scale, top: float, height: float) -> Iterator[Shape]:
    """The whole bar of a row, its upper edge at `top`."""
    shown = [one for one in row.stretches if scale.shows(one.start, one.end)]
    for one in shown:
        x, to_x = scale.x(one.start), scale.x(one.end)
        yield from stretch(one.status, x, to_x, top, height)
        if one.rough and one is row.stretches[0] and not row.begun_before:
            yield from _faded(one.status, x, top, height, gap=0.0)
    if shown and row.begun_before and shown[0] is row.stretches[0]:
        yield from _faded(shown[0].status, scale.x(shown[0].start), top, height, gap=height * 0.12)
    if shown and row.open and shown[-1] is row.stretches[-1]:
        yield arrow(shown[-1], scale.x(shown[-1].end), top, height)


def stretch(status: StretchStatus, x: float, to_x: float, top: float, height: float) -> Iterator[Shape]:
    """A stretch of a bar from `x` to `to_x`."""
    y, high = edges(status, top, height)
    width = max(to_x - x, 0.3)
    fill = {"active": ACTIVE, "part": PART}.get(status, WHITE)
    weight = height * 0.045
    if status == "lapsed":
        yield Rectangle(x, y, width, high, WHITE)
        yield from hatch(x, y, width, high, height * 0.3, 1)
    else:
        yield Rectangle(x, y, width, high, fill)
    dashed = status == "proposed"
    for one, two in (((x, y), (x + width, y)), ((x, y + high), (x + width, y + high))):
        yield Stroke(*one, *two, weight, _EDGE, dashed=dashed)
    for side in (x, x + width):
        yield Stroke(side, y, side, y + high, weight, _EDGE, dashed=dashed)


def edges(status: StretchStatus, top: float, height: float) -> tuple[float, float]:
    """The upper edge and the height of a stretch: parts of others are slimmer."""
    slim = _SLIM if status == "part" else 1.0
    return top + height * (1 - slim) / 2, height * slim


def arrow(last: Stretch, x: float, top: float, height: float) -> Polygon:
    """The point of a bar that goes on."""
    y, high = edges(last.status, top, height)
    fill = {"active": ACTIVE, "part": PART}.get(last.status, WHITE)
    return Polygon(((x, y), (x + height * 0.6, y + high / 2), (x, y + high)), fill, height * 0.045)


def _faded(status: StretchStatus, x: float, top: float, height: float, gap: float) -> Iterator[Shape]:
    """Paler and paler pieces to the left of `x`: it began before, or about then."""
    y, high = edges(status, top, height)
    ink = {"active": ACTIVE, "part": PART}.get(status, (0.8, 0.8, 0.8))
    for wide, pale in _FADES:
        width = height * wide
        x -= width + gap
        red, green, blue = (part + (1.0 - part) * pale for part in ink)
        if x >= -height:
            yield Rectangle(x, y, width, high, (red, green, blue))
