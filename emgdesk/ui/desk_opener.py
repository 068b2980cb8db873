"""Opening, making and backing up desk files, off the window's thread."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from emgdesk.errors import DataError
from emgdesk.jobs import Job
from emgdesk.paths import default_database
from emgdesk.settings import Settings
from emgdesk.ui import doors
from emgdesk.ui.tasks import Tasks

if TYPE_CHECKING:
    from emgdesk.workspace import Workspace


class DeskOpener(QObject):
    """Signals `opened(workspace)`, or `failed(sentence)` when the file cannot be opened."""

    opened = Signal(object)
    failed = Signal(str)

    def __init__(self, tasks: Tasks, settings: Settings, window: QWidget) -> None:
        super().__init__(window)
        self._tasks, self._settings, self._window = tasks, settings, window

    def open(self, path: Path) -> None:
        """Open the desk at `path`; a file that is not there yet becomes a new desk."""
        self._start(f"Opening {path.name}", path, lambda _job: _desk(path, self._settings.author()))

    def open_known(self, path: Path) -> None:
        """Open a desk of lately; one that is gone is said to be so, and forgotten."""
        if path.exists():
            self.open(path)
        else:
            self._settings.forget_desk(path)
            self.failed.emit(f"{path} is no longer there.")

    def open_sample(self) -> None:
        """Open the sample desk, made the first time beside the user's own."""
        path = default_database().with_name("sample.emgdesk")
        self._start(
            "Setting up the sample desk", path, lambda job: _sample(path, self._settings.author(), job)
        )

    def start_empty(self) -> None:
        """Open the user's own desk at its usual place."""
        self.open(default_database())

    def ask_new(self) -> None:
        path = doors.ask_new_desk(self._window, self._folder())
        if path is not None:
            self._start(f"Making {path.name}", path, lambda _job: _new(path, self._settings.author()))

    def ask(self) -> None:
        path = doors.ask_desk(self._window, self._folder())
        if path is not None:
            self.open_known(path)

    def back_up(self, workspace: Workspace, on_done: Callable[[Path], object]) -> None:
        """Copy the open desk to a file asked for."""
        name = f"{workspace.path.stem} {date.today().isoformat()}.emgdesk"
        folder = Path(self._settings.get("folder.backup", str(Path.home())))
        target = doors.ask_backup(self._window, folder / name)
        if target is None:
            return
        self._settings.set("folder.backup", str(target.parent))
        self._tasks.run("Backing up", lambda _job: workspace.backup(target), lambda _none: on_done(target))

    def _start(self, title: str, path: Path, make: Callable[[Job], Workspace]) -> None:
        self._tasks.run(title, make, self._opened, self._not_opened)

    def _opened(self, workspace: Workspace) -> None:
        self._settings.remember_desk(workspace.path)
        self.opened.emit(workspace)

    def _not_opened(self, error: Exception) -> None:
        self.failed.emit(str(error) or "The desk was not opened.")

    def _folder(self) -> Path:
        recent = self._settings.recent_desks()
        return recent[0].parent if recent else default_database().parent


def _desk(path: Path, author: str) -> Workspace:
    from emgdesk.workspace import open_desk  # the database library is loaded here, off the window's thread

    return open_desk(path, author=author)


def _sample(path: Path, author: str, job: Job) -> Workspace:
    from emgdesk.operations.sample import load_sample

    fresh = not path.exists()
    workspace = _desk(path, author)
    if fresh:
        try:
            workspace.do("Load the sample desk", load_sample, job=job)
            workspace.seal()
        except BaseException:
            workspace.close()
            path.unlink(missing_ok=True)
            raise
    return workspace


def _new(path: Path, author: str) -> Workspace:
    if path.exists() and path.stat().st_size:
        raise DataError(
            f"There is a file {path.name} already; open it, or choose another name.", place=str(path)
        )
    return _desk(path, author)
