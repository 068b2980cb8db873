"""Where the rows of the mandate chart stand: as high as their names, bars and what is written need."""

from collections.abc import Sequence
from dataclasses import dataclass

from emgdesk.reports.charts.fitting import wrapped
from emgdesk.reports.charts.shapes import Measure
from emgdesk.reports.mandates import Descent, MandateRow

BAR = 1.35
"""The height of a bar in type sizes; so are all measures here."""
LEADING = 1.2
UNDER = 1.15
"""A line of names below a bar."""
_ROOM = 1.0
"""Above or below a bar where a line of descent enters or leaves."""
_PAD, _FAMILY, _INDENT, _BESIDE = 0.38, 0.5, 0.9, 0.8
_MOST_LINES = 4


@dataclass(frozen=True, slots=True)
class PlacedRow:
    """A row at its place: `middle` of its bar, lines of its name, `under` whether names stand below the bar.

    `rule` says that another family ends above it.
    """

    row: MandateRow
    top: float
    height: float
    middle: float
    lines: tuple[str, ...]
    under: bool
    rule: bool

    def name_top(self, size: float) -> float:
        """Where the lines of the name begin: around the middle of the bar, as far as the row is high."""
        block = len(self.lines) * LEADING * size
        lowest = self.top + self.height - block - _PAD * size * 0.5
        return max(min(self.middle - block / 2, lowest), self.top)


def place_rows(
    rows: Sequence[MandateRow], lines: Sequence[Descent], names_width: float, measure: Measure, size: float
) -> tuple[PlacedRow, ...]:
    """The rows below one another, `top` of the first one 0."""
    at = {row.id: index for index, row in enumerate(rows)}
    placed: list[PlacedRow] = []
    top = 0.0
    for index, row in enumerate(rows):
        family = index > 0 and rows[index - 1].family != row.family
        room = names_width - (_BESIDE + _INDENT * row.level) * size
        name = wrapped(row.name, room, measure, size, most=_MOST_LINES, bold=not row.level)
        above, below = _rooms(row, index, lines, at)
        under = several_names(row)
        block = len(name) * LEADING / 2 + _PAD * 0.7
        higher = max(BAR / 2 + _PAD + above, block) * size
        lower = max(BAR / 2 + _PAD + UNDER * under + below, block) * size
        top += _FAMILY * size * family
        placed.append(PlacedRow(row, top, higher + lower, top + higher, name, under, family))
        top += higher + lower
    return tuple(placed)


def _rooms(row: MandateRow, index: int, lines: Sequence[Descent], at: dict[str, int]) -> tuple[float, float]:
    """The room lines of descent need above and below the bar of a row."""
    above = below = False
    for line in lines:
        if line.to_id == row.id:
            source = at.get(line.from_id, -1)
            above, below = above or source < index, below or source > index
        elif line.from_id == row.id and line.to_id not in at:
            below = True
    return _ROOM * above, _ROOM * below


def indent(row: MandateRow, size: float) -> float:
    """How far in the name of a part stands."""
    return _INDENT * row.level * size


def several_names(row: MandateRow) -> bool:
    """Whether names have to stand at the bar, because they or the kinds changed."""
    return len({(one.name, one.kind) for one in row.stretches}) > 1
