"""What is written between the bars of the mandate chart: names in use, ends of mandates, kinds of descent."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from emgdesk.reports.charts.fitting import shortened
from emgdesk.reports.charts.mandate_lines import Route
from emgdesk.reports.charts.mandate_rows import BAR, UNDER, PlacedRow
from emgdesk.reports.charts.mandate_scale import Scale
from emgdesk.reports.charts.shapes import Measure, Words
from emgdesk.reports.mandates import Stretch

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
    """Words put where nothing else stands."""

    def __init__(self, scale: Scale, measure: Measure, size: float) -> None:
        self._scale, self._measure, self._size = scale, measure, size
        self._taken: list[_Box] = []

    def names(self, placed: PlacedRow, crossing: Sequence[Route]) -> Iterator[Words]:
        """The names or kinds a workstream had, each below its stretch of the bar."""
        size = self._size * SMALL
        runs = [list(run) for _, run in groupby(placed.row.stretches, key=lambda one: (one.name, one.kind))]
        by_kind = len({run[0].name for run in runs}) == 1
        y = placed.middle + (BAR / 2 + UNDER * 0.52) * self._size
        for index, run in enumerate(runs):
            if not self._scale.shows(run[0].start, run[-1].end):
                continue
            x = self._scale.x(run[0].start) + self._size * 0.1
            end = self._scale.x(runs[index + 1][0].start) if index + 1 < len(runs) else self._scale.width
            walls = [r.x for r in crossing if r.x >= x + self._size and r.passes(y - size / 2, y + size / 2)]
            end = min([end, *walls])
            if any(abs(r.x - x) < self._size and r.passes(y - size / 2, y + size / 2) for r in crossing):
                x += self._size * 0.5
            yield from self._write(_named(run[0], by_kind), x, y, end - x - self._size * 0.4, size)

    def until(self, placed: PlacedRow) -> Iterator[Words]:
        """Until when the mandate runs or ran, behind the bar."""
        row = placed.row
        if not (row.stretches and row.until) or row.status == "concluded":
            return
        last = row.stretches[-1]
        if not self._scale.first <= last.end < self._scale.last:
            return
        lapsed = last.status == "lapsed"
        x = self._scale.x(last.end) + self._size * (0.4 + BAR * 0.6 * row.open)
        words = f"ran out: {row.until}" if lapsed else f"until {row.until}"
        room = self._scale.width - x
        yield from self._write(words, x, placed.middle, room, self._size * SMALL, italic=False)

    def descent(self, route: Route, crossing: Sequence[Route]) -> Iterator[Words]:
        """The kind of a line beside its arrow, where there is room."""
        size = self._size * SMALL
        y = route.end + (-0.62 if route.down else 0.62) * self._size
        x = route.x + self._size * 0.5
        walls = [r.x for r in crossing if r.x > x and r.passes(y - size / 2, y + size / 2)]
        room = min([self._scale.width, *walls]) - x - self._size * 0.2
        whole = self._measure(route.words, size, False) <= room
        if whole or ":" in route.words:
            yield from self._write(route.words, x, y, room, size)

    def block(self, left: float, top: float, right: float, bottom: float) -> None:
        """Keep words from a place."""
        self._taken.append(_Box(left, top, right, bottom))

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


def _named(one: Stretch, by_kind: bool) -> str:
    return one.kind if by_kind else one.name
