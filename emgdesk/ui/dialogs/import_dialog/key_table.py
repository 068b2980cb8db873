"""A table of questions whose first column is a chip; single keys answer the current one."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView

from emgdesk.ui.dialogs.import_dialog.rows_table import pressed_key
from emgdesk.ui.models.columns import Column
from emgdesk.ui.models.rows import RowsModel
from emgdesk.ui.widgets.chips import ChipDelegate
from emgdesk.ui.widgets.table_view import TableView


class KeyTable(TableView):
    """`current_changed(row or None)`; `key_pressed(key, with Shift)` for one of `keys`."""

    current_changed = Signal(object)
    key_pressed = Signal(str, bool)

    def __init__(
        self, name: str, columns: Sequence[Column], keys: str, tone_of: Callable[[Any], str]
    ) -> None:
        super().__init__()
        self._keys = keys
        self.rows = RowsModel(columns, self)
        self.setModel(self.rows)
        self.setAccessibleName(name)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setItemDelegateForColumn(
            0, ChipDelegate(lambda index: tone_of(self.rows.row_at(index.row())), self)
        )
        header = self.horizontalHeader()
        header.setSectionsMovable(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        letter = self.fontMetrics().averageCharWidth()
        for at, column in enumerate(columns):
            header.resizeSection(at, column.width * letter + 12)
        header.setStretchLastSection(True)
        self.selectionModel().currentRowChanged.connect(lambda *_: self.current_changed.emit(self.current()))

    def current(self) -> Any | None:
        """The current row, None if there is none."""
        index = self.currentIndex()
        return self.rows.row_at(index.row()) if index.isValid() else None

    def show_rows(self, rows: Sequence[Any]) -> None:
        """Show these, staying at the current row where it is among them."""
        current = self.current()
        if [row.id for row in rows] == [row.id for row in self.rows.rows()]:
            self.rows.replace_rows({row.id: row for row in rows})
        else:
            self.rows.set_rows(rows)
        at = self.rows.at_of(current.id) if current is not None else -1
        if self.rows.rowCount():
            self.go_to(max(at, 0))
        else:
            self.current_changed.emit(None)

    def go_to(self, at: int) -> None:
        """Make a shown row the current one."""
        self.setCurrentIndex(self.rows.index(at, 0))
        self.scrollTo(self.currentIndex())
        self.current_changed.emit(self.current())

    def go_to_next(self, wanted: Callable[[Any], bool]) -> bool:
        """Go to the next row that is `wanted`, round and round; False if there is none."""
        count, here = self.rows.rowCount(), self.currentIndex().row()
        for step in range(1, count + 1):
            at = (here + step) % count
            if wanted(self.rows.row_at(at)):
                self.go_to(at)
                return True
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, shift = pressed_key(event, self._keys)
        if key:
            self.key_pressed.emit(key, shift)
            return
        super().keyPressEvent(event)
