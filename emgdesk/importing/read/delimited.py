"""Text tables: comma, semicolon, tab or bar between the cells, found by shape."""

import csv
import io
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from emgdesk.errors import InputError
from emgdesk.importing.read.cells import plain_lines
from emgdesk.importing.read.delimiters import delimiter_of
from emgdesk.importing.read.encoding import decode
from emgdesk.importing.read.limits import MAX_FIELD
from emgdesk.importing.read.sniff import check_is_table
from emgdesk.importing.read.source import Source
from emgdesk.importing.read.wire import Sender

if TYPE_CHECKING:
    from emgdesk.importing.tables import Cell

_DIRECTIVE = re.compile(r'"?sep=([^"\r\n])"?[ \t]*(?:\r\n|\n|\r|$)', re.IGNORECASE)
_WRAPPED = re.compile(r'="[^"]*"')


class Record(NamedTuple):
    """One row and the line of the file it begins in, from 1."""

    line: int
    cells: list[str]


def read_text(source: Source, sender: Sender) -> tuple[str, ...]:
    """Send the one table of a text file; -> notes. Raises InputError."""
    text, notes = decode(source.data, source.name)
    check_is_table(text, source.name)
    sender.sheet("", hidden=False)
    for record in records(text, source.name):
        cells: list[Cell] = [unwrapped(plain_lines(cell)) or None for cell in record.cells]
        sender.row(record.line, cells)
    sender.details()
    return notes


def unwrapped(cell: str) -> str:
    """A cell some programs wrap so that Excel takes it for text: `="2031-09-02"` without its wrapping."""
    return cell[2:-1] if _WRAPPED.fullmatch(cell) else cell


def records(text: str, name: str) -> Iterator[Record]:
    """The rows of a text, empty lines left out; a first line `sep=;` names the delimiter and is no row.

    Raises InputError for a quotation mark that is never closed and for a field that is too long.
    """
    csv.field_size_limit(MAX_FIELD)
    lines = _Lines(text)
    directive = _DIRECTIVE.match(text)
    if directive:
        lines.skip()
    delimiter = directive[1] if directive else delimiter_of(text)
    return _delimited(lines, delimiter, name) if delimiter else _single_column(lines)


class _Lines:
    """The lines of a text as an editor counts them; `begun` are those of the record being read."""

    def __init__(self, text: str) -> None:
        self._lines = io.StringIO(text, newline="")
        self.begun: list[str] = []
        self.number = 0
        self.exhausted = False

    def skip(self) -> None:
        self._lines.readline()
        self.number += 1

    def __iter__(self) -> Iterator[str]:
        for line in self._lines:
            self.number += 1
            self.begun.append(line)
            yield line
        self.exhausted = True


def _delimited(lines: _Lines, delimiter: str, name: str) -> Iterator[Record]:
    reader = csv.reader(lines, delimiter=delimiter)
    while True:
        start = lines.number + 1
        lines.begun.clear()
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            raise InputError(
                f"A cell that begins in line {start} of {name} is longer than {MAX_FIELD:,} characters: "
                f"probably a quotation mark is opened there and never closed."
            ) from error
        if lines.exhausted or (len(lines.begun) > 1 and not _well_quoted(lines.begun, delimiter)):
            raise InputError(
                f"A quotation mark opened in line {start} of {name} is not closed in its cell: "
                f"correct that line and try again."
            )
        if cells:
            yield Record(start, cells)


def _well_quoted(lines: list[str], delimiter: str) -> bool:
    """Whether a record over several lines keeps the rules, and did not swallow lines up to a later mark."""
    try:
        return len(list(csv.reader(lines, delimiter=delimiter, strict=True))) == 1
    except csv.Error:
        return False


def _single_column(lines: _Lines) -> Iterator[Record]:
    for line in lines:
        cell = line.rstrip("\r\n")
        lines.begun.clear()
        if cell:
            yield Record(lines.number, [cell])
