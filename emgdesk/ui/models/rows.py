"""The one table model: frozen rows, declared columns, filter, sort and requests to edit."""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QColor, QFont

from emgdesk.ui.models.columns import Column, shown_text
from emgdesk.ui.models.filtering import Haystack, filter_words, folded_row, refines
from emgdesk.ui.theme import tones

Index = QModelIndex | QPersistentModelIndex
_ALIGN = {
    "left": Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter,
    "right": Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter,
    "center": Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter,
}
_Role = Qt.ItemDataRole


class RowsModel(QAbstractTableModel):
    """Rows with an `id` attribute, shown filtered and sorted without a proxy.

    The model never changes a value itself: an edit emits `edit_requested(ids, key,
    value)` and shows the value until rows arrive or `revert` is called.
    """

    edit_requested = Signal(tuple, str, object)

    def __init__(self, columns: Sequence[Column], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self._getters = [column.getter() for column in self.columns]
        self._searched = [column.getter() for column in self.columns if column.searched]
        self._rows: list[Any] = []
        self._place: dict[str, int] | None = None  # id -> index into _rows
        self._hay: Haystack | None = None
        self._sorted: Sequence[int] = ()
        self._shown: Sequence[int] = ()
        self._typed: tuple[str, ...] = ()
        self._sort: tuple[int, bool] | None = None
        self._asked: dict[tuple[str, str], Any] = {}
        self._sort_keys: dict[int, list[Any]] = {}

    # --- rows ---------------------------------------------------------------------------------

    def searched(self) -> list[Any]:
        """The getters a haystack of these rows is made with (on a worker thread, if rows are many)."""
        return list(self._searched)

    def set_rows(self, rows: Sequence[Any], haystack: Haystack | None = None) -> None:
        """Show `rows`; `haystack` is theirs, made on the worker thread when they are many."""
        self.beginResetModel()
        self._rows = list(rows)
        self._place = None
        self._hay = haystack
        self._asked.clear()
        self._sort_keys.clear()
        self._arrange()
        self.endResetModel()

    def replace_rows(self, rows: Mapping[str, Any]) -> None:
        """Put new values of some rows in place, without sorting or filtering anew."""
        places = self._places()
        shown = {index: at for at, index in enumerate(self._shown)} if len(rows) > 1 else None
        for row_id, row in rows.items():
            index = places.get(row_id)
            if index is None:
                continue
            self._rows[index] = row
            self._sort_keys.clear()
            if self._hay is not None:
                self._hay.texts[index] = folded_row(row, self._searched)
            for key in [asked for asked in self._asked if asked[0] == row_id]:
                del self._asked[key]
            at = shown.get(index, -1) if shown is not None else self._shown_at(index)
            if at >= 0:
                self.dataChanged.emit(self.index(at, 0), self.index(at, len(self.columns) - 1))

    def revert(self) -> None:
        """Show the rows' own values again: what was asked for did not happen."""
        self._asked.clear()
        if self._shown:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._shown) - 1, len(self.columns) - 1))

    @property
    def total(self) -> int:
        """How many rows there are, filtered out ones included."""
        return len(self._rows)

    def rows(self) -> list[Any]:
        """All rows in the order they were given."""
        return list(self._rows)

    def shown_rows(self) -> list[Any]:
        """The rows that pass the filter, in the order shown."""
        return [self._rows[index] for index in self._shown]

    def row_at(self, at: int) -> Any:
        return self._rows[self._shown[at]]

    def row_of(self, row_id: str) -> Any | None:
        """The row of this id, shown or not; None if there is none."""
        index = self._places().get(row_id)
        return None if index is None else self._rows[index]

    def at_of(self, row_id: str) -> int:
        """Where the row of this id is shown, -1 if it is not."""
        index = self._places().get(row_id)
        return -1 if index is None else self._shown_at(index)

    def column_of(self, key: str) -> int:
        return next(at for at, column in enumerate(self.columns) if column.key == key)

    # --- filter and sort ----------------------------------------------------------------------

    def set_filter(self, typed: str) -> None:
        """Show only rows in which every word typed occurs."""
        words = filter_words(typed)
        if words == self._typed:
            return
        narrower = refines(words, self._typed)
        self._typed = words
        self.beginResetModel()
        self._shown = self._filtered(self._shown if narrower else self._sorted)
        self.endResetModel()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column, equal cells in the order before; -1 restores the given order."""
        wanted = None if column < 0 else (column, order == Qt.SortOrder.DescendingOrder)
        if wanted == self._sort:
            return
        self._sort = wanted
        self.beginResetModel()
        self._arrange()
        self.endResetModel()

    def _arrange(self) -> None:
        self._sorted = range(len(self._rows))
        if self._sort is not None:
            column, reverse = self._sort
            if column not in self._sort_keys:
                self._sort_keys[column] = self.columns[column].sort_keys(self._rows)
            keys = self._sort_keys[column]
            self._sorted = sorted(self._sorted, key=keys.__getitem__, reverse=reverse)
        self._shown = self._filtered(self._sorted)

    def _filtered(self, among: Sequence[int]) -> Sequence[int]:
        if not self._typed:
            return self._sorted
        if self._hay is None:
            self._hay = Haystack.over(self._rows, self._searched)
        return self._hay.narrow(self._typed, among)

    def _places(self) -> dict[str, int]:
        if self._place is None:
            self._place = {row.id: index for index, row in enumerate(self._rows)}
        return self._place

    def _shown_at(self, index: int) -> int:
        if isinstance(self._shown, range):
            return index
        try:
            return self._shown.index(index)
        except ValueError:
            return -1

    # --- what Qt asks -------------------------------------------------------------------------

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._shown)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.columns)

    def value(self, row: Any, column: int) -> Any:
        """The cell's value, or the one just asked for."""
        if self._asked:
            key = (row.id, self.columns[column].key)
            if key in self._asked:
                return self._asked[key]
        return self._getters[column](row)

    def data(self, index: Index, role: int = _Role.DisplayRole) -> Any:
        row, column = self._rows[self._shown[index.row()]], self.columns[index.column()]
        if role in (_Role.DisplayRole, _Role.EditRole):
            text = shown_text(self.value(row, index.column()))
            return text or (column.blank if role == _Role.DisplayRole else "")
        if role == _Role.TextAlignmentRole:
            return _ALIGN[column.align]
        if role == _Role.ForegroundRole and column.tone is not None:
            tone = column.tone(row)
            return QColor(tones().named(tone)) if tone else None
        if role == _Role.FontRole and column.strong:
            font = QFont()
            font.setWeight(QFont.Weight.DemiBold)
            return font
        if role == _Role.ToolTipRole:
            return column.cell_tip(row) if column.cell_tip is not None else None
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _Role.DisplayRole) -> Any:
        if orientation == Qt.Orientation.Vertical:
            return str(section + 1) if role == _Role.DisplayRole else None
        column = self.columns[section]
        if role == _Role.DisplayRole:
            return column.header
        if role == _Role.ToolTipRole:
            return column.tip or None
        if role == _Role.TextAlignmentRole:
            return _ALIGN[column.align]
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
        return flags | Qt.ItemFlag.ItemIsEditable if self.columns[index.column()].editable else flags

    def setData(self, index: Index, value: Any, role: int = _Role.EditRole) -> bool:
        if role != _Role.EditRole:
            return False
        return self.ask([self.row_at(index.row()).id], self.columns[index.column()].key, value)

    def ask(self, ids: Sequence[str], key: str, value: Any) -> bool:
        """Request `value` for a field of some rows; False if they all have it already."""
        column = self.column_of(key)
        changed = tuple(i for i in ids if shown_text(self.value(self.row_of(i), column)) != shown_text(value))
        if not changed:
            return False
        for row_id in changed:
            self._asked[row_id, key] = value
            at = self.at_of(row_id)
            if at >= 0:
                self.dataChanged.emit(self.index(at, column), self.index(at, column))
        self.edit_requested.emit(changed, key, value)
        return True
