"""What the reading child says to its parent: a stream of pickled tuples of plain values.

("sheet", name, hidden)
("alive",)     in the middle of long work that comes before the rows
("rows", [row number], [row width], [cell, of all those rows one after the other])
("details", hidden rows, hidden columns, merges, links, uncalculated)
("again",)     forget everything so far
("done", kind, sha256, size, notes)     or     ("refused", sentence)
"""

import datetime
import pickle
from collections.abc import Iterator, Sequence
from typing import IO, TYPE_CHECKING, Any

from emgdesk.errors import InputError
from emgdesk.importing.read.limits import MAX_CELLS, MAX_COLUMNS, MAX_FIELD, MAX_ROWS, MAX_SHEETS, MAX_TEXT

if TYPE_CHECKING:
    from emgdesk.importing.tables import Cell

Message = tuple[Any, ...]
_BATCH_ROWS = 1_000
_BATCH_CELLS = 20_000


class Sender:
    """The child's side: gathers rows and sends them in batches."""

    def __init__(self, out: IO[bytes], file_name: str) -> None:
        self._out = out
        self._file_name = file_name
        self._sheets = self._rows = self._places = self._characters = 0
        self._begin_batch()

    def _begin_batch(self) -> None:
        self._numbers: list[int] = []
        self._widths: list[int] = []
        self._cells: list[Cell] = []

    def _send(self, *message: object) -> None:
        pickle.dump(message, self._out, pickle.HIGHEST_PROTOCOL)
        self._out.flush()

    def sheet(self, name: str, hidden: bool) -> None:
        """Begin a sheet; the rows that follow are its. Raises InputError past the cap on sheets."""
        self._sheets += 1
        if self._sheets > MAX_SHEETS:
            raise self._too_many(f"{MAX_SHEETS:,} sheets")
        self._send("sheet", name, hidden)

    def alive(self) -> None:
        """Tell the parent that work goes on although no rows come yet."""
        self._send("alive")

    def start_again(self) -> None:
        """Take back everything that was sent: another reader tries from the beginning."""
        self._sheets = self._rows = self._places = self._characters = 0
        self._begin_batch()
        self._send("again")

    def row(self, number: int, cells: "list[Cell]") -> None:
        """One row, cells in column order; a blank one is left out.

        Raises InputError past the caps on rows, columns, cells and text.
        """
        while cells and (cells[-1] is None or cells[-1] == ""):
            cells.pop()
        if all(cell is None or (type(cell) is str and (not cell or cell.isspace())) for cell in cells):
            return
        self._rows += 1
        self._places += len(cells)
        if len(cells) > MAX_COLUMNS or self._rows > MAX_ROWS or self._places > MAX_CELLS:
            raise self._too_large(number, len(cells))
        self._measure(number, [len(cell) for cell in cells if type(cell) is str])
        self._numbers.append(number)
        self._widths.append(len(cells))
        self._cells += cells
        if len(self._numbers) >= _BATCH_ROWS or len(self._cells) >= _BATCH_CELLS:
            self._flush()

    def _measure(self, number: int, lengths: list[int]) -> None:
        if lengths and max(lengths) > MAX_FIELD:
            raise InputError(
                f"A cell in row {number:,} of {self._file_name} is longer than {MAX_FIELD:,} characters."
            )
        self._characters += sum(lengths)
        if self._characters > MAX_TEXT:
            raise self._too_many(f"{MAX_TEXT:,} characters")

    def _too_many(self, most: str) -> InputError:
        return InputError(f"{self._file_name} has more than {most}: split it into smaller files.")

    def _too_large(self, number: int, width: int) -> InputError:
        if width > MAX_COLUMNS:
            return InputError(
                f"{self._file_name} has more than {MAX_COLUMNS:,} columns (row {number} reaches column "
                f"{width:,}): delete what stands far to the right and save it again."
            )
        return self._too_many(f"{MAX_ROWS:,} rows" if self._rows > MAX_ROWS else f"{MAX_CELLS:,} cells")

    def _flush(self) -> None:
        if self._numbers:
            self._send("rows", self._numbers, self._widths, self._cells)
            self._begin_batch()

    def details(
        self,
        *,
        hidden_rows: Sequence[int] = (),
        hidden_columns: Sequence[int] = (),
        merges: Sequence[tuple[int, int, int, int]] = (),
        links: dict[tuple[int, int], str] | None = None,
        uncalculated: Sequence[tuple[int, int]] = (),
    ) -> None:
        """End a sheet with what is known of it besides its cells."""
        self._flush()
        self._send("details", hidden_rows, hidden_columns, merges, links or {}, uncalculated)

    def done(self, kind: str, sha256: str, size: int, notes: Sequence[str]) -> None:
        """The end mark: everything before it counts."""
        self._send("done", kind, sha256, size, tuple(notes))

    def refused(self, sentence: str) -> None:
        """The other end: nothing before it counts."""
        self._send("refused", sentence)


class _PlainUnpickler(pickle.Unpickler):
    """Dates are the only objects a file's contents may become."""

    def find_class(self, module: str, name: str) -> Any:
        if module == "datetime" and name in ("datetime", "date", "time"):
            return getattr(datetime, name)
        raise pickle.UnpicklingError(f"{module}.{name} in a message of the reading child")


_BROKEN = (
    EOFError,
    pickle.UnpicklingError,
    OSError,
    ValueError,
    LookupError,
    TypeError,
    AttributeError,
    MemoryError,
)


def messages(pipe: IO[bytes]) -> Iterator[Message]:
    """What comes through the pipe until it ends or breaks off."""
    while True:
        try:
            message: Message = _PlainUnpickler(pipe).load()
        except _BROKEN:
            return
        yield message
