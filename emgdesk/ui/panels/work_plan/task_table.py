"""The table of tasks: texts as they print, entries with their status, keys to move and write."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import (
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QDropEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView

from emgdesk.ui.models.rows import RowsModel
from emgdesk.ui.panels.work_plan.columns import COLUMNS
from emgdesk.ui.panels.work_plan.reading import TaskLine
from emgdesk.ui.panels.work_plan.task_cells import (
    MARGIN,
    PlainCell,
    ProgressCell,
    RichCell,
    TaskCell,
    TextCell,
    Texts,
)
from emgdesk.ui.widgets.table_view import TableView

_SHARES = (25, 35, 22, 10, 9)  # of the width, in the order of the columns
_SETTLE = 60  # milliseconds after a column was drawn wider before rows take their new heights


class TasksModel(RowsModel):
    """Rows that can be taken along with the mouse."""

    def flags(self, index: QModelIndex | QPersistentModelIndex) -> Qt.ItemFlag:
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsDragEnabled if index.isValid() else Qt.ItemFlag.ItemIsDropEnabled

    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction


class TaskTable(TableView):
    """`edit_asked(task, key)` for Enter or a double click, on progress `entry_asked(task, entry or None)`.

    `move_asked(task, places)` for Alt+Up and Alt+Down and for a row drawn elsewhere; `source_asked(task)`
    for a click on the decision it comes from.
    """

    edit_asked = Signal(object, str)
    entry_asked = Signal(object, object)
    move_asked = Signal(object, int)
    source_asked = Signal(object)
    add_asked = Signal()
    progress_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.tasks = TasksModel(COLUMNS, self)
        self.setModel(self.tasks)
        self.setAccessibleName("Tasks")
        self.setDragEnabled(True)
        self.setAcceptDrops(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDragDropOverwriteMode(False)
        self.setMouseTracking(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setShowGrid(True)
        self.setGridStyle(Qt.PenStyle.SolidLine)
        self.setMinimumHeight(140)
        self.setWordWrap(True)  # row heights are asked for with the width of the column
        self._proposals: Mapping[str, Sequence[str]] = {}
        self._texts = Texts()
        self._rich: dict[str, RichCell] = {
            "text": TaskCell(self._texts, self),
            "progress": ProgressCell(self._texts, self),
            "next_steps": TextCell(lambda row: row.next_steps, self._texts, self),
        }
        self.setItemDelegate(PlainCell(COLUMNS, lambda key: self._proposals.get(key, ()), self))
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

    def set_tasks(self, rows: Sequence[TaskLine], proposals: Mapping[str, Sequence[str]]) -> None:
        """Show these, keeping the selection, the current cell and the place."""
        self._proposals = proposals
        shown = self.tasks.rows()
        if [row.id for row in rows] == [row.id for row in shown]:
            changed = {new.id: new for new, old in zip(rows, shown, strict=True) if new != old}
            self.tasks.replace_rows(changed)
            for key in changed:
                if (at := self.tasks.at_of(key)) >= 0:
                    self.resizeRowToContents(at)
            return
        row_id, column = self.current_id(), max(0, self.currentIndex().column())
        chosen, place = self.selected_ids(), self.verticalScrollBar().value()
        self.tasks.set_rows(rows)
        self.resizeRowsToContents()
        self.verticalScrollBar().setValue(place)
        if row_id is not None and self.tasks.at_of(row_id) >= 0:
            self.select_task(row_id, column)
            self._select_too(chosen)
        elif rows and self.tasks.rowCount():
            self._choose(0, 0)

    def _choose(self, at: int, column: int) -> None:
        """Make a row the current and only selected one, whatever keys are held."""
        flags = QItemSelectionModel.SelectionFlag
        self.selectionModel().setCurrentIndex(self.tasks.index(at, column), flags.ClearAndSelect | flags.Rows)

    def _select_too(self, ids: Sequence[str]) -> None:
        flags = QItemSelectionModel.SelectionFlag
        for at in (self.tasks.at_of(key) for key in ids):
            if at >= 0:
                self.selectionModel().select(self.tasks.index(at, 0), flags.Select | flags.Rows)

    def selected_ids(self) -> tuple[str, ...]:
        """The selected tasks, top to bottom."""
        rows = sorted({index.row() for index in self.selectionModel().selectedRows()})
        return tuple(self.tasks.row_at(at).id for at in rows)

    def current_id(self) -> str | None:
        index = self.currentIndex()
        return self.tasks.row_at(index.row()).id if index.isValid() else None

    def current_task(self) -> TaskLine | None:
        index = self.currentIndex()
        return self.tasks.row_at(index.row()) if index.isValid() else None

    def select_task(self, row_id: str, column: int = 0) -> None:
        at = self.tasks.at_of(row_id)
        if at >= 0:
            self._choose(at, column)
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
        piece = self._rich["progress"].piece_at(task, rect.width(), self.font(), y)
        self.entry_asked.emit(task, piece.entry if piece is not None else None)

    # --- the mouse ------------------------------------------------------------------------------

    def _source_at(self, place: QPoint) -> TaskLine | None:
        """The task whose decision is written there."""
        index = self.indexAt(place)
        if not index.isValid() or COLUMNS[index.column()].key != "text":
            return None
        task, rect = self.tasks.row_at(index.row()), self.visualRect(index)
        piece = self._rich["text"].piece_at(task, rect.width(), self.font(), place.y() - rect.top())
        written = piece is not None and piece.is_source and task.decision is not None
        beside = place.x() - rect.left() - MARGIN
        return task if written and piece and beside <= piece.text.idealWidth() else None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        over = self._source_at(event.position().toPoint())
        hand = Qt.CursorShape.PointingHandCursor if over is not None else Qt.CursorShape.ArrowCursor
        self.viewport().setCursor(hand)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
        task = self._source_at(event.position().toPoint())
        if task is not None and plain and event.button() == Qt.MouseButton.LeftButton:
            self.source_asked.emit(task)

    def dropEvent(self, event: QDropEvent) -> None:
        """A row let go between two others asks to be moved there; the desk answers with the new order."""
        self.dropped(event, own=event.source() is self)

    def dropped(self, event: QDropEvent, *, own: bool) -> None:
        """Take the current row to where it was let go, if it is of this table."""
        event.setDropAction(Qt.DropAction.IgnoreAction)
        event.accept()
        task = self.current_task()
        if not own or task is None:
            return
        at = self.rowAt(event.position().toPoint().y())
        if at < 0:
            at = self.tasks.rowCount()
        elif self.dropIndicatorPosition() == QAbstractItemView.DropIndicatorPosition.BelowItem:
            at += 1
        here = self.tasks.at_of(task.id)
        offset = at - here - (1 if at > here else 0)
        if offset:
            self.move_asked.emit(task, offset)

    # --- the keyboard ---------------------------------------------------------------------------

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self._pressed = event.position().toPoint()
        super().mouseDoubleClickEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        editing = self.state() == QAbstractItemView.State.EditingState
        task = self.current_task()
        if event.modifiers() == Qt.KeyboardModifier.AltModifier and event.key() in steps and task is not None:
            self.move_asked.emit(task, steps[Qt.Key(event.key())])
        elif event.key() == Qt.Key.Key_F2 and not event.modifiers() and not editing:
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
