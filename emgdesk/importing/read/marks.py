"""What is marked in a copy of the user's file: cells of rows that could not be taken, and why."""

from dataclasses import dataclass

SAID = "Not imported: "
"""How every comment made here begins, so that the next copy can take it away again."""

FILL = "FFFFD966"
"""The colour of a marked cell (alpha, red, green, blue)."""


@dataclass(frozen=True, slots=True)
class RowMark:
    """A row (its number as a spreadsheet shows it), the column at fault (from 0) and the reason in words."""

    row: int
    column: int
    reason: str


@dataclass(frozen=True, slots=True)
class SheetMarks:
    """The marks of one sheet; `header_row` is the number of its header row, if it has one."""

    sheet: str
    header_row: int | None
    rows: tuple[RowMark, ...]

    def comments(self, first: tuple[int, int]) -> dict[tuple[int, int], str]:
        """(row, column) -> comment; what is said of the whole sheet stands at `first`."""
        said = {first: self._of_all()}
        for mark in self.rows:
            place = (mark.row, mark.column)
            before = said.get(place)
            said[place] = f"{before}\n{mark.reason}" if before else SAID + mark.reason
        return said

    def _of_all(self) -> str:
        count = len(self.rows)
        rows = "1 row of this sheet. It is" if count == 1 else f"{count:,} rows of this sheet. They are"
        them = "it" if count == 1 else "them"
        return (
            f"{SAID}{rows} marked in colour and a comment says why. Correct {them} and import this file "
            f"again: rows that were taken before stay as they are."
        )
