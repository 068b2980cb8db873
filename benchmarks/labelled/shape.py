"""Shapes of the labelled set. Frozen values; text as it would stand in a cell, "" where a cell is empty."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class KnownPerson:
    """One person of the directory. `name` is the name as shown; `key` is unique in the set."""

    key: str
    name: str
    given: str
    family: str
    title: str
    entity: str
    emails: tuple[str, ...]
    function: str
    country: str


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a list to import.

    Either `name` is filled, or `given` and `family` are and `name` is "". `truth` is the key of the known
    person whom the row means, None when the directory does not hold that person. `number` is unique in the
    set, `file` tells which list the row stands in, `kind` names the slip or the trap it was made for.
    """

    number: int
    name: str
    given: str
    family: str
    title: str
    entity: str
    email: str
    function: str
    country: str
    truth: str | None
    kind: str
    file: int


@dataclass(frozen=True, slots=True)
class LabelledSet:
    """A directory and the rows of many lists, each list to be imported by itself against the directory."""

    people: tuple[KnownPerson, ...]
    rows: tuple[Row, ...]

    def files(self) -> tuple[tuple[Row, ...], ...]:
        """The rows list by list, in the order of the files and of the rows in each."""
        lists: dict[int, list[Row]] = {}
        for row in self.rows:
            lists.setdefault(row.file, []).append(row)
        return tuple(tuple(lists[number]) for number in sorted(lists))

    def counts(self) -> dict[str, int]:
        """How many rows there are of each kind, in the order of the alphabet."""
        return dict(sorted(Counter(row.kind for row in self.rows).items()))
