"""Some things of an action, each a line, and the chosen one's fields below."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from emgdesk.ui.widgets.facts_form import FactGroup, FactsForm
from emgdesk.ui.widgets.keys import own_key
from emgdesk.ui.widgets.room import Room
from emgdesk.ui.widgets.text import label, tool


class ListPane(QWidget):
    """`edited(id, key, text)` a field of the chosen one; `add_asked`; `delete_asked(id)`."""

    edited = Signal(str, str, str)
    add_asked = Signal()
    delete_asked = Signal(str)

    def __init__(self, add: str, empty: str, facts: FactGroup, parent: QWidget | None = None) -> None:
        """`add` names the button, `empty` is said while there is none."""
        super().__init__(parent)
        self._values: Mapping[str, Mapping[str, str]] = {}
        self._newest = False
        self._shown = 0
        self.list = QListWidget()
        self.list.setAccessibleName(add.removeprefix("Add ").capitalize())
        self.list.setWordWrap(True)
        self.list.setMaximumHeight(150)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.empty = label(empty, "muted", wrap=True)
        self.form = FactsForm((facts,), label_width=112)
        self.form.edited.connect(lambda key, text: self.edited.emit(self.chosen_id, key, text))
        self.add = tool(add, self._ask, "plus")
        self.delete = tool("Delete", self._delete, "trash-2", tip="Delete (Del)")
        self.tools = line = QHBoxLayout()
        line.addWidget(self.add)
        line.addWidget(self.delete)
        line.addStretch(1)
        held = QWidget()
        column = QVBoxLayout(held)
        column.setContentsMargins(16, 8, 16, 10)
        column.setSpacing(8)
        column.addLayout(line)
        column.addWidget(self.empty)
        column.addWidget(self.list)
        column.addWidget(self.form)
        column.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(Room(held))
        own_key(self.list, "Del", self._delete)
        self.list.currentItemChanged.connect(lambda *_: self._show_chosen())

    @property
    def chosen_id(self) -> str:
        item = self.list.currentItem()
        return str(item.data(Qt.ItemDataRole.UserRole)) if item is not None else ""

    def show_items(self, items: Sequence[tuple[str, str]], values: Mapping[str, Mapping[str, str]]) -> None:
        """Show (key, line) and what the fields of each key hold; a new one is chosen."""
        kept, self._values = self.chosen_id, values
        self.list.blockSignals(True)
        self.list.clear()
        for key, words in items:
            item = QListWidgetItem(words)
            item.setData(Qt.ItemDataRole.UserRole, key)
            self.list.addItem(item)
        keys = [key for key, _ in items]
        at = (
            len(keys) - 1
            if self._newest and len(keys) > self._shown
            else keys.index(kept)
            if kept in keys
            else 0
        )
        self._newest, self._shown = False, len(keys)
        self.list.setCurrentRow(at if keys else -1)
        self.list.blockSignals(False)
        for part in (self.list, self.form):
            part.setVisible(bool(keys))
        self.empty.setVisible(not keys)
        self.delete.setEnabled(bool(keys))
        rows = min(len(keys), 4)
        self.list.setFixedHeight(max(1, rows) * (self.list.sizeHintForRow(0) + 2) + 6 if keys else 30)
        self._show_chosen()

    def forget(self) -> None:
        """What is shown next belongs to something else."""
        self._newest, self._shown = False, 0
        self.list.setCurrentRow(-1)

    def propose(self, texts: Mapping[str, Sequence[str]]) -> None:
        """What to propose while a field is typed, by its key."""
        for key, found in texts.items():
            self.form.set_proposals(key, found)

    def _show_chosen(self) -> None:
        if self.chosen_id:
            self.form.show_values(self._values.get(self.chosen_id, {}))

    def _ask(self) -> None:
        self._newest = True
        self.add_asked.emit()

    def _delete(self) -> None:
        if self.chosen_id:
            self.delete_asked.emit(self.chosen_id)
