"""A line over a page that tells what happened and offers what to do about it."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QWidget

from emgdesk.ui.widgets.text import IconLabel, PushButton, ToolButton, label

_ICONS = {"info": ("info", "accent"), "success": ("circle-check", "good"), "error": ("circle-alert", "bad")}
_STAYS = 12_000  # milliseconds a success stays
_EDGE = 3  # pixels around a banner that lies over a window
_SLIM = 28  # pixels its buttons are high there
_ACT = "Alt+Return"


class Banner(QFrame):
    """Hidden until `tell`; goes when closed or acted on.

    In a layout it takes its room. After `lie_over` it lies over the foot of a window instead and
    moves nothing; a success then keeps to one line and goes by itself, unless the pointer or the
    keyboard is in it.
    """

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
        self._whole, self._short = "", False
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 6, 6)
        row.setSpacing(10)
        row.addWidget(self._icon)
        row.addWidget(self._text, 1)
        row.addWidget(self._action)
        row.addWidget(self._close)
        self._timer = QTimer(self, interval=_STAYS, singleShot=True)
        self._timer.timeout.connect(self._go)
        self._under: QWidget | None = None
        self.hide()

    def lie_over(self, window: QWidget) -> None:
        """Lie over the foot of `window`; Esc closes it there, Alt+Enter does what it offers."""
        self._under = window
        self.setParent(window)
        self.layout().setContentsMargins(12, 2, 6, 2)
        for part in (self._action, self._close):
            part.setMaximumHeight(_SLIM)
        self._action.setToolTip("Alt+Enter")
        self._close.setToolTip("Close  (Esc)")
        self._escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), self, self._escaped)
        window.installEventFilter(self)

    def line_height(self) -> int:
        """The pixels it covers at the foot of a window while what it says fits in one line."""
        return max(_SLIM, self.fontMetrics().height()) + 2 * _EDGE + 4

    def tell(
        self, text: str, kind: str = "info", action: str = "", on_action: Callable[[], object] | None = None
    ) -> None:
        """Show `text`; `kind` is info, success or error; `action` is the button's words."""
        self._whole, self._short = text, kind == "success" and self._under is not None
        self._text.setWordWrap(not self._short)
        self._text.setText(text)
        self._icon.show_icon(*_ICONS[kind])
        self._action.setText(action)
        self._action.setVisible(bool(action))
        if self._under is not None:
            self._action.setShortcut(_ACT)  # forgotten with every text
        self._on_action = on_action
        self.setProperty("kind", kind)
        self.style().unpolish(self)
        self.style().polish(self)
        self.setAccessibleName(text)
        self._place()
        self.show()
        self.raise_()
        self._announce(text, urgent=kind == "error")
        if kind == "success" and self._under is not None:
            self._timer.start()
        else:
            self._timer.stop()

    def _announce(self, text: str, *, urgent: bool) -> None:
        """Let a screen reader say it: the keyboard is elsewhere."""
        said = QAccessibleAnnouncementEvent(self, text)
        if urgent:
            said.setPoliteness(QAccessible.AnnouncementPoliteness.Assertive)
        QAccessible.updateAccessibility(said)

    def _place(self) -> None:
        if self._under is None:
            return
        room = self._under.rect().adjusted(_EDGE, _EDGE, -_EDGE, -_EDGE)
        self._cut(room.width())
        layout = self.layout()
        layout.invalidate()
        wraps = layout.hasHeightForWidth()
        needed = layout.heightForWidth(room.width()) if wraps else layout.sizeHint().height()
        height = min(max(needed, layout.minimumSize().height()), room.height())
        self.setGeometry(QRect(room.left(), room.bottom() + 1 - height, room.width(), height))

    def _cut(self, width: int) -> None:
        """A success keeps to one line: what it may cover is about to be used."""
        if not self._short:
            self._text.setToolTip("")
            return
        edges, gap = self.layout().contentsMargins(), self.layout().spacing()
        others = [part for part in (self._icon, self._action, self._close) if not part.isHidden()]
        taken = edges.left() + edges.right() + sum(part.sizeHint().width() + gap for part in others)
        cut = self._text.fontMetrics().elidedText(
            self._whole, Qt.TextElideMode.ElideRight, max(40, width - taken - 2)
        )
        self._text.setText(cut)
        self._text.setToolTip(self._whole if cut != self._whole else "")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and not self.isHidden():
            self._place()
        return super().eventFilter(watched, event)

    @property
    def text(self) -> str:
        """What it says now, "" when hidden."""
        return "" if self.isHidden() else self._whole

    def dismiss(self) -> None:
        self._timer.stop()
        self.hide()
        self.closed.emit()

    def _go(self) -> None:
        """Its time is over; whoever is about to press its button is waited for."""
        focus = self.focusWidget()
        if self.underMouse() or (focus is not None and focus.hasFocus()):
            self._timer.start()
        else:
            self.dismiss()

    def _escaped(self) -> None:
        """Esc closes it and is still Esc to what has the keyboard."""
        self.dismiss()
        focus = self.window().focusWidget()
        if focus is not None:
            pressed = QKeyEvent(
                QEvent.Type.KeyPress, Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier, "\x1b"
            )
            QApplication.sendEvent(focus, pressed)

    def _act(self) -> None:
        act = self._on_action
        self.dismiss()
        if act is not None:
            act()
