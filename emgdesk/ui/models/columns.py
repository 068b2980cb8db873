"""A column of a table, declared once: what it shows, how it is edited, sorted and searched."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from operator import attrgetter
from typing import Any

from emgdesk.domain.folding import fold

Align = str  # left, right, center
_LAST = chr(0x10FFFF)


@dataclass(frozen=True, slots=True)
class Column:
    """`key` names the row's attribute and the field an edit is for.

    `value` reads the cell from a row (default: the attribute), `width` is in average
    letters, `least` what it may be narrowed to where there is no room for all, `editor`
    one of text, choice (one of `choices`), suggest (free text with proposals), several (names with
    proposals), date.
    `blank` stands in an empty cell. `tone` gives the name of a theme tone for a row's
    cell, "" for plain.
    """

    key: str
    header: str
    width: int = 14
    value: Callable[[Any], Any] | None = None
    align: Align = "left"
    editable: bool = False
    editor: str = "text"
    choices: tuple[str, ...] = ()
    tip: str = ""
    cell_tip: Callable[[Any], str] | None = None
    sort: Callable[[Any], Any] | None = None
    tone: Callable[[Any], str] | None = None
    blank: str = ""
    strong: bool = False
    shown: bool = True
    searched: bool = True
    stretch: bool = False
    least: int = 0

    def getter(self) -> Callable[[Any], Any]:
        return self.value or attrgetter(self.key)

    def sort_keys(self, rows: Iterable[Any]) -> list[Any]:
        """A key for each row: numbers by size, text folded, empty cells last."""
        if self.sort is not None:
            return [self.sort(row) for row in rows]
        get = self.getter()
        values = [get(row) for row in rows]
        if all(type(value) is str for value in values):  # plain strings compare fastest
            return [fold(value) if value else _LAST for value in values]
        return [sort_key(value) for value in values]


def sort_key(value: Any) -> tuple[int, float, str]:
    """Comparable over numbers, text and empty cells; empty ones come last."""
    if value is None or value == "":
        return (2, 0, "")
    if isinstance(value, int | float):
        return (0, value, "")
    return (1, 0, fold(str(value)))


def shown_text(value: Any) -> str:
    """A cell's value as a person reads it."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else ""
    if isinstance(value, tuple | list):
        return "; ".join(str(part) for part in value)
    return str(value)
