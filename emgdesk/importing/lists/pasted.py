"""Lists without a header: pasted from a mail, a page or another table, or saved as text.

Each line names people or is set aside with the reason. Where a line names several, the
further ones are counted on from the last line, as if they stood below.
"""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, replace

from emgdesk.importing.lists.addresses import from_address
from emgdesk.importing.lists.entries import NUMBERED
from emgdesk.importing.lists.headed import by_entity
from emgdesk.importing.lists.headings import titles_a_list
from emgdesk.importing.lists.lines import LONGEST, UNREAD, Line, cells_of, read_line, whole
from emgdesk.importing.lists.lost_rows import in_column
from emgdesk.importing.lists.wrapped import Rejoined, rejoined
from emgdesk.importing.names.displayed import looks_like_entity
from emgdesk.importing.read.delimited import records
from emgdesk.importing.records import RowNote
from emgdesk.importing.sheets.formats import ANNEX, NAMES, Format
from emgdesk.importing.sheets.headers import Table
from emgdesk.importing.tables import Cell, RawFile, RawSheet

LABELS = ("Name", "Entity", "Function", "E-mail", "Line")
FIELDS: Mapping[str, int] = {"name": 0, "entity": 1, "function": 2, "email": 3}
FROM_ADDRESS = "Only an address was given; the name was made from it."
NAMELESS = "Only an address was given; no name can be made from it ({})."
GOES_ON = "Goes on with the entry above."
_TITLES = 12  # lines that may stand above a list
_SEVERAL = 4
_FEW = 6  # people of a line that is kept whole with each of them
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
    rows = [
        (number, row) for number, row in zip(sheet.numbers, sheet.rows, strict=True) if any(cells_of(row))
    ]
    if not rows or len(rows) > 20_000:
        return None
    lines = [(number, cells_of(row)) for number, row in rows]
    headed = by_entity(lines)
    found = headed or in_column(lines)
    if found is None:
        found = _read(lines, rejoined([(number, whole(row)) for number, row in rows]))
    found = _with_entities(_below_title(found))
    people = [line for line in found if line.entries]
    counted = [line for line in found if not line.reason or line.reason == UNREAD]
    numbered = sum(all(one.numbered for one in line.entries) for line in people)
    listed = sum(line.is_listed for line in people)
    sure = listed * 2 >= len(people) > 0
    if _runs(people):  # what stands between are entities that lost their place
        found = [line if _belongs(line) or not _is_lost(line) else line.refused(UNREAD) for line in found]
        sure = True
    elif not people or len(people) < len(counted) * _ENOUGH or not (sure or _are_names(people)):
        return None
    if numbered * 2 > len(people):
        found = [line if _belongs(line) else line.refused("No number before it, no entry.") for line in found]
    two = sum(len(line.entries) > 1 and line.entries[0].numbered for line in found)
    form = ANNEX if headed or two or numbered * 2 > len(people) else NAMES
    return _table(sheet, form, found, sure)


def _read(lines: list[tuple[int, tuple[str, ...]]], whole: Rejoined) -> list[Line]:
    """The lines read one by one; of those that go on with the entry above nothing is left."""
    found = []
    for number, cells in lines:
        if not whole.cells.get(number, cells):
            found.append(Line(number, cells, reason=GOES_ON))
            continue
        line = read_line(number, whole.cells.get(number, cells))
        if number in whole.functions and len(line.entries) == 1:
            (one,) = line.entries
            said = one.function or whole.functions[number]
            line = replace(line, entries=(one._replace(function=said),))
        found.append(line)
    return found


def _runs(people: list[Line]) -> bool:
    """Whether the people are numbered from 1 on without a gap, in whatever order they stand."""
    numbers = [
        int(first[1]) for line in people if line.entries[0].numbered and (first := NUMBERED.match(line.text))
    ]
    return len(numbers) > _SEVERAL and sorted(numbers) == list(range(1, len(numbers) + 1))


