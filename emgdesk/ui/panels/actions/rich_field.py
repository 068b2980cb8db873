"""A text written in place: handed over when the keyboard leaves it, or with Ctrl+Enter."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from emgdesk.ui.widgets.text_edit import TextEditor


class RichField(QWidget):
    """`edited(owner, text)` asks the page to commit; `show_text` shows what stands on the desk."""

    edited = Signal(str, str)

    def __init__(self, hint: str, *, preview: bool = True) -> None:
        """`preview` shows below what the text prints as."""
        super().__init__()
        self._value = self._owner = self._asked = ""
        self.editor = TextEditor(hint)
        self.editor.edit.installEventFilter(self)
        for part in (self.editor.shown, *self.editor.findChildren(QLabel)):
            part.setVisible(preview)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.editor)
        self.setFocusProxy(self.editor)

    def show_text(self, text: str, owner: str) -> None:
        """Show the text of `owner`; one being typed for the same owner is left alone."""
        typing = self.editor.edit.hasFocus() and self.editor.text() != self._value
        if typing and owner == self._owner:
            self._value = self._asked = text
            return
        if (owner, text) != (self._owner, self._value) or self.editor.text() != text:
            self.editor.set_text(text)
        self._value, self._owner, self._asked = text, owner, text

    def revert(self) -> None:
        """Show what stands on the desk again: the edit was refused."""
        self._asked = self._value
        self.editor.set_text(self._value)

    def text(self) -> str:
        return self.editor.text()

    def hand_over(self) -> None:
        """Ask for what was typed to be committed, if anything was."""
        text = self.editor.text()
        if text != self._asked:
            self._asked = text
            self.edited.emit(self._owner, text)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusOut:
            self.hand_over()
        elif isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                self.hand_over()
                return True
        return super().eventFilter(watched, event)
