"""Tab in the list of proposals below a field takes the one that is left."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter, QLineEdit


class TakenByTab(QObject):
    """Watches the list of a completer, whose child it is; where several are proposed, Tab takes none.

    The one reached with the arrows is taken by the list itself.
    """

    def __init__(self, completer: QCompleter, line: QLineEdit) -> None:
        super().__init__(completer)
        self._completer, self._line = completer, line
        completer.popup().installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if (
            event.type() == QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_Tab
            and self._completer.completionCount() == 1
        ):
            self._line.setText(self._completer.currentCompletion())
        return False
