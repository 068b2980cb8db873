"""The table of all rows; a digit, N, S or U decides the current one, with Shift all like it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView

from emgdesk.ui.dialogs.import_dialog.rows import COLUMNS, ViewRow
from emgdesk.ui.dialogs.import_dialog.wording import TONES
from emgdesk.ui.models.rows import RowsModel
from emgdesk.ui.widgets.chips import ChipDelegate
from emgdesk.ui.widgets.table_view import TableView

DECIDING = "123456789NSU"
LIKE = "A"  # marks the rows like this one, to be decided along
# What Shift makes of the digits 1 to 5 on the keyboards in use; no sign means two of them.
_SHIFTED = {
    "!": "1", "@": "2", '"': "2", "#": "3", "§": "3", "£": "3", "·": "3", "$": "4", "¤": "4", "%": "5",
}  # fmt: skip


def pressed_key(event: QKeyEvent, keys: str) -> tuple[str, bool]:
    """Which of `keys` was pressed, "" for another, and whether Shift was held with it.

    A digit that itself needs Shift (as on French keyboards) is that digit alone.
    """
    held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    shift = held == Qt.KeyboardModifier.ShiftModifier
    if held and not shift:
        return "", False
    text = event.text().upper()
    if shift and text in _SHIFTED:
        return _SHIFTED[text], True
    known = bool(text) and text in keys
    return (text, shift and not text.isdigit()) if known else ("", False)


class RowsTable(TableView):
    """`current_changed(ViewRow or None)`; `key_pressed("1" ... "9", "N", "S", "U", "A", with Shift)`."""

    current_changed = Signal(object)
    key_pressed = Signal(str, bool)

    def __init__(self) -> None:
        super().__init__()
        self.rows = RowsModel(COLUMNS, self)
        self.setModel(self.rows)
        self.setAccessibleName("Rows of the file")
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setItemDelegateForColumn(0, ChipDelegate(lambda index: self._tone(index.row()), self))
        self.setSortingEnabled(False)
        self._shape_header()
        self.selectionModel().currentRowChanged.connect(
            lambda *_: self.current_changed.emit(self.current_row())
        )

    def _shape_header(self) -> None:
        header = self.horizontalHeader()
        header.setSectionsMovable(False)
        letter = self.fontMetrics().averageCharWidth()
        for at, column in enumerate(COLUMNS):
            header.resizeSection(at, column.width * letter + 12)
        header.setStretchLastSection(True)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setSortIndicatorShown(True)
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        header.sortIndicatorChanged.connect(self._sort)

    def _tone(self, at: int) -> str:
        row: ViewRow = self.rows.row_at(at)
        return TONES.get(row.plan.verdict, "")

    def current_row(self) -> ViewRow | None:
        index = self.currentIndex()
        return self.rows.row_at(index.row()) if index.isValid() else None

    def show_rows(self, rows: Sequence[ViewRow]) -> None:
        """Show these, staying at the current row where it is among them."""
        current = self.current_row()
        self.rows.set_rows(rows)
        self._stay(current)

    def filter_rows(self, typed: str) -> None:
        current = self.current_row()
        self.rows.set_filter(typed)
        self._stay(current)

    def _sort(self, column: int, order: Qt.SortOrder) -> None:
        current = self.current_row()
        self.rows.sort(column, order)
        self._stay(current)

    def _stay(self, row: ViewRow | None) -> None:
        at = self.rows.at_of(row.id) if row is not None else -1
        if self.rows.rowCount():
            self.go_to(max(at, 0))
        else:
            self.current_changed.emit(None)

    def go_to(self, at: int) -> None:
        """Make a shown row the current one."""
        self.setCurrentIndex(self.rows.index(at, 0))
        self.scrollTo(self.currentIndex())
        self.current_changed.emit(self.current_row())

    def go_to_next(self, verdict: str) -> bool:
        """Go to the next row of this verdict, round and round; False if there is none."""
        count, here = self.rows.rowCount(), self.currentIndex().row()
        for step in range(1, count + 1):
            at = (here + step) % count
            if self.rows.row_at(at).plan.verdict == verdict:
                self.go_to(at)
                return True
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, shift = pressed_key(event, DECIDING + LIKE)
        if key:
            self.key_pressed.emit(key, shift)
            return
        super().keyPressEvent(event)
