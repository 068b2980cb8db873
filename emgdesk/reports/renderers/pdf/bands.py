"""The smallest things the page is filled with: marks, and bands of them no page end divides."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Protocol, TypeAlias

from emgdesk.reports.renderers.pdf.text.lines import Line
from emgdesk.reports.renderers.pdf.theme import HEADER_GRAY, LEFT, PAGE_HEIGHT, PAGE_WIDTH, Style

_BAR, _BAR_AWAY, _BAR_CLOSE = 1.6, 9.0, 3.0
"""How strong the bar beside changed text is, how far it stands from the page's text and from a cell's."""


@dataclass(frozen=True, slots=True)
class Area:
    """A rectangle of a page that leads to a web address: left, bottom, right, top in points."""

    left: float
    bottom: float
    right: float
    top: float
    address: str


@dataclass(slots=True)
class Sheet:
    """A page being filled: operators for its text (inside BT ... ET) and rules, and what is no operator.

    `width` and `height` are those of the paper, `cut` what is cut off at its foot; a page that is not
    `numbered` has no foot. `part` counts
    the documents of a set: each is numbered by itself, has a line in the outline above its headings and
    perhaps a `symbol` of its own.
    """

    texts: list[str] = field(default_factory=list)
    rules: list[str] = field(default_factory=list)
    areas: list[Area] = field(default_factory=list)
    bookmarks: list[tuple[int, str, float]] = field(default_factory=list)
    pictures: list[tuple[Path, float, float, float, float]] = field(default_factory=list)
    width: float = PAGE_WIDTH
    height: float = PAGE_HEIGHT
    cut: float = 0.0
    numbered: bool = True
    part: int = 0
    symbol: str = ""


class Mark(Protocol):
    """Something drawn relative to the left upper corner of its band."""

    def draw(self, sheet: Sheet, x: float, y: float) -> None:
        """Draw with the band's left upper corner at `x`, `y` (points from the page's lower left)."""


@dataclass(frozen=True, slots=True)
class TextMark:
    """A line of text; its base line begins `right` and `down` of the corner."""

    line: Line
    right: float
    down: float
    size: float

    def draw(self, sheet: Sheet, x: float, y: float) -> None:
        left, base = x + self.right, y - self.down
        sheet.texts.append(f"1 0 0 1 {left:.2f} {base:.2f} Tm {self.line.code}")
        for link in self.line.links:
            sheet.areas.append(
                Area(
                    left + link.start,
                    base - 0.25 * self.size,
                    left + link.end,
                    base + 0.9 * self.size,
                    link.address,
                )
            )
        for stroke in self.line.strokes:
            height = base + stroke.rise * self.size
            sheet.rules.append(
                f"0 G {0.06 * self.size:.2f} w {left + stroke.start:.2f} {height:.2f} m "
                f"{left + stroke.end:.2f} {height:.2f} l S"
            )


@dataclass(frozen=True, slots=True)
class TurnedTextMark:
    """A line of text upside down; its base line begins `right` and `down` of the corner and runs left."""

    line: Line
    right: float
    down: float

    def draw(self, sheet: Sheet, x: float, y: float) -> None:
        sheet.texts.append(f"-1 0 0 -1 {x + self.right:.2f} {y - self.down:.2f} Tm {self.line.code}")


@dataclass(frozen=True, slots=True)
class RuleMark:
    """A straight line between two points right and down of the corner."""

    from_right: float
    from_down: float
    to_right: float
    to_down: float
    weight: float
    gray: float = 0.0
    dashed: bool = False

    def draw(self, sheet: Sheet, x: float, y: float) -> None:
        rule = (
            f"{self.gray:g} G {self.weight:g} w {x + self.from_right:.2f} {y - self.from_down:.2f} m "
            f"{x + self.to_right:.2f} {y - self.to_down:.2f} l S"
        )
        sheet.rules.append(f"[3 2] 0 d {rule} [] 0 d" if self.dashed else rule)


@dataclass(frozen=True, slots=True)
class BarMark:
    """A bar beside changed text, in the margin of the page and, for text in a cell, before it too."""

    height: float

    def draw(self, sheet: Sheet, x: float, y: float) -> None:
        for at in (LEFT - _BAR_AWAY, x - _BAR_CLOSE)[: 2 if x > LEFT + 1 else 1]:
            sheet.rules.append(f"0 G {_BAR:g} w {at:.2f} {y:.2f} m {at:.2f} {y - self.height:.2f} l S")


Colour: TypeAlias = tuple[float, float, float]
"""Red, green and blue from 0 to 1."""

_LIGHT: Colour = (HEADER_GRAY, HEADER_GRAY, HEADER_GRAY)


@dataclass(frozen=True, slots=True)
class FillMark:
    """A filled area right and down of the corner, light as behind a header; with `outline` it has an edge."""

    right: float
    down: float
    width: float
    height: float
    colour: Colour = _LIGHT
    outline: float = 0.0

    def draw(self, sheet: Sheet, x: float, y: float) -> None:
        left, bottom = x + self.right, y - self.down - self.height
        red, green, blue = self.colour
        edge = f"0 G {self.outline:g} w " if self.outline else ""
        sheet.rules.append(
            f"{edge}{red:g} {green:g} {blue:g} rg {left:.2f} {bottom:.2f} {self.width:.2f} "
            f"{self.height:.2f} re {'B' if self.outline else 'f'}"
        )


@dataclass(frozen=True, slots=True)
class FigureMark:
    """A closed figure, filled; its corners are right and down of the corner, `weight` is that of its edge."""

    corners: tuple[tuple[float, float], ...]
    colour: Colour
    weight: float = 0.0

    def draw(self, sheet: Sheet, x: float, y: float) -> None:
        red, green, blue = self.colour
        path = " ".join(
            f"{x + right:.2f} {y - down:.2f} {'l' if n else 'm'}"
            for n, (right, down) in enumerate(self.corners)
        )
        edge = f"0 G {self.weight:.3g} w " if self.weight else ""
        sheet.rules.append(f"{edge}{red:g} {green:g} {blue:g} rg {path} h {'B' if self.weight else 'f'}")


@dataclass(frozen=True, slots=True)
class PictureMark:
    """A picture file in a box right and down of the corner."""

    path: Path
    right: float
    down: float
    width: float
    height: float

    def draw(self, sheet: Sheet, x: float, y: float) -> None:
        sheet.pictures.append(
            (self.path, x + self.right, y - self.down - self.height, self.width, self.height)
        )


@dataclass(frozen=True, slots=True)
class BookmarkMark:
    """A line of the outline a reader shows beside the pages; level 1 is the highest.

    It leads to a place `down` of the corner.
    """

    level: int
    title: str
    down: float = 0.0

    def draw(self, sheet: Sheet, x: float, y: float) -> None:
        sheet.bookmarks.append((self.level + bool(sheet.part), self.title, y - self.down))


@dataclass(frozen=True, slots=True)
class Band:
    """A strip of the page.

    `before` is the space above it unless it stands at the top; `keep` ties it to the next; `notes` are
    the lines of each footnote whose mark stands in it.
    """

    height: float
    marks: Sequence[Mark]
    before: float = 0.0
    keep: bool = False
    notes: tuple[tuple[Line, ...], ...] = ()

    def draw(self, sheet: Sheet, x: float, y: float) -> None:
        """Draw every mark with the band's left upper corner at `x`, `y`."""
        for mark in self.marks:
            mark.draw(sheet, x, y)


