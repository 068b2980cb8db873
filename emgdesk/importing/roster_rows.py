"""The rows of a roster table: each is a record of a person or is set aside with a reason."""

import re
from typing import NamedTuple

from emgdesk.domain import people
from emgdesk.importing.columns import EMAIL
from emgdesk.importing.header_words import is_total
from emgdesk.importing.records import RosterRecord, RowNote
from emgdesk.importing.roster_cells import RosterCells
from emgdesk.importing.tables import Cell, text_of

LONGEST_NAME = 200  # characters; the longest honest names have some 120
# In the order of the record's fields.
_FIELDS = ("name", "given", "family", "title", "entity", "function", "email", "phone", "country", "role",
           "attendance", "mode", "registered", "notes", "id")  # fmt: skip
# A name nothing needs to be asked about: letters first, no digit, no sign of an address.
_ORDINARY = re.compile(rf"[^\W\d_][^@\d*]{{0,{LONGEST_NAME - 1}}}\Z")
_COUNTING = frozenset(
    (
        "total", "totals", "sum", "grand", "sub", "subtotal", "sous", "suma", "number", "count", "gesamt",
        "summe", "insgesamt", "nombre", "numero", "número", "no", "gesamtzahl", "anzahl", "totaux",
        "participants",
    )
)  # fmt: skip
_HEADINGS = frozenset(
    (
        "observers", "members", "speakers", "panelists", "panellists", "secretariat", "guests",
        "participants", "presenters", "organizers", "online", "in person", "emg members", "emg secretariat",
        "others",
    )
)  # fmt: skip
_COUNTS = "A row that counts, no person."
_PHONE = re.compile(r"\+?[\d\s().*/-]{6,}")


class _Name(NamedTuple):
    name: str
    given: str
    family: str
    title: str


def read_rows(cells: RosterCells) -> tuple[tuple[RosterRecord, ...], tuple[RowNote, ...]]:
    """Records and set-aside rows of a table, each in file order; blank rows count as neither."""
    headers = cells.table.labels
    repeated = {index - cells.table.first for index in cells.table.repeated}
    wide = len(cells.mapped) > 1
    records: list[RosterRecord] = []
    aside: list[RowNote] = []
    columns = zip(*map(cells.texts, _FIELDS), strict=True)
    rows = zip(cells.numbers, cells.rows, columns, strict=True)
    for position, (number, row, values) in enumerate(rows):
        written = _written(*values[:4])
        verdict, message = "", ""
        if position in repeated:
            verdict, message = "skipped", "The header again."
        elif not written.name:
            verdict, message = _nameless(cells, position, values)
        elif not _ORDINARY.match(written.name) or _begins_a_count(written.name) or _is_open(written.name):
            verdict, message = _odd_name(cells, position, written.name)
        elif _only_counts(row):
            verdict, message = "skipped", _COUNTS
        elif _filled(row) == 1:
            verdict, message = _lone(written.name, wide)
        if verdict:
            aside.append(RowNote(number, verdict, message, written.name, values[4], row, headers))
        elif written.name:
            said = tuple(cells.messages.get(position, ()))
            records.append(_record(number, written, values, row, headers, said))
    return tuple(records), tuple(aside)


def _record(
    number: int,
    written: _Name,
    values: tuple[str, ...],
    row: tuple[Cell, ...],
    headers: tuple[str, ...],
    said: tuple[str, ...],
) -> RosterRecord:
    # Positional, for a file may hold 100,000 of them.
    _, _, _, _, entity, function, email, phone, country, role, attendance, mode, registered, notes, key = (
        values
    )
    name, given, family, title = written
    return RosterRecord(
        number, name, given, family, title, entity, function, email, phone, country, role, attendance, mode,
        registered, notes, key, row, headers, said,
    )  # fmt: skip


def _written(name: str, given: str, family: str, title: str) -> _Name:
    """Name, parts and title from the cells that hold them; of "Name <address>" the name."""
    if not given and not family:
        read = people.read_name(name.partition("<")[0].strip() or name)
        return _Name(read.name, read.given, read.family, title or read.title)
    if " " in given:
        prefix, given = people.split_title(given)
        title = title or prefix
    composed = f"{given} {family}" if given and family else given or family
    if name and name != composed:
        prefix, bare = people.split_title(name)
        if "," not in bare and (not family or family.casefold() in bare.casefold()):
            return _Name(bare, given, family, title or prefix)
    return _Name(composed, given, family, title)


