"""A window to write one CommonMark text in."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from emgdesk.ui.widgets.text_edit import TextEditor

_OK, _CANCEL = QDialogButtonBox.StandardButton.Ok, QDialogButtonBox.StandardButton.Cancel


class TextDialog(QDialog):
    """One CommonMark text; Ctrl+Enter takes it, Esc leaves it as it was."""

    def __init__(self, title: str, text: str, hint: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.resize(640, 480)
        self.editor = TextEditor(hint)
        self.editor.set_text(text)
        self.buttons = QDialogButtonBox(_OK | _CANCEL)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(18, 16, 18, 14)
        self._layout.setSpacing(12)
        self._layout.addWidget(self.editor, 1)
        self._layout.addWidget(self.buttons)
        for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            QShortcut(QKeySequence(Qt.Modifier.CTRL | key), self, self.accept)
        self.buttons.button(_OK).setToolTip("Ctrl+Enter")
        self.editor.setFocus()

    def text(self) -> str:
        """What was written; exactly the text given where nothing was."""
        return self.editor.text()
