"""How a cell of a row table is edited: a line, a choice, or a line with proposals."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QCompleter, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from emgdesk.ui.models.columns import Column
from emgdesk.ui.widgets.line_edit import LineEdit
from emgdesk.ui.widgets.several_completer import SeveralCompleter, gathered_names, spread_names

Index = QModelIndex | QPersistentModelIndex
Proposals = Callable[[str], Sequence[str]]


def editor_for(column: Column, proposals: Proposals, parent: QWidget | None) -> QWidget:
    """The editor that suits a column."""
    if column.editor == "choice":
        combo = QComboBox(parent)
        combo.addItems(list(column.choices))
        return combo
    line = LineEdit(parent)
    if column.editor == "date":
        line.setPlaceholderText("YYYY-MM-DD")
    if column.editor == "suggest":
        completer = QCompleter(list(proposals(column.key)), line)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        line.setCompleter(completer)
    if column.editor == "several":
        line.setCompleter(SeveralCompleter(proposals(column.key), line))
    return line


def editor_value(editor: QWidget) -> str:
    """What stands in an editor."""
    if isinstance(editor, QComboBox):
        return editor.currentText()
    text = str(editor.text())  # type: ignore[attr-defined]
    completer = _several(editor)
    return text if completer is None else gathered_names(text, completer.names)


def _several(editor: QWidget) -> SeveralCompleter | None:
    completer = editor.completer() if isinstance(editor, LineEdit) else None
    return completer if isinstance(completer, SeveralCompleter) else None


def fill_editor(editor: QWidget, text: str) -> None:
    if isinstance(editor, QComboBox):
        if editor.findText(text) < 0:
            editor.insertItem(0, text)
        editor.setCurrentIndex(editor.findText(text))
    else:
        editor.setText(text if _several(editor) is None else spread_names(text))  # type: ignore[attr-defined]
        editor.selectAll()  # type: ignore[attr-defined]


class CellDelegate(QStyledItemDelegate):
    """Makes editors by the columns; Ctrl+Enter asks to give the value to all selected rows."""

    spread = Signal(str, object)  # key, value

    def __init__(self, columns: Sequence[Column], proposals: Proposals, parent: QObject) -> None:
        super().__init__(parent)
        self._columns = columns
        self._proposals = proposals
        self._editing: Column | None = None

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        column = self._editing = self._columns[index.column()]
        editor = editor_for(column, self._proposals, parent)
        editor.setAccessibleName(column.header)
        if isinstance(editor, QComboBox):
            editor.activated.connect(lambda _at: self._finish(editor))
        return editor

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        fill_editor(editor, str(index.data(Qt.ItemDataRole.EditRole)))
        if isinstance(editor, QComboBox):
            editor.showPopup()

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        model.setData(index, editor_value(editor), Qt.ItemDataRole.EditRole)

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        if (
            event.type() == QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
            and isinstance(editor, QWidget)
        ):
            enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            if (
                enter
                and event.modifiers() & Qt.KeyboardModifier.ControlModifier
                and self._editing is not None
            ):
                key, value = self._editing.key, editor_value(editor)
                self.closeEditor.emit(editor, QStyledItemDelegate.EndEditHint.RevertModelCache)
                self.spread.emit(key, value)
                return True
        return super().eventFilter(editor, event)

    def _finish(self, editor: QWidget) -> None:
        self.commitData.emit(editor)
        self.closeEditor.emit(editor, QStyledItemDelegate.EndEditHint.NoHint)
