"""Files dropped anywhere on the window are imported, a desk is opened; a veil says so."""

from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from emgdesk.ui.widgets.text import IconLabel, label

_IMPORT = ("Drop to import", "You see what every row would do before anything changes.")
_SEVERAL = ("Drop to import {count} files", "One after another, each with its own preview.")
_OPEN = ("Drop to open this desk", "The desk that is open now stays as it is.")


class DropTarget(QFrame):
    """Covers `window` while files hover; `dropped` carries the path of one, `several_dropped` those of more.

    Files to import are taken only while `ready`, a desk always, and only by itself.
    """

    dropped = Signal(object)
    several_dropped = Signal(object)

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

    def _wanted(self, data: QMimeData) -> tuple[Path, ...]:
        paths = dropped_files(data)
        if any(map(is_desk, paths)):
            return paths if len(paths) == 1 else ()
        return paths if self.ready else ()

    def _enter(self, event: QDragEnterEvent) -> bool:
        paths = self._wanted(event.mimeData())
        if not paths:
            return False
        event.acceptProposedAction()
        title, detail = _SEVERAL if len(paths) > 1 else _OPEN if is_desk(paths[0]) else _IMPORT
        self._title.setText(title.format(count=len(paths)))
        self._detail.setText(detail)
        self.setGeometry(self._window.rect())
        self.show()
        self.raise_()
        return True

    def _drop(self, event: QDropEvent) -> bool:
        self.hide()
        paths = self._wanted(event.mimeData())
        if not paths:
            return False
        event.acceptProposedAction()
        if len(paths) == 1:
            self.dropped.emit(paths[0])
        else:
            self.several_dropped.emit(paths)
        return True


def is_desk(path: Path) -> bool:
    """Whether the name says that the file is a desk."""
    return path.suffix.lower() == ".emgdesk"


def dropped_files(data: QMimeData) -> tuple[Path, ...]:
    """The local files that are dragged, in their order; none if anything else is among them."""
    urls = data.urls()
    if not all(url.isLocalFile() for url in urls):
        return ()
    return tuple(Path(url.toLocalFile()) for url in urls)
