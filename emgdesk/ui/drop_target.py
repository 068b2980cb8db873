"""A file dropped anywhere on the window is imported, or opened if it is a desk; a veil says so."""

from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from emgdesk.ui.widgets.text import IconLabel, label

_IMPORT = ("Drop to import", "You see what every row would do before anything changes.")
_OPEN = ("Drop to open this desk", "The desk that is open now stays as it is.")


class DropTarget(QFrame):
    """Covers `window` while a file hovers; `dropped` carries its path.

    Files to import are taken only while `ready`, desks always.
    """

    dropped = Signal(object)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setObjectName("veil")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.ready = False
        self._title = label("", "title")
        self._detail = label("", "muted")
        column = QVBoxLayout(self)
        column.addStretch()
        for part in (IconLabel("file-spreadsheet", 48, "accent"), self._title, self._detail):
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

    def _wanted(self, data: QMimeData) -> Path | None:
        path = dropped_file(data)
        return path if path is not None and (self.ready or is_desk(path)) else None

    def _enter(self, event: QDragEnterEvent) -> bool:
        path = self._wanted(event.mimeData())
        if path is None:
            return False
        event.acceptProposedAction()
        title, detail = _OPEN if is_desk(path) else _IMPORT
        self._title.setText(title)
        self._detail.setText(detail)
        self.setGeometry(self._window.rect())
        self.show()
        self.raise_()
        return True

    def _drop(self, event: QDropEvent) -> bool:
        self.hide()
        path = self._wanted(event.mimeData())
        if path is None:
            return False
        event.acceptProposedAction()
        self.dropped.emit(path)
        return True


def is_desk(path: Path) -> bool:
    """Whether the name says that the file is a desk."""
    return path.suffix.lower() == ".emgdesk"


def dropped_file(data: QMimeData) -> Path | None:
    """The one local file that is dragged, None if it is anything else."""
    urls = data.urls()
    if len(urls) != 1 or not urls[0].isLocalFile():
        return None
    return Path(urls[0].toLocalFile())
