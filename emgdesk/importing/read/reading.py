"""Reading a file: a child process does it, the sheets are put together here."""

import os
import sys
from pathlib import Path

from emgdesk.importing.read.launch import Task
from emgdesk.importing.read.limits import LIMITS, Limits
from emgdesk.importing.read.watching import Watched
from emgdesk.importing.tables import RawFile
from emgdesk.jobs import QUIET, Job


def start_reading(
    path: Path,
    *,
    sheet: str | None = None,
    limits: Limits = LIMITS,
    watch_memory: bool = sys.platform != "linux",
) -> "Reading":
    """Begin to read the file in a child process and return at once.

    With `sheet` only the sheet of that name is read. On Linux the child limits its own
    memory; elsewhere (`watch_memory`) the parent looks after it.
    """
    return Reading(path, Task(os.path.abspath(path), limits, sheet=sheet), watch_memory)


def read(path: Path, *, job: Job = QUIET, sheet: str | None = None) -> RawFile:
    """The whole file, or InputError with the sentence that says why not.

    Raises CancelledError when the job was cancelled.
    """
    with start_reading(path, sheet=sheet) as reading:
        return reading.result(job)


class Reading(Watched):
    """A file being read; `result` waits for it, `close` gives it up."""

    def result(self, job: Job = QUIET) -> RawFile:
        """Wait for the end and hand out the file; the child is gone afterwards.

        Raises InputError with the sentence; CancelledError when `job` was cancelled or the
        reading was closed, by this thread or another.
        """
        self.wait(job, f"Reading {self._name}")
        return self._collector.file()
