"""How an error is told: one sentence where the user can mend it, details to copy where not."""

import logging
import platform
import traceback

from PySide6.QtCore import qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget

from emgdesk import __version__
from emgdesk.errors import CancelledError, EmgdeskError
from emgdesk.paths import log_file

_log = logging.getLogger(__name__)


def present_failure(error: BaseException, parent: QWidget | None = None) -> None:
    """Show `error` in a box over `parent`; unexpected ones also go to the log file."""
    if isinstance(error, CancelledError):
        return
    owner = QApplication.activeModalWidget() or parent
    if isinstance(error, EmgdeskError):
        _show(QMessageBox.Icon.Warning, str(error), owner)
        return
    details = describe(error)
    _log.error("unexpected error\n%s", details)
    _show_unexpected(details, owner)


def describe(error: BaseException) -> str:
    """The error with its traceback and the versions at play, to be copied into a report."""
    versions = (
        f"emgdesk {__version__}, Python {platform.python_version()}, Qt {qVersion()}, {platform.platform()}"
    )
    return versions + "\n" + "".join(traceback.format_exception(error))


def _show(icon: QMessageBox.Icon, sentence: str, owner: QWidget | None) -> None:
    box = QMessageBox(icon, "emgdesk", sentence, QMessageBox.StandardButton.Ok, owner)
    box.open()
    box.finished.connect(box.deleteLater)


def _show_unexpected(details: str, owner: QWidget | None) -> None:
    box = QMessageBox(QMessageBox.Icon.Critical, "emgdesk", "Something went wrong that should not have.")
    if owner is not None:
        box.setParent(owner, box.windowFlags())
    box.setInformativeText(f"Everything saved so far is safe. The details are also in {log_file()}.")
    box.setDetailedText(details)
    copy = box.addButton("Copy details", QMessageBox.ButtonRole.ActionRole)
    copy.clicked.disconnect()
    copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(details))
    box.setDefaultButton(box.addButton(QMessageBox.StandardButton.Close))
    box.open()
    box.finished.connect(box.deleteLater)
