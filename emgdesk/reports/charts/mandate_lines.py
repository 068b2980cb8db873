"""Lines of descent: from bar to bar at right angles, beside one another, an arrow where they arrive."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from emgdesk.reports.charts.mandate_rows import BAR, PlacedRow
from emgdesk.reports.charts.mandate_scale import Scale
from emgdesk.reports.charts.shapes import BLACK, Polygon, Shape, Stroke
from emgdesk.reports.mandates import Descent

_ENDING = frozenset(("succeeded", "absorbed", "transferred", "taken up under"))
"""Lines that leave from the end of a bar."""
WORDS = {
    "succeeded": "successor", "absorbed": "absorbed", "became part of": "part of", "split": "split off",
    "transferred": "transferred", "taken up under": "taken up",
}  # fmt: skip
_LANE, _STUB, _OUT = 0.75, 0.95, 0.5
_WEIGHT, _GRAY = 0.1, 0.15
_HEAD, _HEAD_WIDE = 0.62, 0.34


@dataclass(frozen=True, slots=True)
class Route:
    """A line at its place: it leaves `begin` at the end of a bar, goes along `x` from `start` to `end`.

    `end` is the edge of the bar it points at; `towards` the name of a workstream that is not drawn,
    `arrives` whether an arrow stands at the end. `words` are written beside it.
    """

    line: Descent
    begin: float
    x: float
    start: float
    end: float
    words: str
    arrives: bool = True

    @property
    def down(self) -> bool:
        """Whether it goes down."""
        return self.end > self.start

    def passes(self, top: float, bottom: float) -> bool:
        """Whether it crosses anything of these heights."""
        return min(self.start, self.end) < bottom and max(self.start, self.end) > top


def routes(
    lines: Sequence[Descent], placed: Mapping[str, PlacedRow], scale: Scale, size: float
) -> tuple[Route, ...]:
    """The lines whose day is in sight, each where it touches no other."""
    found: list[Route] = []
    for line in sorted(lines, key=lambda one: (one.day, one.to_id, one.from_id)):
        one, two = placed.get(line.from_id), placed.get(line.to_id)
        if scale.first <= line.day <= scale.last and (one or two):
            found.append(_route(line, one, two, scale.x(line.day), size, found))
    return tuple(found)


def _route(
    line: Descent, one: PlacedRow | None, two: PlacedRow | None, begin: float, size: float,
    others: Sequence[Route],
) -> Route:  # fmt: skip
    half = BAR * size / 2
    words = WORDS.get(line.kind, line.kind)
    if two is None:
        assert one is not None
        start, end = one.middle, one.middle + half + _STUB * size
        words = f"{words} {line.to_name}" if line.kind == "became part of" else f"{words}: {line.to_name}"
    elif one is None:
        start, end = two.middle - half - _STUB * size, two.middle - half
        words = f"{words}: {line.from_name}"
    else:
        start = one.middle
        end = two.middle - half if two.middle > one.middle else two.middle + half
    x = begin + (_OUT * size if line.kind in _ENDING and one else 0.0)
    while any(_meet(line, x, start, end, other, size) for other in others):
        x += _LANE * size
    return Route(line, begin, x, start, end, words)


def _meet(line: Descent, x: float, start: float, end: float, other: Route, size: float) -> bool:
    """Whether a line would run into another one; those to one bar on one day run together."""
    if (line.to_id, line.day, line.kind) == (other.line.to_id, other.line.day, other.line.kind):
        return False
    low, high = min(start, end), max(start, end)
    return abs(other.x - x) < _LANE * size * 0.9 and other.passes(low, high)


def shaft(route: Route, size: float) -> Iterator[Shape]:
    """The line itself, which bars cover where it passes behind them."""
    weight = _WEIGHT * size
    if route.x != route.begin:
        yield Stroke(route.begin, route.start, route.x, route.start, weight, _GRAY)
    yield Stroke(route.x, route.start, route.x, route.end - _way(route) * _HEAD * size * 0.6, weight, _GRAY)


def head(route: Route, size: float) -> Polygon:
    """Its arrow."""
    back = route.end - _way(route) * _HEAD * size
    wide = _HEAD_WIDE * size
    return Polygon(((route.x, route.end), (route.x - wide, back), (route.x + wide, back)), BLACK)


def _way(route: Route) -> int:
    return 1 if route.down else -1
