"""Keys that mean something only while one widget has the keyboard."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget


def own_key(widget: QWidget, keys: str | QKeySequence.StandardKey, act: Callable[[], object]) -> QShortcut:
    """Let `keys` do `act` while `widget` has the keyboard; the same keys may mean other things elsewhere."""
    made = QShortcut(QKeySequence(keys), widget)
    made.setContext(Qt.ShortcutContext.WidgetShortcut)
    made.activated.connect(act)
    return made
