"""Line editors that leave Ctrl+Z to the window when they have nothing of their own to undo."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QPalette
from PySide6.QtWidgets import QLineEdit, QWidget

from emgdesk.ui.icons import icon

_UNDO = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)


class LineEdit(QLineEdit):
    """A line editor; `escaped` tells that Esc was pressed in it."""

    escaped = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        undo, redo = (event.matches(key) for key in _UNDO)
        if (undo and not self.isUndoAvailable()) or (redo and not self.isRedoAvailable()):
            event.ignore()  # goes up to the window
            return
        if event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
        super().keyPressEvent(event)


class FilterEdit(LineEdit):
    """The field above a list or table; Esc empties it, Down goes to what it filters."""

    down = Signal()

    def __init__(self, hint: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText(hint)
        self.setAccessibleName(hint)
        self.setClearButtonEnabled(True)
        self._glass = self.addAction(icon("search", self._faint()), QLineEdit.ActionPosition.LeadingPosition)
        self.escaped.connect(self.clear)

    def _faint(self) -> str:
        return self.palette().color(QPalette.ColorRole.PlaceholderText).name()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "_glass"):
            self._glass.setIcon(icon("search", self._faint()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_PageDown):
            self.down.emit()
            return
        super().keyPressEvent(event)
