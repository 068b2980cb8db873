"""What a chart is drawn of: rectangles, lines, outlines and words."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal, TypeAlias

Colour: TypeAlias = tuple[float, float, float]
"""Red, green and blue from 0 to 1."""

Measure: TypeAlias = Callable[[str, float, bool], float]
"""The width of a text set in a type size, bold or not."""

WHITE: Colour = (1.0, 1.0, 1.0)
BLACK: Colour = (0.0, 0.0, 0.0)


@dataclass(frozen=True, slots=True)
class Rectangle:
    """A filled area; with `outline` its edge is drawn too."""

    x: float
    y: float
    width: float
    height: float
    fill: Colour
    outline: bool = False


@dataclass(frozen=True, slots=True)
class Polygon:
    """A closed figure of three corners or more, filled; its edge is drawn where `weight` is not 0."""

    points: tuple[tuple[float, float], ...]
    fill: Colour
    weight: float = 0.0


@dataclass(frozen=True, slots=True)
class Stroke:
    """A straight line of a gray from 0 (black) to 1."""

    x: float
    y: float
    to_x: float
    to_y: float
    weight: float
    gray: float
    dashed: bool = False


@dataclass(frozen=True, slots=True)
class Words:
    """A line of text whose middle stands at height `y`; `x` is its left end, middle or right end."""

    text: str
    x: float
    y: float
    size: float
    align: Literal["left", "center", "right"] = "left"
    bold: bool = False
    white: bool = False
    italic: bool = False


Shape: TypeAlias = Rectangle | Polygon | Stroke | Words


@dataclass(frozen=True, slots=True)
class Drawing:
    """The shapes of a chart in the order they are drawn, and the height they take.

    `rows` tell where each category stands: its upper end and its height.
    """

    height: float
    shapes: tuple[Shape, ...]
    rows: tuple[tuple[float, float], ...] = ()


def moved(shape: Shape, right: float, down: float) -> Shape:
    """The same shape elsewhere."""
    match shape:
        case Rectangle(x, y, width, height, fill, outline):
            return Rectangle(x + right, y + down, width, height, fill, outline)
        case Polygon(points, fill, weight):
            return Polygon(tuple((x + right, y + down) for x, y in points), fill, weight)
        case Stroke(x, y, to_x, to_y, weight, gray, dashed):
            return Stroke(x + right, y + down, to_x + right, to_y + down, weight, gray, dashed)
        case Words(text, x, y, size, align, bold, white, italic):
            return Words(text, x + right, y + down, size, align, bold, white, italic)


def extent(shape: Shape) -> tuple[float, float, float, float]:
    """The box a shape lies in: left, top, right, bottom; of words one they surely lie in."""
    match shape:
        case Rectangle(x, y, width, height):
            return x, y, x + width, y + height
        case Polygon(points):
            across, down = [x for x, _ in points], [y for _, y in points]
            return min(across), min(down), max(across), max(down)
        case Stroke(x, y, to_x, to_y):
            return min(x, to_x), min(y, to_y), max(x, to_x), max(y, to_y)
        case Words(text, x, y, size):
            wide = len(text) * size
            return x - wide, y - size, x + wide, y + size
