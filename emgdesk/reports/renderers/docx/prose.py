"""Paragraphs, lists and the content of table cells: text blocks to paragraphs of a style and an indent."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from emgdesk.reports.blocks import (
    Block,
    Cell,
    Entry,
    ItemList,
    ListItem,
    Note,
    Paragraph,
    Run,
    Text,
    introduces,
)
from emgdesk.reports.renderers.docx.elements import Frame, el, text_element
from emgdesk.reports.renderers.docx.flow import Flow, Line
from emgdesk.reports.renderers.docx.numbering import Level, Shape, hanging, is_bullet, readings
from emgdesk.reports.renderers.docx.scripts import printable
from emgdesk.reports.renderers.docx.styles import SIZES
from emgdesk.reports.renderers.pdf.theme import CELL_PARAGRAPH_SPACE, LIST_INDENT, PARAGRAPH_SPACE


@dataclass(frozen=True, slots=True)
class Place:
    """Where text stands: its style, how far from the left (points), how deep in lists, below which list.

    `cell` tells the style of a table cell, whose lists are set in it too; `between` is the space above
    all but its first paragraph (None: as the styles have it).
    """

    style: str = "Normal"
    cell: bool = False
    between: float | None = None
    left: float = 0.0
    depth: int = 0
    below: int | None = None


BODY = Place()
_BAR = 6.0
"""How far text in a cell makes room for the bar before it: what stands left of a cell's text is cut off."""


class Prose:
    """Sets the text blocks of one document."""

    def __init__(self, flow: Flow) -> None:
        self._setter, self._numbering = flow.setter, flow.numbering
        self._hangings, self._shapes = flow.hangings, flow.paragraph_shapes
        self._lists = 0

    def cell(self, cell: Cell, style: str, align: str | None = None) -> list[Line]:
        """What a table cell holds, an empty paragraph for nothing."""
        if not cell:
            return [Line(Frame(style))]
        if isinstance(cell, str) or isinstance(cell[0], Run):
            return [Line(Frame(style, align=align), self._setter.runs(cell)[1])]
        place = Place(style, cell=True, between=CELL_PARAGRAPH_SPACE)
        lines = self.blocks(cell, place) or [Line(Frame(style))]
        lines[0].frame.before = None
        return lines

    def block(self, block: Block, place: Place = BODY, keeps_next: bool = False) -> list[Line]:
        """The paragraphs of a block of text; TypeError for a block that is no text."""
        match block:
            case Paragraph(marked=True):
                lines = self.block(replace(block, marked=False), place)
                for line in lines:
                    line.frame.bar = True
                    if place.cell:
                        line.frame.left = (line.frame.left or 0.0) + _BAR
            case Paragraph(label=label) if label:
                lines = self._numbered(label, (replace(block, label=""),), place)
            case Paragraph(text):
                lines = [self._paragraph(text, place)]
            case Entry(text, label, details):
                lines = self._entry(text, label, details, place)
            case ItemList((ListItem(label, blocks),)) if self._is_paragraph(label, place):
                lines = self._numbered(label, blocks, place)
            case ItemList(items):
                lines = self._list(items, place)
            case Note(text):
                italic, above = "Remark" if not place.cell else place.style, place.between
                bidi, runs = self._setter.runs(
                    _slanted(text) if place.cell else text, italic=not place.cell, by_first_letter=True
                )
                lines = [Line(Frame(italic, before=above, bidi=bidi, left=place.left or None), runs)]
            case _:
                kind = type(block).__name__
                raise TypeError(f"{kind} is no block of text: it cannot stand in a cell or a list")
        if lines and keeps_next:
            lines[-1].frame.keep_next = True
        return lines

    def blocks(self, blocks: Sequence[Block], place: Place) -> list[Line]:
        """Blocks of text under each other."""
        return [
            line
            for index, block in enumerate(blocks)
            for line in self.block(block, place, introduces(block, blocks[index + 1 : index + 2]))
        ]

    def _paragraph(self, text: Text, place: Place) -> Line:
        bidi, runs = self._setter.runs(text, by_first_letter=True)
        style = place.style if place.cell or not place.depth else "ListContinue"
        return Line(Frame(style, before=place.between, left=place.left or None, bidi=bidi), runs)

    def _entry(self, text: str, label: str, details: Sequence[str], place: Place) -> list[Line]:
        if label:
            inner = (Entry(text, details=tuple(details)),)
            return self._item(label, inner, place, hanging([label], SIZES[place.style], LIST_INDENT), "entry")
        lines = [Line(Frame(place.style, left=place.left or None), self._setter.runs(text)[1])]
        for detail in details:
            lines[-1].frame.keep_next = True
            frame = Frame("EntryDetail", left=place.left or None)
            lines.append(Line(frame, self._setter.runs(detail, italic=True)[1]))
        return lines

    def _is_paragraph(self, label: str, place: Place) -> bool:
        """Whether a list of one item is a numbered paragraph with more below it than text."""
        return place == BODY and any(shape in self._shapes for shape, _ in readings(printable(label).strip()))

    def _list(self, items: Sequence[ListItem], place: Place) -> list[Line]:
        self._lists += 1
        widest = hanging([item.label for item in items], SIZES[place.style], LIST_INDENT)
        run = ("list", self._lists)
        lines = [line for item in items for line in self._item(item.label, item.blocks, place, widest, run)]
        if lines and place == BODY:
            lines[0].frame.before = PARAGRAPH_SPACE
        return lines

    def _numbered(self, label: str, blocks: Sequence[Block], place: Place) -> list[Line]:
        if place != BODY:
            wide = hanging([label], SIZES[place.style], LIST_INDENT)
            return self._item(label, blocks, place, wide, ("paragraphs", place.left))
        wide = self._hangings["NumberedParagraph"]
        lines = self._item(label, blocks, place, wide, "paragraphs")
        lines[0].frame.style = "NumberedParagraph"
        return lines

    def _item(
        self, label: str, blocks: Sequence[Block], place: Place, wide: float, run: object
    ) -> list[Line]:
        """`blocks` hanging behind `label`, counted by Word where it can be."""
        label = printable(label).strip()
        if not label:
            return self.blocks(blocks, place)
        left = place.left + wide
        level = Level(Shape("", ""), left, wide)
        number = self._numbering.number(label, place.depth, level, run=run, below=place.below)
        inner = replace(place, left=left, depth=place.depth + 1, below=number[0] if number else None)
        lines = self.blocks(blocks, inner)
        if not blocks or isinstance(blocks[0], ItemList):
            lines.insert(0, Line(Frame(place.style)))
        first = lines[0].frame
        first.number, first.bidi = number, first.bidi and number is not None
        first.before = None if place.between is None else place.between * 0.6
        if first.style in ("Normal", "ListContinue"):
            first.style = "ListBullet" if is_bullet(label) else "ListNumber"
        left += _BAR if first.bar and place.cell else 0.0
        first.left, first.hanging = (left, wide) if left > level.left else (None, None)
        if number is None:
            first.left, first.hanging, first.tabs = left, wide, (("left", left),)
            lines[0].runs.insert(0, el("r", text_element(label), el("tab")))
        return lines


def _slanted(text: Text) -> Text:
    runs = (Run(text),) if isinstance(text, str) else text
    return tuple(replace(run, italic=not run.italic) for run in runs)
