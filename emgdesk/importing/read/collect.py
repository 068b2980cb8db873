"""Putting the child's messages together to sheets."""

import sys
from dataclasses import dataclass, field
from itertools import islice, pairwise

from emgdesk.errors import InputError
from emgdesk.importing.read.limits import MAX_HELD
from emgdesk.importing.read.source import plain_name
from emgdesk.importing.read.wire import Message
from emgdesk.importing.tables import Cell, RawFile, RawSheet

_Row = tuple[Cell, ...]
_PLACE = 40  # bytes of a cell without its text
_ALIKE = 250_000  # texts among which equal ones are looked for: keeping all would take more than it saves


@dataclass(slots=True)
class _Sheet:
    name: str
    hidden: bool
    numbers: list[int] = field(default_factory=list)
    rows: list[_Row] = field(default_factory=list)
    details: Message = ((), (), (), {}, ())


class Collector:
    """Takes messages (in the listening thread) and, after the end mark, makes the RawFile."""

    def __init__(self, file_name: str) -> None:
        self._file_name = file_name
        self._sheets: list[_Sheet] = []
        self._texts: dict[str, str] = {}  # every text is kept once, however many cells hold it
        self._end: Message | None = None
        self._held = 0  # bytes
        self.rows = 0

    @property
    def ended(self) -> bool:
        """Whether the end mark, or a refusal, has come: nothing more counts."""
        return self._end is not None

    def take(self, message: Message) -> None:
        match message:
            case ("rows", numbers, widths, cells):
                self._take_rows(numbers, widths, cells)
            case ("sheet", name, hidden):
                self._sheets.append(_Sheet(name, hidden))
            case ("details", *details):
                self._sheets[-1].details = tuple(details)
            case ("again",):
                self._sheets.clear()
                self._held = 0
            case ("done", *_) | ("refused", _):
                self._texts.clear()
                self._end = message

    def _take_rows(self, numbers: list[int], widths: list[int], cells: list[Cell]) -> None:
        keep = self._texts.setdefault
        known = len(self._texts)
        cells = [keep(cell, cell) if type(cell) is str else cell for cell in cells]
        sheet = self._sheets[-1]
        start = 0
        for width in widths:
            sheet.rows.append(tuple(cells[start : start + width]))
            start += width
        sheet.numbers += numbers
        self.rows += len(numbers)
        new = islice(reversed(self._texts), len(self._texts) - known)
        self._held += _PLACE * len(cells) + sum(map(sys.getsizeof, new))
        if len(self._texts) > _ALIKE:
            self._texts.clear()
        if self._held > MAX_HELD:
            self._refuse_too_much()

    def _refuse_too_much(self) -> None:
        self._sheets.clear()
        self._texts.clear()
        self._end = (
            "refused",
            f"{self._file_name} holds too much to be taken in at once: split it into smaller files.",
        )

    def file(self) -> RawFile:
        """The whole file. Raises InputError when the child refused it."""
        assert self._end is not None
        if self._end[0] == "refused":
            raise InputError(self._end[1])
        _, kind, sha256, size, notes = self._end
        sheets = tuple(self._finished(sheet) for sheet in self._sheets)
        return RawFile(self._file_name, sha256, kind, sheets, notes, size)

    def _finished(self, sheet: _Sheet) -> RawSheet:
        numbers, rows = sheet.numbers, sheet.rows
        if any(later <= earlier for earlier, later in pairwise(numbers)):
            numbers, rows = self._in_order(sheet)
        hidden_rows, hidden_columns, merges, links, uncalculated = sheet.details
        return RawSheet(
            name=sheet.name,
            numbers=tuple(numbers),
            rows=tuple(rows),
            hidden=sheet.hidden,
            hidden_rows=frozenset(hidden_rows),
            hidden_columns=frozenset(hidden_columns),
            merges=tuple(merges),
            links=links,
            uncalculated=tuple(uncalculated),
        )

    def _in_order(self, sheet: _Sheet) -> tuple[list[int], list[_Row]]:
        """Rows a file holds out of order, in order."""
        found: dict[int, _Row] = {}
        for number, row in zip(sheet.numbers, sheet.rows, strict=True):
            if number in found:
                raise InputError(
                    f"{self._file_name} is damaged: row {number} of sheet “{plain_name(sheet.name)}” "
                    f"is in it twice."
                )
            found[number] = row
        numbers = sorted(found)
        return numbers, [found[number] for number in numbers]
