"""The rows that could not be taken, given back: a copy of the user's workbook with cells marked.

An .xlsx or .xlsm workbook is copied as far as openpyxl can hold it, in the reading child; the
copy counts only if it reads back with the same cells. Of every other file, and where that
fails, the cells are written to a new workbook in the same places.
"""

import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from datetime import date, datetime, time
from pathlib import Path

from emgdesk.errors import InputError
from emgdesk.importing.read.launch import Task
from emgdesk.importing.read.limits import LIMITS
from emgdesk.importing.read.marks import SheetMarks
from emgdesk.importing.read.reading import read
from emgdesk.importing.read.rewriting import write_cells
from emgdesk.importing.read.watching import Watched
from emgdesk.importing.tables import Cell, RawFile
from emgdesk.jobs import QUIET, Job


def write_returned(
    raw: RawFile, source: Path, marks: Sequence[SheetMarks], target: Path, *, job: Job = QUIET
) -> tuple[str, ...]:
    """Write the copy of `source`, which was read as `raw`, to `target` (an .xlsx file); -> notes.

    `marks` are of at least one sheet. Raises OutputError when a text is longer than a cell
    holds, OSError when `target` cannot be written, CancelledError.
    """
    if raw.kind == "xlsx" and _copied(raw, source, tuple(marks), target, job):
        return ()
    write_cells(raw, marks, target, job)
    if raw.kind == "xlsx":
        return (f"The copy holds the cells of {raw.name}; its formats and formulas could not be kept.",)
    return ()


def _copied(raw: RawFile, source: Path, marks: tuple[SheetMarks, ...], target: Path, job: Job) -> bool:
    """Whether the workbook itself could be copied, cell for cell as it was read."""
    task = Task(os.path.abspath(source), LIMITS, marks=marks, target=os.path.abspath(target))
    with suppress(InputError), _Copying(source, task, watch_memory=sys.platform != "linux") as copying:
        return copying.result(job) == raw.sha256 and _cells(read(target, job=job)) == _cells(raw)
    return False


class _Copying(Watched):
    """A file being copied."""

    def result(self, job: Job) -> str:
        """Wait for the end; -> the hash of what was copied. Raises InputError, CancelledError."""
        self.wait(job, f"Copying {self._name}")
        return self._collector.file().sha256


def _cells(raw: RawFile) -> list[tuple[object, ...]]:
    """The sheets with their cells; a day and its midnight are one, for a workbook keeps both as a number."""
    return [
        (sheet.name, sheet.numbers, [tuple(map(_moment, row)) for row in sheet.rows])
        for sheet in raw.sheets
        if sheet.rows
    ]


def _moment(cell: Cell) -> Cell:
    return datetime.combine(cell, time()) if type(cell) is date else cell
