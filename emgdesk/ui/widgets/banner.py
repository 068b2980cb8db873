"""A line over a page that tells what happened and offers what to do about it."""

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from emgdesk.ui.widgets.text import IconLabel, PushButton, ToolButton, label

_ICONS = {"info": ("info", "accent"), "success": ("circle-check", "good"), "error": ("circle-alert", "bad")}
_STAYS = 12_000  # milliseconds a success stays


class Banner(QFrame):
    """Hidden until `tell`; a success goes by itself, the others when closed or acted on."""

    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("banner")
        self._icon = IconLabel("info", 18, "accent")
        self._text = label(wrap=True)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._action = PushButton()
        self._action.clicked.connect(self._act)
        self._close = ToolButton("x", with_text=False)
        self._close.setAccessibleName("Close this message")
        self._close.setToolTip("Close")
        self._close.clicked.connect(self.dismiss)
        self._on_action: Callable[[], object] | None = None
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 6, 6)
        row.setSpacing(10)
        row.addWidget(self._icon)
        row.addWidget(self._text, 1)
        row.addWidget(self._action)
        row.addWidget(self._close)
        self._timer = QTimer(self, interval=_STAYS, singleShot=True)
        self._timer.timeout.connect(self.dismiss)
        self.hide()

    def tell(
        self, text: str, kind: str = "info", action: str = "", on_action: Callable[[], object] | None = None
    ) -> None:
        """Show `text`; `kind` is info, success or error; `action` is the button's words."""
        self._text.setText(text)
        self._icon.show_icon(*_ICONS[kind])
        self._action.setText(action)
        self._action.setVisible(bool(action))
        self._on_action = on_action
        self.setProperty("kind", kind)
        self.style().unpolish(self)
        self.style().polish(self)
        self.setAccessibleName(text)
        self.show()
        if kind == "success":
            self._timer.start()
        else:
            self._timer.stop()

    @property
    def text(self) -> str:
        """What it says now, "" when hidden."""
        return "" if self.isHidden() else self._text.text()

    def dismiss(self) -> None:
        self._timer.stop()
        self.hide()
        self.closed.emit()

    def _act(self) -> None:
        act = self._on_action
        self.dismiss()
        if act is not None:
            act()
