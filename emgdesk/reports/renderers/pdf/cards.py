"""Sheets of equal cards: badges to cut out, name plates to fold; texts shrink and wrap until they fit."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from emgdesk.reports.blocks import Card, CardBand, Cards, CardText
from emgdesk.reports.renderers.pdf.bands import (
    FillMark,
    Mark,
    RuleMark,
    Sheet,
    TextMark,
    TurnedTextMark,
    text_mark,
)
from emgdesk.reports.renderers.pdf.pages import Pages
from emgdesk.reports.renderers.pdf.text.breaking import clean, units
from emgdesk.reports.renderers.pdf.text.lines import Line, Typesetter
from emgdesk.reports.renderers.pdf.theme import HAIRLINE, MILLIMETRE, PAGE_HEIGHT, PAGE_WIDTH, Style

_PAPERS = {
    "a4": (PAGE_WIDTH, PAGE_HEIGHT),
    "a4-landscape": (PAGE_HEIGHT, PAGE_WIDTH),
    "a5-landscape": (PAGE_WIDTH, 148 * MILLIMETRE),
}
_LEADING = 1.24
_ONE_LINE = 0.72
"""A text is shrunk to this share of its size before it is wrapped."""
_LEAST, _SMALLEST = 5.5, 1.5
"""Words are divided rather than set smaller than the one; nothing is set smaller than the other (points)."""
_GAP = 1.2 * MILLIMETRE
_ARM = 3 * MILLIMETRE
_FROM_EDGE, _FOLD_ARM = 4 * MILLIMETRE, 9 * MILLIMETRE
_MARK_GRAY = 0.35
_NEAR = 0.5


@dataclass(frozen=True, slots=True)
class _Grid:
    """The left upper corner of each cell and the lines between them, in points from the page's left upper."""

    uprights: tuple[float, ...]
    levels: tuple[float, ...]
    page_width: float
    page_height: float

    @property
    def corners(self) -> list[tuple[float, float]]:
        return [(x, y) for y in self.levels[:-1] for x in self.uprights[:-1]]


def place_cards(block: Cards, setter: Typesetter, pages: Pages) -> None:
    """Draw the cards, a page after the other, on pages without margins and number."""
    grid = _grid(block)
    corners = grid.corners
    for start in range(0, len(block.cards), len(corners)):
        sheet = pages.bare_page(grid.page_width, grid.page_height)
        for card, (x, y) in zip(block.cards[start:], corners, strict=False):
            _draw(card, block, setter, sheet, (x, grid.page_height - y))
        for mark in _marks(block, grid):
            mark.draw(sheet, 0.0, grid.page_height)


