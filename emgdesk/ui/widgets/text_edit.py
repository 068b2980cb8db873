"""Writing CommonMark: plain text as it is stored, a few keys for its marks, cleaned pastes."""

import re
from collections.abc import Callable

from PySide6.QtCore import QEvent, QMimeData, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QTextBrowser, QVBoxLayout, QWidget

from emgdesk.ui.widgets.commonmark import from_html, to_html
from emgdesk.ui.widgets.keys import own_key
from emgdesk.ui.widgets.text import ToolButton, label

_ITEM = re.compile(r"^(\s*)(?:([-*+])|(\d{1,6})([.)]))(\s+)(.*)$")
_UNDO = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)
_MARK = re.compile(r"^(\s*)(?:[-*+]|\d{1,6}[.)])\s+")


class CommonMarkEdit(QPlainTextEdit):
    """Text as stored; Enter goes on with a list, Tab leaves the field, Ctrl+B and Ctrl+I mark words."""

    def __init__(self) -> None:
        super().__init__()
        self.setTabChangesFocus(True)
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.WidgetWidth)
        own_key(self, QKeySequence.StandardKey.Bold, lambda: self.wrap("**"))
        own_key(self, QKeySequence.StandardKey.Italic, lambda: self.wrap("*"))

    def wrap(self, mark: str) -> None:
        """Put `mark` around the selected words, or take it away again."""
        cursor = self.textCursor()
        if not cursor.hasSelection():
            cursor.select(QTextCursor.SelectionType.WordUnderCursor)
        text = cursor.selectedText()
        core = text.strip()
        lead, tail = text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]
        if len(core) > 2 * len(mark) and core.startswith(mark) and core.endswith(mark):
            made = core[len(mark) : -len(mark)]
        else:
            made = f"{mark}{core}{mark}"
        start = cursor.selectionStart() + len(lead)
        cursor.insertText(lead + made + tail)
        cursor.setPosition(start + (len(mark) if not core else 0))
        if core:
            cursor.setPosition(start + len(made), QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)
        self.setFocus()

    def link(self) -> None:
        """Make the selected words a link, the cursor where its address belongs."""
        cursor = self.textCursor()
        words = cursor.selectedText() or "words"
        cursor.insertText(f"[{words}](https://)")
        cursor.setPosition(cursor.position() - 1)
        self.setTextCursor(cursor)
        self.setFocus()

    def itemise(self, *, numbered: bool) -> None:
        """Make the selected lines items of a list, or plain lines again."""
        cursor = self.textCursor()
        first = self.document().findBlock(cursor.selectionStart())
        last = self.document().findBlock(cursor.selectionEnd())
        cursor.setPosition(first.position())
        cursor.setPosition(last.position() + last.length() - 1, QTextCursor.MoveMode.KeepAnchor)
        lines = cursor.selectedText().split("\u2029")
        plain = [_MARK.sub(r"\1", line) for line in lines]
        if plain == lines:
            plain = [f"{n}. {line}" if numbered else f"- {line}" for n, line in enumerate(lines, 1)]
        cursor.insertText("\n".join(plain))
        self.setTextCursor(cursor)
        self.setFocus()

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Formatted text is taken as CommonMark, everything else as the letters it is."""
        made = from_html(source.html()) if source.hasHtml() else ""
        if made:
            self.textCursor().insertText(made)
        else:
            super().insertFromMimeData(source)

    def event(self, event: QEvent) -> bool:
        """Undo and redo go to the window once there is nothing of its own to take back."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and self._is_desks(event)
        ):
            event.ignore()
            return True
        return super().event(event)

    def _is_desks(self, event: QKeyEvent) -> bool:
        document = self.document()
        undo, redo = (event.matches(key) for key in _UNDO)
        return (undo and not document.isUndoAvailable()) or (redo and not document.isRedoAvailable())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._is_desks(event):
            event.ignore()
            return
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and plain and self._go_on_with_list():
            return
        super().keyPressEvent(event)

    def _go_on_with_list(self) -> bool:
        cursor = self.textCursor()
        found = _ITEM.match(cursor.block().text())
        if cursor.hasSelection() or found is None or not cursor.atBlockEnd():
            return False
        indent, bullet, number, delimiter, space, rest = found.groups()
        if not rest.strip():
            cursor.select(QTextCursor.SelectionType.LineUnderCursor)
            cursor.removeSelectedText()
            return True
        mark = bullet or f"{int(number) + 1}{delimiter}"
        cursor.insertText(f"\n{indent}{mark}{space}")
        return True


class TextEditor(QWidget):
    """The editor with its small buttons above and, if `as_printed`, the text as it prints below."""

    def __init__(self, hint: str = "", *, as_printed: bool = True) -> None:
        super().__init__()
        self._given = self._raw_given = ""
        self._as_printed = as_printed
        self.edit = CommonMarkEdit()
        self.edit.setPlaceholderText(hint)
        self.edit.setAccessibleName(hint)
        self.edit.setMinimumHeight(90)
        self.shown = QTextBrowser(self)
        self.shown.setVisible(as_printed)
        self.shown.setOpenLinks(False)
        self.shown.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.shown.setAccessibleName("As it prints")
        self.shown.setProperty("quiet", True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        self.buttons = self._buttons()
        layout.addWidget(self.buttons)
        layout.addWidget(self.edit, 3)
        if as_printed:
            layout.addWidget(label("As it prints", "caption"))
            layout.addWidget(self.shown, 2)
            self.edit.textChanged.connect(self._show)
        self.setFocusProxy(self.edit)

    def offer_marks(self, offered: bool) -> None:
        """Show the buttons, or hide them where the text is not to be changed."""
        self.buttons.setVisible(offered)

    def _buttons(self) -> QWidget:
        box = QWidget()
        row = QHBoxLayout(box)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        actions: tuple[tuple[str, str, Callable[[], object]], ...] = (
            ("bold", "Bold (Ctrl+B)", lambda: self.edit.wrap("**")),
            ("italic", "Italics (Ctrl+I)", lambda: self.edit.wrap("*")),
            ("link", "Link", self.edit.link),
            ("list", "Bullets", lambda: self.edit.itemise(numbered=False)),
            ("list-ordered", "Numbered list", lambda: self.edit.itemise(numbered=True)),
        )
        for name, tip, act in actions:
            made = ToolButton(name, with_text=False)
            made.setToolTip(tip)
            made.setAccessibleName(tip)
            made.clicked.connect(lambda _=False, act=act: act())
            row.addWidget(made)
        row.addStretch(1)
        return box

    def text(self) -> str:
        """What stands there; exactly what was given as long as nobody typed."""
        raw = self._raw()
        return self._given if raw == self._raw_given else raw

    def _raw(self) -> str:
        """As typed: `toPlainText` would turn unbreakable spaces into plain ones."""
        return self.edit.document().toRawText().replace("\u2029", "\n").replace("\u2028", "\n")

    def set_text(self, text: str) -> None:
        self._given = text
        self.edit.setPlainText(text)
        self._raw_given = self._raw()
        self._show()

    def _show(self) -> None:
        if self._as_printed:
            self.shown.setHtml(to_html(self.text()))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._show()
