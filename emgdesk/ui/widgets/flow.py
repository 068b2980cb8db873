"""A layout that fills a row and goes on in the next, like words."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


class FlowLayout(QLayout):
    """Its parts at their own size, `gap` pixels apart; as wide as its widest part at least.

    A part that flows itself gets further lines where one is too narrow for it.
    """

    def __init__(self, gap: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._parts: list[QLayoutItem] = []
        self._gap = gap
        self.setContentsMargins(0, 0, 0, 0)

    def insertWidget(self, at: int, widget: QWidget) -> None:
        """Put a widget before the part that stands at `at`."""
        self.addWidget(widget)
        self._parts.insert(at, self._parts.pop())
        self.invalidate()

    def addItem(self, item: QLayoutItem) -> None:
        self._parts.append(item)

    def count(self) -> int:
        return len(self._parts)

    def itemAt(self, index: int) -> QLayoutItem | None:  # type: ignore[override]
        return self._parts[index] if 0 <= index < len(self._parts) else None

    def takeAt(self, index: int) -> QLayoutItem | None:  # type: ignore[override]
        return self._parts.pop(index) if 0 <= index < len(self._parts) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._arrange(QRect(0, 0, width, 0), move=False)

    def sizeHint(self) -> QSize:
        sizes = [part.sizeHint() for part in self._parts if not part.isEmpty()]
        wide = sum(size.width() + self._gap for size in sizes) - self._gap if sizes else 0
        return self._around(QSize(wide, max((size.height() for size in sizes), default=0)))

    def minimumSize(self) -> QSize:
        size = QSize()
        for part in self._parts:
            size = size.expandedTo(part.minimumSize())
        return self._around(size)

    def _around(self, size: QSize) -> QSize:
        edges = self.contentsMargins()
        return size + QSize(edges.left() + edges.right(), edges.top() + edges.bottom())

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._arrange(rect, move=True)

    def _arrange(self, rect: QRect, *, move: bool) -> int:
        """Put the parts into place, or only reckon; returns the height they take."""
        edges, whole = self.contentsMargins(), rect
        rect = rect.marginsRemoved(edges)
        left, top, tall = rect.left(), rect.top(), 0
        for part in self._parts:
            if part.isEmpty():
                continue
            size = _within(part, rect.width())
            if left > rect.left() and left + size.width() > rect.left() + rect.width():
                left, top, tall = rect.left(), top + tall + self._gap, 0
            if move:
                part.setGeometry(QRect(left, top, size.width(), size.height()))
            left += size.width() + self._gap
            tall = max(tall, size.height())
        return top + tall + edges.bottom() - whole.top()


def _within(part: QLayoutItem, width: int) -> QSize:
    """The size a part takes where so many pixels are there."""
    size = part.sizeHint()
    wide = max(width, part.minimumSize().width())
    if size.width() <= wide:
        return size
    return QSize(wide, part.heightForWidth(wide) if part.hasHeightForWidth() else size.height())