def _nameless(cells: RosterCells, position: int, values: tuple[str, ...]) -> tuple[str, str]:
    """A row whose name cells are empty: a total, a note, an unfilled line, or a person nobody named."""
    row = cells.rows[position]
    if _counts(row):
        return "skipped", _COUNTS
    if position in cells.unknown_names:
        return "problem", " ".join(cells.messages[position])
    entity, function, email, phone, country = values[4:9]
    fields = [field for field in ("name", "given", "family") if field in cells.mapped]
    heading = _filled(row) == 1 and cells.mapped.get("entity", 0) < cells.mapped[fields[0]]
    if email or (entity and not heading) or sum(map(bool, (function, phone, country, values[3]))) > 1:
        columns = " and ".join(f"“{cells.table.labels[cells.mapped[field]]}”" for field in fields)
        return "problem", f"No name in {columns} ({email or entity or phone or function})."
    return "skipped", "No name: a heading, a note or an unfilled line."


# What people write where somebody is still to be named.
_OPEN = frozenset(
    (
        "n/a", "tbc", "tbd", "tba", "t.b.c", "t.b.d", "to be confirmed", "to be decided", "to be determined",
        "to be nominated", "to be announced", "unknown", "insert name", "à confirmer", "por confirmar",
    )
)  # fmt: skip


def _is_open(name: str) -> bool:
    return name.casefold().strip(".<>[]() ") in _OPEN


def _odd_name(cells: RosterCells, position: int, name: str) -> tuple[str, str]:
    """What is the matter with a name that is not ordinary; ("", "") if nothing is."""
    field = next(field for field in ("name", "given", "family") if field in cells.mapped)
    place = cells.place(position, field)
    if is_total(name):
        return "skipped", _COUNTS
    if len(name) > LONGEST_NAME:
        return "problem", f"The name in {place} is {len(name)} characters long; no name is."
    if EMAIL.search(name):
        return "problem", f"The name in {place} is an e-mail address ({name})."
    if _is_open(name):
        return "problem", f"The name in {place} is still open ({name})."
    if not any(c.isalpha() for c in name):
        if _PHONE.fullmatch(name) and sum(c.isdigit() for c in name) > 5:
            return "skipped", f"A telephone number instead of a name ({name})."
        if _counts(cells.rows[position]):
            return "skipped", _COUNTS
        what = "a number" if any(c.isdigit() for c in name) else "no name"
        return "problem", f"The name in {place} is {what} ({name})."
    if name.startswith("*"):
        return "skipped", "A note below the table, no person."
    return "", ""


def _lone(name: str, wide: bool) -> tuple[str, str]:
    """A row with nothing but its first cell: a person with a name alone, a heading or a note."""
    if name.casefold().rstrip(":") in _HEADINGS:
        return "skipped", "A heading, no person."
    note = (
        len(name.split()) > 6 or name.endswith((":", "…")) or name.casefold().startswith(("note", "source"))
    )
    return ("skipped", "A note, no person.") if wide and note else ("", "")


def _counts(row: tuple[Cell, ...]) -> bool:
    return any(isinstance(cell, str) and is_total(cell) for cell in row)


def _begins_a_count(name: str) -> bool:
    return name.split(None, 1)[0].lower().rstrip(":.=") in _COUNTING


def _only_counts(row: tuple[Cell, ...]) -> bool:
    """Whether nothing stands in the row but a word of totals and a number."""
    if _filled(row) not in (2, 3):
        return False
    texts = [text_of(cell).strip() for cell in row if cell not in (None, "")]
    numbers = [text for text in texts if text.replace(".", "").replace(",", "").isdigit()]
    totals = [text for text in texts if text not in numbers and is_total(text)]
    return bool(numbers and totals) and len(numbers) + len(totals) == len(texts)


def _filled(row: tuple[Cell, ...]) -> int:
    return len(row) - row.count(None) - row.count("")
