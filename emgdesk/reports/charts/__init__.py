"""A chart laid out as rectangles, lines and words: the PDF and the window draw the same shapes.

Lengths are in whatever unit the caller's width and type size are in; the origin
is the left upper corner, x to the right and y down. Series are told apart by
fills that stay apart in black and white, and by numbers written into the bars.
"""

from emgdesk.reports.charts.layout import layout
from emgdesk.reports.charts.scale import number, reach, split, ticks
from emgdesk.reports.charts.shapes import Colour, Drawing, Measure, Polygon, Rectangle, Shape, Stroke, Words

__all__ = [
    "Colour", "Drawing", "Measure", "Polygon", "Rectangle", "Shape", "Stroke", "Words", "layout", "number",
    "reach", "split", "ticks",
]  # fmt: skip
