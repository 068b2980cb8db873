"""Cells of the quick update: three lines of text, a status as a chip, fields where one types."""

from PySide6.QtCore import QAbstractItemModel, QEvent, QObject, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QKeyEvent, QPainter, QPalette, QTextLayout, QTextOption
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QPlainTextEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from emgdesk.domain.statuses import TASK_STATUSES
from emgdesk.ui.panels.quick_update.columns import COLUMNS, TYPED
from emgdesk.ui.panels.quick_update.reading import UpdateRow
from emgdesk.ui.panels.work_plan.task_cells import OVERDUE, STATUS_TONES
from emgdesk.ui.theme import tones
from emgdesk.ui.widgets.cell_editing import CellDelegate, Index
from emgdesk.ui.widgets.chips import chip_size, paint_chip

LINES = 3
_PAD = 7
_EDITED_LINES = 5  # a text being typed shows at least so many
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_TABS = {Qt.Key.Key_Tab: 1, Qt.Key.Key_Backtab: -1}


class UpdateDelegate(CellDelegate):
    """`moved(columns, rows)` after Enter or Tab in a cell; `longer(key, text)` for Ctrl+Enter in a text."""

    moved = Signal(int, int)
    longer = Signal(str, str)

    def __init__(self, parent: QObject) -> None:
        super().__init__(COLUMNS, lambda _key: (), parent)
        self.over = False  # what is typed next replaces what stands in the cell

    # --- editing --------------------------------------------------------------------------------

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        if COLUMNS[index.column()].editor == "choice":
            editor = super().createEditor(parent, option, index)
            assert isinstance(editor, QComboBox)
            editor.setItemText(0, "(none)")
            return editor
        made = QPlainTextEdit(parent)
        made.setAccessibleName(COLUMNS[index.column()].header)
        made.document().setDocumentMargin(4)
        made.setTabChangesFocus(True)
        return made

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        if editor.property("filled"):
            return  # what is being typed stays, whatever arrives from the desk meanwhile
        editor.setProperty("filled", True)
        text = str(index.data(Qt.ItemDataRole.EditRole))
        if isinstance(editor, QComboBox):
            editor.setCurrentIndex(TASK_STATUSES.index(text) + 1 if text in TASK_STATUSES else 0)
            editor.showPopup()
        elif isinstance(editor, QPlainTextEdit):
            editor.setPlainText("" if self.over else text)
            editor.moveCursor(editor.textCursor().MoveOperation.End)

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        if isinstance(editor, QPlainTextEdit):
            model.setData(index, editor.toPlainText().strip(), Qt.ItemDataRole.EditRole)
        elif isinstance(editor, QComboBox):
            at = editor.currentIndex()
            model.setData(index, TASK_STATUSES[at - 1] if at > 0 else "", Qt.ItemDataRole.EditRole)

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        rect = QRect(option.rect)
        if isinstance(editor, QComboBox):
            rect.setHeight(min(rect.height(), editor.sizeHint().height() + 4))
        else:
            rect.setHeight(max(rect.height(), option.fontMetrics.lineSpacing() * _EDITED_LINES + 12))
            room = editor.parentWidget().height()
            rect.moveTop(max(0, min(rect.top(), room - rect.height())))
        editor.setGeometry(rect)

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if isinstance(editor, QPlainTextEdit) and self._typed(editor, event):
                return True
            if isinstance(editor, QComboBox) and event.key() in _TABS:
                self._leave(editor, _TABS[Qt.Key(event.key())], 0)
                return True
        return super().eventFilter(editor, event)

    def _typed(self, editor: QPlainTextEdit, event: QKeyEvent) -> bool:
        key, held = Qt.Key(event.key()), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if key in _ENTER and held == Qt.KeyboardModifier.NoModifier:
            self._leave(editor, 0, 1)
        elif key in _ENTER and held == Qt.KeyboardModifier.ControlModifier:
            column = COLUMNS[self._column(editor)]
            text = editor.toPlainText()
            self.closeEditor.emit(editor, QStyledItemDelegate.EndEditHint.RevertModelCache)
            self.longer.emit(column.key, text)
        elif key in _TABS and not held & Qt.KeyboardModifier.ControlModifier:
            self._leave(editor, _TABS[key], 0)
        else:
            return False
        return True

    def _column(self, editor: QWidget) -> int:
        view = self.parent()
        assert isinstance(view, QAbstractItemView)
        return view.currentIndex().column()

    def _leave(self, editor: QWidget, columns: int, rows: int) -> None:
        self.commitData.emit(editor)
        self.closeEditor.emit(editor, QStyledItemDelegate.EndEditHint.NoHint)
        self.moved.emit(columns, rows)

    # --- drawing --------------------------------------------------------------------------------

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(60, row_height(option.fontMetrics.lineSpacing()))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        self.initStyleOption(option, index)
        option.text = ""
        style = option.widget.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter, option.widget)
        key, row = COLUMNS[index.column()].key, index.model().row_at(index.row())  # type: ignore[attr-defined]
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        role = QPalette.ColorRole.HighlightedText if selected else QPalette.ColorRole.Text
        ink = option.palette.color(role)
        painter.save()
        painter.setFont(option.font)
        room = option.rect.adjusted(_PAD, _PAD - 2, -_PAD, -_PAD + 3)
        text = str(index.data() or "")
        if key in TYPED:
            _paint_field(painter, option.rect)
        if key == "status":
            if text:
                tone = STATUS_TONES.get(text, "")
                paint_chip(painter, room.left() + 1, room.top() + 1, text.capitalize(), tone, option.font)
        elif key == "last":
            _paint_last(painter, room, row, option.font, ink)
        elif key == "place" and (row.updated or row.overdue):
            draw_lines(
                painter, room.adjusted(0, 0, 0, -_paint_mark(painter, room, row)), text, option.font, ink
            )
        else:
            draw_lines(painter, room, text, option.font, ink)
        painter.restore()


