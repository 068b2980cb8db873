"""One value for a field of many rows."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtWidgets import QComboBox, QDialog, QDialogButtonBox, QFormLayout, QVBoxLayout, QWidget

from emgdesk.ui.models.columns import Column
from emgdesk.ui.widgets.cell_editing import editor_for, editor_value
from emgdesk.ui.widgets.text import label


def ask_value(
    parent: QWidget,
    columns: Sequence[Column],
    column: Column,
    count: int,
    noun: tuple[str, str],
    proposals: Mapping[str, Sequence[str]],
    give: Callable[[str, object], object],
) -> None:
    """Open the dialog; on OK call `give(key, value)`."""
    dialog = SpreadDialog(parent, columns, column, count, noun, proposals)
    dialog.accepted.connect(lambda: give(dialog.key, dialog.value))
    dialog.open()


class SpreadDialog(QDialog):
    """Choose a field and type the value that all the rows get."""

    def __init__(
        self,
        parent: QWidget,
        columns: Sequence[Column],
        column: Column,
        count: int,
        noun: tuple[str, str],
        proposals: Mapping[str, Sequence[str]],
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("Change a field")
        self.setMinimumWidth(380)
        self._columns = [known for known in columns if known.editable]
        self._proposals = proposals
        self._field = QComboBox()
        self._field.addItems([known.header for known in self._columns])
        self._field.setCurrentIndex(self._columns.index(column))
        self._field.currentIndexChanged.connect(self._change_field)
        self._form = QFormLayout()
        self._form.addRow("&Field", self._field)
        self._editor = QWidget()
        self._form.addRow("&Value", self._editor)
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        )
        some = f"{count} {noun[1]}" if count > 1 else f"1 {noun[0]}"
        buttons.button(QDialogButtonBox.StandardButton.Ok).setText(f"Change {some}")
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 16, 18, 14)
        layout.setSpacing(14)
        layout.addWidget(label("One step: Undo takes it back for all of them.", "muted"))
        layout.addLayout(self._form)
        layout.addWidget(buttons)
        self._change_field(self._field.currentIndex())
        self._editor.setFocus()
        self.finished.connect(self.deleteLater)

    def _change_field(self, at: int) -> None:
        editor = editor_for(self._columns[at], lambda key: self._proposals.get(key, ()), self)
        self._form.replaceWidget(self._editor, editor)
        self._form.labelForField(editor).setBuddy(editor)  # type: ignore[attr-defined]
        self._editor.deleteLater()
        self._editor = editor

    @property
    def key(self) -> str:
        return self._columns[self._field.currentIndex()].key

    @property
    def value(self) -> str:
        return editor_value(self._editor)
