"""The step Table: which sheet, and which of its rows is the header, shown in place."""

from PySide6.QtCore import QItemSelectionModel, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QVBoxLayout,
    QWidget,
)

from emgdesk.domain.numbering import counted
from emgdesk.ui.dialogs.import_dialog.cells_model import CellsModel
from emgdesk.ui.dialogs.import_dialog.source import NO_HEADER, Opened
from emgdesk.ui.dialogs.import_dialog.wording import counted_people
from emgdesk.ui.widgets.empty_state import EmptyState
from emgdesk.ui.widgets.room import Stack
from emgdesk.ui.widgets.table_view import TableView
from emgdesk.ui.widgets.text import button, label

_PAUSE = 250  # milliseconds after the last move before the rows are read anew
_WIDEST = 260  # pixels of a column at first
_HINT = "Alt+Up and Alt+Down move the header, H makes the chosen row the header, a click on a row number too."


class TablePage(QWidget):
    """`sheet_chosen(name)`; `header_chosen(row number)`, 0 for no header row."""

    sheet_chosen = Signal(str)
    header_chosen = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.sheet, self.sheet_label = QComboBox(), label("&Sheet")
        self.sheet_label.setTextFormat(Qt.TextFormat.AutoText)
        self.sheet_label.setBuddy(self.sheet)
        self.sheet.setAccessibleName("Sheet")
        self.sheet.activated.connect(lambda _: self.sheet_chosen.emit(self.sheet.currentData()))
        self.said = label(role="heading", wrap=True)
        self.hint = label(_HINT, "caption", wrap=True)
        self.use = button("Use this row as &header", self._use_current, "check")
        self.use.setAutoDefault(False)
        self.bare = QCheckBox("No header &row")
        self.bare.clicked.connect(self._toggle_bare)
        self.cells = CellsModel(self)
        self.grid = CellsGrid(self.cells)
        self.grid.header_moved.connect(self._move)
        self.grid.header_wanted.connect(self._use_current)
        self.empty = EmptyState("table", "Nothing in this file")
        self._wanted = NO_HEADER
        self._pause = QTimer(self, interval=_PAUSE, singleShot=True)
        self._pause.timeout.connect(lambda: self.header_chosen.emit(self._wanted))
        self._lay_out()

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        line.setSpacing(10)
        line.addWidget(self.sheet_label)
        line.addWidget(self.sheet)
        line.addWidget(self.said, 1)
        line.addWidget(self.bare)
        line.addWidget(self.use)
        self._stack = Stack()
        self._stack.addWidget(self.grid)
        self._stack.addWidget(self.empty)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(line)
        layout.addWidget(self._stack, 1)
        layout.addWidget(self.hint)
        self.setFocusProxy(self.grid)

    def show_table(self, opened: Opened) -> None:
        """Show the sheet read, the header in its place and what became of every row."""
        self._pause.stop()
        sheets, table = opened.filled_sheets(), opened.table()
        self.sheet.clear()
        for sheet in sheets:
            self.sheet.addItem(f"{sheet.name} (hidden)" if sheet.hidden else sheet.name, sheet.name)
        self.sheet.setCurrentIndex(max(0, self.sheet.findData(table.sheet.name if table else "")))
        for widget in (self.sheet, self.sheet_label):
            widget.setVisible(len(sheets) > 1)
        header = table.header_row if table else None
        here = self.grid.currentIndex()
        same = table is not None and table.sheet is self.cells.sheet
        self.cells.show_sheet(table.sheet if table else None, header, opened.rows_said())
        self.bare.setChecked(table is not None and header is None)
        self.said.setText(_told(opened, header))
        self._stack.setCurrentWidget(self.grid if table is not None else self.empty)
        self.hint.setVisible(table is not None)
        self.empty.say("table", "Nothing in this file", opened.refusal)
        self.grid.arrange(here.row() if same else max(0, self.cells.at_of(header)), keep=same)

    # --- moving the header ----------------------------------------------------------------------

    def _move(self, step: int) -> None:
        """One shown row up or down; several presses are one new reading."""
        at = self.cells.at_of(self.cells.header_row)
        to = min(max(at + step, 0), self.cells.rowCount() - 1)
        if self.cells.rowCount() and to != at:
            self._set_header(to)

    def _use_current(self) -> None:
        at = self.grid.currentIndex().row()
        if at >= 0 and self.cells.number(at) != self.cells.header_row:
            self._set_header(at)

    def _set_header(self, at: int) -> None:
        number = self.cells.number(at)
        self.cells.move_header(number)
        self.grid.go_to(at)
        self.bare.setChecked(False)
        self.said.setText(f"Row {number} is the header.")
        self._wanted = number
        self._pause.start()

    def _toggle_bare(self) -> None:
        at = max(0, self.grid.currentIndex().row())
        if self.bare.isChecked():
            self.cells.move_header(None)
            self._wanted = NO_HEADER
            self._pause.start()
        elif self.cells.rowCount():
            self._set_header(at)


class CellsGrid(TableView):
    """The grid; `header_moved(1 or -1)` for Alt+Down and Alt+Up, `header_wanted` for the current row."""

    header_moved = Signal(int)
    header_wanted = Signal()

    def __init__(self, model: CellsModel) -> None:
        super().__init__()
        self.setModel(model)
        self.setAccessibleName("Cells of the sheet")
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setShowGrid(True)
        down, across = self.verticalHeader(), self.horizontalHeader()
        down.setVisible(True)
        down.setHighlightSections(False)
        down.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        down.sectionClicked.connect(self._pick)
        across.setSectionsMovable(False)
        across.setStretchLastSection(False)
        self.doubleClicked.connect(lambda _: self.header_wanted.emit())
        self.open_pressed.connect(self.header_wanted)

    def _pick(self, at: int) -> None:
        self.go_to(at)
        self.header_wanted.emit()

    def go_to(self, at: int) -> None:
        """Make a row the current one."""
        model = self.model()
        index = model.index(at, max(0, self.currentIndex().column()))
        flags = QItemSelectionModel.SelectionFlag
        self.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)
        self.scrollTo(index)

    def arrange(self, at: int, *, keep: bool) -> None:
        """Give new cells their widths (unless they `keep` those they had) and go to a row."""
        if not keep:
            self.resizeColumnsToContents()
            for column in range(self.model().columnCount()):
                wide = self.columnWidth(column)
                self.setColumnWidth(column, min(_WIDEST, max(70, wide + 8)))
            self.setColumnWidth(0, min(320, max(130, self.sizeHintForColumn(0) + 12)))
        if 0 <= at < self.model().rowCount():
            self.go_to(at)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        alt = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier == Qt.KeyboardModifier.AltModifier
        if alt and event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.header_moved.emit(1 if event.key() == Qt.Key.Key_Down else -1)
        elif event.text().upper() == "H" and not alt:
            self.header_wanted.emit()
        else:
            super().keyPressEvent(event)


def _told(opened: Opened, header: int | None) -> str:
    """What the header means for the rows: "Row 3 is the header: 5 people below it, 1 row set aside." """
    first = f"Row {header} is the header" if header is not None else "There is no header row"
    if opened.roster is None:
        return f"{first}; no column of names is known yet." if opened.table() else ""
    people, more = counted_people(opened.roster[0].rows)
    return f"{first}: {counted(people, 'person', 'people')} in the table{more}."