def _grid(block: Cards) -> _Grid:
    page_width, page_height = _PAPERS[block.paper]
    width, height = block.width * MILLIMETRE, block.height * MILLIMETRE * (2 if block.tent else 1)
    across = max(1, int((page_width + _NEAR) // width))
    down = max(1, int((page_height + _NEAR) // height))
    left, top = (page_width - across * width) / 2, (page_height - down * height) / 2
    return _Grid(
        tuple(left + width * n for n in range(across + 1)),
        tuple(top + height * n for n in range(down + 1)),
        page_width,
        page_height,
    )


def _draw(card: Card, block: Cards, setter: Typesetter, sheet: Sheet, corner: tuple[float, float]) -> None:
    width, height = block.width * MILLIMETRE, block.height * MILLIMETRE
    marks = _face(card, width, height, block.padding * MILLIMETRE, setter)
    x, y = corner
    if block.tent:
        for mark in _turned(marks, width, height):
            mark.draw(sheet, x, y)
        y -= height
    for mark in marks:
        mark.draw(sheet, x, y)


def _face(card: Card, width: float, height: float, padding: float, setter: Typesetter) -> list[Mark]:
    """The marks of one face, right and down of its left upper corner."""
    setter.whose = card.whose
    inner = width - 2 * padding
    foot = height - padding
    marks: list[Mark] = []
    if card.band:
        foot = height - card.band.height * MILLIMETRE
        marks += _band(card.band, width, foot, setter)
        foot -= padding * 0.6
    top = _stack(card, "top", inner, height, setter)
    bottom = _stack(card, "bottom", inner, height, setter)
    upper = padding + _height(top) + (_GAP if top else 0.0)
    lower = foot - _height(bottom) - (_GAP if bottom else 0.0)
    middle = _stack(card, "middle", inner, lower - upper, setter)
    down = upper + max(0.0, (lower - upper - _height(middle)) / 2)
    for stack, start in ((top, padding), (middle, down), (bottom, foot - _height(bottom))):
        marks += _set(stack, start, padding, inner)
    setter.whose = ""
    return marks


_Stack = list[tuple[Style, list[Line]]]


def _stack(card: Card, place: str, width: float, room: float, setter: Typesetter) -> _Stack:
    """The texts of a place, each fitted; together no higher than `room`."""
    texts = [text for text in card.texts if text.place == place and text.text]
    gaps = _GAP * max(0, len(texts) - 1)
    wanted = sum(text.most for text in texts) * MILLIMETRE
    share = min(1.0, max(room - gaps, 1.0) / wanted) if wanted else 1.0
    return [fitted(text, width, text.most * MILLIMETRE * share, setter) for text in texts]


def _height(stack: _Stack) -> float:
    return sum(style.leading * len(lines) for style, lines in stack) + _GAP * max(0, len(stack) - 1)


def _set(stack: _Stack, down: float, left: float, width: float) -> Iterator[TextMark]:
    for style, lines in stack:
        for line in lines:
            mark = text_mark(line, style, width)
            yield replace(mark, right=left + (width - line.width) / 2, down=mark.down + down)
            down += style.leading
        down += _GAP


def fitted(text: CardText, width: float, most: float, setter: Typesetter) -> tuple[Style, list[Line]]:
    """The largest type up to the size wanted in which `text` fits: on one line if that is readable."""
    wanted = min(text.size * MILLIMETRE, most / _LEADING)
    natural = _widest([text.text], wanted, text.bold, setter)
    alone = wanted * min(1.0, width / natural) if natural else wanted
    size = alone
    if alone < wanted * _ONE_LINE:
        words = _widest(_undivided(text.text), wanted, text.bold, setter)
        size = _largest(text, width, most, min(wanted, wanted * width / words if words else wanted), setter)
        if size < _LEAST:
            size = max(size, _largest(text, width, most, wanted, setter))
        size = max(size, alone)
    style = _style(size, text.bold)
    return style, setter.lines(text.text, style, width + 0.01)


def _undivided(text: str) -> list[str]:
    cleaned = clean(text)
    return [cleaned[start:end] for start, end in units(cleaned)]


def _widest(texts: Sequence[str], size: float, bold: bool, setter: Typesetter) -> float:
    style = _style(size, bold)
    lines = (line for text in texts for line in setter.lines(text, style, float("inf")))
    return max((line.width for line in lines), default=0.0)


def _largest(text: CardText, width: float, most: float, largest: float, setter: Typesetter) -> float:
    """The largest size up to `largest` whose wrapped lines are not higher than `most`."""
    low, high = _SMALLEST, max(largest, _SMALLEST)
    if _fits(text, width, most, high, setter):
        return high
    while high - low > 0.2:
        middle = (low + high) / 2
        if _fits(text, width, most, middle, setter):
            low = middle
        else:
            high = middle
    return low


def _fits(text: CardText, width: float, most: float, size: float, setter: Typesetter) -> bool:
    style = _style(size, text.bold)
    return len(setter.lines(text.text, style, width + 0.01)) * style.leading <= most + 0.01


def _style(size: float, bold: bool) -> Style:
    return Style(size, size * _LEADING, bold=bold)


def _band(band: CardBand, width: float, down: float, setter: Typesetter) -> list[Mark]:
    """The strip at the foot and its word, white on a colour, black on white."""
    height = band.height * MILLIMETRE
    inset = 0.0 if band.colour else HAIRLINE
    fill = FillMark(
        inset,
        down,
        width - 2 * inset,
        height - inset,
        band.colour or (1.0, 1.0, 1.0),
        0.0 if band.colour else 0.8,
    )
    style, lines = fitted(
        CardText(band.label, band.height * 0.52, band.height, bold=True), width * 0.9, height, setter
    )
    if band.colour:
        style = replace(style, tint="white")
        lines = setter.lines(band.label, style, width)
    start = down + (height - style.leading * len(lines)) / 2
    return [fill, *_set([(style, lines)], start, 0.0, width)]


def _turned(marks: Sequence[Mark], width: float, height: float) -> Iterator[Mark]:
    """`marks` of a face upside down, in the same place."""
    for mark in marks:
        if isinstance(mark, TextMark):
            yield TurnedTextMark(mark.line, width - mark.right, height - mark.down)
        elif isinstance(mark, FillMark):
            right, down = width - mark.right - mark.width, height - mark.down - mark.height
            yield replace(mark, right=right, down=down)


def _marks(block: Cards, grid: _Grid) -> Iterator[RuleMark]:
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


def _lines(grid: _Grid) -> Iterator[RuleMark]:
    for x in _cuts(grid.uprights, grid.page_width):
        yield RuleMark(x, grid.levels[0], x, grid.levels[-1], HAIRLINE, _MARK_GRAY)
    for y in _cuts(grid.levels, grid.page_height):
        yield RuleMark(grid.uprights[0], y, grid.uprights[-1], y, HAIRLINE, _MARK_GRAY)


def _crosses(grid: _Grid) -> Iterator[RuleMark]:
    for x in _cuts(grid.uprights, grid.page_width):
        for y in grid.levels:
            yield RuleMark(x, max(0.0, y - _ARM), x, min(grid.page_height, y + _ARM), HAIRLINE, _MARK_GRAY)
    for y in _cuts(grid.levels, grid.page_height):
        for x in grid.uprights:
            yield RuleMark(max(0.0, x - _ARM), y, min(grid.page_width, x + _ARM), y, HAIRLINE, _MARK_GRAY)
