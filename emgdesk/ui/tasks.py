"""Work off the window's thread: one thread owns the database, another does pure work.

Results come back on the window's thread in the order the work was asked for. A
progress dialog appears only for work that lasts; its Cancel makes the job raise
`CancelledError`, so that what had begun is rolled back.
"""

import logging
import queue
import threading
import time
from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from typing import Any

from PySide6.QtCore import QCoreApplication, QEventLoop, QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget
from shiboken6 import isValid

from emgdesk.errors import CancelledError, EmgdeskError
from emgdesk.jobs import Job
from emgdesk.ui.failures import present_failure
from emgdesk.ui.progress import ProgressDialog

PATIENCE = 0.4  # seconds before a progress dialog shows
_POLL = 80  # milliseconds between looks at a job's progress

_log = logging.getLogger(__name__)


class WatchedJob:
    """A job whose progress the window polls; written by the worker, read by the window."""

    def __init__(self) -> None:
        self.text = ""
        self.done = 0
        self.total = 0
        self._cancelled = threading.Event()

    def report(self, text: str, done: int = 0, total: int = 0) -> None:
        self.text, self.done, self.total = text, done, total

    def check_cancelled(self) -> None:
        if self._cancelled.is_set():
            raise CancelledError

    def cancel(self) -> None:
        self._cancelled.set()


@dataclass(slots=True, eq=False)
class _Work:
    title: str
    call: Callable[[Job], Any]
    on_done: Callable[[Any], object] | None
    on_failed: Callable[[Exception], object] | None
    cancellable: bool
    quiet: bool
    latest: Hashable | None
    asked: float = field(default_factory=time.monotonic)
    job: WatchedJob = field(default_factory=WatchedJob)
    dropped: bool = False
    value: Any = None
    error: Exception | None = None

    def let_go(self) -> None:
        """Forget what may belong to a widget: the worker keeps its work until more comes.

        A widget whose last reference fell there would be destroyed on the wrong thread.
        """
        self.call, self.on_done, self.on_failed = _nothing, None, None
        self.value = self.error = None


class _Lane:
    """One worker thread and its queue."""

    def __init__(self, name: str, deliver: Callable[[_Work], None]) -> None:
        self._deliver = deliver
        self.queue: queue.SimpleQueue[_Work | None] = queue.SimpleQueue()
        self.thread = threading.Thread(target=self._loop, name=name, daemon=True)
        self.thread.start()

    def _loop(self) -> None:
        while (work := self.queue.get()) is not None:
            if not work.dropped:
                try:
                    work.value = work.call(work.job)
                except Exception as error:
                    work.error = error
            self._deliver(work)


