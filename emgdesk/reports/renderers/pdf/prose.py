"""Paragraphs, lists and the content of table cells: text blocks to bands of a given measure."""

from collections.abc import Sequence
from dataclasses import replace

from emgdesk.reports.blocks import Block, Cell, Entry, ItemList, Note, Paragraph, Run, Text, introduces
from emgdesk.reports.renderers.pdf.bands import Band, TextMark, barred, text_bands, text_mark
from emgdesk.reports.renderers.pdf.text.lines import Typesetter
from emgdesk.reports.renderers.pdf.theme import (
    CELL_PARAGRAPH_SPACE,
    DETAIL,
    LEAST_WIDTH,
    LIST_INDENT,
    NOTE,
    Style,
)

_LABEL_GAP = 5.0


class Prose:
    """Sets the text blocks of one document."""

    def __init__(self, setter: Typesetter) -> None:
        self.setter = setter

    def cell(self, cell: Cell, style: Style, width: float, right: bool = False) -> list[Band]:
        """What a table cell holds, nothing for an empty one; plain text at the right edge if so wanted."""
        if not cell:
            return []
        if isinstance(cell, str) or isinstance(cell[0], Run):
            return text_bands(self.setter.lines(cell, style, width), style, width, right=right)
        return self._blocks(cell, style, width, CELL_PARAGRAPH_SPACE)

    def text(self, text: Text, style: Style, width: float, before: float = 0.0) -> list[Band]:
        """Plain lines read from the left."""
        return text_bands(self.setter.lines(text, style, width), style, width, before=before)

    def block(self, block: Block, style: Style, width: float, before: float) -> list[Band]:
        """A block of text in `style` with `before` above it; TypeError for a block that is no text."""
        match block:
            case Paragraph(marked=True):
                return barred(self.block(replace(block, marked=False), style, width, before))
            case Paragraph(label=label) | Entry(label=label) if label:
                return self._labelled(label, (replace(block, label=""),), style, width, before)
            case Paragraph(text):
                return self._paragraph(text, style, width, before)
            case Entry(text, _, details):
                bands = self.text(text, style, width, before)
                self.setter.whose = text if details else ""
                bands += [band for detail in details for band in self.text(detail, DETAIL, width)]
                self.setter.whose = ""
                return bands
            case ItemList(items):
                above = (before, *[before * 0.6] * len(items))
                return [
                    band
                    for item, space in zip(items, above, strict=False)
                    for band in self._labelled(item.label, item.blocks, style, width, space)
                ]
            case Note(text):
                quieter = replace(style, italic=True, size=min(NOTE.size, style.size))
                return self._paragraph(text, quieter, width, before + style.leading * 0.5)
        raise TypeError(f"{type(block).__name__} is no block of text: it cannot stand in a cell or a list")

    def _blocks(self, blocks: Sequence[Block], style: Style, width: float, between: float) -> list[Band]:
        bands: list[Band] = []
        for index, block in enumerate(blocks):
            new = self.block(block, style, width, between)
            bands += tied(new) if introduces(block, blocks[index + 1 : index + 2]) else new
        return bands

    def _paragraph(self, text: Text, style: Style, width: float, before: float) -> list[Band]:
        lines = self.setter.lines(text, style, width, by_first_letter=True)
        return text_bands(lines, style, width, before=before)

    def _labelled(
        self, label: str, blocks: Sequence[Block], style: Style, width: float, before: float
    ) -> list[Band]:
        """`blocks` indented by a hanging label; lists nested too deeply get no further indent."""
        lines = self.setter.lines(label, style, width)
        if not lines:
            return self._blocks(blocks, style, width, before)
        hanging = max(LIST_INDENT, lines[0].width + _LABEL_GAP)
        if width - hanging < LEAST_WIDTH:
            inner = self.text(label, style, width, before)
            return [*inner, *self._blocks(blocks, style, width, before * 0.6)]
        inner = self._blocks(blocks, style, width - hanging, before * 0.6)
        shifted = [_shifted(band, hanging) for band in inner] or [Band(style.leading, ())]
        first = shifted[0]
        marks = (text_mark(lines[0], style, hanging), *first.marks)
        return [replace(first, marks=marks, before=before), *shifted[1:]]


def tied(bands: Sequence[Band]) -> list[Band]:
    """`bands`, the last of them kept with what follows."""
    return [*bands[:-1], *(replace(band, keep=True) for band in bands[-1:])]


def _shifted(band: Band, right: float) -> Band:
    marks = [replace(m, right=m.right + right) if isinstance(m, TextMark) else m for m in band.marks]
    return replace(band, marks=marks)
