"""Text tables: comma, semicolon, tab or bar between the cells, found by shape."""

import csv
import io
import re
from collections import Counter
from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from emgdesk.errors import InputError
from emgdesk.importing.read.cells import plain_lines
from emgdesk.importing.read.encoding import decode
from emgdesk.importing.read.limits import MAX_FIELD
from emgdesk.importing.read.sniff import check_is_table
from emgdesk.importing.read.source import Source
from emgdesk.importing.read.wire import Sender

if TYPE_CHECKING:
    from emgdesk.importing.tables import Cell

_DELIMITERS = "\t;|,"
_SAMPLE_CHARACTERS = 200_000
_SAMPLE_RECORDS = 500
_TAB_SHARE = 0.3  # of the lines that must hold a delimiter for it to be one; a tab is rarely anything else
_SHARE = 0.5
_NOTHING = "\x1f"  # a delimiter no text holds: every line one cell
_DIRECTIVE = re.compile(r"sep=(.)[ \t]*(?:\r\n|\n|\r|$)", re.IGNORECASE)


class Record(NamedTuple):
    """One row and the line of the file it begins in, from 1."""

    line: int
    cells: list[str]


def read_text(source: Source, sender: Sender) -> tuple[str, ...]:
    """Send the one table of a text file; -> notes. Raises InputError."""
    text, notes = decode(source.data, source.name)
    check_is_table(text, source.name)
    csv.field_size_limit(MAX_FIELD)
    sender.sheet("", hidden=False)
    for record in records(text, source.name):
        cells: list[Cell] = [plain_lines(cell) or None for cell in record.cells]
        sender.row(record.line, cells)
    sender.details()
    return notes


def records(text: str, name: str) -> Iterator[Record]:
    """The rows of a text, blank lines left out.

    Raises InputError for a quotation mark that is never closed and for a field that is too long.
    """
    directive = _DIRECTIVE.match(text)
    delimiter = directive[1] if directive else delimiter_of(text)
    skipped = 1 if directive else 0
    if delimiter is not None:
        lines = _Lines(text)
        yield from islice(_delimited(lines, delimiter, name), skipped, None)
    else:
        yield from _single_column(text)


class _Lines:
    """The lines of a text for the csv reader, remembering those of the record being read."""

    def __init__(self, text: str) -> None:
        self._lines = io.StringIO(text, newline="")
        self.begun: list[str] = []
        self.number = 0
        self.exhausted = False

    def __iter__(self) -> Iterator[str]:
        for line in self._lines:
            self.number += 1
            self.begun.append(line)
            yield line
        self.exhausted = True


def _delimited(lines: _Lines, delimiter: str, name: str) -> Iterator[Record]:
    reader = csv.reader(lines, delimiter=delimiter)
    start = 1
    while True:
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            raise InputError(
                f"Line {start} of {name} holds a cell of more than {MAX_FIELD:,} characters: probably a "
                f'quotation mark (") is not closed there.'
            ) from error
        if lines.exhausted or (len(lines.begun) > 1 and not _well_quoted(lines.begun, delimiter)):
            raise InputError(
                f'A quotation mark (") is opened in line {start} of {name} and not closed: correct that line '
                f"and try again."
            )
        if cells:
            yield Record(start, cells)
        lines.begun.clear()
        start = lines.number + 1


def _well_quoted(lines: list[str], delimiter: str) -> bool:
    """Whether a record over several lines keeps the rules, or only swallowed lines up to some later mark."""
    try:
        return len(list(csv.reader(lines, delimiter=delimiter, strict=True))) == 1
    except csv.Error:
        return False


def _single_column(text: str) -> Iterator[Record]:
    for number, line in enumerate(io.StringIO(text, newline=""), 1):
        line = line.rstrip("\r\n")
        if len(line) > 1 and line[0] == line[-1] == '"' and '"' not in line[1:-1].replace('""', ""):
            line = line[1:-1].replace('""', '"')
        if line:
            yield Record(number, [line])


def delimiter_of(text: str) -> str | None:
    """What separates the cells; None when every line is one cell."""
    sample = text[:_SAMPLE_CHARACTERS]
    scores = {delimiter: _score(sample, delimiter) for delimiter in _DELIMITERS}
    best = max(scores, key=lambda delimiter: scores[delimiter])
    return best if scores[best] > 0 else None


def _score(sample: str, delimiter: str) -> float:
    """How much the text looks like a table of that delimiter: many cells, in rows of few different widths."""
    if delimiter not in sample:
        return 0
    rows = csv.reader(io.StringIO(sample, newline=""), delimiter=delimiter)
    try:
        widths = [len(row) for row in islice(rows, _SAMPLE_RECORDS) if any(cell.strip() for cell in row)]
    except csv.Error:
        return 0
    split = [width for width in widths if width > 1]
    if not split or len(split) < len(widths) * (_TAB_SHARE if delimiter == "\t" else _SHARE):
        return 0
    counts = Counter(widths)
    evenness = sum(count * count for count in counts.values()) / len(widths) ** 2
    cells = sum(count * (width - 1) for width, count in counts.items() if width > 1)
    return cells * evenness * (4 if delimiter == "\t" else 1)