class Tasks(QObject):
    """Runs work for the window `parent`; close it with `close()` before the desk."""

    _finished = Signal(object)
    busy_changed = Signal(bool)

    def __init__(
        self, parent: QWidget | None = None, present: Callable[[Exception], None] | None = None
    ) -> None:
        super().__init__(parent)
        self._window = parent
        self._present = present or (lambda error: present_failure(error, self._window))
        self._pending: list[_Work] = []
        self._latest: dict[Hashable, _Work] = {}
        self._dialog: ProgressDialog | None = None
        self._closed = False
        self._finished.connect(self._on_finished)
        self._database = _Lane("emgdesk-database", self._finished.emit)
        self._pure: _Lane | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(_POLL)
        self._timer.timeout.connect(self._look)

    def run(
        self,
        title: str,
        fn: Callable[[Job], Any],
        on_done: Callable[[Any], object] | None = None,
        on_failed: Callable[[Exception], object] | None = None,
        *,
        cancellable: bool = False,
        quiet: bool = False,
        latest: Hashable | None = None,
    ) -> None:
        """Call `fn(job)` on the database thread, then `on_done(value)` on the window's.

        A failure is shown to the user; with `on_failed` an EmgdeskError or CancelledError
        goes there instead. `quiet` work never shows a dialog. With `latest`, only the newest
        work of that key is answered: older work still waiting is dropped.
        """
        work = _Work(title, fn, on_done, on_failed, cancellable, quiet, latest)
        self._enqueue(self._database, work)

    def compute(
        self,
        title: str,
        fn: Callable[[Job], Any],
        on_done: Callable[[Any], object] | None = None,
        on_failed: Callable[[Exception], object] | None = None,
        *,
        cancellable: bool = True,
        quiet: bool = True,
        latest: Hashable | None = None,
    ) -> None:
        """As `run`, on the thread for work without the database (rendering a document).

        Newer work of the same `latest` key also cancels the one under way.
        """
        if self._pure is None:
            self._pure = _Lane("emgdesk-work", self._finished.emit)
        older = self._latest.get(latest) if latest is not None else None
        if older is not None:
            older.job.cancel()
        self._enqueue(self._pure, _Work(title, fn, on_done, on_failed, cancellable, quiet, latest))

    @property
    def busy(self) -> bool:
        """Whether anything is waiting or under way."""
        return bool(self._pending)

    @property
    def running_title(self) -> str:
        """What long work is under way, "" if none that a user would want to finish."""
        return next((work.title for work in self._pending if not work.quiet), "")

    def cancel_running(self) -> None:
        """Ask whatever can be cancelled to stop."""
        for work in self._pending:
            if work.cancellable:
                work.job.cancel()

    def settle(self, seconds: float = 30.0) -> None:
        """Run the event loop until nothing is waiting or under way (tests, screenshots).

        Raises TimeoutError after `seconds`.
        """
        end = time.monotonic() + seconds
        QCoreApplication.processEvents()
        while self._pending:
            loop = QEventLoop()
            self.busy_changed.connect(loop.quit)
            QTimer.singleShot(max(0, round((end - time.monotonic()) * 1000)), loop, loop.quit)
            loop.exec()
            self.busy_changed.disconnect(loop.quit)
            if time.monotonic() >= end and self._pending:
                raise TimeoutError(f"still under way: {', '.join(w.title for w in self._pending)}")
            QCoreApplication.processEvents()  # may ask for more

    def close(self) -> None:
        """Finish what writes, cancel what can be cancelled, drop what only reads; then stop."""
        if self._closed:
            return
        self._closed = True
        self._timer.stop()
        self.cancel_running()
        for work in self._pending:
            work.dropped = work.dropped or work.quiet
        for lane in (self._database, self._pure):
            if lane is not None:
                lane.queue.put(None)
                lane.thread.join()
        for work in self._pending:
            work.let_go()
        self._pending.clear()
        self._drop_dialog()

    def _enqueue(self, lane: _Lane, work: _Work) -> None:
        if self._closed:
            return
        if work.latest is not None:
            older = self._latest.get(work.latest)
            if older is not None:
                older.dropped = True
            self._latest[work.latest] = work
        self._pending.append(work)
        lane.queue.put(work)
        if not work.quiet and not self._timer.isActive():
            self._timer.start()
        if len(self._pending) == 1:
            self.busy_changed.emit(True)

    def _on_finished(self, work: _Work) -> None:
        try:
            if not self._closed:
                self._take(work)
        finally:
            work.let_go()

    def _take(self, work: _Work) -> None:
        self._pending.remove(work)
        if work.latest is not None and self._latest.get(work.latest) is work:
            del self._latest[work.latest]
        if not self.running_title:
            self._timer.stop()
            self._drop_dialog()
        if not self._pending:
            self.busy_changed.emit(False)
        if not work.dropped:
            self._answer(work)

    def _answer(self, work: _Work) -> None:
        if work.error is not None:
            self._fail(work, work.error)
        elif work.on_done is not None and _alive(work.on_done):
            work.on_done(work.value)

    def _fail(self, work: _Work, error: Exception) -> None:
        if not isinstance(error, CancelledError):
            _log.info("%s failed: %s", work.title, error)
        heard = work.on_failed is not None and _alive(work.on_failed)
        if heard and work.on_failed is not None:
            work.on_failed(error)
        if not heard or not _expected(error):
            if not isinstance(error, CancelledError):
                self._present(error)

    def _look(self) -> None:
        """Show how the oldest long work is getting on."""
        work = next((w for w in self._pending if not w.quiet), None)
        if work is None or time.monotonic() - work.asked < PATIENCE:
            return
        if isinstance(QApplication.activeModalWidget(), QMessageBox):
            return  # a question stands; its answer may end the work
        if self._dialog is not None and self._dialog.work is not work:
            self._drop_dialog()
        if self._dialog is None:
            self._dialog = ProgressDialog(work, work.title, work.cancellable, self._window)
            self._dialog.show()
        self._dialog.follow(work.job.text, work.job.done, work.job.total)

    def _drop_dialog(self) -> None:
        if self._dialog is not None:
            self._dialog.finish()
            self._dialog = None


def _nothing(_job: Job) -> None:
    """What is left to do of work that was answered."""


def _expected(error: Exception) -> bool:
    return isinstance(error, EmgdeskError | CancelledError)


def _alive(callback: Callable[..., object]) -> bool:
    """Whether the widget a bound method belongs to still exists."""
    owner = getattr(getattr(callback, "func", callback), "__self__", None)
    return not isinstance(owner, QObject) or isValid(owner)
