"""A spreadsheet dropped anywhere on the window starts an import; a veil says so while it hovers."""

from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from emgdesk.ui.widgets.text import IconLabel, label


class DropTarget(QFrame):
    """Covers `window` while a file hovers; `dropped` carries its path."""

    dropped = Signal(object)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setObjectName("veil")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.ready = False
        title = label("Drop to import", "title")
        detail = label("You see what every row would do before anything changes.", "muted")
        column = QVBoxLayout(self)
        column.addStretch()
        for part in (IconLabel("file-spreadsheet", 48, "accent"), title, detail):
            column.addWidget(part, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch()
        self._window = window
        window.setAcceptDrops(True)
        window.installEventFilter(self)
        self.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QDragEnterEvent):
            return self._enter(event)
        if event.type() == QEvent.Type.DragLeave:
            self.hide()
        elif event.type() == QEvent.Type.Drop and isinstance(event, QDropEvent):
            return self._drop(event)
        return False

    def _enter(self, event: QDragEnterEvent) -> bool:
        if not self.ready or dropped_file(event.mimeData()) is None:
            return False
        event.acceptProposedAction()
        self.setGeometry(self._window.rect())
        self.show()
        self.raise_()
        return True

    def _drop(self, event: QDropEvent) -> bool:
        self.hide()
        path = dropped_file(event.mimeData())
        if not self.ready or path is None:
            return False
        event.acceptProposedAction()
        self.dropped.emit(path)
        return True


def dropped_file(data: QMimeData) -> Path | None:
    """The one local file that is dragged, None if it is anything else."""
    urls = data.urls()
    if len(urls) != 1 or not urls[0].isLocalFile():
        return None
    return Path(urls[0].toLocalFile())
