"""Texts made to fit a place: shrunk a little, wrapped, and only then shrunk further."""

from collections.abc import Sequence

from emgdesk.reports.blocks import CardText
from emgdesk.reports.renderers.pdf.text.breaking import clean, units
from emgdesk.reports.renderers.pdf.text.lines import Line, Typesetter
from emgdesk.reports.renderers.pdf.theme import MILLIMETRE, Style

_LEADING = 1.24
_ONE_LINE = 0.72
"""A text is shrunk to this share of its size before it is wrapped."""
_LEAST, _SMALLEST = 5.5, 1.5
"""Words are divided rather than set smaller than the one; nothing is set smaller than the other (points)."""


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
