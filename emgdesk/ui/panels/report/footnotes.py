"""The footnotes of a paragraph, each beside its number."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from emgdesk.ui.widgets.text import ToolButton, label, tool
from emgdesk.ui.widgets.text_edit import CommonMarkEdit

_LINES = 2  # of a footnote in view


class FootnotesBox(QWidget):
    """`mark_wanted`: a new footnote at the cursor; `removed(n)`: the n-th is to go, with its mark."""

    changed = Signal()
    mark_wanted = Signal()
    removed = Signal(int)

    def __init__(self, *beside: QWidget) -> None:
        """`beside` stand in the line of the heading."""
        super().__init__()
        self.fields: list[CommonMarkEdit] = []
        self.add = tool(
            "Footnote", self.mark_wanted.emit, "plus", tip="A footnote at the cursor (Ctrl+Alt+F)"
        )
        self._rows = QVBoxLayout()
        self._rows.setSpacing(4)
        head = QHBoxLayout()
        head.addWidget(label("Footnotes", "group"), 1)
        for made in (*beside, self.add):
            head.addWidget(made)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(head)
        column.addLayout(self._rows)

    def notes(self) -> list[str]:
        """The texts as they stand there."""
        return [field.toPlainText().strip() for field in self.fields]

    def show_notes(self, notes: Sequence[str]) -> None:
        """Show these; a field that has the words already keeps its cursor."""
        while len(self.fields) > len(notes):
            self._drop_last()
        while len(self.fields) < len(notes):
            self._add_field()
        for field, note in zip(self.fields, notes, strict=True):
            if field.toPlainText().strip() != note:
                field.blockSignals(True)
                field.setPlainText(note)
                field.blockSignals(False)

    def _add_field(self) -> None:
        number = len(self.fields) + 1
        field = CommonMarkEdit()
        field.setAccessibleName(f"Footnote {number}")
        field.setPlaceholderText("Text of the footnote")
        field.setFixedHeight(_LINES * field.fontMetrics().lineSpacing() + 14)
        field.textChanged.connect(self.changed)
        remove = ToolButton("x", with_text=False)
        remove.setToolTip(f"Remove footnote {number} and its mark")
        remove.setAccessibleName(f"Remove footnote {number}")
        remove.clicked.connect(lambda: self.removed.emit(number))
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        caption = label(f"{number}.", "muted")
        caption.setMinimumWidth(18)
        row.addWidget(caption, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(field, 1)
        row.addWidget(remove, 0, Qt.AlignmentFlag.AlignTop)
        self._rows.addWidget(line)
        self.fields.append(field)

    def _drop_last(self) -> None:
        self.fields.pop()
        item = self._rows.takeAt(self._rows.count() - 1)
        widget = item.widget() if item is not None else None
        if widget is not None:
            widget.hide()
            widget.deleteLater()
