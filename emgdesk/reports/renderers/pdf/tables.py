"""Tables over any number of pages: short rows move whole, long ones split between two lines."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Literal

from emgdesk.reports.blocks import Cell, Column, Table, holds_note
from emgdesk.reports.renderers.pdf.bands import Band, FillMark, Mark, RuleMark, Sheet, stacked
from emgdesk.reports.renderers.pdf.footnotes import Notes
from emgdesk.reports.renderers.pdf.pages import Pages
from emgdesk.reports.renderers.pdf.theme import (
    BLOCK_GAP,
    CELL,
    CELL_HEADER,
    CELL_PADDING_X,
    CELL_PADDING_Y,
    FINE_RULE,
    HAIRLINE,
    LEAST_WIDTH,
    MILLIMETRE,
    ROW,
    ROW_PADDING_X,
    ROW_PADDING_Y,
    RULE_GRAY,
    TABLE_SPACE,
    Style,
)

_MOVED_WHOLE = 110.0
"""A row up to this height goes to the next page rather than being split."""
_LEAST_PART = 60.0
"""A longer row is begun at the foot of a page if this much room is left."""

Stack = list[Band]
_RowKind = Literal["row", "header", "heading"]
SetCell = Callable[[Cell, Style, float, bool], Stack]
"""Sets what a cell holds in a style and a width, its text at the right edge if so wanted."""


@dataclass(frozen=True, slots=True)
class _Slot:
    """Where a column's text stands; `block` tells which of the blocks side by side it belongs to."""

    left: float
    width: float
    block: int
    right: bool


@dataclass(frozen=True, slots=True)
class _Look:
    style: Style
    pad_x: float
    pad_y: float
    boxed: bool
    ruled: bool


_LOOKS = {
    "grid": _Look(CELL, CELL_PADDING_X, CELL_PADDING_Y, boxed=True, ruled=True),
    "rows": _Look(ROW, ROW_PADDING_X, ROW_PADDING_Y, boxed=False, ruled=True),
    "none": _Look(ROW, ROW_PADDING_X, ROW_PADDING_Y, boxed=False, ruled=False),
}


@dataclass(frozen=True, slots=True)
class _RowMark:
    """The cells of a row: bands at their distance from the row's left upper corner."""

    cells: Sequence[tuple[float, float, Band]]

    def draw(self, sheet: Sheet, x: float, y: float) -> None:
        for right, down, band in self.cells:
            band.draw(sheet, x + right, y - down)


def place_table(table: Table, pages: Pages, set_cell: SetCell) -> None:
    """Set `table`; its header row stands at the top of every page it reaches."""
    placing = _Placing(table, pages, set_cell)
    pages.reserve(placing.least())
    pages.space(TABLE_SPACE)
    placing.run()
    pages.space(TABLE_SPACE)


