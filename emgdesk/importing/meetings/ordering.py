"""The order rows of one list take where the file moves them."""

from collections.abc import Sequence
from typing import Literal

from emgdesk.importing.sheets.book_rows import FileRow

Placed = tuple[FileRow, str]
"""A row of the file and its ref."""
Move = Literal["none", "moved", "left"]


def move(placed: Sequence[Placed], desk: Sequence[str]) -> Move:
    """Whether the file moves rows of the desk: "moved" where it has all with their IDs, else "left"."""
    held = set(desk)
    of_file = [ref for _, ref in placed if ref in held]
    there = set(of_file)
    if of_file == [ref for ref in desk if ref in there]:
        return "none"
    own = {ref for row, ref in placed if row.id == ref}
    return "moved" if held <= own else "left"


def left_told(first: FileRow) -> str:
    """The sentence on moved rows that are left where they are; `first` is the first row of their list."""
    return (
        f"Rows of sheet “{first.sheet}” from row {first.number} on were moved, but not all rows of their "
        "list are there with their ID: the desk keeps its order."
    )


def moved_told(first: FileRow) -> str:
    """The sentence on rows that take the order of the file."""
    return f"Rows of sheet “{first.sheet}” from row {first.number} on take the order of the file."
