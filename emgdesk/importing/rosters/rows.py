"""The rows of a roster table: each is a record of a person or is set aside with a reason."""

import re
import unicodedata
from collections.abc import Mapping
from functools import cached_property
from typing import NamedTuple

from emgdesk.domain import people
from emgdesk.domain.folding import fold
from emgdesk.importing.names.displayed import IsEntity, Shown, never, take_apart
from emgdesk.importing.names.set_aside import no_machine, no_name, no_person
from emgdesk.importing.names.several import are_names, may_be_two, names_several
from emgdesk.importing.records import RosterRecord, RowNote
from emgdesk.importing.rosters.cells import RosterCells
from emgdesk.importing.sheets.columns import EMAIL
from emgdesk.importing.sheets.formats import ANNEX, GENERIC, NAMES, Format
from emgdesk.importing.sheets.header_words import is_total
from emgdesk.importing.tables import Cell, quoted, text_of

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
_UNCLEAR = "“{}” holds more than a name; give entity and function columns of their own."
_APART = "“{}” does not go with the given and family name, and “{}” is taken; correct those too."
_LOUD = "“{}” was taken for a given name; if it is an entity, put it into a column of its own."
_SEVERAL = "“{}” may name several people; give each of them a row."
_SHOWN = 80  # characters of a cell in a sentence
_NOTE = "A note below the table, no person."
_COUNTS = "A row that counts, no person."


class _Name(NamedTuple):
    name: str
    given: str
    family: str
    title: str
    entity: str = ""  # what stands beside the name
    message: str = ""
    function: str = ""
    unclear: bool = False  # more stands in the cell than can be told apart


class Rules(NamedTuple):
    """What is special to the rows of a table: its format, whether they are of people who were there."""

    form: Format = GENERIC
    attended: bool = False
    is_entity: IsEntity = never
    listed: bool | None = None  # whether somebody said that it is a list of those who were there


def read_rows(
    cells: RosterCells, rules: Rules | None = None
) -> tuple[tuple[RosterRecord, ...], tuple[RowNote, ...]]:
    """Records and set-aside rows of a table, each in file order; blank rows count as neither."""
    reader = _Rows(cells, rules or Rules())
    records: list[RosterRecord] = []
    aside: list[RowNote] = []
    columns = zip(*map(cells.texts, _FIELDS), strict=True)
    for position, (number, row, values) in enumerate(zip(cells.numbers, cells.rows, columns, strict=True)):
        written = reader.written(values[0], values[1], values[2], values[3], own=bool(values[-1]))
        verdict, message = reader.judged(position, row, values, written)
        if verdict:
            shown = values[0] or written.name
            aside.append(RowNote(number, verdict, message, shown, values[4], row, reader.headers))
        elif written.name:
            if written.message:
                cells.say(position, written.message)
            said = tuple(cells.messages.get(position, ()))
            records.append(_record(number, written, values, row, reader.headers, said))
    return tuple(records), tuple(aside)


def _otherwise(family: str, name: str) -> bool:
    """Whether a family name stands in a name with other accents or capitals, or in another script."""
    scripts = [
        {unicodedata.name(c, "").partition(" ")[0] for c in text if c.isalpha()} for text in (family, name)
    ]
    return fold(family) in fold(name) or not scripts[0] & scripts[1]


def _is_loud(given: str) -> bool:
    """Whether a given name may be an acronym: three capitals or more, one word."""
    return len(given) > 2 and given.isalpha() and given.isupper() and given.isascii()


