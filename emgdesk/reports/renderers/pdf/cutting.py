"""Sheets of equal cells: where the cells are, where to cut and where to fold."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from emgdesk.reports.blocks import Cards
from emgdesk.reports.renderers.pdf.bands import RuleMark
from emgdesk.reports.renderers.pdf.theme import HAIRLINE, MILLIMETRE, PAGE_HEIGHT, PAGE_WIDTH

_PAPERS = {
    "a4": (PAGE_WIDTH, PAGE_HEIGHT),
    "a4-landscape": (PAGE_HEIGHT, PAGE_WIDTH),
    "a5-landscape": (PAGE_WIDTH, 148 * MILLIMETRE),
}
_ARM = 3 * MILLIMETRE
_FROM_EDGE, _FOLD_ARM = 4 * MILLIMETRE, 9 * MILLIMETRE
_MARK_GRAY = 0.35
_NEAR = 0.5


@dataclass(frozen=True, slots=True)
class Grid:
    """The left upper corner of each cell and the lines between them, in points from the page's left upper."""

    uprights: tuple[float, ...]
    levels: tuple[float, ...]
    page_width: float
    page_height: float

    @property
    def corners(self) -> list[tuple[float, float]]:
        return [(x, y) for y in self.levels[:-1] for x in self.uprights[:-1]]


def grid_of(block: Cards) -> Grid:
    """As many cells as the paper holds, in its middle."""
    page_width, page_height = _PAPERS[block.paper]
    width, height = block.width * MILLIMETRE, block.height * MILLIMETRE * (2 if block.tent else 1)
    across = max(1, int((page_width + _NEAR) // width))
    down = max(1, int((page_height + _NEAR) // height))
    left, top = (page_width - across * width) / 2, (page_height - down * height) / 2
    return Grid(
        tuple(left + width * n for n in range(across + 1)),
        tuple(top + height * n for n in range(down + 1)),
        page_width,
        page_height,
    )


def cutting_marks(block: Cards, grid: Grid) -> Iterator[RuleMark]:
    """Where to cut (along every line that is not the paper's edge) and where to fold."""
    if block.marks == "none":
        return
    arms = _lines if block.marks == "lines" else _crosses
    yield from arms(grid)
    if block.tent:
        for upper, lower in pairwise(grid.levels):
            fold = (upper + lower) / 2
            for start in (_FROM_EDGE, grid.page_width - _FROM_EDGE - _FOLD_ARM):
                yield RuleMark(start, fold, start + _FOLD_ARM, fold, 0.6, _MARK_GRAY, dashed=True)


def _cuts(places: Sequence[float], end: float) -> list[float]:
    return [place for place in places if _NEAR < place < end - _NEAR]


def _lines(grid: Grid) -> Iterator[RuleMark]:
    for x in _cuts(grid.uprights, grid.page_width):
        yield RuleMark(x, grid.levels[0], x, grid.levels[-1], HAIRLINE, _MARK_GRAY)
    for y in _cuts(grid.levels, grid.page_height):
        yield RuleMark(grid.uprights[0], y, grid.uprights[-1], y, HAIRLINE, _MARK_GRAY)


def _crosses(grid: Grid) -> Iterator[RuleMark]:
    for x in _cuts(grid.uprights, grid.page_width):
        for y in grid.levels:
            yield RuleMark(x, max(0.0, y - _ARM), x, min(grid.page_height, y + _ARM), HAIRLINE, _MARK_GRAY)
    for y in _cuts(grid.levels, grid.page_height):
        for x in grid.uprights:
            yield RuleMark(max(0.0, x - _ARM), y, min(grid.page_width, x + _ARM), y, HAIRLINE, _MARK_GRAY)
