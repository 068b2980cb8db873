"""Tables: header rows that repeat, rows that stay whole where they are short, blocks side by side."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from emgdesk.reports.blocks import Block, Cell, Entry, ItemList, Note, Paragraph, Table, Text, plain
from emgdesk.reports.renderers.docx.elements import Element, change, el, flag, twips, val
from emgdesk.reports.renderers.docx.flow import Flow
from emgdesk.reports.renderers.docx.prose import Prose
from emgdesk.reports.renderers.docx.styles import rule, val_width
from emgdesk.reports.renderers.pdf.theme import (
    BLOCK_GAP,
    CELL,
    CELL_PADDING_X,
    CELL_PADDING_Y,
    FINE_RULE,
    HAIRLINE,
    MILLIMETRE,
    ROW,
    ROW_PADDING_X,
    ROW_PADDING_Y,
    Style,
)

_MOVED_WHOLE = 110.0
"""A row up to this height (points, judged by its letters) goes to the next page rather than being split."""
_SHADE = "F0F0F0"


@dataclass(frozen=True, slots=True)
class _Look:
    table: str
    text: str
    style: Style
    pad_x: float
    pad_y: float


_LOOKS = {
    "grid": _Look("TableGrid", "TableText", CELL, CELL_PADDING_X, CELL_PADDING_Y),
    "rows": _Look("LinedRows", "TableLine", ROW, ROW_PADDING_X, ROW_PADDING_Y),
    "none": _Look("BareRows", "TableLine", ROW, ROW_PADDING_X, ROW_PADDING_Y),
}


@dataclass(frozen=True, slots=True)
class _Slot:
    """A column of the grid: its width, its block, its column in the table (None: the gap between blocks)."""

    width: float
    block: int
    column: int | None


def place_table(table: Table, flow: Flow, prose: Prose) -> None:
    """Set `table`; its header row stands at the top of every page it reaches."""
    if table.rows or table.has_header:
        flow.add_table(_Setting(table, prose, flow.width).element())


class _Setting:
    """One table on its way into the file."""

    def __init__(self, table: Table, prose: Prose, width: float) -> None:
        self._table, self._prose, self._width = table, prose, width
        self._look = _LOOKS[table.lines]
        self._slots = list(_slots(table, width))
        self._blocks = self._slots[-1].block + 1

    def element(self) -> Element:
        """The whole table."""
        properties = el(
            "tblPr", val("tblStyle", self._look.table if self._blocks == 1 else "BareRows"),
            val_width("tblW", self._width), el("tblLayout", type="fixed"), self._margins(),
        )  # fmt: skip
        grid = el("tblGrid", *(el("gridCol", w=twips(slot.width)) for slot in self._slots))
        element = el("tbl", properties, grid)
        if self._table.has_header:
            element.append(self._header())
        for row in self._table.rows:
            element.append(self._spanning(row[0]) if self._spans(row) else self._row(row))
        return element

    def _margins(self) -> Element:
        x, y = self._look.pad_x, self._look.pad_y
        sides = (("top", y), ("left", x), ("bottom", y), ("right", x))
        return el("tblCellMar", *(val_width(side, width) for side, width in sides))

    def _spans(self, row: Sequence[Cell]) -> bool:
        return len(row) == 1 < len(self._table.columns)

    def _header(self) -> Element:
        used = {slot.block for slot in self._slots if self._blocks == 1 or self._holds(slot)}
        cells = [
            self._table.columns[slot.column].header if slot.column is not None and slot.block in used else ""
            for slot in self._slots
        ]
        filled = [slot.block in used for slot in self._slots]
        row = self._tr(cells, filled, "TableHeader", header=True)
        for line in row.iter("{*}p"):
            change(line, keep_next=True)
        return row

    def _holds(self, slot: _Slot) -> bool:
        column = slot.column
        return column is not None and any(len(row) > column and row[column] for row in self._table.rows)

    def _row(self, row: Sequence[Cell]) -> Element:
        cells = [row[slot.column] if slot.column is not None else "" for slot in self._slots]
        full = {slot.block for slot, cell in zip(self._slots, cells, strict=True) if cell}
        filled = [slot.block in full or self._table.lines == "grid" for slot in self._slots]
        return self._tr(cells, filled, self._look.text)

    def _tr(self, cells: Sequence[Cell], filled: Sequence[bool], style: str, header: bool = False) -> Element:
        whole = header or self._height(cells) <= _MOVED_WHOLE
        least = self._table.row_height * MILLIMETRE if not header else 0.0
        element = el(
            "tr",
            el(
                "trPr",
                flag("cantSplit", whole),
                el("trHeight", val=twips(least), hRule="atLeast") if least else None,
                flag("tblHeader", header),
            ),
        )
        for slot, cell, full in zip(self._slots, cells, filled, strict=True):
            element.append(self._tc(slot, cell, full, style, header))
        return element

    def _tc(self, slot: _Slot, cell: Cell, full: bool, style: str, header: bool) -> Element:
        column = None if slot.column is None else self._table.columns[slot.column]
        shaded = header and self._table.lines == "grid" and column is not None
        look = el(
            "tcPr",
            val_width("tcW", slot.width),
            self._borders(slot, full, header),
            el("shd", val="clear", color="auto", fill=_SHADE) if shaded else None,
            val("vAlign", "center" if self._table.row_height else None),
        )
        align = column.align if column is not None and column.align == "right" else None
        lines = self._prose.cell(cell, style, align)
        return el("tc", look, *(line.element() for line in lines))

    def _borders(self, slot: _Slot, full: bool, header: bool) -> Element | None:
        """The lines of a cell where those of the table's style do not say it all."""
        if slot.column is None or self._table.lines == "none":
            return None
        if self._table.lines == "grid":
            sides = ("top", "left", "bottom", "right")
            return el("tcBorders", *(rule(s, FINE_RULE) for s in sides)) if self._blocks > 1 else None
        if header:
            return el("tcBorders", rule("bottom", FINE_RULE, "000000")) if full else None
        return el("tcBorders", rule("bottom", HAIRLINE)) if full and self._blocks > 1 else None

    def _spanning(self, cell: Cell) -> Element:
        """A row across the table: a heading of the rows below it."""
        lines = self._prose.cell(cell, "TableHeader")
        for line in lines:
            line.frame.keep_next = True
        shade = el("shd", val="clear", color="auto", fill=_SHADE) if self._table.lines == "grid" else None
        look = el("tcPr", val_width("tcW", self._width), val("gridSpan", len(self._slots)), shade)
        paragraphs = (line.element() for line in lines)
        return el("tr", el("trPr", el("cantSplit")), el("tc", look, *paragraphs))

    def _height(self, cells: Sequence[Cell]) -> float:
        """About how high the row will be, in points."""
        style = self._look.style
        lines = [
            _lines(cell, max(slot.width - 2 * self._look.pad_x, 10.0) / (style.size * 0.52))
            for slot, cell in zip(self._slots, cells, strict=True)
        ]
        return max(lines) * style.leading


def _slots(table: Table, width: float) -> Iterator[_Slot]:
    """The columns of the grid, the gaps between blocks among them."""
    gaps = sum(column.starts_block for column in table.columns[1:])
    unit = (width - gaps * BLOCK_GAP) / sum(column.width for column in table.columns)
    block = 0
    for index, column in enumerate(table.columns):
        if index and column.starts_block:
            yield _Slot(BLOCK_GAP, block, None)
            block += 1
        yield _Slot(column.width * unit, block, index)


def _lines(cell: Cell, letters: float) -> float:
    """About how many lines of so many letters a cell takes."""
    if isinstance(cell, str):
        return len(cell) // letters + 1
    return sum(len(text) // letters + 1.4 for text in _texts(cell))


def _texts(cell: Text | tuple[Block, ...]) -> Iterator[str]:
    if isinstance(cell, str):
        yield cell
        return
    for part in cell:
        match part:
            case Paragraph(text) | Note(text):
                yield plain(text)
            case Entry(text, _, details):
                yield text
                yield from details
            case ItemList(items):
                for item in items:
                    yield from _texts(item.blocks)
            case _:
                yield getattr(part, "text", "")
