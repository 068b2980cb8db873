"""What reading a file yields: sheets of rows exactly as the file holds them."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time

_ERROR = re.compile(
    r"#(?:N/A|N/D|REF!|VALUE!|DIV/0!|NAME\?|NULL!|NUM!|SPILL!|CALC!|BUSY!|FIELD!|BLOCKED!|CONNECT!|"
    r"GETTING_DATA|UNKNOWN!|NV|BEZUG!|WERT!|NOM\?|VALEUR!|NOMBRE!|VALOR!|REF)",
    re.IGNORECASE,
)

_LONGEST = 60  # characters of a name in a sentence: a cell may hold a million
Cell = str | int | float | bool | datetime | date | time | None


@dataclass(frozen=True, slots=True)
class RawSheet:
    """One sheet (or one text file): the rows that are present, blank ones left out.

    `numbers[i]` is the row number Excel or an editor shows (from 1) of
    `rows[i]`; rows may have different lengths. Columns count from 0.
    """

    name: str
    numbers: tuple[int, ...]
    rows: tuple[tuple[Cell, ...], ...]
    hidden: bool = False
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    merges: tuple[tuple[int, int, int, int], ...] = ()  # first row, first column, last row, last column
    links: Mapping[tuple[int, int], str] = field(default_factory=dict)  # (row number, column) -> address
    uncalculated: tuple[tuple[int, int], ...] = ()  # formulas the file holds no value for


@dataclass(frozen=True, slots=True)
class RawFile:
    """A file that was read whole; `notes` are sentences on what could not be seen in it."""

    name: str  # file name without folders
    sha256: str
    kind: str  # "xlsx", "xls", "xlsb", "ods", "csv"
    sheets: tuple[RawSheet, ...]
    notes: tuple[str, ...] = ()
    size: int = 0  # bytes


def text_of(cell: Cell) -> str:
    """The cell as text without loss: 7.0 -> "7", a date in ISO form, True -> "Yes", None -> ""."""
    if cell is None:
        return ""
    if isinstance(cell, str):
        return cell
    if isinstance(cell, bool):
        return "Yes" if cell else "No"
    if isinstance(cell, float) and cell.is_integer() and abs(cell) < 2**53:
        return str(int(cell))
    if isinstance(cell, datetime):
        midnight = not (cell.hour or cell.minute or cell.second or cell.microsecond)
        return cell.date().isoformat() if midnight else cell.isoformat(sep=" ", timespec="minutes")
    if isinstance(cell, date):
        return cell.isoformat()
    if isinstance(cell, time):
        return cell.isoformat(timespec="minutes")
    return str(cell)


def quoted(names: Iterable[str]) -> str:
    """Names in quotation marks with commas, long ones cut: “a”, “b”."""
    return ", ".join(f"“{name if len(name) <= _LONGEST else name[: _LONGEST - 1] + '…'}”" for name in names)


def is_error(text: str) -> bool:
    """Whether a cell holds what a spreadsheet shows for a formula that failed: "#N/A"."""
    return text.startswith("#") and bool(_ERROR.fullmatch(text))
