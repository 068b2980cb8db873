"""Finding the table in a sheet: which row is its header, where it ends.

A header is known by its shape (cells that name columns, one of them a name),
not by its line number: titles, metadata and blank rows may stand above it, notes,
totals and further tables below.
"""

import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass

from emgdesk.importing.sheets.header_words import fields_of, is_exact, is_numbering, names_people, phrase
from emgdesk.importing.tables import Cell, RawSheet, text_of

_SEARCHED = 300  # rows looked at for a header
_SURE = 1.5  # the score of a row that heads more than one column
_MANY_TIMES = 3
# Of a Teams report the table with one row a person, before the one with a row for each time they joined.
_ONCE_EACH = re.compile(r"\(UPN\)|^first join$", re.IGNORECASE)
_WEAK = frozenset(("participants", "attendees", "teilnehmer", "participantes", "names", "noms", "delegates"))


@dataclass(frozen=True, slots=True)
class Table:
    """A header and the rows below it: `sheet.rows[first:last]`; `header` is None without a header row.

    `labels` are the headers made unique and speaking for themselves.
    """

    sheet: RawSheet
    header: int | None  # index into sheet.rows
    labels: tuple[str, ...]
    first: int
    last: int
    score: float = 0.0
    repeated: frozenset[int] = frozenset()  # indexes of rows that repeat the header
    others: tuple[int, ...] = ()  # row numbers of further headers, whose tables are not read
    left: int = 0  # where the first column stands in the file, for a table cut out of a wider one
    shift: int = 0  # by how much row numbers are larger than those of the file

    @property
    def header_row(self) -> int | None:
        """The header's row number as a spreadsheet shows it."""
        return None if self.header is None else self.sheet.numbers[self.header]

    @property
    def fingerprint(self) -> str:
        """Equal for tables with the same headers in the same order, whatever their case."""
        plain = "\n".join(phrase(label) for label in self.labels)
        return hashlib.sha256(plain.encode()).hexdigest()[:32]


def find_table(sheet: RawSheet, header_row: int | None = None) -> Table | None:
    """The roster table of a sheet, None where no row heads a column of names.

    `header_row` (a row number) takes that row as the header, whatever it looks like.
    """
    if header_row is not None:
        if header_row not in sheet.numbers:
            return None
        index = sheet.numbers.index(header_row)
        return _bounded(sheet, index, header_score(sheet.rows[index]))
    scored = [(index, header_score(row)) for index, row in enumerate(sheet.rows[:_SEARCHED])]
    sure = [index for index, score in scored if score >= _SURE]
    if not sure:
        index, best = max(scored, key=lambda pair: (pair[1], -pair[0]), default=(0, 0.0))
        return (
            _bounded(sheet, index, best) if best >= 1 or (best > 0 and index + 1 < len(sheet.rows)) else None
        )
    first = {tuple(_plain(sheet.rows[index])): index for index in reversed(sure)}  # repeated ones once
    once = [at for at in first.values() if any(map(_ONCE_EACH.search, header_texts(sheet.rows[at])))]
    index = min(once) if once else _first_full(sorted(first.values()), len(sheet.rows))
    return _bounded(sheet, index, scored[index][1])


def _first_full(headers: Sequence[int], rows: int) -> int:
    """The first of several headers, passing over those with few rows before a table many times as long."""
    ends = (*headers[1:], rows)
    sizes = [end - header - 1 for header, end in zip(headers, ends, strict=True)]
    chosen = 0
    for at, size in enumerate(sizes):
        if size > _MANY_TIMES * sizes[chosen]:
            chosen = at
    return headers[chosen]


def row_with(sheet: RawSheet, headers: Sequence[str]) -> int | None:
    """The number of the first row that has all these headers, None where none has."""
    wanted = {phrase(header) for header in headers if header.strip()}
    for number, row in zip(sheet.numbers[:_SEARCHED], sheet.rows[:_SEARCHED], strict=True):
        if wanted and wanted <= {phrase(text) for text in header_texts(row) if text}:
            return number
    return None


