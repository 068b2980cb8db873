"""The keys of the quick update's table."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QItemSelectionModel, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView

from emgdesk.domain.statuses import TASK_STATUSES
from emgdesk.settings import Settings
from emgdesk.ui.panels.quick_update.cells import UpdateDelegate, row_height
from emgdesk.ui.panels.quick_update.columns import COLUMNS, TYPED
from emgdesk.ui.widgets.row_table import RowTable

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_LETTERS = {word[0]: word for word in TASK_STATUSES}
_HELD = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
_SAME = "="


class UpdateTable(RowTable):
    """`same_asked` for the key that says "no change", `longer_asked(key, text)` for a window to write in."""

    same_asked = Signal()
    longer_asked = Signal(str, str)

    def __init__(self, settings: Settings) -> None:
        super().__init__(COLUMNS, settings, "quick-update", ("task", "tasks"))
        view = self.view
        self.delegate = UpdateDelegate(view)
        self.delegate.spread.connect(self._spread)
        self.delegate.moved.connect(self.step)
        self.delegate.longer.connect(self.longer_asked)
        view.setItemDelegate(self.delegate)
        view.setShowGrid(True)
        view.verticalHeader().setMinimumSectionSize(20)
        self._fit_rows()
        self._begun = -1  # the column in which one began to go from cell to cell
        self._steps = False
        view.selectionModel().currentChanged.connect(lambda *_: self._moved())
        view.installEventFilter(self)
        self._keys: dict[int, Callable[[], object]] = {
            Qt.Key.Key_Tab: lambda: self.step(1, 0),
            Qt.Key.Key_Backtab: lambda: self.step(-1, 0),
            Qt.Key.Key_Delete: self.clear_cell,
            Qt.Key.Key_Backspace: self.clear_cell,
        }

    @property
    def is_typing(self) -> bool:
        """Whether a cell is being written in."""
        return self.view.state() == QAbstractItemView.State.EditingState

    def current_key(self) -> str:
        """The column the keyboard is in, "" for none."""
        index = self.view.currentIndex()
        return COLUMNS[index.column()].key if index.isValid() else ""

    def go_to(self, row_id: str, key: str) -> None:
        """Put the keyboard's place into a cell."""
        at = self.model.at_of(row_id)
        if at >= 0:
            self._choose(at, self.model.column_of(key))

    def step(self, columns: int, rows: int) -> None:
        """Go on to the next cell one writes in: sideways over the ends of rows, or down.

        Down leads to the column in which going sideways began, as in a spreadsheet.
        """
        index = self.view.currentIndex()
        places = [at for at in self.choice.shown_columns() if COLUMNS[at].key in TYPED]
        if not index.isValid() or not places:
            return
        row, last = index.row() + rows, self.model.rowCount() - 1
        column = index.column()
        begun = self._begun if self._begun in places else column
        if columns > 0:
            later = [at for at in self._right_of(column) if at in places]
            row, column = (row, later[0]) if later else (row + 1, places[0])
        elif columns < 0:
            before = [at for at in self._left_of(column) if at in places]
            row, column = (row, before[-1]) if before else (row - 1, places[-1])
        if not columns:
            column = begun
        if 0 <= row <= last:
            self._steps = True
            self._choose(row, column)
            self._steps = False
        self._begun = begun if columns else -1

    def _moved(self) -> None:
        """Whoever goes elsewhere by mouse or arrows begins anew."""
        if not self._steps:
            self._begun = -1

    def below(self, *, one_row: bool) -> tuple[list[str], list[str]]:
        """The tasks from the current one down, and the columns one writes in from the current one on.

        With `one_row` the tasks are the selected ones.
        """
        index = self.view.currentIndex()
        if not index.isValid():
            return [], []
        rows = self.model.shown_rows()[index.row() :]
        ids = list(self.selected_ids()) if one_row else [row.id for row in rows]
        shown = [COLUMNS[at].key for at in self.choice.shown_columns()]
        here = shown.index(COLUMNS[index.column()].key)
        return ids, [key for key in shown[here:] if key in TYPED]

    def _choose(self, row: int, column: int) -> None:
        """Go to a cell, its row the only one selected, whatever keys are held."""
        flags, index = QItemSelectionModel.SelectionFlag, self.model.index(row, column)
        self.view.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)
        self.view.scrollTo(index)

    def _right_of(self, column: int) -> list[int]:
        shown = self.choice.shown_columns()
        return shown[shown.index(column) + 1 :]

    def _left_of(self, column: int) -> list[int]:
        shown = self.choice.shown_columns()
        return shown[: shown.index(column)]

    def clear_cell(self) -> None:
        """Take back what the cell says."""
        row_id, key = self.current_id(), self.current_key()
        if row_id and key in ("status", "text"):
            self.model.ask([row_id], key, "")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.view and isinstance(event, QKeyEvent) and not self.is_typing:
            if event.type() == QEvent.Type.KeyPress and self._pressed(event):
                return True
        if watched is self.view and event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit_rows()
        return super().eventFilter(watched, event)

    def _pressed(self, event: QKeyEvent) -> bool:
        self.delegate.over = event.key() not in (Qt.Key.Key_F2, *_ENTER)
        if event.key() in _ENTER:
            return self._enter(event)
        if event.modifiers() & _HELD or not self.view.currentIndex().isValid():
            return False
        if event.key() in self._keys:
            self._keys[event.key()]()
            return True
        return self._letter(event.text().lower())

    def _enter(self, event: QKeyEvent) -> bool:
        key = self.current_key()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.longer_asked.emit(key if key in ("text", "next_steps") else "text", "")
            return True
        if key and key not in TYPED:
            self.go_to(self.current_id() or "", "text")
        return False

    def _letter(self, typed: str) -> bool:
        if typed == _SAME:
            self.same_asked.emit()
            return True
        if self.current_key() == "status" and typed in _LETTERS:
            self.model.ask(self.selected_ids(), "status", _LETTERS[typed])
            return True
        return False

    def _fit_rows(self) -> None:
        self.view.verticalHeader().setDefaultSectionSize(row_height(self.view.fontMetrics().lineSpacing()))
