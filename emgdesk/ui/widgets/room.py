"""Windows and texts that make do with the room there is."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QSizePolicy, QStackedWidget, QWidget

_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_FRAME = QSize(24, 56)  # pixels a window's frame and a panel of the desktop may take
_LEAST = QSize(240, 90)  # pixels a part that scrolls is given at least


def fit_screen(window: QWidget, width: int, height: int) -> None:
    """Give a window this size, or what the screen has where that is less."""
    room = window.screen().availableSize() - _FRAME
    window.resize(QSize(width, height).boundedTo(room))


class ElidedLabel(QLabel):
    """One line, shown with an ellipsis where it is too long; the whole text is its tooltip then."""

    def __init__(self, text: str = "", role: str = "") -> None:
        super().__init__()
        self.cut_at = Qt.TextElideMode.ElideMiddle
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        if role:
            self.setProperty("role", role)
        self.tell(text)

    def tell(self, text: str) -> None:
        """Show another text."""
        self.setText(text)
        self.setAccessibleName(text)
        self._cut()

    def _cut(self) -> str:
        """What there is room for."""
        text = self.text()
        shown = self.fontMetrics().elidedText(text, self.cut_at, max(20, self.width()))
        self.setToolTip(text if shown != text else "")
        return shown

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        self.style().drawItemText(
            painter,
            self.contentsRect(),
            _LEFT,
            self.palette(),
            self.isEnabled(),
            self._cut(),
            self.foregroundRole(),
        )


class Stack(QStackedWidget):
    """Pages of which one is in view: it asks for the room of that one alone."""

    def __init__(self) -> None:
        super().__init__()
        self.currentChanged.connect(lambda _: self.updateGeometry())

    def minimumSizeHint(self) -> QSize:
        shown = self.currentWidget()
        return shown.minimumSizeHint().expandedTo(shown.minimumSize()) if shown is not None else QSize()

    def hasHeightForWidth(self) -> bool:
        return False  # else a page gets no less height than it would like

    def heightForWidth(self, _width: int) -> int:
        return -1


class Room(QScrollArea):
    """Shows a widget at the size there is, and scrolls once that is less than the widget needs."""

    def __init__(self, shown: QWidget, least: QSize = _LEAST) -> None:
        """`least` is the size below which the window itself does not shrink."""
        super().__init__()
        self._least = least
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(shown)
        shown.setAutoFillBackground(False)
        self.viewport().setAutoFillBackground(False)

    def sizeHint(self) -> QSize:
        return self.widget().sizeHint()

    def minimumSizeHint(self) -> QSize:
        needed = self.widget().minimumSizeHint().expandedTo(self.widget().minimumSize())
        return needed.boundedTo(self._least)
