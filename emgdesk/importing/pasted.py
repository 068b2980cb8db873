"""Lists without a header: pasted from a mail, a page or another table, or saved as text.

Each line names people or is set aside with the reason. Where a line names several, the
further ones are counted on from the last line, as if they stood below.
"""

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from itertools import pairwise

from emgdesk.importing.columns import EMAIL
from emgdesk.importing.display_names import looks_like_entity
from emgdesk.importing.formats import ANNEX, NAMES, Format
from emgdesk.importing.headers import Table
from emgdesk.importing.list_lines import (
    LONGEST,
    Entry,
    addressed,
    from_address,
    from_cells,
    heading,
    names_a_person,
    without_columns,
)
from emgdesk.importing.read.delimited import records
from emgdesk.importing.records import RowNote
from emgdesk.importing.tables import Cell, RawFile, RawSheet, text_of

LABELS = ("Name", "Entity", "E-mail", "Line")
FIELDS: Mapping[str, int] = {"name": 0, "entity": 1, "email": 2}
_RUNS = re.compile(r"\t|\s{2,}|\xa0{2,}")
_NUMBER_FIRST = re.compile(r"\(?\d{1,4}[.)]?\s+\D")
_NUMBERS_INSIDE = re.compile(r"\A\(?\d{1,4}[.)]?\s+\D+\s\d{1,4}[.)]?\s+\D")
_UNREAD = "Not read as a name."
FROM_ADDRESS = "Only an address was given; the name was made from it."
_ENOUGH = 0.6  # of the lines must name somebody


@dataclass(frozen=True, slots=True)
class Listing:
    """A list that was taken apart: a table of `LABELS`, lines that name nobody, and where each row stands."""

    form: Format
    table: Table
    aside: tuple[RowNote, ...]
    lines: Mapping[int, int]  # row number -> line, where the two differ
    said: Mapping[int, str]  # row number -> a sentence on its name
    sure: bool  # whether the lines have the form of a list, not only of names


def listing(sheet: RawSheet) -> Listing | None:
    """The list in a sheet that has no header, None where it is no list of people."""
    lines = [(number, _cells(row)) for number, row in zip(sheet.numbers, sheet.rows, strict=True)]
    lines = [(number, cells) for number, cells in lines if any(cells)]
    if not lines or len(lines) > 20_000:
        return None
    found = _in_column(lines) or [_taken(number, cells) for number, cells in lines]
    found = _with_entities(found)
    people = [line for line in found if line.entries]
    counted = [line for line in found if not line.reason or line.reason == _UNREAD]
    numbered = sum(all(one.numbered for one in line.entries) for line in people)
    listed = sum(line.is_listed for line in people)
    sure = listed * 2 >= len(people) > 0
    if not people or len(people) < len(counted) * _ENOUGH or not (sure or _are_names(people)):
        return None
    if numbered * 2 > len(people):
        found = [line if _belongs(line) else line.refused("No number before it, no entry.") for line in found]
    two = sum(len(line.entries) > 1 and line.entries[0].numbered for line in found)
    form = ANNEX if two or numbered * 2 > len(people) else NAMES
    return _table(sheet, form, found, sure)


@dataclass(frozen=True, slots=True)
class _Line:
    number: int
    cells: tuple[str, ...]
    entries: tuple[Entry, ...] = ()
    reason: str = ""

    @property
    def text(self) -> str:
        return "  ".join(filter(None, self.cells))

    @property
    def is_listed(self) -> bool:
        """Whether the line has the form of a list entry: a number, brackets, an address."""
        bracketed = len(self.cells) == 1
        return any(one.numbered or one.email or (bracketed and one.entity) for one in self.entries)

    def refused(self, reason: str) -> "_Line":
        return replace(self, entries=(), reason=self.reason or reason)


def _cells(row: tuple[Cell, ...]) -> tuple[str, ...]:
    """The cells of a line as text; a comma that only stood between family and given name is put back."""
    texts = [text_of(cell) for cell in row]
    if len(texts) > 1 and all(text.startswith(" ") for text in texts[1:] if text):
        texts = [",".join(texts)]
    elif len(texts) == 1:
        texts = [part for part in _RUNS.split(texts[0].strip()) if part]
    return tuple(text.strip() for text in texts)


def _taken(number: int, cells: tuple[str, ...]) -> _Line:
    text = "  ".join(filter(None, cells))
    if reason := heading(text):
        return _Line(number, cells, reason=reason)
    if len(text) > LONGEST * max(1, sum(map(bool, cells))) and "@" not in text:
        return _Line(number, cells, reason=_UNREAD)
    if "@" in text and (mails := _mails(cells)):
        return _Line(number, cells, tuple(mails))
    if len(cells) > 1 and all(_NUMBER_FIRST.match(cell) for cell in cells):
        cells = tuple(part for cell in cells for part in without_columns(cell))
    elif len(cells) == 1:
        only = next(from_cells(cells), Entry(""))
        if _NUMBERS_INSIDE.match(text) or (only.numbered and not only.entity):
            cells = tuple(without_columns(text))
    entries = tuple(one for one in from_cells(cells) if one.name or one.email)
    if any(not one.numbered and not one.email and not _may_be(one) for one in entries):
        return _Line(number, cells, reason=_UNREAD)
    return _Line(number, cells, entries, "" if entries else "No name.")


