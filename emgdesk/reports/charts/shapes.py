"""What a chart is drawn of: rectangles, lines and words."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal, TypeAlias

Colour: TypeAlias = tuple[float, float, float]
"""Red, green and blue from 0 to 1."""

Measure: TypeAlias = Callable[[str, float, bool], float]
"""The width of a text set in a type size, bold or not."""


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
class Stroke:
    """A straight line of a gray from 0 (black) to 1."""

    x: float
    y: float
    to_x: float
    to_y: float
    weight: float
    gray: float


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


Shape: TypeAlias = Rectangle | Stroke | Words


@dataclass(frozen=True, slots=True)
class Drawing:
    """The shapes of a chart in the order they are drawn, and the height they take.

    `rows` tell where each category stands: its upper end and its height.
    """

    height: float
    shapes: tuple[Shape, ...]
    rows: tuple[tuple[float, float], ...] = ()
