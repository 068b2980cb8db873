"""The house look in figures: page, type sizes and distances, all in points (1/72 inch)."""

from dataclasses import dataclass
from typing import Literal

MILLIMETRE = 72 / 25.4
PAGE_WIDTH, PAGE_HEIGHT = 210 * MILLIMETRE, 297 * MILLIMETRE
LEFT = RIGHT = 24 * MILLIMETRE
TOP = 20 * MILLIMETRE
BOTTOM = 24 * MILLIMETRE
PAPERS = {"a4": (PAGE_WIDTH, PAGE_HEIGHT), "a3": (PAGE_HEIGHT, 2 * PAGE_WIDTH)}
"""Width and height of the papers there are, standing."""
LONGEST = 14_000.0
"""The height of a page that is to hold everything; readers take no longer ones."""
FOOT = 13 * MILLIMETRE
"""From the lower edge to the base line of the page number."""

Tint = Literal["black", "quiet", "link", "white"]

TINTS: dict[Tint, str] = {
    "black": "0 g 0 G",
    "quiet": "0.35 g 0.35 G",
    "link": "0.05 0.25 0.5 rg 0.05 0.25 0.5 RG",
    "white": "1 g 1 G",
}
"""Colours as PDF operators."""

RULE_GRAY = 0.62
HAIRLINE = 0.4
FINE_RULE = 0.6
HEAVY_RULE = 1.4


@dataclass(frozen=True, slots=True)
class Style:
    """The dress of a text: type size, distance of base lines, letter space and rise in points."""

    size: float
    leading: float
    bold: bool = False
    italic: bool = False
    tint: Tint = "black"
    tracking: float = 0.0
    rise: float = 0.0


BODY = Style(9.8, 14)
CELL = Style(8.8, 12)
CELL_HEADER = Style(8.2, 11, bold=True)
ROW = Style(9.2, 12.4)
ENTRY = Style(9.8, 14.6)
GROUP_HEADING = Style(9.8, 14, bold=True)
DETAIL = Style(8.4, 11.4, italic=True, tint="quiet")
NOTE = Style(9.2, 13, italic=True)
FOOTNOTE = Style(8.2, 11)
GROUP = Style(8.6, 12.4, bold=True, tracking=0.6)
HEAD = Style(9.4, 13.2)
HEAD_STRONG = Style(10.4, 14, bold=True)
TITLE = Style(16, 21, bold=True)
SUBTITLE = Style(10.4, 14, italic=True)
FOOTER = Style(7.8, 10, tint="quiet")
HEADINGS = (
    Style(12.4, 16.5, bold=True),
    Style(10.4, 14, bold=True),
    Style(9.8, 13.5, bold=True, italic=True),
    Style(9.8, 13.5, italic=True),
)

PARAGRAPH_SPACE = 6.0
CELL_PARAGRAPH_SPACE = 4.0
HEADING_SPACE = (20.0, 13.0, 11.0, 9.0)
"""Above a heading, by level."""
TABLE_SPACE = 8.0
HEADER_GRAY = 0.94
CELL_PADDING_X, CELL_PADDING_Y = 4.5, 4.0
ROW_PADDING_X, ROW_PADDING_Y = 4.0, 2.6
BLOCK_GAP = 16.0
"""Between blocks of columns standing side by side."""
COLUMN_GAP = 22.0
LIST_INDENT = 15.0
LEAST_WIDTH = 48.0
"""However deeply lists are nested, text keeps this measure."""
NOTES_GAP = 12.0
"""Between the text of a page and its first footnote, the rule in it."""
NOTES_RULE = 120.0
CHART_SIZE = 8.0
"""Type size in a chart; its bars are measured by it."""
CHART_SPACE = 14.0
