"""What happened, told by the shape of its mark: no two alike, so that none needs a colour."""

from collections.abc import Callable, Iterable, Iterator
from math import cos, pi, sin
from typing import TypeAlias

from emgdesk.reports.charts.shapes import BLACK, WHITE, Colour, Drawing, Measure, Polygon, Shape, Words

Points: TypeAlias = tuple[tuple[float, float], ...]
_EDGE = 0.22
"""The weight of an edge, in radii."""


def _turned(corners: int, start: float, reach: float = 1.0) -> Points:
    """A figure of so many corners, the first one `start` turns from the right."""
    turns = [2 * pi * (start + n / corners) for n in range(corners)]
    return tuple((reach * cos(turn), reach * sin(turn)) for turn in turns)


def _cross(arm: float) -> Points:
    """A cross standing on two feet."""
    plus = [
        (arm, -1), (arm, -arm), (1, -arm), (1, arm), (arm, arm), (arm, 1),
        (-arm, 1), (-arm, arm), (-1, arm), (-1, -arm), (-arm, -arm), (-arm, -1),
    ]  # fmt: skip
    turn = pi / 4
    return tuple((x * cos(turn) - y * sin(turn), x * sin(turn) + y * cos(turn)) for x, y in plus)


_UP: Points = ((0.0, -1.1), (1.05, 0.8), (-1.05, 0.8))
_DOWN: Points = tuple((x, -y) for x, y in _UP)
_SQUARE: Points = ((-0.85, -0.85), (0.85, -0.85), (0.85, 0.85), (-0.85, 0.85))
_DIAMOND: Points = ((0.0, -1.2), (1.2, 0.0), (0.0, 1.2), (-1.2, 0.0))
_ROUND = _turned(20, 0.0)
_ARROW: Points = (
    (-1.2, -0.4), (0.1, -0.4), (0.1, -1.0), (1.25, 0.0), (0.1, 1.0), (0.1, 0.4), (-1.2, 0.4),
)  # fmt: skip
_GATE: Points = ((-0.45, -1.1), (0.45, -1.1), (0.45, 1.1), (-0.45, 1.1))
_RIGHT: Points = ((-0.8, -1.05), (1.1, 0.0), (-0.8, 1.05))
_CROSS = _cross(0.3)

_MARKS: dict[str, tuple[Points, bool]] = {
    "proposed": (_UP, False),
    "established": (_UP, True),
    "extended": (_SQUARE, True),
    "continued": (_SQUARE, False),
    "renamed": (_DIAMOND, True),
    "changed kind": (_DIAMOND, False),
    "absorbed": (_ROUND, True),
    "became part of": (_ROUND, False),
    "split": (_RIGHT, True),
    "transferred": (_ARROW, True),
    "engagement ended": (_GATE, True),
    "taken up under": (_DOWN, True),
    "not pursued": (_CROSS, False),
    "concluded": (_CROSS, True),
}
"""The outline of each mark in radii, and whether it is filled."""
MARKED = tuple(_MARKS)
"""The kinds of events in the order of the legend."""


def mark(kind: str, x: float, y: float, radius: float) -> Iterator[Shape]:
    """The mark of an event around a point, set off from the bar by a white rim."""
    points, filled = _MARKS.get(kind, (_SQUARE, False))
    if filled:
        yield _at(points, x, y, radius * 1.28, WHITE, 0.0)
    yield _at(points, x, y, radius, BLACK if filled else WHITE, 0.0 if filled else radius * _EDGE)


def _at(points: Points, x: float, y: float, radius: float, fill: Colour, weight: float) -> Polygon:
    return Polygon(tuple((x + right * radius, y + down * radius) for right, down in points), fill, weight)


Sample: TypeAlias = tuple[str, Callable[[float, float], Iterable[Shape]], float]
"""A word of the legend, what draws its sample with the left upper corner there, and how wide that is."""


def legend(samples: Iterable[Sample], width: float, measure: Measure, size: float) -> Drawing:
    """Samples with their words in as many lines as they need."""
    shapes: list[Shape] = []
    x, y = 0.0, 0.0
    for word, draw, wide in samples:
        needed = wide + size * 0.5 + measure(word, size, False)
        if x and x + needed > width:
            x, y = 0.0, y + size * 1.7
        shapes.extend(draw(x, y))
        shapes.append(Words(word, x + wide + size * 0.5, y + size * 0.7, size))
        x += needed + size * 1.5
    return Drawing(y + size * 1.5 if shapes else 0.0, tuple(shapes))
