"""Tables as a workbook holds them: what stands between the builders and the workbook and CSV renderers."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import TypeAlias

Value: TypeAlias = str | int | float | bool | date | datetime | time | None


@dataclass(frozen=True, slots=True)
class SheetColumn:
    """A column: `width` in characters (None: as its contents ask), `choices` offered in a drop-down.

    `offered_by` names a column of another sheet whose cells are offered: ("Workstreams", "Name").
    A `quiet` column stands in grey, for information; a `hidden` one is not shown. On a guarded sheet
    only the cells of `open` columns can be filled in; `prompt` is told whoever comes to one.
    """

    header: str
    width: float | None = None
    choices: tuple[str, ...] = ()
    offered_by: tuple[str, str] | None = None
    quiet: bool = False
    hidden: bool = False
    open: bool = False
    prompt: str = ""


@dataclass(frozen=True, slots=True)
class SheetBars:
    """Stacked bars beside a sheet's rows: `first` and `last` are their columns, counted from 1.

    The first column of the sheet names the bars, the header of each column its part.
    """

    title: str
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet of a workbook; each row has at most as many values as there are columns.

    A `guarded` sheet is locked against slips of the hand, without a password.
    """

    title: str
    columns: tuple[SheetColumn, ...]
    rows: Sequence[Sequence[Value]]
    bars: SheetBars | None = None
    guarded: bool = False


def columns(*headers: str) -> tuple[SheetColumn, ...]:
    """Columns as wide as their contents ask."""
    return tuple(SheetColumn(header) for header in headers)
