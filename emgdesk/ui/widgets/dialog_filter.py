"""The filter field of a dialog."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from emgdesk.ui.widgets.line_edit import FilterEdit


class DialogFilter(FilterEdit):
    """Esc empties it and closes the dialog only when it is empty already."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)