def header_score(row: tuple[Cell, ...]) -> float:
    """How much a row looks like a roster's header; 0 where it heads no column of names."""
    seen: dict[str, float] = {}
    others = 0
    for cell in row:
        if cell is None or cell == "":
            continue
        if not isinstance(cell, str) or "@" in cell or len(cell) > 200:
            return 0.0
        found = fields_of(cell)
        if not found:
            others += not is_numbering(cell)
            continue
        weight = 0.3 if is_weak(cell) else 1.0 if is_exact(cell) else 0.6
        seen[found[0]] = max(seen.get(found[0], 0.0), weight)
    if not any(names_people(field) for field in seen):
        return 0.0
    score = sum(seen.values())
    return score if score >= _SURE or others == 0 or sum(map(names_people, seen)) > 1 else score / 2


def is_weak(header: str) -> bool:
    """Whether a header of names is as often a title or a count: "Participants"."""
    return phrase(header) in _WEAK


def header_texts(row: tuple[Cell, ...]) -> tuple[str, ...]:
    """The cells of a header row, spaces single."""
    return tuple(" ".join(text_of(cell).split()) for cell in row)


def unique_labels(texts: tuple[str, ...], width: int) -> tuple[str, ...]:
    """Headers that can be told apart: the second "Email" is "Email (2)", an empty one "Column C"."""
    labels: list[str] = []
    used: set[str] = set()
    for index in range(max(width, len(texts))):
        text = texts[index] if index < len(texts) else ""
        label = text or f"Column {column_letter(index)}"
        count = 2
        while label.casefold() in used:
            label = f"{text or f'Column {column_letter(index)}'} ({count})"
            count += 1
        used.add(label.casefold())
        labels.append(label)
    return tuple(labels)


def column_letter(index: int) -> str:
    """The letters a spreadsheet shows over a column, counted from 0: 27 -> "AB"."""
    letters = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def bare_table(sheet: RawSheet) -> Table:
    """The whole sheet as a table without a header: columns are known by their letters."""
    width = max((len(row) for row in sheet.rows), default=0)
    return Table(sheet, None, unique_labels((), width), 0, len(sheet.rows))


def _bounded(sheet: RawSheet, header: int, score: float) -> Table:
    """The table below a header: it ends where another header begins, or with the sheet."""
    texts = header_texts(sheet.rows[header])
    last = len(sheet.rows)
    repeated: set[int] = set()
    others: list[int] = []
    for index in _suspects(sheet, header):
        if header_score(sheet.rows[index]) < _SURE:
            continue
        if _plain(sheet.rows[index]) == _plain(sheet.rows[header]):
            repeated.add(index)
        else:
            others.append(sheet.numbers[index])
            last = min(last, index)
    while last < len(sheet.rows) and last > header + 1 and _filled(sheet.rows[last - 1]) == 1:
        last -= 1  # the title above the further table
    width = max(len(texts), max(map(len, sheet.rows[header + 1 : last]), default=0))
    labels = unique_labels(texts, _used_width(sheet, header, last, len(texts), width))
    return Table(sheet, header, labels, header + 1, last, score, frozenset(repeated), tuple(others))


def _suspects(sheet: RawSheet, header: int) -> list[int]:
    """Rows that may be a header again: after a gap or a title, or equal to the header in its first cell."""
    rows, numbers = sheet.rows, sheet.numbers
    first = next(i for i, cell in enumerate(rows[header]) if cell not in (None, ""))
    word = rows[header][first]
    found = []
    lone = False
    for index in range(header + 1, len(rows)):
        row = rows[index]
        if lone or numbers[index] - numbers[index - 1] > 1 or (len(row) > first and row[first] == word):
            found.append(index)
        lone = _filled(row) == 1
    return found


def _filled(row: tuple[Cell, ...]) -> int:
    return len(row) - row.count(None) - row.count("")


def _plain(row: tuple[Cell, ...]) -> list[str]:
    return [phrase(text) for text in header_texts(row) if text]


def _used_width(sheet: RawSheet, header: int, last: int, low: int, high: int) -> int:
    """The number of columns that hold anything: cells right of the last header count where filled."""
    while high > low and all(
        len(row) < high or row[high - 1] in (None, "") for row in sheet.rows[header + 1 : last]
    ):
        high -= 1
    return high
