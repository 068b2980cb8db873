"""Sheets of equal cards: badges to cut out, name plates to fold; texts shrink and wrap until they fit."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from emgdesk.reports.blocks import Card, CardBand, Cards, CardText
from emgdesk.reports.renderers.pdf.bands import (
    FillMark,
    Mark,
    Sheet,
    TextMark,
    TurnedTextMark,
    text_mark,
)
from emgdesk.reports.renderers.pdf.cutting import cutting_marks, grid_of
from emgdesk.reports.renderers.pdf.fitting import fitted
from emgdesk.reports.renderers.pdf.pages import Pages
from emgdesk.reports.renderers.pdf.text.lines import Line, Typesetter
from emgdesk.reports.renderers.pdf.theme import HAIRLINE, MILLIMETRE, Style

_GAP = 1.2 * MILLIMETRE


def place_cards(block: Cards, setter: Typesetter, pages: Pages) -> None:
    """Draw the cards, a page after the other, on pages without margins and number."""
    grid = grid_of(block)
    corners = grid.corners
    for start in range(0, len(block.cards), len(corners)):
        sheet = pages.bare_page(grid.page_width, grid.page_height)
        for card, (x, y) in zip(block.cards[start:], corners, strict=False):
            _draw(card, block, setter, sheet, (x, grid.page_height - y))
        for mark in cutting_marks(block, grid):
            mark.draw(sheet, 0.0, grid.page_height)


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
