"""The keyboard of the import window, and what its result offers."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from emgdesk.ui.dialogs.import_dialog import ImportDialog
from emgdesk.ui.services import Services

ALT, CTRL, SHIFT = (
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
)
NONE = Qt.KeyboardModifier.NoModifier


def press(dialog: ImportDialog, key: Qt.Key, held: Qt.KeyboardModifier = NONE) -> None:
    """Press a key where the keyboard is."""
    dialog.activateWindow()
    QTest.qWaitForWindowActive(dialog)
    QTest.keyClick(dialog.focusWidget() or dialog, key, held)


def settled(services: Services, dialog: ImportDialog, key: Qt.Key, held: Qt.KeyboardModifier = NONE) -> None:
    """Press a key and wait for what it leads to."""
    press(dialog, key, held)
    services.tasks.settle()


def offers(dialog: ImportDialog) -> list[str]:
    """The buttons of the result page."""
    return [made.accessibleName() for made in _buttons(dialog)]


def offered(dialog: ImportDialog, text: str) -> QWidget:
    """A button of the result page."""
    return next(made for made in _buttons(dialog) if made.accessibleName() == text)


def _buttons(dialog: ImportDialog) -> list[QWidget]:
    row = dialog.view.result.state._buttons
    return [row.itemAt(at).widget() for at in range(row.count())]
