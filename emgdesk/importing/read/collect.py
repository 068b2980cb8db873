"""Putting the child's messages together to sheets."""

from dataclasses import dataclass, field
from itertools import pairwise

from emgdesk.errors import InputError
from emgdesk.importing.read.wire import Message
from emgdesk.importing.tables import Cell, RawFile, RawSheet

_Row = tuple[Cell, ...]


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
        self.rows = 0
        self.alive = False  # whether any rows, or the promise of rows, have come

    @property
    def ended(self) -> bool:
        """Whether the end mark, or a refusal, has come."""
        return self._end is not None

    def take(self, message: Message) -> None:
        match message:
            case ("rows", numbers, widths, cells):
                self._take_rows(numbers, widths, cells)
            case ("alive",):
                self.alive = True
            case ("sheet", name, hidden):
                self._sheets.append(_Sheet(name, hidden))
            case ("details", *details):
                self._sheets[-1].details = tuple(details)
            case ("again",):
                self._sheets.clear()
            case ("done", *_) | ("refused", _):
                self._texts.clear()
                self._end = message

    def _take_rows(self, numbers: list[int], widths: list[int], cells: list[Cell]) -> None:
        keep = self._texts.setdefault
        cells = [keep(cell, cell) if type(cell) is str else cell for cell in cells]
        sheet = self._sheets[-1]
        start = 0
        for width in widths:
            sheet.rows.append(tuple(cells[start : start + width]))
            start += width
        sheet.numbers += numbers
        self.rows += len(numbers)
        self.alive = True

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
                    f"{self._file_name} is damaged: row {number} of sheet “{sheet.name}” is in it twice."
                )
            found[number] = row
        numbers = sorted(found)
        return numbers, [found[number] for number in numbers]
