"""Tables as a workbook holds them: what stands between the builders and the workbook and CSV renderers."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import TypeAlias

Value: TypeAlias = str | int | float | bool | date | datetime | time | None


@dataclass(frozen=True, slots=True)
class SheetColumn:
    """A column: `width` in characters (None: as its contents ask), `choices` offered in a drop-down."""

    header: str
    width: float | None = None
    choices: tuple[str, ...] = ()


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
    """A sheet of a workbook; each row has at most as many values as there are columns."""

    title: str
    columns: tuple[SheetColumn, ...]
    rows: Sequence[Sequence[Value]]
    bars: SheetBars | None = None


def columns(*headers: str) -> tuple[SheetColumn, ...]:
    """Columns as wide as their contents ask."""
    return tuple(SheetColumn(header) for header in headers)
