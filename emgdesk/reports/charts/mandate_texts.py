"""What is written between the bars of the mandate chart: names in use, ends of mandates, kinds of descent."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from emgdesk.reports.charts.fitting import shortened
from emgdesk.reports.charts.mandate_lines import Route
from emgdesk.reports.charts.mandate_rows import BAR, UNDER, PlacedRow
from emgdesk.reports.charts.mandate_scale import Scale
from emgdesk.reports.charts.shapes import Measure, Words

SMALL = 0.82
_LEAST = 2.6
"""Room below which nothing is written, in type sizes."""
UNKNOWN = "no dated event"


@dataclass(frozen=True, slots=True)
class _Box:
    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: "_Box") -> bool:
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.bottom
            and other.top < self.bottom
        )


class Texts:
    """Words put where nothing else stands; `today` is where the line of the day is."""

    def __init__(self, scale: Scale, measure: Measure, size: float, today: float | None = None) -> None:
        self._scale, self._measure, self._size, self._today = scale, measure, size, today
        self._taken: list[_Box] = []

    def block(self, left: float, top: float, right: float, bottom: float) -> None:
        """Keep words from a place."""
        self._taken.append(_Box(left, top, right, bottom))

    def names(self, placed: PlacedRow, crossing: Sequence[Route]) -> Iterator[Words]:
        """The names or kinds a workstream had, each below its stretch of the bar."""
        size = self._size * SMALL
        runs = [list(run) for _, run in groupby(placed.row.stretches, key=lambda one: (one.name, one.kind))]
        by_kind = len({run[0].name for run in runs}) == 1
        y = placed.middle + (BAR / 2 + UNDER * 0.52) * self._size
        for index, run in enumerate(runs):
            if not self._scale.shows(run[0].start, run[-1].end):
                continue
            text = run[0].kind if by_kind else run[0].name
            begin = self._scale.x(run[0].start)
            end = self._scale.x(runs[index + 1][0].start) if index + 1 < len(runs) else self._scale.width
            walls = self._walls(crossing, y, size, today=False)
            x = begin + self._size * (0.5 if any(abs(wall - begin) < self._size for wall in walls) else 0.1)
            room = min([end, *(wall for wall in walls if wall > x)]) - x - self._size * 0.4
            fits = self._measure(text, size, False) <= room
            if index == 0 and not fits and end - begin < begin:
                yield from self._before(text, end - self._size * 0.5, y, size, walls)
            elif fits or text != placed.row.name:  # the name of now stands in front of the row too
                yield from self._write(text, x, y, room, size)

    def until(self, placed: PlacedRow) -> Iterator[Words]:
        """Until when the mandate runs or ran, behind the bar."""
        row = placed.row
        if not (row.stretches and row.until) or row.status == "concluded":
            return
        last = row.stretches[-1]
        if self._scale.first <= last.end < self._scale.last:
            x = self._scale.x(last.end) + self._size * (0.4 + BAR * 0.6 * row.open)
            ran_out = last.status == "lapsed"
            words = f"ran out: {row.until}" if ran_out else f"until {row.until}"
            room, size = self._scale.width - x, self._size * SMALL
            if self._measure(words, size, False) > room:
                words = "ran out" if ran_out else row.until
            yield from self._write(words, x, placed.middle, room, size, italic=False)

    def descent(self, route: Route, crossing: Sequence[Route]) -> Iterator[Words]:
        """The kind of a line beside its arrow, to the right of it or else to the left."""
        size = self._size * SMALL
        y = route.end + (-0.62 if route.down else 0.62) * self._size
        walls = self._walls(crossing, y, size)
        x = route.x + self._size * 0.5
        room = min([self._scale.width, *(wall for wall in walls if wall > x)]) - x - self._size * 0.2
        if self._measure(route.words, size, False) <= room:
            written = list(self._write(route.words, x, y, room, size))
        else:
            written = list(self._before(route.words, route.x - self._size * 0.5, y, size, walls))
        if not written and ":" in route.words:
            written = list(self._write(route.words, x, y, self._scale.width - x, size))
        yield from written

    def _walls(self, crossing: Sequence[Route], y: float, size: float, *, today: bool = True) -> list[float]:
        """Where lines cross a line of words."""
        found = [route.x for route in crossing if route.passes(y - size / 2, y + size / 2)]
        return [*found, self._today] if today and self._today is not None else found

    def _before(
        self, text: str, end: float, y: float, size: float, walls: Sequence[float]
    ) -> Iterator[Words]:
        """Words that end at a place, if all of them fit before it."""
        start = end - self._measure(text, size, False)
        if start >= max([0.0, *(wall for wall in walls if wall < end)]) + self._size * 0.2:
            yield from self._write(text, start, y, end - start + 0.1, size)

    def _write(
        self, text: str, x: float, y: float, room: float, size: float, *, italic: bool = True
    ) -> Iterator[Words]:
        if room < _LEAST * self._size:
            return
        shown = shortened(text, room, self._measure, size)
        box = _Box(x, y - size * 0.5, x + self._measure(shown, size, False), y + size * 0.5)
        if shown and not any(box.meets(other) for other in self._taken):
            self._taken.append(box)
            yield Words(shown, x, y, size, italic=italic)
