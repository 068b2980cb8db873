"""One line of a list somebody pasted: its people, or the reason why it names nobody."""

import re
from dataclasses import dataclass, replace

from emgdesk.importing.lists.addresses import addressed
from emgdesk.importing.lists.entries import Entry, from_cells
from emgdesk.importing.lists.headings import heading, names_a_person
from emgdesk.importing.lists.lost_columns import without_columns
from emgdesk.importing.names.several import names_several
from emgdesk.importing.sheets.columns import EMAIL
from emgdesk.importing.tables import Cell, text_of

UNREAD = "Not read as a name."
LONGEST = 200  # characters of a cell of a list
_RUNS = re.compile(r"\t|\s{2,}|\xa0{2,}")
_NUMBER_FIRST = re.compile(r"\(?\d{1,4}[.)]?\s+\D")
_NUMBERS_INSIDE = re.compile(r"\A\(?\d{1,4}[.)]?\s+\D+\s\d{1,4}[.)]?\s+\D")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a list: its cells, the people it names, or the reason why it names nobody."""

    number: int
    cells: tuple[str, ...]
    entries: tuple[Entry, ...] = ()
    reason: str = ""

    @property
    def text(self) -> str:
        """The line with its cells apart."""
        return "  ".join(filter(None, self.cells))

    @property
    def is_listed(self) -> bool:
        """Whether the line has the form of a list entry: a number, brackets, an address."""
        bracketed = len(self.cells) == 1
        return any(one.numbered or one.email or (bracketed and one.entity) for one in self.entries)

    def refused(self, reason: str) -> "Line":
        """The line naming nobody after all."""
        return replace(self, entries=(), reason=self.reason or reason)


def whole(row: tuple[Cell, ...]) -> str:
    """A line of text as it stood, "" for a row of several cells."""
    texts = [text_of(cell) for cell in row]
    return ",".join(texts) if all(text.startswith(" ") for text in texts[1:]) else ""


def cells_of(row: tuple[Cell, ...]) -> tuple[str, ...]:
    """The cells of a line as text; a comma that only stood between family and given name is put back."""
    texts = [text_of(cell) for cell in row]
    if len(texts) > 1 and all(text.startswith(" ") for text in texts[1:] if text):
        texts = [",".join(texts)]
    elif len(texts) == 1:
        texts = [part for part in _RUNS.split(texts[0].strip()) if part]
    return tuple(text.strip() for text in texts)


def read_line(number: int, cells: tuple[str, ...]) -> Line:
    """The people of one line, or the reason why it names nobody."""
    text = "  ".join(filter(None, cells))
    if reason := heading(text):
        return Line(number, cells, reason=reason)
    if len(text) > LONGEST * max(1, sum(map(bool, cells))) and "@" not in text:
        return Line(number, cells, reason=UNREAD)
    if "@" in text and (mails := _mails(cells)):
        return Line(number, cells, tuple(mails))
    if len(cells) > 1 and all(_NUMBER_FIRST.match(cell) for cell in cells):
        cells = tuple(part for cell in cells for part in without_columns(cell))
    elif len(cells) == 1:
        only = next(from_cells(cells), Entry(""))
        if _NUMBERS_INSIDE.match(text) or (only.numbered and not only.entity):
            cells = tuple(without_columns(text))
    entries = tuple(one for one in from_cells(cells) if one.name or one.email)
    if not all(one.numbered or one.email or _may_name(one.name) for one in entries):
        return Line(number, cells, reason=UNREAD)
    return Line(number, cells, entries, "" if entries else "No name.")


def _may_name(name: str) -> bool:
    """Whether a line names a person, or several, which is a problem and no heading."""
    return names_a_person(name) or names_several(name)


def _mails(cells: tuple[str, ...]) -> list[Entry]:
    joined = "; ".join(filter(None, cells))
    entries = addressed(joined)
    if not entries and len(cells) > 1:  # "Moss, Ada <a@x.org>" that was cut at its comma
        entries = addressed(", ".join(filter(None, cells)))
    named = [one for one in entries if one.name or one.email]
    cut = sum(1 for cell in cells if cell and not EMAIL.search(cell))
    return named if named and not (cut and len(cells) > 1 and not any(one.name for one in named)) else []
