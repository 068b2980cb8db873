"""The step File or text: another file, or a list pasted or typed, recognised while it is written."""

from PySide6.QtCore import QMimeData, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from emgdesk.ui.widgets.text import IconLabel, button, label

_PAUSE = 350  # milliseconds after the last key before the text is read
_TAB = 20  # letters
HINT = (
    "Paste or type a list here: rows copied from Excel or Word, the annex of a report, the addresses of a "
    "mail, or one name a line."
)
NOTHING = "Nothing to import yet: choose a file, or paste a list below."
READING = "Reading the list…"


class SourcePage(QWidget):
    """`file_wanted`: ask for a file; `text_changed(text)` some time after the last key."""

    file_wanted = Signal()
    text_changed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.choose = button("Choose a &file…", self.file_wanted.emit, "folder-open")
        self.choose.setToolTip("Choose a file to import (Ctrl+O)")
        self.paste = button("&Paste", self.paste_clipboard, "clipboard-list")
        self.paste.setToolTip("Put what was copied into the field below (Ctrl+V)")
        for made in (self.choose, self.paste):
            made.setAutoDefault(False)
        self._icon = IconLabel("info", 16, "muted")
        self.said = label(NOTHING, "heading", wrap=True)
        self.said.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.text = PasteEdit()
        self.text.setPlaceholderText(HINT)
        self.text.setAccessibleName("List as text")
        self.text.setTabChangesFocus(True)
        self.text.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.text.setTabStopDistance(_TAB * self.text.fontMetrics().averageCharWidth())
        self.text.textChanged.connect(self._typed)
        self._is_typed = False
        self._pause = QTimer(self, interval=_PAUSE, singleShot=True)
        self._pause.timeout.connect(lambda: self.text_changed.emit(self.text.toPlainText()))
        self._lay_out()

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self.choose)
        line.addWidget(self.paste)
        line.addSpacing(8)
        line.addWidget(self._icon)
        line.addWidget(self.said, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(line)
        layout.addWidget(self.text, 1)
        self.setFocusProxy(self.text)

    def paste_clipboard(self) -> None:
        """Put the clipboard's text in the place of what stands in the field."""
        self.put_text(QGuiApplication.clipboard().text())

    def put_text(self, text: str) -> None:
        """Show a text and have it read at once."""
        self.text.setPlainText(text)
        self._is_typed = False
        self._pause.stop()
        self.text_changed.emit(text)

    def flush(self) -> bool:
        """Have a text that is still being typed read now; whether there was one."""
        waiting = self._pause.isActive()
        if waiting:
            self._pause.stop()
            self.text_changed.emit(self.text.toPlainText())
        return waiting

    def _typed(self) -> None:
        self._is_typed = True
        self._pause.start()
        self.tell(READING if self.text.toPlainText().strip() else NOTHING)

    def has_typed(self) -> bool:
        """Whether a list stands in the field that is nowhere else: not one just pasted."""
        return self._is_typed and bool(self.text.toPlainText().strip())

    def forget_text(self) -> None:
        """A file was chosen instead."""
        self.text.blockSignals(True)
        self.text.clear()
        self.text.blockSignals(False)
        self._pause.stop()

    def tell(self, sentence: str, kind: str = "info") -> None:
        """Say what was recognised; `kind` is info, good or bad."""
        icon = {"info": "info", "good": "circle-check", "bad": "triangle-alert"}[kind]
        self._icon.show_icon(icon, {"info": "muted", "good": "good", "bad": "warn"}[kind])
        self.said.setText(sentence)


class PasteEdit(QPlainTextEdit):
    """Plain text; Esc, the keys that go from step to step and files that are dropped are the window's."""

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return not source.hasUrls() and super().canInsertFromMimeData(source)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_Return, Qt.Key.Key_Enter)
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if event.key() == Qt.Key.Key_Escape or (control and event.key() in steps):
            event.ignore()
        else:
            super().keyPressEvent(event)
