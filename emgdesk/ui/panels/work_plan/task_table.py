"""The table of tasks: texts as they print, entries with their status, keys to move and write."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView

from emgdesk.queries.workstreams import TaskRow
from emgdesk.ui.models.columns import Column
from emgdesk.ui.models.rows import RowsModel
from emgdesk.ui.panels.work_plan.task_cells import PlainCell, ProgressCell, RichCell, TextCell, Texts
from emgdesk.ui.widgets.table_view import TableView

COLUMNS = (
    Column("text", "Task", width=30),
    Column(
        "progress",
        "Progress",
        width=40,
        value=lambda row: " ".join(f"{e.status} {e.text}" for e in row.entries),
    ),
    Column("next_steps", "Next steps", width=28),
    Column("responsible", "Responsible", width=13, editable=True, editor="suggest"),
    Column("due", "Due", width=11, editable=True, editor="date"),
)
_SHARES = (25, 35, 22, 10, 9)  # of the width, in the order of the columns
_SETTLE = 60  # milliseconds after a column was drawn wider before rows take their new heights


class TaskTable(TableView):
    """`edit_asked(task, key)` for Enter or a double click, on progress `entry_asked(task, entry or None)`."""

    edit_asked = Signal(object, str)
    entry_asked = Signal(object, object)
    move_asked = Signal(object, int)
    add_asked = Signal()
    progress_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.tasks = RowsModel(COLUMNS, self)
        self.setModel(self.tasks)
        self.setAccessibleName("Tasks")
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setShowGrid(True)
        self.setGridStyle(Qt.PenStyle.SolidLine)
        self.setMinimumHeight(140)
        self.setWordWrap(True)  # row heights are asked for with the width of the column
        self._proposals: Sequence[str] = ()
        self._texts = Texts()
        self._rich: dict[str, RichCell] = {
            "text": TextCell(lambda row: row.text, self._texts, self),
            "progress": ProgressCell(self._texts, self),
            "next_steps": TextCell(lambda row: row.next_steps, self._texts, self),
        }
        self.setItemDelegate(PlainCell(COLUMNS, lambda _key: self._proposals, self))
        for at, column in enumerate(COLUMNS):
            if column.key in self._rich:
                self.setItemDelegateForColumn(at, self._rich[column.key])
        header = self.horizontalHeader()
        header.setSectionsMovable(False)
        header.setSortIndicatorShown(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setStretchLastSection(True)
        self._settling = QTimer(self, interval=_SETTLE, singleShot=True)
        self._settling.timeout.connect(self.resizeRowsToContents)
        header.sectionResized.connect(self._column_resized)
        self.doubleClicked.connect(self._double_clicked)
        self.open_pressed.connect(lambda: self.open_cell(self.currentIndex()))
        self._drawn = False
        self._pressed = QPoint()

    def set_tasks(self, rows: Sequence[TaskRow], proposals: Sequence[str]) -> None:
        """Show these, keeping the current cell and the place."""
        row_id, column = self.current_id(), max(0, self.currentIndex().column())
        place = self.verticalScrollBar().value()
        self._proposals = proposals
        self.tasks.set_rows(rows)
        self.resizeRowsToContents()
        self.verticalScrollBar().setValue(place)
        if row_id is not None:
            self.select_task(row_id, column)
        elif rows and self.tasks.rowCount():
            self.setCurrentIndex(self.tasks.index(0, 0))

    def current_id(self) -> str | None:
        index = self.currentIndex()
        return self.tasks.row_at(index.row()).id if index.isValid() else None

    def current_task(self) -> TaskRow | None:
        index = self.currentIndex()
        return self.tasks.row_at(index.row()) if index.isValid() else None

    def select_task(self, row_id: str, column: int = 0) -> None:
        at = self.tasks.at_of(row_id)
        if at >= 0:
            self.setCurrentIndex(self.tasks.index(at, column))
            self.scrollTo(self.currentIndex())

    def show_whole(self, whole: bool) -> None:
        """Show long texts to their end, or cut them to keep the rows low."""
        for cell in self._rich.values():
            cell.cut = not whole
        self.resizeRowsToContents()

    def open_cell(self, index: QModelIndex | QPersistentModelIndex) -> None:
        """Edit a cell: in place where it is one line, else in a window of its own."""
        if not index.isValid():
            return
        key, task = COLUMNS[index.column()].key, self.tasks.row_at(index.row())
        if key == "progress":
            self.entry_asked.emit(task, task.entries[-1] if task.entries else None)
        elif key in self._rich:
            self.edit_asked.emit(task, key)
        else:
            self.edit(index)

    def _double_clicked(self, index: QModelIndex) -> None:
        if not index.isValid() or COLUMNS[index.column()].key != "progress":
            self.open_cell(index)
            return
        task, rect = self.tasks.row_at(index.row()), self.visualRect(index)
        y = self._pressed.y() - rect.top()
        self.entry_asked.emit(task, self._rich["progress"].entry_at(task, rect.width(), self.font(), y))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self._pressed = event.position().toPoint()
        super().mouseDoubleClickEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        editing = self.state() == QAbstractItemView.State.EditingState
        task = self.current_task()
        if event.modifiers() == Qt.KeyboardModifier.AltModifier and event.key() in steps and task is not None:
            self.move_asked.emit(task, steps[Qt.Key(event.key())])
        elif event.key() == Qt.Key.Key_F2 and not editing:
            self.open_cell(self.currentIndex())
        elif event.key() == Qt.Key.Key_Insert and not editing:
            shift = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            (self.progress_asked if shift else self.add_asked).emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: object) -> None:
        super().resizeEvent(event)  # type: ignore[arg-type]
        if not self._drawn and self.viewport().width() > 300:
            self._share_width()
        self._settling.start()

    def _column_resized(self) -> None:
        self._drawn = self._drawn or self.horizontalHeader().underMouse()
        self._settling.start()

    def _share_width(self) -> None:
        """Until somebody draws a column wider, the columns share the room there is, none under its title."""
        width, header = self.viewport().width(), self.horizontalHeader()
        widths = [
            max(header.sectionSizeHint(at), width * share // sum(_SHARES)) for at, share in enumerate(_SHARES)
        ]
        widths[1] -= max(0, sum(widths) - width)  # the widest gives what the titles need
        for at, own in enumerate(widths):
            header.resizeSection(at, own)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange) and hasattr(self, "_texts"):
            self._texts.forget()
            self._settling.start()
