"""The cells of a roster table, field by field: tidied, with words, addresses and dates read.

A whole column is read at a time, so a large file costs little more than its reading.
"""

import re
from collections.abc import Callable, Mapping
from itertools import repeat
from types import MappingProxyType

from emgdesk.domain import people, statuses
from emgdesk.domain.people import tidy
from emgdesk.importing.lists.pasted import LABELS
from emgdesk.importing.sheets.cell_dates import DateOrder, contradicts, is_open, iso_moment
from emgdesk.importing.sheets.columns import EMAIL, PLAIN_EMAIL
from emgdesk.importing.sheets.header_words import names_people
from emgdesk.importing.sheets.headers import Table, column_letter
from emgdesk.importing.tables import Cell, is_error, quoted, text_of

_NOTHING = frozenset(("-", "--", "---", "n/a", "na", "n.a.", "none", "nil", "null", "–", "—", "/", ".", "?"))
LOST = re.compile(r"\ufffd|\?\w|\?\?|\w\?\s+\w")  # what a code page without a letter leaves of it
_FORMULA_STARTS = frozenset("=+-@")
_NO_EMAIL = frozenset(("anonymous", "no email", "unknown", "tbc", "tbd"))


def _unguarded(text: str) -> str:
    """`text` without the apostrophe that keeps a spreadsheet from taking it for a formula: "'+41 22"."""
    return text[1:] if text[:1] == "'" and text[1:2] in _FORMULA_STARTS else text


