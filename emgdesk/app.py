"""The composition root of the window: settings, log, appearance, main window, desk."""

import logging
import sys
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from shiboken6 import delete

from emgdesk import __version__
from emgdesk.paths import log_file
from emgdesk.settings import Settings
from emgdesk.ui.failures import present_failure
from emgdesk.ui.fonts import lend_missing_scripts
from emgdesk.ui.icons import application_icon
from emgdesk.ui.main_window import MainWindow
from emgdesk.ui.theme import Appearance

_LOG_BYTES = 500_000
_FONTS_AFTER = 300  # milliseconds: once the window stands


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
    application = QApplication(sys.argv[:1])
    application.setApplicationName("emgdesk")
    application.setApplicationVersion(__version__)
    application.setDesktopFileName("emgdesk")
    application.setWindowIcon(application_icon())
    settings = Settings()
    appearance = Appearance(application)
    appearance.choose(settings.get("appearance", "system"))
    window = MainWindow(settings, appearance)
    sys.excepthook = _Hook(window)
    window.show()
    open_first(window, settings, database)
    QTimer.singleShot(_FONTS_AFTER, application, lambda: lend_missing_scripts(application))
    status = application.exec()
    delete(window)  # before the interpreter takes apart what its widgets still call
    return status


def open_first(window: MainWindow, settings: Settings, database: Path | None) -> None:
    """Open the desk named, else the one of last time; else leave the welcome screen."""
    if database is not None:
        window.opener.open(database.absolute())
        return
    last = next(iter(settings.recent_desks()), None)
    if last is not None:
        window.opener.open_known(last)


def start_log() -> None:
    """Write warnings and errors to the log file, kept small."""
    path = log_file()
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handler = RotatingFileHandler(path, maxBytes=_LOG_BYTES, backupCount=2, encoding="utf-8", delay=True)
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
        try:
            present_failure(error, self._window)
        finally:
            self._showing = False
