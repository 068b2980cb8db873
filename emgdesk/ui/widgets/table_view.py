"""The table inside a row table: keys for copying, pasting, deleting and opening rows."""

from PySide6.QtCore import QEvent, Qt, Signal, SignalInstance
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QTableView, QWidget

_KEYS = QKeySequence.StandardKey


class TableView(QTableView):
    """Selects whole rows, moves a cell at a time; says which key was pressed for the rows."""

    copy_pressed = Signal()
    paste_pressed = Signal()
    delete_pressed = Signal()
    spread_pressed = Signal()
    open_pressed = Signal()
    leave_up = Signal()
    resized = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.AnyKeyPressed
        )
        self.setAlternatingRowColors(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setSortingEnabled(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        vertical, horizontal = self.verticalHeader(), self.horizontalHeader()
        vertical.setVisible(False)
        vertical.setDefaultSectionSize(self.fontMetrics().height() + 9)
        vertical.setMinimumSectionSize(vertical.defaultSectionSize())
        horizontal.setHighlightSections(False)
        horizontal.setSectionsMovable(True)
        horizontal.setStretchLastSection(False)
        horizontal.setSectionsClickable(True)
        horizontal.setSortIndicatorClearable(True)
        horizontal.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.resized.emit()

    def event(self, event: QEvent) -> bool:
        """Copy and paste are the table's own while it has the keyboard."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            if event.matches(_KEYS.Copy) or event.matches(_KEYS.Paste):
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        signal = self._meaning(event)
        if signal is not None:
            signal.emit()
            return
        if event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier):
            self.setEditTriggers(self.editTriggers() & ~QAbstractItemView.EditTrigger.AnyKeyPressed)
            super().keyPressEvent(event)
            self.setEditTriggers(self.editTriggers() | QAbstractItemView.EditTrigger.AnyKeyPressed)
            return
        super().keyPressEvent(event)

    def _meaning(self, event: QKeyEvent) -> SignalInstance | None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        editing = self.state() == QAbstractItemView.State.EditingState
        if event.matches(_KEYS.Copy):
            return self.copy_pressed
        if event.matches(_KEYS.Paste):
            return self.paste_pressed
        if editing:
            return None
        if event.key() == Qt.Key.Key_Delete and plain:
            return self.delete_pressed
        if event.key() == Qt.Key.Key_F2 and event.modifiers() == Qt.KeyboardModifier.ShiftModifier:
            return self.spread_pressed
        if enter and plain:
            return self.open_pressed
        if event.key() == Qt.Key.Key_Up and plain and self.currentIndex().row() <= 0:
            return self.leave_up
        return None
