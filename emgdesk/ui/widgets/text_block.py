"""A text as it prints under its heading; Edit opens the window to write it in."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QTextBrowser, QVBoxLayout, QWidget

from emgdesk.ui.widgets.commonmark import to_html
from emgdesk.ui.widgets.text import button, label
from emgdesk.ui.widgets.text_dialog import TextDialog

_MOST = 180  # pixels a text takes before it scrolls


class TextBlock(QWidget):
    """`edited(text)` carries the CommonMark that was written; `hint` stands there while there is none."""

    edited = Signal(str)

    def __init__(self, title: str, hint: str) -> None:
        super().__init__()
        self._title, self._hint, self._text = title, hint, ""
        self.shown = QTextBrowser()
        self.shown.setOpenLinks(False)
        self.shown.setAccessibleName(title)
        self.shown.setProperty("quiet", True)
        self.shown.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.shown.setFrameShape(QTextBrowser.Shape.NoFrame)
        self.none = label(hint, "muted", wrap=True)
        self.write = button("Write…", self.edit, "pencil")
        self.write.setAccessibleName(f"Write: {title}")
        head = QHBoxLayout()
        head.addWidget(label(title, "group"), 1)
        head.addWidget(self.write)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(self.none)
        column.addWidget(self.shown)
        self.show_text("")

    def show_text(self, text: str) -> None:
        """Show a CommonMark text."""
        self._text = text
        self.shown.setHtml(to_html(text))
        self.shown.setVisible(bool(text))
        self.none.setVisible(not text)
        self._fit()

    def edit(self) -> None:
        """Open the window to write in."""
        before = self._text
        dialog = TextDialog(self._title, before, self._hint, self.window())
        dialog.accepted.connect(lambda: self.edited.emit(dialog.text()) if dialog.text() != before else None)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _fit(self) -> None:
        """As high as the text, up to a limit."""
        self.shown.document().setTextWidth(max(60, self.shown.viewport().width()))
        self.shown.setFixedHeight(min(_MOST, round(self.shown.document().size().height()) + 12))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "_text"):
            self.show_text(self._text)
