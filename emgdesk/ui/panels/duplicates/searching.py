"""The search for pairs, off the window's thread and beside the desk's, with progress and cancel."""

from functools import partial
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QWidget

from emgdesk.errors import CancelledError
from emgdesk.jobs import QUIET, Job
from emgdesk.ui.panels.duplicates.kinds import Found, PairKind
from emgdesk.ui.services import Services
from emgdesk.ui.tasks import WatchedJob
from emgdesk.ui.widgets.text import button, label
from emgdesk.workspace import Workspace

_POLL = 120  # milliseconds between looks at the progress
_MANY = 5000  # from so many on a search is put off until the desk was quiet
_QUIET, _UNSEEN = 1500, 300  # milliseconds


class _SearchJob(WatchedJob):
    """Cancelled from the line it is watched in, or with all work of the window."""

    def __init__(self) -> None:
        super().__init__()
        self.within: Job = QUIET

    def check_cancelled(self) -> None:
        self.within.check_cancelled()
        super().check_cancelled()


class PairSearch(QObject):
    """`found(Found)` or `stopped` for every search `begun`, unless a newer one took its place."""

    begun = Signal()
    found = Signal(object)
    stopped = Signal()

    def __init__(self, services: Services, kind: PairKind, parent: QObject) -> None:
        super().__init__(parent)
        self._services, self._kind = services, kind
        self._job: _SearchJob | None = None
        self._total = 0
        self._later = QTimer(self, singleShot=True)
        self._later.timeout.connect(self.begin)

    @property
    def job(self) -> WatchedJob | None:
        """The search under way."""
        return self._job

    def begin_soon(self) -> None:
        """Search again; where there is much to compare, only once the desk was quiet for a while."""
        if self._total >= _MANY:
            self._later.start(_QUIET)
        else:
            self.begin()

    def begin_unseen(self) -> None:
        """Search again while nobody looks; where there is much to compare, not before somebody does."""
        if self._total < _MANY:
            self._later.start(_UNSEEN)

    def begin(self) -> None:
        """Search now; the search under way is given up."""
        self._later.stop()
        self.give_up()
        job = self._job = _SearchJob()
        job.report(f"Reading all {self._kind.nouns}")
        self.begun.emit()
        self._services.load(self._kind.read, partial(self._compare, job), latest=(id(self), "read"))

    def give_up(self) -> None:
        """Cancel the search under way, silently."""
        if self._job is not None:
            self._job.cancel()
            self._job = None

    def cancel(self) -> None:
        """Cancel it as the user asks."""
        if self._job is not None:
            self.give_up()
            self.stopped.emit()

    def _compare(self, job: _SearchJob, material: Any) -> None:
        if job is not self._job:
            return

        def work(within: Job) -> Any:
            job.within = within
            return self._kind.compare(material, job)

        self._services.tasks.compute(
            f"Comparing {self._kind.nouns}", work, partial(self._tell, job), self._failed,
            latest=(id(self), "compare"),
        )  # fmt: skip

    def _tell(self, job: _SearchJob, compared: Any) -> None:
        if job is self._job:
            load = partial(_told, self._kind, compared)
            self._services.load(load, partial(self._end, job), latest=(id(self), "tell"))

    def _end(self, job: _SearchJob, found: Found) -> None:
        if job is self._job:
            self._job = None
            self._total = found.total
            self.found.emit(found)

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, CancelledError):
            self._job = None
            self.stopped.emit()


def _told(kind: PairKind, compared: Any, workspace: Workspace) -> Found:
    return kind.tell(workspace, compared)


class SearchLine(QWidget):
    """What the search is doing, how far it is, and a way to stop it; empty while there is none."""

    def __init__(self, search: PairSearch) -> None:
        super().__init__()
        self._search = search
        self.words = label(role="muted")
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setFixedWidth(110)
        self.bar.setAccessibleName("Progress of the comparison")
        self.stop = button("Cancel", search.cancel)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for part in (self.words, self.bar, self.stop):
            row.addWidget(part)
        self._timer = QTimer(self, interval=_POLL)
        self._timer.timeout.connect(self.look)
        search.begun.connect(self._timer.start)
        self._show(False)

    def look(self) -> None:
        """Show how far the search is."""
        job = self._search.job
        self._show(job is not None)
        if job is None:
            self._timer.stop()
        else:
            self.words.setText(job.text)
            self.bar.setRange(0, job.total)
            self.bar.setValue(min(job.done, job.total))

    def _show(self, on: bool) -> None:
        for part in (self.words, self.bar, self.stop):
            part.setVisible(on)
