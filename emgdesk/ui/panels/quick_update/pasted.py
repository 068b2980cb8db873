"""Cells copied from a spreadsheet as what is said of tasks."""

import csv
import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from emgdesk.domain.statuses import TASK_STATUSES, task_status
from emgdesk.errors import InputError


@dataclass(frozen=True, slots=True)
class Pasted:
    """What is said of each task, by its key and the column's; `over` rows found no task any more."""

    said: Mapping[str, Mapping[str, str]]
    over: int = 0


def cells_of(text: str) -> list[list[str]]:
    """The cells of rows as a spreadsheet copies them."""
    return [[cell.strip() for cell in row] for row in csv.reader(io.StringIO(text), dialect="excel-tab")]


def read_pasted(rows: Sequence[Sequence[str]], ids: Sequence[str], keys: Sequence[str]) -> Pasted:
    """Rows of cells for the tasks `ids` downwards and the columns `keys` to the right.

    A single row is said of every task of `ids`. Empty cells, and columns beyond the last, change nothing.
    Raises InputError for a status that is none.
    """
    found: dict[str, dict[str, str]] = {}
    for at, key in enumerate(ids):
        cells = rows[0] if len(rows) == 1 else rows[at] if at < len(rows) else []
        told = {name: cell for name, cell in zip(keys, cells, strict=False) if cell}
        if "status" in told:
            told["status"] = _status(told["status"], 1 if len(rows) == 1 else at + 1)
        if told:
            found[key] = told
    return Pasted(found, sum(any(row) for row in rows[len(ids) :]))


def _status(word: str, row: int) -> str:
    status = task_status(word)
    if not status:
        raise InputError(f"Row {row} of what was copied: “{word}” is no status; write {_STATUSES}.")
    return status


_STATUSES = f"{', '.join(TASK_STATUSES[:-1])} or {TASK_STATUSES[-1]}"
