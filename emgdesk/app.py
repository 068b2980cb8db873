"""The composition root of the window: settings, log, appearance, main window, desk."""

from __future__ import annotations

import gc
import logging
import sys
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QLoggingCategory, QTimer
from PySide6.QtWidgets import QApplication

from emgdesk import __version__
from emgdesk.paths import log_file
from emgdesk.settings import Settings

if TYPE_CHECKING:
    from emgdesk.ui.main_window import MainWindow

_LOG_BYTES = 500_000
_QUIET = "qt.text.font.db.warning=false"  # that a font lacks a script another one is asked for
_SETTLED = 1500  # milliseconds: once the window stands


def main(arguments: list[str]) -> int:
    """Open the window; `arguments` hold at most `--database FILE`. Returns the exit status."""
    database = None
    for at, word in enumerate(arguments):
        if word == "--database" and at + 1 < len(arguments):
            database = Path(arguments[at + 1])
        elif word.startswith("--database="):
            database = Path(word.partition("=")[2])
    return run(database)


def run(database: Path | None) -> int:
    """Open the window on `database`, on the desk of last time, or on the welcome screen."""
    start_log()
    application, window = assemble(database)
    sys.excepthook = _Hook(window)
    status = application.exec()
    window.deleteLater()  # before the interpreter takes apart what its widgets still call
    QCoreApplication.sendPostedEvents(window, QEvent.Type.DeferredDelete.value)
    return status


def assemble(database: Path | None) -> tuple[QApplication, MainWindow]:
    """The application and its window, shown, with the desk being opened behind it."""
    gc.disable()  # a start makes what stays; `Collector` takes over when it is done
    from emgdesk.ui.icons import application_icon
    from emgdesk.ui.main_window import MainWindow
    from emgdesk.ui.theme import Appearance

    QLoggingCategory.setFilterRules(_QUIET)
    application = QApplication(sys.argv[:1])
    application.setApplicationName("emgdesk")
    application.setApplicationVersion(__version__)
    application.setDesktopFileName("emgdesk")
    application.setWindowIcon(application_icon())
    settings = Settings()
    appearance = Appearance(application)
    appearance.choose(settings.get("appearance", "system"))
    window = MainWindow(settings, appearance)
    window.show()
    open_first(window, settings, database)
    QTimer.singleShot(_SETTLED, window, lambda: settle_in(application, window))
    return application, window


def settle_in(application: QApplication, window: MainWindow) -> None:
    """What can wait until the window stands: fonts for rare scripts, the collector."""
    from emgdesk.ui.collector import Collector
    from emgdesk.ui.fonts import lend_missing_scripts

    lend_missing_scripts(application)
    Collector(window)


def open_first(window: MainWindow, settings: Settings, database: Path | None) -> None:
    """Open the desk named, else the one of last time; else leave the welcome screen."""
    if database is not None:
        window.opener.open(database.absolute())
        return
    last = next(iter(settings.recent_desks()), None)
    if last is not None:
        window.opener.open_known(last)


def start_log() -> None:
    """Write warnings and errors to the log file; a large one is put aside, once."""
    path = log_file()
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        if path.exists() and path.stat().st_size > _LOG_BYTES:
            path.replace(path.with_suffix(".old.log"))
        handler = logging.FileHandler(path, encoding="utf-8", delay=True)
    except OSError:  # no log is no reason not to work
        return
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    root = logging.getLogger("emgdesk")
    root.setLevel(logging.INFO)
    root.addHandler(handler)


class _Hook:
    """Shows what nobody caught; the program goes on."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self._showing = False

    def __call__(self, kind: type[BaseException], error: BaseException, _trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            self._window.close()
            return
        if self._showing:
            return
        self._showing = True
        from emgdesk.ui.failures import present_failure

        try:
            present_failure(error, self._window)
        finally:
            self._showing = False