def _with_entities(found: list[_Line]) -> list[_Line]:
    """The lines of "Name, ENTITY" taken apart, in a list where most are so and not "Family, Given"."""
    names = [one for line in found for one in line.entries if "," in one.name]
    behind = [one.after_comma for one in names]
    if not names or sum(map(bool, behind)) < len(names) * 0.7:
        return found
    if sum(map(looks_like_entity, behind)) * 3 < len(names):
        return found
    return [replace(line, entries=tuple(one.apart() for one in line.entries)) for line in found]


def _mails(cells: tuple[str, ...]) -> list[Entry]:
    joined = "; ".join(filter(None, cells))
    entries = addressed(joined)
    if not entries and len(cells) > 1:  # "Moss, Ada <a@x.org>" that was cut at its comma
        entries = addressed(", ".join(filter(None, cells)))
    named = [one for one in entries if one.name or one.email]
    cut = sum(1 for cell in cells if cell and not EMAIL.search(cell))
    return named if named and not (cut and len(cells) > 1 and not any(one.name for one in named)) else []


def _may_be(entry: Entry) -> bool:
    return names_a_person(entry.name)


def _belongs(line: _Line) -> bool:
    """Whether a line of a numbered list may be an entry: numbered, or a name with an entity."""
    return not line.entries or any(one.numbered or one.entity or one.email for one in line.entries)


def _are_names(people: list[_Line]) -> bool:
    """Whether lines of bare names are a list: one name each, mostly of two words or more."""
    names = [line.entries[0].name for line in people]
    long = [" " in name or "," in name or not name.isascii() for name in names]
    return sum(long) >= len(names) * 0.8 and (long[0] or len(people[0].cells) == 1)


def _in_column(lines: list[tuple[int, tuple[str, ...]]]) -> list[_Line] | None:
    """A table that lost its rows: number, name and entity each on a line of their own."""
    texts = [cells[0] if len(cells) == 1 else "" for _, cells in lines]
    at = [index for index, text in enumerate(texts) if text.isdigit() and len(text) < 5]
    if len(at) < 3 or len(at) * 4 < len(lines) or "" in texts:
        return None
    order = [int(texts[index]) for index in at]
    if sum(after == before + 1 for before, after in pairwise(order)) < len(order) // 3:
        return None
    taken = [_taken(number, cells) if at[0] > index else None for index, (number, cells) in enumerate(lines)]
    found = [line for line in taken if line is not None]
    for begin, end in zip(at, [*at[1:], len(lines)], strict=True):
        said = [(lines[index][0], texts[index]) for index in range(begin + 1, end)]
        kept = [text for _, text in said if not heading(text)]
        entries = tuple(from_cells((texts[begin], *kept[:2])))
        found.append(_Line(lines[begin][0], (texts[begin], *kept), entries, "" if entries else "No name."))
        found += [_Line(number, (text,), reason=heading(text)) for number, text in said if heading(text)]
    return found


def _table(sheet: RawSheet, form: Format, found: list[_Line], sure: bool) -> Listing:
    """The listing of the lines found: entries in reading order, down each block of columns."""
    last = sheet.numbers[-1]
    deepest = max(len(line.entries) for line in found)
    rows: list[tuple[int, int, tuple[Cell, ...]]] = []
    made: set[int] = set()
    for block in range(deepest):
        for line in found:
            if len(line.entries) > block:
                entry = line.entries[block]
                number = line.number if block == 0 else last + 1
                last = last + 1 if block else last
                name = entry.name or from_address(entry.email)
                if not entry.name and name:
                    made.add(number)
                rows.append((number, line.number, (name, entry.entity, entry.email, line.text)))
    rows.sort()
    synthetic = RawSheet(
        sheet.name, tuple(row[0] for row in rows), tuple(row[2] for row in rows), sheet.hidden
    )
    table = Table(synthetic, None, LABELS, 0, len(rows), score=float(sure))
    aside = tuple(_aside(line) for line in found if not line.entries)
    lines = {new: old for new, old, _ in rows if new != old}
    return Listing(form, table, aside, lines, dict.fromkeys(made, FROM_ADDRESS), sure)


def _aside(line: _Line) -> RowNote:
    text = line.text
    return RowNote(line.number, "skipped", line.reason or _UNREAD, text[:LONGEST], cells=(text,))


def pasted_file(text: str, name: str = "pasted list") -> RawFile:
    """A pasted text as a file that was read. Raises InputError for a quotation mark that is never closed."""
    rows = [(line, tuple(cell or None for cell in cells)) for line, cells in records(text, name)]
    kept = [(line, cells) for line, cells in rows if any(cells)]
    sheet = RawSheet("", tuple(number for number, _ in kept), tuple(cells for _, cells in kept))
    data = text.encode()
    return RawFile(name, hashlib.sha256(data).hexdigest(), "csv", (sheet,), size=len(data))
