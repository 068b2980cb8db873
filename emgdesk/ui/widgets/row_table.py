"""A table of rows with its filter line, column choice, inline and multi-edit, and clipboard."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QPoint, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QMenu, QToolButton, QVBoxLayout, QWidget

from emgdesk.settings import Settings
from emgdesk.ui.models.columns import Column
from emgdesk.ui.models.filtering import Haystack
from emgdesk.ui.models.rows import RowsModel
from emgdesk.ui.widgets.cell_editing import CellDelegate
from emgdesk.ui.widgets.clipboard import as_tsv
from emgdesk.ui.widgets.column_choice import ColumnChoice
from emgdesk.ui.widgets.empty_state import EmptyState
from emgdesk.ui.widgets.line_edit import FilterEdit
from emgdesk.ui.widgets.room import Stack
from emgdesk.ui.widgets.spread_dialog import ask_value
from emgdesk.ui.widgets.table_view import TableView
from emgdesk.ui.widgets.text import ToolButton, label

_NARROWEST = 380  # pixels: what the line above the table needs with icons alone
_KEEP = 2000  # more selected rows than these are not selected again after a refresh


class RowTable(QWidget):
    """Rows of one kind. `name` is what its columns are remembered under; `noun` counts them.

    `edit_requested(ids, key, value)` asks the page to change a field of these rows.
    """

    edit_requested = Signal(tuple, str, object)
    delete_requested = Signal(tuple)
    paste_requested = Signal(str)
    opened = Signal(str)
    selection_changed = Signal(tuple)

    def __init__(
        self,
        columns: Sequence[Column],
        settings: Settings,
        name: str,
        noun: tuple[str, str] = ("row", "rows"),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._noun = noun
        self._worded = 0  # pixels it needs with the words of its tools, once they are known
        self._proposals: dict[str, Sequence[str]] = {}
        self._row_actions: list[QAction] = []
        self.model = RowsModel(columns, self)
        self.model.edit_requested.connect(self.edit_requested)
        self.view = TableView()
        self.view.setModel(self.model)
        self.view.setAccessibleName(noun[1])
        delegate = CellDelegate(self.model.columns, lambda key: self._proposals.get(key, ()), self.view)
        delegate.spread.connect(self._spread)
        self.view.setItemDelegate(delegate)
        self.choice = ColumnChoice(self.view, self.model, settings, name)
        self._lay_out()
        self._wire()
        self._typing = QTimer(self, interval=0, singleShot=True)
        self._typing.timeout.connect(self._apply_filter)

    # --- layout and wiring --------------------------------------------------------------------

    def _lay_out(self) -> None:
        self.filter = FilterEdit(f"Filter {self._noun[1]}")
        self.filter.setMaximumWidth(280)
        self.count = label(role="muted")
        self._tools = QHBoxLayout()
        self._tools.setSpacing(4)
        menu = ToolButton("columns-3", with_text=False)
        menu.setToolTip("Choose columns")
        menu.setAccessibleName("Choose columns")
        menu.clicked.connect(lambda: self.choice.pop_up(menu))
        line = QHBoxLayout()
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(10)
        line.addWidget(self.filter, 1)
        line.addWidget(self.count)
        line.addStretch()
        line.addLayout(self._tools)
        line.addWidget(menu)
        self._empty = EmptyState("inbox", f"No {self._noun[1]} yet")
        self._nothing = EmptyState("search", "Nothing found", "No row holds all the words typed.")
        self._stack = Stack()
        for widget in (self.view, self._empty, self._nothing):
            self._stack.addWidget(widget)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(line)
        layout.addWidget(self._stack, 1)
        self.setFocusProxy(self.view)

    def _wire(self) -> None:
        self.filter.textChanged.connect(lambda _text: self._typing.start())
        self.filter.down.connect(self._enter_rows)
        self.choice.sort_wanted.connect(self._sort)
        self.view.resized.connect(self.choice.fit)
        self.filter.returnPressed.connect(self._enter_rows)
        self.view.copy_pressed.connect(self.copy)
        self.view.paste_pressed.connect(lambda: self.paste_requested.emit(QGuiApplication.clipboard().text()))
        self.view.delete_pressed.connect(self._delete)
        self.view.spread_pressed.connect(self.edit_selected)
        self.view.open_pressed.connect(self._open)
        self.view.leave_up.connect(self.filter.setFocus)
        self.view.selectionModel().selectionChanged.connect(self._selection_changed)
        self.view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.view.customContextMenuRequested.connect(self._context_menu)
        self.model.modelReset.connect(self._show_state)

    def minimumSizeHint(self) -> QSize:
        least = super().minimumSizeHint()
        return QSize(min(least.width(), _NARROWEST), least.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The tools by their icons alone where their words find no room."""
        super().resizeEvent(event)
        tools = [self._tools.itemAt(at).widget() for at in range(self._tools.count())]
        made = [tool for tool in tools if isinstance(tool, QToolButton) and not tool.icon().isNull()]
        self._worded = self._worded or super().minimumSizeHint().width()
        with_words = event.size().width() >= self._worded
        style = Qt.ToolButtonStyle
        for tool in made:
            tool.setToolButtonStyle(
                style.ToolButtonTextBesideIcon if with_words else style.ToolButtonIconOnly
            )

    # --- for the page -------------------------------------------------------------------------

    def set_rows(self, rows: Sequence[Any], haystack: Haystack | None = None) -> None:
        """Show `rows`, keeping filter, sort, selection, current cell and scroll position."""
        with _Kept(self):
            self.model.set_rows(rows, haystack)

    def set_empty(self, icon: str, title: str, sentence: str, offers: Sequence[Any] = ()) -> None:
        """What to say while there are no rows at all."""
        self._empty.say(icon, title, sentence, offers)

    def set_proposals(self, key: str, texts: Sequence[str]) -> None:
        """What to propose while a cell of this column is typed."""
        self._proposals[key] = texts

    def add_tool(self, widget: QWidget) -> None:
        """Put a button into the line above the table."""
        self._tools.addWidget(widget)

    def add_row_action(self, text: str, act: Callable[[], object]) -> QAction:
        """Offer something for the selected rows in the context menu."""
        action = QAction(text, self)
        action.triggered.connect(lambda _checked=False: act())
        self._row_actions.append(action)
        return action

    def selected_ids(self) -> tuple[str, ...]:
        """The selected rows, top to bottom."""
        rows = sorted({index.row() for index in self.view.selectionModel().selectedRows()})
        return tuple(self.model.row_at(at).id for at in rows)

    def selected_rows(self) -> list[Any]:
        """The selected rows themselves, top to bottom."""
        return [self.model.row_of(row_id) for row_id in self.selected_ids()]

    def rows_meant(self) -> list[Any]:
        """The selected rows if several are selected, else all that pass the filter."""
        rows = self.selected_rows()
        return rows if len(rows) > 1 else self.model.shown_rows()

    def words_for_meant(self) -> str:
        """What `rows_meant` are: "3 people selected", "12 people shown", "65 people"."""
        number = len(self.rows_meant())
        selected, some = len(self.selected_ids()) > 1, number < self.model.total
        words = f"{number:,} {self._noun[0] if number == 1 else self._noun[1]}"
        return f"{words} selected" if selected else f"{words} shown" if some else words

    def current_id(self) -> str | None:
        index = self.view.currentIndex()
        return self.model.row_at(index.row()).id if index.isValid() else None

    def select(self, ids: Sequence[str], *, focus: bool = False) -> None:
        """Select these rows and scroll to the first; the filter is cleared if it hides it."""
        if ids and self.model.at_of(ids[0]) < 0 and self.model.row_of(ids[0]) is not None:
            self.filter.clear()
            self._apply_filter()
        places = [at for at in map(self.model.at_of, ids) if at >= 0]
        self._select_at(places)
        if places:
            self._scroll_to(places[0])
            QTimer.singleShot(0, self, self._scroll_to_current)  # a table just shown gets its size only now
        if focus:
            self.view.setFocus()

    def _scroll_to(self, at: int) -> None:
        self.view.scrollTo(self.model.index(at, self.choice.first_column()))

    def _scroll_to_current(self) -> None:
        index = self.view.currentIndex()
        if index.isValid():
            self._scroll_to(index.row())

    def edit_selected(self) -> None:
        """Ask for one value for the current column and give it to all selected rows."""
        index = self.view.currentIndex()
        ids = self.selected_ids()
        if not index.isValid() or not ids:
            return
        column = self.model.columns[index.column()]
        if not column.editable:
            column = next((c for c in self.model.columns if c.editable), column)
        if not column.editable:
            return
        ask_value(self, self.model.columns, column, len(ids), self._noun, self._proposals, self._spread)

    def fill_selected(self, value: str) -> None:
        """Give `value` to the current column of the selected rows, if it may be edited."""
        index = self.view.currentIndex()
        if index.isValid() and self.model.columns[index.column()].editable:
            self._spread(self.model.columns[index.column()].key, value)

    def copy(self, *, header: bool = False) -> None:
        """Put the selected rows on the clipboard, the columns as shown, for Excel."""
        order = self.choice.shown_columns()
        rows = [self.model.row_of(row_id) for row_id in self.selected_ids()]
        cells = [[self.model.value(row, at) for at in order] for row in rows]
        headers = [self.model.columns[at].header for at in order] if header else []
        QGuiApplication.clipboard().setText(as_tsv(cells, headers))

    # --- what happens inside ------------------------------------------------------------------

    def _spread(self, key: str, value: object) -> None:
        self.model.ask(self.selected_ids(), key, value)

    def _sort(self, column: int, order: Qt.SortOrder) -> None:
        with _Kept(self):
            self.model.sort(column, order)

    def _apply_filter(self) -> None:
        with _Kept(self):
            self.model.set_filter(self.filter.text())

    def _show_state(self) -> None:
        shown, total = self.model.rowCount(), self.model.total
        word = self._noun[0] if total == 1 else self._noun[1]
        self.count.setText(f"{total:,} {word}" if shown == total else f"{shown:,} of {total:,} {word}")
        self._stack.setCurrentWidget(self.view if shown else (self._nothing if total else self._empty))

    def _enter_rows(self) -> None:
        if self.model.rowCount():
            if not self.view.currentIndex().isValid():
                self._select_at([0])
            self.view.setFocus()

    def _select_at(self, places: Sequence[int], current: tuple[int, int] | None = None) -> None:
        selection, last = QItemSelection(), self.model.columnCount() - 1
        for at in places:
            selection.select(self.model.index(at, 0), self.model.index(at, last))
        model = self.view.selectionModel()
        model.select(selection, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        if current is None and places:
            current = (places[0], self.choice.first_column())
        if current is not None:
            model.setCurrentIndex(self.model.index(*current), QItemSelectionModel.SelectionFlag.NoUpdate)

    def _selection_changed(self) -> None:
        self.selection_changed.emit(self.selected_ids())

    def _delete(self) -> None:
        ids = self.selected_ids()
        if ids:
            self.delete_requested.emit(ids)

    def _open(self) -> None:
        index = self.view.currentIndex()
        if not index.isValid():
            return
        if self.model.columns[index.column()].editable:
            self.view.edit(index)
        else:
            self.opened.emit(self.model.row_at(index.row()).id)

    def _context_menu(self, at: QPoint) -> None:
        menu = QMenu(self)
        ids = self.selected_ids()
        self._fill_menu(menu, len(ids))
        menu.exec(self.view.viewport().mapToGlobal(at))
        menu.deleteLater()

    def _fill_menu(self, menu: QMenu, count: int) -> None:
        some = f"{count} {self._noun[1]}" if count > 1 else self._noun[0]
        if any(column.editable for column in self.model.columns):
            menu.addAction(f"Change a field of {some}…\tShift+F2", self.edit_selected).setEnabled(count > 0)
        for action in self._row_actions:
            action.setEnabled(count > 0)
            menu.addAction(action)
        menu.addSeparator()
        menu.addAction("Copy\tCtrl+C", self.copy).setEnabled(count > 0)
        menu.addAction("Copy with column names", lambda: self.copy(header=True)).setEnabled(count > 0)
        menu.addAction("Select all\tCtrl+A", self.view.selectAll)


class _Kept:
    """Restores selection, current cell and scroll position around a reset of the model."""

    def __init__(self, table: RowTable) -> None:
        self._table = table
        self._ids = table.selected_ids()
        index = table.view.currentIndex()
        self._current = table.current_id()
        self._column = index.column()
        self._scroll = (table.view.verticalScrollBar().value(), table.view.horizontalScrollBar().value())

    def __enter__(self) -> None:
        self._table.view.selectionModel().blockSignals(True)

    def __exit__(self, *_: object) -> None:
        table, model = self._table, self._table.model
        places = [at for at in map(model.at_of, self._ids[:_KEEP]) if at >= 0]
        at = model.at_of(self._current) if self._current is not None else -1
        table._select_at(places, (at, self._column) if at >= 0 else None)
        table.view.verticalScrollBar().setValue(self._scroll[0])
        table.view.horizontalScrollBar().setValue(self._scroll[1])
        table.view.selectionModel().blockSignals(False)
        if table.view.hasFocus() and at >= 0:
            table.view.scrollTo(model.index(at, self._column), QAbstractItemView.ScrollHint.EnsureVisible)
        table._selection_changed()