def row_height(line: int) -> int:
    """Pixels of a row, for lines of this height."""
    return LINES * line + 2 * _PAD


def _paint_field(painter: QPainter, rect: QRect) -> None:
    """A quiet frame that says: here one types."""
    painter.setPen(QColor(tones().border))
    painter.drawRoundedRect(QRectF(rect).adjusted(2.5, 2.5, -2.5, -2.5), 4, 4)


def _paint_mark(painter: QPainter, room: QRect, row: UpdateRow) -> int:
    """Below a workstream: whether the task was updated and is overdue. Returns the pixels it takes."""
    words = " · ".join(part for part in ("✓ updated" * row.updated, OVERDUE * row.overdue) if part)
    painter.setPen(QColor(tones().good if row.updated else tones().bad))
    shown = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, room.width())
    painter.drawText(room, Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft, shown)
    return painter.fontMetrics().lineSpacing()


def _paint_last(painter: QPainter, room: QRect, row: object, font: QFont, ink: QColor) -> None:
    """Status and day in one line, the words below."""
    status, day, words = row.last_status, row.last_day, row.last_text  # type: ignore[attr-defined]
    if not (status or day or words):
        draw_lines(painter, room, "nothing yet", font, QColor(tones().muted))
        return
    left, height = float(room.left()), chip_size("X", font).height()
    if status:
        tone = STATUS_TONES.get(status, "")
        left = paint_chip(painter, left, room.top(), status.capitalize(), tone, font).right() + 6
    painter.setPen(QColor(tones().muted))
    painter.setFont(font)
    line = QRectF(left, room.top(), room.right() - left, height)
    shown = painter.fontMetrics().elidedText(day, Qt.TextElideMode.ElideRight, int(line.width()))
    painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, shown)
    draw_lines(painter, room.adjusted(0, height + 2, 0, 0), words, font, ink)


def draw_lines(painter: QPainter, room: QRect, text: str, font: QFont, ink: QColor) -> None:
    """As many lines of `text` as the room holds, the last one cut with an ellipsis where it goes on."""
    painter.setPen(ink)
    line_height = painter.fontMetrics().lineSpacing()
    most = max(1, room.height() // line_height)
    laid = QTextLayout(text.replace("\n", "\u2028"), font)
    laid.setTextOption(QTextOption(Qt.AlignmentFlag.AlignLeft))
    laid.beginLayout()
    for at in range(most):
        line = laid.createLine()
        if not line.isValid():
            break
        line.setLineWidth(room.width())
        line.setPosition(QPointF(0, at * line_height))
    laid.endLayout()
    for at in range(laid.lineCount()):
        line = laid.lineAt(at)
        goes_on = line.textStart() + line.textLength() < len(text)
        if at == most - 1 and goes_on:
            rest = text[line.textStart() :].replace("\n", " ")
            shown = painter.fontMetrics().elidedText(rest, Qt.TextElideMode.ElideRight, room.width())
            top = room.top() + at * line_height
            painter.drawText(QRect(room.left(), top, room.width(), line_height), 0, shown)
        else:
            line.draw(painter, QPointF(room.topLeft()))