class _Placing:
    """One table on its way down the pages."""

    def __init__(self, table: Table, pages: Pages, set_cell: SetCell) -> None:
        self._table, self._pages, self._set_cell = table, pages, set_cell
        self._look = _LOOKS[table.lines]
        self._slots = _slots(table.columns, self._look.pad_x, pages.width)
        self._edges = _edges(self._slots, self._look.pad_x)
        self._least = table.row_height * MILLIMETRE
        self._noted = any(holds_note(cell) for row in table.rows for cell in row)
        self._header: list[Stack] = []
        if table.has_header:
            used = _used_blocks(table, self._slots)
            headers = [
                column.header if slot.block in used else ""
                for column, slot in zip(table.columns, self._slots, strict=True)
            ]
            self._header = self._stacks(headers, CELL_HEADER)

    def least(self) -> float:
        """What must fit under a heading before the table begins: the header and the beginning of a row."""
        height = TABLE_SPACE + (self._height(self._header) if self._header else 0.0)
        for row in self._table.rows[:2]:
            stacks = self._stacks(row)
            first = self._row_height(stacks)
            height += first + self._notes(stacks) if first <= _MOVED_WHOLE else _LEAST_PART
            if not self._spans(row):
                break
        return height

    def run(self) -> None:
        """Set every row."""
        self._top()
        rows = self._table.rows
        for index, row in enumerate(rows):
            if len(row) == 1 and self._spans(row):
                self._heading(row, rows[index + 1 : index + 2])
            else:
                self._row(row)

    def _spans(self, row: Sequence[Cell]) -> bool:
        return len(row) == 1 < len(self._slots)

    def _heading(self, row: Sequence[Cell], following: Sequence[Sequence[Cell]]) -> None:
        """A row across the table, on the page of the row after it."""
        stacks = self._stacks(row)
        after = 0.0
        for below in following:
            set_below = self._stacks(below)
            after += min(self._row_height(set_below), _MOVED_WHOLE) + self._notes(set_below)
        if self._height(stacks) + after + self._notes(stacks) > self._pages.room:
            self._pages.break_page()
            self._top()
        self._put(stacks, "heading")

    def _row(self, row: Sequence[Cell]) -> None:
        stacks = self._stacks(row)
        fresh = False  # a page of its own did not help: the footnotes themselves are too long
        while (height := self._row_height(stacks)) + self._notes(stacks) > self._pages.room:
            if (height > _MOVED_WHOLE or fresh) and self._pages.room > _LEAST_PART:
                begun, rest = self._split(stacks, with_notes=not fresh)
                if any(begun):
                    self._put(begun)
                    stacks = rest
                    if not any(stacks):
                        break
            self._pages.break_page()
            self._top()
            fresh = True
        else:
            self._put(stacks)

    def _top(self) -> None:
        """The upper rule, and the header row if there is one."""
        if self._look.boxed:
            for left, right in self._edges:
                self._pages.put(Band(0.0, (RuleMark(left, 0, right, 0, FINE_RULE, RULE_GRAY),)))
        if self._header:
            self._put(self._header, "header")

    def _stacks(self, row: Sequence[Cell], style: Style | None = None) -> list[Stack]:
        wanted = style or self._look.style
        if len(row) == 1 and self._spans(row):
            width = self._slots[-1].left + self._slots[-1].width - self._slots[0].left
            return [self._set_cell(row[0], CELL_HEADER, width, False)]
        return [
            self._set_cell(cell, wanted, slot.width, slot.right)
            for cell, slot in zip(row, self._slots, strict=True)
        ]

    def _height(self, stacks: Sequence[Stack]) -> float:
        tallest = max([stacked(stack) for stack in stacks], default=0.0)
        return max(tallest, self._look.style.leading) + 2 * self._look.pad_y

    def _row_height(self, stacks: Sequence[Stack]) -> float:
        height = self._height(stacks)
        return max(height, self._least) if self._least else height

    def _notes(self, stacks: Sequence[Stack]) -> float:
        """The height the footnotes of a row want."""
        return self._pages.wanted(_notes(stacks)) if self._noted else 0.0

    def _split(self, stacks: Sequence[Stack], *, with_notes: bool) -> tuple[list[Stack], list[Stack]]:
        """What of each cell fits on this page, and the rest; something always does but for the notes."""
        available = self._pages.room - 2 * self._look.pad_y
        begun = [_fitting(stack, available) for stack in stacks]
        if with_notes and self._noted:
            available -= self._notes(begun)
            begun = [_fitting(stack, available) for stack in stacks]
        tidy = [_without_tied(stack, whole) for stack, whole in zip(begun, stacks, strict=True)]
        begun = tidy if any(tidy) else begun
        return begun, [stack[len(part) :] for part, stack in zip(begun, stacks, strict=True)]

    def _put(self, stacks: Sequence[Stack], kind: _RowKind = "row") -> None:
        height = self._row_height(stacks) if kind == "row" else self._height(stacks)
        cells: list[tuple[float, float, Band]] = []
        for slot, stack in zip(self._slots, stacks, strict=kind != "heading"):
            down = (height - stacked(stack)) / 2 if self._least else self._look.pad_y
            for index, band in enumerate(stack):
                down += band.before if index else 0.0
                cells.append((slot.left, down, band))
                down += band.height
        marks = (*self._rules(stacks, height, kind), _RowMark(cells))
        notes = _notes(stacks) if self._noted else ()
        self._pages.put(Band(height, marks, notes=notes), here=True)

    def _rules(self, stacks: Sequence[Stack], height: float, kind: _RowKind) -> list[Mark]:
        if not self._look.ruled:
            return []
        weight, gray = (FINE_RULE, RULE_GRAY) if self._look.boxed else (HAIRLINE, RULE_GRAY)
        if kind == "header":
            weight, gray = (FINE_RULE, RULE_GRAY) if self._look.boxed else (FINE_RULE, 0.0)
        filled = {slot.block for slot, stack in zip(self._slots, stacks, strict=False) if stack}
        marks: list[Mark] = []
        if kind != "row" and self._look.boxed:
            for left, right in self._edges:  # the rule above is drawn again: the fill would hide half of it
                marks.append(FillMark(left, 0, right - left, height))
                marks.append(RuleMark(left, 0, right, 0, FINE_RULE, RULE_GRAY))
        for block, (left, right) in enumerate(self._edges):
            if block in filled or self._look.boxed:
                marks.append(RuleMark(left, height, right, height, weight, gray))
        if self._look.boxed:
            uprights = {edge for pair in self._edges for edge in pair}
            if kind != "heading":
                uprights.update(slot.left - self._look.pad_x for slot in self._slots)
            marks.extend(RuleMark(x, 0, x, height, FINE_RULE, RULE_GRAY) for x in sorted(uprights))
        return marks


def _notes(stacks: Sequence[Stack]) -> Notes:
    return tuple(note for stack in stacks for band in stack for note in band.notes)


def _slots(columns: Sequence[Column], pad: float, measure: float) -> list[_Slot]:
    blocks = sum(column.starts_block for column in columns[1:])
    unit = (measure - blocks * BLOCK_GAP) / sum(column.width for column in columns)
    slots = []
    left, block = 0.0, 0
    for index, column in enumerate(columns):
        if index and column.starts_block:
            left, block = left + BLOCK_GAP, block + 1
        width = column.width * unit
        slots.append(_Slot(left + pad, max(width - 2 * pad, LEAST_WIDTH / 4), block, column.align == "right"))
        left += width
    return slots


def _edges(slots: Sequence[_Slot], pad: float) -> list[tuple[float, float]]:
    """Left and right edge of each block of columns."""
    edges = []
    for _, group in groupby(slots, key=lambda slot: slot.block):
        block = list(group)
        edges.append((block[0].left - pad, block[-1].left + block[-1].width + pad))
    return edges


def _used_blocks(table: Table, slots: Sequence[_Slot]) -> set[int]:
    """The blocks of columns that hold anything; one that holds nothing needs no header either."""
    blocks = {slot.block for slot in slots}
    if len(blocks) == 1:
        return blocks
    return {slot.block for index, slot in enumerate(slots) if any(row[index] for row in table.rows)}


def _fitting(stack: Stack, height: float) -> Stack:
    used = 0.0
    for index, band in enumerate(stack):
        used += band.height + (band.before if index else 0.0)
        if used > height:
            return stack[:index]
    return stack


def _without_tied(part: Stack, whole: Stack) -> Stack:
    """`part` without the bands at its end that belong to the one after it."""
    end = len(part)
    while 0 < end < len(whole) and part[end - 1].keep:
        end -= 1
    return part[:end]
