"""Labels and values one edits in place; each edit is handed over at once."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QComboBox,
    QCompleter,
    QGridLayout,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from emgdesk.ui.models.columns import shown_text
from emgdesk.ui.widgets.line_edit import LineEdit
from emgdesk.ui.widgets.text import label

_COLUMN = 230  # pixels a column of fields needs


@dataclass(frozen=True, slots=True)
class Fact:
    """A field: `kind` is text, long (wrapped), lines (several) or choice (of `choices`)."""

    key: str
    label: str
    kind: str = "text"
    choices: tuple[str, ...] = ()
    hint: str = ""
    tip: str = ""
    editable_choice: bool = False


@dataclass(frozen=True, slots=True)
class FactGroup:
    title: str
    facts: tuple[Fact, ...]


class FactsForm(QWidget):
    """`edited(key, text)` asks the page to commit; `show_values` shows what stands on the desk."""

    edited = Signal(str, str)

    def __init__(
        self,
        groups: Sequence[FactGroup],
        label_width: int = 104,
        columns: int = 1,
        parent: QWidget | None = None,
    ) -> None:
        """`columns` is how many groups stand side by side, read downwards."""
        super().__init__(parent)
        self._fields: dict[str, Field] = {}
        self._row = row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(22)
        self._columns = columns
        tall = -(-len(groups) // columns)
        for at in range(columns):
            column = QVBoxLayout()
            column.setSpacing(18)
            for group in groups[at * tall : (at + 1) * tall]:
                column.addLayout(self._group(group, label_width))
            column.addStretch()
            row.addLayout(column, 1)

    def minimumSizeHint(self) -> QSize:
        return QSize(_COLUMN, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Columns that find no room side by side stand below one another."""
        super().resizeEvent(event)
        beside = event.size().width() >= self._columns * _COLUMN
        way = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        if self._row.direction() != way:
            self._row.setDirection(way)

    def _group(self, group: FactGroup, label_width: int) -> QVBoxLayout:
        box = QVBoxLayout()
        box.setSpacing(4)
        if group.title:
            box.addWidget(label(group.title, "group"))
        form = QGridLayout()
        form.setContentsMargins(0, 0, 0, 0)
        form.setHorizontalSpacing(8)
        form.setVerticalSpacing(0)
        form.setColumnMinimumWidth(0, label_width)
        form.setColumnStretch(1, 1)
        for at, fact in enumerate(group.facts):
            field = Field(fact, self)
            field.edited.connect(self.edited)
            self._fields[fact.key] = field
            caption = label(fact.label, "muted")
            caption.setBuddy(field.widget)
            tall = fact.kind in ("lines", "long")
            caption.setContentsMargins(0, 6 if tall else 0, 0, 0)
            upright = Qt.AlignmentFlag.AlignTop if tall else Qt.AlignmentFlag.AlignVCenter
            form.addWidget(caption, at, 0, upright)
            form.addWidget(field.widget, at, 1)
        box.addLayout(form)
        return box

    def show_values(self, values: Mapping[str, object]) -> None:
        """Show these; a field being typed in is left alone."""
        for key, field in self._fields.items():
            field.show_value(shown_text(values.get(key)))

    def set_proposals(self, key: str, texts: Sequence[str]) -> None:
        """What to propose while this field is typed."""
        self._fields[key].propose(texts)

    def revert(self) -> None:
        """Show the values of the desk again: an edit was refused."""
        for field in self._fields.values():
            field.revert()

    def widget(self, key: str) -> QWidget:
        """The editor of a field."""
        return self._fields[key].widget


class Field(QObject):
    """One editor, whatever its kind, and the value that stands on the desk."""

    edited = Signal(str, str)

    def __init__(self, fact: Fact, parent: QObject) -> None:
        super().__init__(parent)
        self._fact = fact
        self._value = ""
        self.widget = self._make(fact)
        self.widget.setProperty("quiet", True)
        self.widget.setAccessibleName(fact.label)
        if fact.tip:
            self.widget.setToolTip(fact.tip)

    def _make(self, fact: Fact) -> QWidget:
        if fact.kind == "choice":
            combo = _QuietCombo()
            combo.addItems(list(fact.choices))
            combo.setEditable(fact.editable_choice)
            combo.activated.connect(lambda _at: self._commit())
            if fact.editable_choice and combo.lineEdit() is not None:
                combo.lineEdit().editingFinished.connect(self._commit)
            return combo
        if fact.kind in ("lines", "long"):
            lines = _Lines(fact.hint, one_paragraph=fact.kind == "long")
            lines.left.connect(self._commit)
            lines.escaped.connect(self.revert)
            return lines
        line = LineEdit()
        line.setPlaceholderText(fact.hint)
        line.editingFinished.connect(self._commit)
        line.escaped.connect(self.revert)
        return line

    def propose(self, texts: Sequence[str]) -> None:
        if isinstance(self.widget, LineEdit):
            completer = QCompleter(list(texts), self.widget)
            completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
            completer.setFilterMode(Qt.MatchFlag.MatchContains)
            self.widget.setCompleter(completer)

    def show_value(self, text: str) -> None:
        busy = self.widget.hasFocus() and self._text() != self._value
        self._value = text
        if not busy and self._text() != text:
            self._put(text)

    def revert(self) -> None:
        self._put(self._value)

    def _text(self) -> str:
        if isinstance(self.widget, QComboBox):
            return self.widget.currentText()
        if isinstance(self.widget, QPlainTextEdit):
            return self.widget.toPlainText()
        return self.widget.text()  # type: ignore[attr-defined]

    def _put(self, text: str) -> None:
        widget = self.widget
        if isinstance(widget, QComboBox):
            at = widget.findText(text)
            if at < 0 and not widget.isEditable():
                widget.insertItem(0, text)
                at = 0
            widget.setCurrentIndex(at)
            if widget.isEditable():
                widget.setEditText(text)
        elif isinstance(widget, QPlainTextEdit):
            widget.setPlainText(text)
        else:
            widget.setText(text)  # type: ignore[attr-defined]
            widget.setCursorPosition(0)  # type: ignore[attr-defined]

    def _commit(self) -> None:
        text = self._text() if self._fact.kind == "lines" else " ".join(self._text().split())
        if text == self._value:
            return
        self._value = text
        if not isinstance(self.widget, QComboBox):
            self._put(text)  # empties its own undo: Ctrl+Z is the desk's from here on
        self.edited.emit(self._fact.key, text)


class _QuietCombo(QComboBox):
    """A choice the mouse wheel does not change by accident."""

    def wheelEvent(self, event: QEvent) -> None:
        event.ignore()


class _Lines(QPlainTextEdit):
    """Several lines, or one paragraph that wraps; as high as it needs. `left` says: take it over."""

    left = Signal()
    escaped = Signal()

    def __init__(self, hint: str, one_paragraph: bool) -> None:
        super().__init__()
        self._one_paragraph = one_paragraph
        self._least, self._most = (1, 8) if one_paragraph else (3, 8)
        self.setPlaceholderText(hint)
        self.setTabChangesFocus(True)
        self.setAcceptDrops(False)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(2)
        self.document().documentLayout().documentSizeChanged.connect(lambda _size: self._fit())
        self._fit()

    def _fit(self) -> None:
        """As high as the text, between the least and the most lines."""
        lines = min(max(round(self.document().size().height()), self._least), self._most)
        self.setFixedHeight(lines * self.fontMetrics().lineSpacing() + 14)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        """While it is hidden its lines are not counted anew."""
        super().showEvent(event)
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._one_paragraph:
            self.left.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()
