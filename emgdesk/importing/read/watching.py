"""The parent's side of a reading child: start it, listen, watch over time and memory, end it."""

import logging
import subprocess
import tempfile
import threading
import time
from pathlib import Path
from types import TracebackType
from typing import Self

from emgdesk.errors import CancelledError, InputError
from emgdesk.importing.read.collect import Collector
from emgdesk.importing.read.launch import Task, launch
from emgdesk.importing.read.source import shown_name
from emgdesk.importing.read.wire import messages
from emgdesk.jobs import Job

_log = logging.getLogger(__name__)
_LOOK_EVERY = 0.05  # seconds between looks at cancel, deadlines and memory


class Watched:
    """A child at work on a file; `wait` for it, `close` gives it up."""

    def __init__(self, path: Path, task: Task, watch_memory: bool) -> None:
        self._name = shown_name(path)
        self._limits = task.limits
        self._watch_memory = watch_memory
        self._started = self._heard = time.monotonic()
        self._collector = Collector(self._name)
        self._closed = False
        self._ending = threading.Lock()
        self._errors = tempfile.TemporaryFile()  # noqa: SIM115  # open until close()
        try:
            self._process: subprocess.Popen[bytes] = launch(task, self._errors)
        except OSError as error:
            self._errors.close()
            raise InputError(
                f"{self._name} cannot be read: the reading process did not start ({error.strerror})."
            ) from error
        self._listener = threading.Thread(target=self._listen, name="emgdesk-reading", daemon=True)
        self._listener.start()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _listen(self) -> None:
        assert self._process.stdout is not None
        for message in messages(self._process.stdout):
            self._collector.take(message)
            self._heard = time.monotonic()
            if self._collector.ended:
                return

    def wait(self, job: Job, doing: str) -> None:
        """Wait for the child's end mark; it is gone afterwards.

        Raises InputError when it was given up or died, CancelledError when `job` was cancelled
        or the child was closed, by this thread or another.
        """
        try:
            while self._listener.is_alive():
                job.check_cancelled()
                job.report(doing, self._collector.rows)
                self._listener.join(_LOOK_EVERY)
                self._look_after()
        finally:
            self._end()
        if not self._collector.ended:
            raise CancelledError if self._closed else self._too_large()

    def _too_large(self) -> InputError:
        return InputError(f"{self._name} cannot be read: it is too large or damaged.")

    def _look_after(self) -> None:
        if not self._listener.is_alive():
            return
        now = time.monotonic()
        if now - self._heard > self._limits.silent or now - self._started > self._limits.whole:
            raise InputError(
                f"{self._name} was given up after {now - self._started:.0f} seconds: "
                f"it is too large or damaged."
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
        self._process.kill()  # after the end mark it has nothing more to do
        self._listener.join()
        self._process.wait()
        assert self._process.stdout is not None
        self._process.stdout.close()
        self._errors.seek(0)
        complaint = self._errors.read().decode(errors="replace").strip()
        self._errors.close()
        if complaint and not self._collector.ended:
            _log.info("The reading child ended with %s: %s", self._process.returncode, complaint[-4000:])


def _resident(pid: int) -> int:
    import psutil  # not needed where the child limits itself

    try:
        return int(psutil.Process(pid).memory_info().rss)
    except psutil.Error:
        return 0
