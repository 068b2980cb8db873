"""The years of the mandate chart: where days stand, the grid of SOMs, the names of the years."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from emgdesk.domain.dates import long_date
from emgdesk.reports.charts.shapes import Colour, Measure, Rectangle, Shape, Stroke, Words
from emgdesk.reports.mandates import MandateChartFacts, SomDay

_BAND: Colour = (0.967, 0.97, 0.975)
_AHEAD, _AHEAD_SHARE = 150, 0.06
"""Days left free after the last thing that stands anywhere, for what is written behind it: at least the
one, and the other of all days."""
YEAR = 365.25
_PAST, _FUTURE = 60, 12
"""Years before and after the day of the chart beyond which nothing makes it longer."""


@dataclass(frozen=True, slots=True)
class Scale:
    """Days from `first` to `last` on a width."""

    first: int
    last: int
    width: float

    def x(self, day: int) -> float:
        """Where a day stands; days outside stand at the edge."""
        share = (min(max(day, self.first), self.last) - self.first) / max(self.last - self.first, 1)
        return share * self.width

    def day(self, x: float) -> int:
        """The day that stands at `x`."""
        return self.first + round(x / self.width * (self.last - self.first))

    def shows(self, start: int, end: int) -> bool:
        """Whether anything between two days is in sight."""
        return start <= self.last and end >= self.first

    @property
    def year(self) -> float:
        """The width of a year."""
        return self.width / max(self.last - self.first, 1) * YEAR


def full_scale(
    facts: MandateChartFacts, width: float, first: int | None = None, last: int | None = None
) -> Scale:
    """Whole years from the first thing to the last, unless other days are asked for."""
    begins, ends = facts.span
    begins = max(begins, facts.today - round(_PAST * YEAR))
    ends = min(ends, facts.today + round(_FUTURE * YEAR))
    start = date(date.fromordinal(begins).year, 1, 1).toordinal() if first is None else first
    ahead = max(_AHEAD, round((ends - begins) * _AHEAD_SHARE))
    end = date(date.fromordinal(ends + ahead).year, 12, 31).toordinal() if last is None else last
    return Scale(start, max(end, start + 366), width)


def years(scale: Scale) -> Iterator[tuple[int, float, float]]:
    """The years in sight with the places where they begin and end."""
    for year in range(date.fromordinal(scale.first).year, date.fromordinal(scale.last).year + 1):
        yield year, scale.x(date(year, 1, 1).toordinal()), scale.x(date(year, 12, 31).toordinal() + 1)


def ground(scale: Scale, soms: Sequence[SomDay], height: float, size: float) -> Iterator[Shape]:
    """Behind the bars: every other year shaded, a line for each SOM."""
    for year, start, end in years(scale):
        if year % 2:
            yield Rectangle(start, 0.0, end - start, height, _BAND)
    for som in soms:
        if scale.first <= som.day <= scale.last:
            x = scale.x(som.day)
            yield Stroke(x, 0.0, x, height, size * 0.06, 0.72, dashed=som.expected)


def som_numbers(
    scale: Scale, soms: Sequence[SomDay], measure: Measure, size: float, middle: float
) -> Iterator[Shape]:
    """The numbers of the SOMs, as many as there is room for."""
    needed = max((measure(str(som.number), size, True) for som in soms), default=0.0) + size * 0.5
    inside = [som for som in soms if scale.first <= som.day <= scale.last]
    step = 1
    if len(inside) > 1:
        pitch = (scale.x(inside[-1].day) - scale.x(inside[0].day)) / (inside[-1].number - inside[0].number)
        step = next((n for n in (1, 2, 5, 10, 20) if n * pitch >= needed), 50)
    free = float("-inf")
    for som in inside:
        x = scale.x(som.day)
        half = measure(str(som.number), size, True) / 2
        if som.number % step == 0 and x - half >= free and half <= x <= scale.width - half:
            yield Words(str(som.number), x, middle, size, "center", bold=not som.expected)
            free = x + half + size * 0.4


def year_names(scale: Scale, measure: Measure, size: float, middle: float) -> Iterator[Shape]:
    """The names of the years below the bars: all, the even ones, or every fifth."""
    needed = measure("2000", size, False) + size * 0.6
    step = next(n for n in (1, 2, 5, 10, 50) if n * scale.year >= needed or n == 50)
    for year, start, end in years(scale):
        yield Stroke(start, 0.0, start, size * (0.45 if year % step else 0.7), size * 0.06, 0.45)
        x = (start + end) / 2 if step == 1 else start
        if year % step == 0 and end - start > 0 and needed / 2 <= x <= scale.width - needed / 2:
            yield Words(str(year), x, middle, size, "center")


def today_words(day: int) -> str:
    """What stands at the line of the day the chart is of."""
    return long_date(date.fromordinal(day))