class _Rows:
    """Reads the names of one table's rows and judges whether each is a person."""

    def __init__(self, cells: RosterCells, rules: Rules) -> None:
        self.cells = cells
        self.rules = rules
        self.headers = cells.table.labels
        self._repeated = {index - cells.table.first for index in cells.table.repeated}
        self._wide = len(cells.mapped) > 1
        self._name_at = cells.mapped.get("name", -1)
        self._elsewhere = self._not_the_meeting()

    def _not_the_meeting(self) -> Mapping[int, str]:
        """{row position: why its row of the export is not about the meeting}."""
        found: dict[int, str] = {}
        for aside in self.rules.form.aside:
            for index in (at for at, label in enumerate(self.headers) if fold(label) in aside.headers):
                for position, row in enumerate(self.cells.rows):
                    text = text_of(row[index]).casefold() if index < len(row) else ""
                    if any(word == text or (len(word) > 4 and word in text) for word in aside.words):
                        found[position] = aside.reason
        return found

    def written(self, name: str, given: str, family: str, title: str, own: bool = False) -> _Name:
        """Name, parts and title from the cells that hold them; of "Name <address>" the name.

        In an `own` row, one with an ID, the name is what was printed: its parts may be written otherwise.
        """
        form, entity = self.rules.form, ""
        shown = Shown("")
        if name:
            bare = name.partition("<")[0].strip() or name
            shown = take_apart(bare, original=form.original, is_entity=self.rules.is_entity)
            name, entity = shown.name, shown.entity
        if not given and not family:
            read = people.read_name(name)
            if "," in name and not shown.message and _is_loud(read.given) and not read.family.isupper():
                shown = shown._replace(message=_LOUD.format(read.given))
            return _Name(read.name, read.given, read.family, title or read.title, *shown[1:])
        if " " in given:
            prefix, given = people.split_title(given)
            title = title or prefix
        composed = people.composed(given, family)
        if name and name not in (composed, f"{given} {family}") and not (form.original and given and family):
            prefix, bare = people.split_title(name)
            fits = not family or family.casefold() in bare.casefold() or (own and _otherwise(family, bare))
            if "," not in bare and fits:
                return _Name(bare, given, family, title or prefix, entity)
            if own and people.split_title(name)[1] != composed:
                return _Name(composed, given, family, title, entity, _APART.format(name, composed))
        return _Name(composed, given, family, title, entity)

    def judged(
        self, position: int, row: tuple[Cell, ...], values: tuple[str, ...], written: _Name
    ) -> tuple[str, str]:
        """Verdict and reason of a row that is no record, ("", "") for a person."""
        cells, name = self.cells, written.name
        if position in self._repeated:
            return "skipped", "The header again."
        if not name:
            return _nameless(cells, position, values)
        if reason := self._elsewhere.get(position):
            return "skipped", reason
        shown = values[0] if values[0] and not (values[1] and values[2]) else name
        attended, is_entity = self.rules.attended, self.rules.is_entity
        said = no_machine(shown, values[6]) if shown != name else ""  # "UNEP - Room S-227"
        said = said or no_person(name, values[6], attended=attended, is_entity=is_entity)
        if said:
            return "skipped", said
        if not _ORDINARY.match(name) or _begins_a_count(name) or _is_open(name):
            return _odd_name(cells, position, name, nothing=attended and not values[6])
        if _only_counts(row):
            return "skipped", _COUNTS
        if said := no_name(name):
            return "problem", f"The name in {_name_place(cells, position)} is {said} ({name})."
        if written.unclear:
            return "problem", (_SEVERAL if are_names(shown) else _UNCLEAR).format(_cut(shown))
        if self._are_several(row, shown, values[6]):
            return "problem", _SEVERAL.format(_cut(shown))
        return _lone(name, self._wide) if _filled(row) == 1 else ("", "")

    def _are_several(self, row: tuple[Cell, ...], shown: str, email: str) -> bool:
        """Whether the cell of the name holds several, with its lines as the file has them."""
        cell = row[self._name_at] if 0 <= self._name_at < len(row) else None
        text = cell if isinstance(cell, str) and "\n" in cell.strip() else shown
        if names_several(text.strip()):
            return True
        told = self.rules.form not in (GENERIC, ANNEX, NAMES)  # a row of a tool is one account
        return "," in shown and not (told or self._by_comma) and may_be_two(shown, email)

    @cached_property
    def _by_comma(self) -> bool:
        """Whether names of this table are written "Family, Given"."""
        return any(map(_is_by_comma, self.cells.texts("name")))


def _is_by_comma(text: str) -> bool:
    """Whether a comma stands behind or before a single word, as in "Moss, Ada Jane"."""
    head, comma, tail = text.partition(",")
    head, tail = people.split_title(head)[1], tail.strip()
    return bool(comma and head and tail) and (" " not in head or " " not in tail or head.isupper())


def _cut(text: str) -> str:
    return text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"


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
    name, given, family, title, proposed, *_ = written
    function = function or written.function
    return RosterRecord(
        number, name, given, family, title, entity, function, email, phone, country, role, attendance, mode,
        registered, notes, key, row, headers, said, "" if entity else proposed,
    )  # fmt: skip


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
        columns = " and ".join(quoted((cells.table.labels[cells.mapped[field]],)) for field in fields)
        if cells.table.left:  # the same headers stand there more than once
            columns = cells.place(position, fields[0])
        return "problem", f"No name in {columns} ({email or entity or phone or function})."
    if any(isinstance(cell, str) and cell.startswith("*") for cell in row):
        return "skipped", _NOTE
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


def _name_place(cells: RosterCells, position: int) -> str:
    field = next(field for field in ("name", "given", "family") if field in cells.mapped)
    return cells.place(position, field)


def _odd_name(cells: RosterCells, position: int, name: str, *, nothing: bool) -> tuple[str, str]:
    """What is the matter with a name that is not ordinary; ("", "") if nothing is.

    With `nothing` a row that names nobody ("." or "1") is passed over.
    """
    place = _name_place(cells, position)
    if is_total(name):
        return "skipped", _COUNTS
    if len(name) > LONGEST_NAME:
        return "problem", f"The name in {place} is {len(name)} characters long; no name is."
    if EMAIL.search(name):
        return "problem", f"The name in {place} is an e-mail address ({name})."
    if _is_open(name):
        return "problem", f"The name in {place} is still open ({name})."
    if not any(c.isalpha() for c in name):
        if _counts(cells.rows[position]):
            return "skipped", _COUNTS
        if nothing:
            return "skipped", f"No name ({name})."
        if position in cells.lost:
            return (
                "problem",
                f"The name in {place} is lost ({name}): the file was saved in a wrong code page.",
            )
        what = "a number" if any(c.isdigit() for c in name) else "no name"
        return "problem", f"The name in {place} is {what} ({name})."
    if name.startswith("*"):
        return "skipped", _NOTE
    if said := no_name(name):
        return "problem", f"The name in {place} is {said} ({name})."
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