def text_mark(line: Line, style: Style, width: float, indent: float = 0.0, right: bool = False) -> TextMark:
    """`line` set in the height of its leading; from the right edge of `width` if it is read or set so."""
    at = width - line.width if right or line.rtl else indent
    return TextMark(line, at, style.leading * 0.5 + style.size * 0.36, style.size)


def text_bands(
    lines: Sequence[Line],
    style: Style,
    width: float,
    *,
    indent: float = 0.0,
    before: float = 0.0,
    right: bool = False,
) -> list[Band]:
    """A band a line; the first two lines and the last two are never parted."""
    last = len(lines) - 1
    return [
        Band(
            style.leading,
            (text_mark(line, style, width, indent, right),),
            before if index == 0 else 0.0,
            keep=index < last and (index == 0 or index == last - 1),
            notes=line.notes,
        )
        for index, line in enumerate(lines)
    ]


def barred(bands: Sequence[Band]) -> list[Band]:
    """`bands` with a bar beside them."""
    return [replace(band, marks=(*band.marks, BarMark(band.height))) for band in bands]


def stacked(bands: Sequence[Band]) -> float:
    """The height of `bands` one under the other, without the space above the first."""
    return sum([band.height + band.before for band in bands]) - (bands[0].before if bands else 0.0)