class RosterCells:
    """Texts by field, one list a field and one text a row, and what could not be understood.

    `messages` holds sentences by row position; a field without a column reads as empty text.
    `lines` is the row of the file of each row number that was counted on.
    """

    def __init__(
        self,
        table: Table,
        mapped: Mapping[str, int],
        order: DateOrder | None,
        lines: Mapping[int, int] = MappingProxyType({}),
    ) -> None:
        self.table = table
        self.lines = lines
        self.mapped = mapped
        self.rows = table.sheet.rows[table.first : table.last]
        self.numbers = table.sheet.numbers[table.first : table.last]
        self.messages: dict[int, list[str]] = {}
        self.lost: set[int] = set()  # rows whose name holds the marks of a wrong code page
        self.unknown_names: set[int] = set()  # rows whose name is a formula without a value
        self._at = {number: position for position, number in enumerate(self.numbers)}
        self._texts = {field: self._column(field, index) for field, index in mapped.items()}
        self._read_words("attendance", statuses.attendance)
        self._read_words("mode", statuses.mode)
        self._read_words("role", statuses.role)
        self._read_emails()
        self._read_dates(order)
        for field in ("entity", "function", "country", "phone", "notes", "title"):
            self._drop_nothings(field)

    def texts(self, field: str) -> list[str]:
        """The field's text of every row."""
        return self._texts.get(field) or list(repeat("", len(self.rows)))

    def put(self, field: str, texts: list[str]) -> None:
        """Take these texts, one a row, for the field's."""
        self._texts[field] = texts

    def place(self, position: int, field: str) -> str:
        """The cell a field of a row comes from, as a spreadsheet names it: "C8"."""
        return self._place(self.mapped[field], self.numbers[position])

    def _place(self, index: int, number: int) -> str:
        if self.table.labels == LABELS:  # lines that were taken apart: the columns are none of the file
            return f"row {self.lines.get(number, number)}"
        return f"{column_letter(index + self.table.left)}{number - self.table.shift}"

    def _column(self, field: str, index: int) -> list[str]:
        cells = [row[index] if len(row) > index else None for row in self.rows]
        texts = [_unguarded(tidy(cell)) if isinstance(cell, str) else text_of(cell) for cell in cells]
        if names_people(field):
            self._note_hidden(cells)
        for number, column in self.table.sheet.uncalculated:
            if column == index and number in self._at:
                place = self._place(index, number)
                self.say(self._at[number], f"{place} holds a formula the file has no value for.")
                if names_people(field):
                    self.unknown_names.add(self._at[number])
        sheet = self.table.sheet
        if sheet.merges:
            self._fill_merged(field, index, texts)
        if sheet.links and field == "email":
            for position, number in enumerate(self.numbers):
                link = sheet.links.get((number, index), "")
                if "@" not in texts[position] and link.startswith("mailto:"):
                    texts[position] = link[7:].partition("?")[0]
        return texts

    def _note_hidden(self, cells: list[Cell]) -> None:
        for position, cell in enumerate(cells):
            if not isinstance(cell, str):
                continue
            if not cell.isprintable() and people.hides_characters(cell):
                self.say(position, "Invisible characters were taken out of the name.")
            if LOST.search(cell):
                self.lost.add(position)
                self.say(position, f"Letters of the name were lost ({tidy(cell)}).")

    def _fill_merged(self, field: str, index: int, texts: list[str]) -> None:
        """A cell merged down over several rows says the same of each of them."""
        if field in ("name", "given", "family", "email", "id"):
            return
        at = self._at
        for first_row, first_column, last_row, last_column in self.table.sheet.merges:
            if first_column == last_column == index and first_row in at:
                for number in range(first_row + 1, last_row + 1):
                    if number in at:
                        texts[at[number]] = texts[at[first_row]]

    def _read_words(self, field: str, reader: Callable[[str], str]) -> None:
        texts = self._texts.get(field)
        if texts is None:
            return
        known = {text: reader(text) for text in set(texts)}
        if not all(known[text] or not text or text in _NOTHING for text in known):
            header = self.table.labels[self.mapped[field]]
            for position, text in enumerate(texts):
                if text and not known[text] and text not in _NOTHING:
                    self.say(
                        position,
                        f"{quoted((text,))} in {header} was not understood ({self.place(position, field)}).",
                    )
        self._texts[field] = [known[text] for text in texts]

    def _read_emails(self) -> None:
        texts = self._texts.get("email")
        if texts is None:
            return
        for position, text in enumerate(texts):
            if text and (text.count("@") != 1 or not text.isascii() or not PLAIN_EMAIL.fullmatch(text)):
                texts[position] = self._address(position, text)

    def _address(self, position: int, text: str) -> str:
        found = EMAIL.findall(text.replace("mailto:", " "))
        if len(found) > 1:
            self.say(
                position, f"Only the first address of {self.place(position, 'email')} was taken: {text}."
            )
        elif not found and text.lower() not in _NOTHING | _NO_EMAIL:
            self.say(position, f"“{text}” is no e-mail address ({self.place(position, 'email')}).")
        return found[0].strip(".") if found else ""

    def _read_dates(self, order: DateOrder | None) -> None:
        index = self.mapped.get("registered")
        if index is not None:
            cells = [row[index] if len(row) > index else None for row in self.rows]
            known = {cell: iso_moment(cell, order) for cell in set(cells)}
            self._texts["registered"] = [known[cell] for cell in cells]
            said = {cell: self._of_date(cell, day, order) for cell, day in known.items()}
            if any(said.values()):
                for position, cell in enumerate(cells):
                    if said[cell]:
                        self.say(position, f"{said[cell]} ({self.place(position, 'registered')}).")

    def _of_date(self, cell: Cell, day: str, order: DateOrder | None) -> str:
        """What is to be said of a cell that is no date, or one in the other order than the file's."""
        text = tidy(text_of(cell))
        header = self.table.labels[self.mapped["registered"]]
        if day:
            if not contradicts(text, order):
                return ""
            first = "day" if order == "dmy" else "month"
            return f"“{text}” in {header} is read as {day[:10]}, though other dates have the {first} first"
        if not text or text.lower() in _NOTHING or (order is None and is_open(text)):
            return ""
        return f"“{text}” in {header} was not understood"

    def _drop_nothings(self, field: str) -> None:
        texts = self._texts.get(field)
        if texts is not None:
            errors = {text for text in set(texts) if is_error(text)}
            for position, text in enumerate(texts if errors else ()):
                if text in errors:
                    self.say(position, f"{self.place(position, field)} holds an error ({text}).")
            dropped = errors | {text for text in set(texts) if text.lower() in _NOTHING}
            if dropped:
                self._texts[field] = ["" if text in dropped else text for text in texts]

    def say(self, position: int, sentence: str) -> None:
        """Add a sentence to what is said of a row."""
        self.messages.setdefault(position, []).append(sentence)
