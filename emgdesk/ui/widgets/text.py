"""Labels, buttons and rules in the few sizes and tones the style sheet knows."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QToolButton, QWidget

from emgdesk.ui.icons import icon, pixmap
from emgdesk.ui.theme import tones


def label(text: str = "", role: str = "", *, wrap: bool = False) -> QLabel:
    """A label; `role` is one of title, heading, group, figure, caption, muted or empty."""
    made = QLabel(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setWordWrap(wrap)
    if role:
        made.setProperty("role", role)
    return made


def rule() -> QFrame:
    """A thin horizontal line."""
    made = QFrame()
    made.setObjectName("rule")
    return made


def button(
    text: str, on_click: Callable[[], object], icon_name: str = "", *, primary: bool = False
) -> QPushButton:
    """A push button; a `primary` one is the most likely thing to do."""
    made = IconButton(text, icon_name, primary)
    made.clicked.connect(lambda _checked=False: on_click())
    return made


def link(text: str, on_click: Callable[[], object]) -> QPushButton:
    """A button that looks like a link."""
    made = PushButton(text)
    made.setProperty("link", True)
    made.setCursor(Qt.CursorShape.PointingHandCursor)
    made.clicked.connect(lambda _checked=False: on_click())
    return made


def tool(text: str, on_click: Callable[[], object], icon_name: str, *, tip: str = "") -> QToolButton:
    """A flat button with icon and text for the line above a table."""
    made = ToolButton(icon_name)
    made.setText(f" {text}")  # the style leaves no room after the icon
    made.setAccessibleName(text)
    made.setToolTip(tip or text)
    made.clicked.connect(lambda _checked=False: on_click())
    return made


class PushButton(QPushButton):
    """A push button that Enter presses too, wherever it stands."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)


class IconButton(PushButton):
    """A push button whose icon follows the palette."""

    def __init__(self, text: str, icon_name: str = "", primary: bool = False) -> None:
        super().__init__(f" {text}" if icon_name else text)  # the style leaves no room after the icon
        self.setAccessibleName(text)
        self._icon_name, self._primary = icon_name, primary
        self.setProperty("primary", primary)
        self._tint()

    def lead(self, primary: bool) -> None:
        """Make it the most likely thing to do, or no longer."""
        self._primary = primary
        self.setProperty("primary", primary)
        self.style().unpolish(self)
        self.style().polish(self)
        self._tint()

    def _tint(self) -> None:
        if self._icon_name:
            self.setIcon(icon(self._icon_name, tones().surface if self._primary else ""))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "_icon_name"):
            self._tint()


class ToolButton(QToolButton):
    """A flat button whose icon follows the palette."""

    def __init__(self, icon_name: str, *, with_text: bool = True) -> None:
        super().__init__()
        self._icon_name = icon_name
        self.setIconSize(QSize(16, 16))
        self.setAutoRaise(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        style = (
            Qt.ToolButtonStyle.ToolButtonTextBesideIcon
            if with_text
            else Qt.ToolButtonStyle.ToolButtonIconOnly
        )
        self.setToolButtonStyle(style)
        self.setIcon(icon(icon_name))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "_icon_name"):
            self.setIcon(icon(self._icon_name))


class IconLabel(QLabel):
    """An icon as a picture, in a tone of the theme."""

    def __init__(
        self, icon_name: str, size: int = 20, tone: str = "muted", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._what = (icon_name, size, tone)
        self.setFixedSize(size, size)
        self._tint()

    def show_icon(self, icon_name: str, tone: str) -> None:
        self._what = (icon_name, self._what[1], tone)
        self._tint()

    def _tint(self) -> None:
        name, size, tone = self._what
        self.setPixmap(pixmap(name, size, tones().named(tone), self.devicePixelRatioF()))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "_what"):
            self._tint()
