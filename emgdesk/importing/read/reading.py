"""The parent's side of reading: start the child, watch over it, put the sheets together."""

import logging
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path
from types import TracebackType

from emgdesk.errors import CancelledError, InputError
from emgdesk.importing.read.collect import Collector
from emgdesk.importing.read.launch import launch
from emgdesk.importing.read.limits import LIMITS, Limits
from emgdesk.importing.read.wire import messages
from emgdesk.importing.tables import RawFile
from emgdesk.jobs import QUIET, Job

_log = logging.getLogger(__name__)
_LOOK_EVERY = 0.05  # seconds between looks at cancel, deadlines and memory


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
    return Reading(path, sheet, limits, watch_memory)


def read(path: Path, *, job: Job = QUIET, sheet: str | None = None) -> RawFile:
    """The whole file, or InputError with the sentence that says why not.

    Raises CancelledError when the job was cancelled.
    """
    with start_reading(path, sheet=sheet) as reading:
        return reading.result(job)


class Reading:
    """A file being read; `result` waits for it, `close` gives it up."""

    def __init__(self, path: Path, sheet: str | None, limits: Limits, watch_memory: bool) -> None:
        self._name = path.name
        self._limits = limits
        self._watch_memory = watch_memory
        self._started = time.monotonic()
        self._collector = Collector(path.name)
        self._closed = False
        self._ending = threading.Lock()
        self._errors = tempfile.TemporaryFile()  # noqa: SIM115  # open until close()
        try:
            self._process: subprocess.Popen[bytes] = launch(path, sheet, limits, self._errors)
        except OSError as error:
            self._errors.close()
            raise InputError(
                f"{self._name} cannot be read: the reading process did not start ({error.strerror})."
            ) from error
        self._listener = threading.Thread(target=self._listen, name="emgdesk-reading", daemon=True)
        self._listener.start()

    def __enter__(self) -> "Reading":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _listen(self) -> None:
        assert self._process.stdout is not None
        for message in messages(self._process.stdout):
            self._collector.take(message)

    def result(self, job: Job = QUIET) -> RawFile:
        """Wait for the end and hand out the file; the child is gone afterwards.

        Raises InputError with the sentence; CancelledError when `job` was cancelled or the
        reading was closed, by this thread or another.
        """
        try:
            while self._listener.is_alive():
                job.check_cancelled()
                job.report(f"Reading {self._name}", self._collector.rows)
                self._listener.join(_LOOK_EVERY)
                self._look_after()
        finally:
            self._end()
        if self._collector.ended:
            return self._collector.file()
        raise CancelledError if self._closed else self._too_large()

    def _too_large(self) -> InputError:
        return InputError(f"{self._name} cannot be read: it is too large or damaged.")

    def _look_after(self) -> None:
        if not self._listener.is_alive():
            return
        spent = time.monotonic() - self._started
        limit = self._limits.whole if self._collector.alive else self._limits.first_rows
        if spent > limit:
            raise InputError(
                f"{self._name} was given up after {limit:.0f} seconds: it is too large or damaged."
            )
        if self._watch_memory and _resident(self._process.pid) > self._limits.memory:
            raise self._too_large()

    def close(self) -> None:
        """End the child if it still runs; harmless when called again."""
        self._closed = True
        self._end()

    def _end(self) -> None:
        with self._ending:
            if not self._errors.closed:
                self._tidy_up()

    def _tidy_up(self) -> None:
        if not self._collector.ended and self._listener.is_alive():
            self._process.kill()
        self._listener.join()
        self._process.wait()
        assert self._process.stdout is not None
        self._process.stdout.close()
        self._errors.seek(0)
        complaint = self._errors.read().decode(errors="replace").strip()
        self._errors.close()
        if complaint and not self._collector.ended:
            _log.warning("The reading child ended with %s: %s", self._process.returncode, complaint[-4000:])


def _resident(pid: int) -> int:
    import psutil  # not needed where the child limits itself

    try:
        return int(psutil.Process(pid).memory_info().rss)
    except psutil.Error:
        return 0