def _below_title(found: list[Line]) -> list[Line]:
    """The lines with those above the title of the list as what they are."""
    at = next((at for at, line in enumerate(found[:_TITLES]) if titles_a_list(line.text)), 0)
    return [*(line.refused("Stands above the list.") for line in found[:at]), *found[at:]]


def _with_entities(found: list[Line]) -> list[Line]:
    """The lines of "Name, ENTITY" taken apart, in a list where most are so and not "Family, Given"."""
    names = [one for line in found for one in line.entries if "," in one.name]
    behind = [one.after_comma for one in names]
    if not names or sum(map(bool, behind)) < len(names) * 0.7:
        return found
    if sum(map(looks_like_entity, behind)) * 3 < len(names):
        return found
    return [replace(line, entries=tuple(one.apart() for one in line.entries)) for line in found]


def _belongs(line: Line) -> bool:
    """Whether a line of a numbered list may be an entry: numbered, or a name with an entity."""
    return not line.entries or any(one.numbered or one.entity or one.email for one in line.entries)


def _is_lost(line: Line) -> bool:
    """Whether a line is the entity of somebody else's line: one word, or what has the shape of one."""
    return all(" " not in one.name or looks_like_entity(one.name) for one in line.entries)


def _are_names(people: list[Line]) -> bool:
    """Whether lines of bare names are a list: one name each, mostly of two words or more."""
    names = [line.entries[0].name for line in people]
    long = [" " in name or "," in name or not name.isascii() for name in names]
    return sum(long) >= len(names) * 0.8 and (long[0] or len(people[0].cells) == 1)


def _table(sheet: RawSheet, form: Format, found: list[Line], sure: bool) -> Listing:
    """The listing of the lines found: entries in reading order, down each block of columns."""
    last = sheet.numbers[-1]
    deepest = max(len(line.entries) for line in found)
    rows: list[tuple[int, tuple[Cell, ...]]] = []
    made: set[int] = set()
    unnamed: list[RowNote] = []
    lines: dict[int, int] = {}
    texts = {line.number: line.text for line in found}
    for block in range(deepest):
        for line in found:
            if len(line.entries) > block:
                entry = line.entries[block]
                number = line.number if block == 0 else last + 1
                last = last + 1 if block else last
                name = entry.name or from_address(entry.email)
                if number != line.number:
                    lines[number] = line.number
                whole = texts[line.number] if len(line.entries) <= _FEW else ""
                cells = (name, entry.entity, entry.function, entry.email, whole)
                if not name:
                    said = NAMELESS.format(entry.email)
                    unnamed.append(RowNote(number, "problem", said, cells=cells, headers=LABELS))
                    continue
                if not entry.name:
                    made.add(number)
                rows.append((number, cells))
    rows.sort()
    synthetic = RawSheet(
        sheet.name, tuple(row[0] for row in rows), tuple(row[1] for row in rows), sheet.hidden
    )
    table = Table(synthetic, None, LABELS, 0, len(rows), score=float(sure))
    aside = (*unnamed, *(_aside(line) for line in found if not line.entries))
    return Listing(form, table, aside, lines, dict.fromkeys(made, FROM_ADDRESS), sure)


def _aside(line: Line) -> RowNote:
    text = line.text
    return RowNote(line.number, "skipped", line.reason or UNREAD, text[:LONGEST], cells=(text,))


def pasted_file(text: str, name: str = "pasted list") -> RawFile:
    """A pasted text as a file that was read. Raises InputError for a quotation mark that is never closed."""
    rows = [(line, tuple(cell or None for cell in cells)) for line, cells in records(text, name)]
    kept = [(line, cells) for line, cells in rows if any(cells)]
    sheet = RawSheet("", tuple(number for number, _ in kept), tuple(cells for _, cells in kept))
    data = text.encode()
    return RawFile(name, hashlib.sha256(data).hexdigest(), "csv", (sheet,), size=len(data))
