"""What happened to a thing, day by day, along a line: a sign, a word, a day, and the words said."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QEvent, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QKeyEvent, QPainter, QPalette, QPen, QPolygonF
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from emgdesk.ui.theme import tones
from emgdesk.ui.widgets.cell_editing import Index
from emgdesk.ui.widgets.chips import chip_font

SIGNS = ("empty", "dashed", "half", "full", "check", "pause", "cross", "diamond")
"""Shapes that tell what happened without a colour."""
_SIGN = 13  # pixels
_LEFT = 34  # from the edge to the words
_TOP = 5
_GAP = 9
_ROW = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True)
class Happened:
    """One point: `sign` of `SIGNS`, `word` what it is ("Ongoing"), `note` something to know about it.

    `text` is plain; `tone` that of the theme the sign is drawn in.
    """

    id: str
    sign: str
    tone: str
    word: str
    day: str
    text: str = ""
    note: str = ""

    def spoken(self) -> str:
        """All of it, for who listens to the screen."""
        parts = (self.word, self.day, self.text, self.note)
        return ". ".join(part.rstrip(".") for part in parts if part)


class Timeline(QListView):
    """`opened(id)` for Enter or a double click, `add_asked` for Insert, `delete_asked(id)` for Delete."""

    opened = Signal(str)
    add_asked = Signal()
    delete_asked = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setWordWrap(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMinimumHeight(60)
        self.points = _Points()
        self.setModel(self.points)
        self.setItemDelegate(_PointDelegate(self))
        self.doubleClicked.connect(lambda index: self.opened.emit(self.points.rows[index.row()].id))

    def show_points(self, rows: Sequence[Happened]) -> None:
        """Show these in order, keeping the current one."""
        kept = self.current_id()
        self.points.set_rows(rows)
        at = next((n for n, row in enumerate(rows) if row.id == kept), len(rows) - 1)
        if rows:
            self.setCurrentIndex(self.points.index(at))
            self.scrollTo(self.currentIndex())

    def current_id(self) -> str:
        """The point the keyboard is on, "" for none."""
        index = self.currentIndex()
        return self.points.rows[index.row()].id if index.isValid() else ""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        key, current = event.key(), self.current_id()
        if plain and current and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2):
            self.opened.emit(current)
        elif plain and current and key == Qt.Key.Key_Delete:
            self.delete_asked.emit(current)
        elif plain and key == Qt.Key.Key_Insert:
            self.add_asked.emit()
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        answered = super().event(event)
        if event.type() == QEvent.Type.Resize:
            self.doItemsLayout()  # texts wrap anew
        return answered


class _Points(QAbstractListModel):
    def __init__(self) -> None:
        super().__init__()
        self.rows: tuple[Happened, ...] = ()

    def set_rows(self, rows: Sequence[Happened]) -> None:
        self.beginResetModel()
        self.rows = tuple(rows)
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self.rows[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return row.spoken()
        return row if role == _ROW else None


class _PointDelegate(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        row: Happened = index.data(_ROW)
        view = option.widget
        width = (view.viewport().width() if view is not None else 200) - _LEFT - 8  # type: ignore[attr-defined]
        line = option.fontMetrics.lineSpacing()
        height = line + _TOP + _GAP
        for text in (row.text, row.note):
            if text:
                room = QRect(0, 0, width, 10_000)
                height += option.fontMetrics.boundingRect(room, Qt.TextFlag.TextWordWrap, text).height() + 1
        return QSize(60, height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: Happened = index.data(_ROW)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        if selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tones().accent_soft if option.widget.hasFocus() else tones().hover))
            painter.drawRoundedRect(QRectF(option.rect).adjusted(1, 1, -1, -1), 5, 5)
        self._paint_line(painter, option, index)
        self._paint_words(painter, option, row)
        painter.restore()

    def _paint_line(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: Happened = index.data(_ROW)
        x, middle = option.rect.left() + 15.0, option.rect.top() + _TOP + option.fontMetrics.height() / 2
        painter.setPen(QPen(QColor(tones().border), 2))
        last = index.model().rowCount() - 1
        if index.row() > 0:
            painter.drawLine(QPointF(x, option.rect.top()), QPointF(x, middle))
        if index.row() < last:
            painter.drawLine(QPointF(x, middle), QPointF(x, option.rect.bottom() + 1))
        paint_sign(painter, QPointF(x, middle), row.sign, QColor(tones().named(row.tone or "muted")))

    def _paint_words(self, painter: QPainter, option: QStyleOptionViewItem, row: Happened) -> None:
        room = option.rect.adjusted(_LEFT, _TOP, -8, 0)
        line = option.fontMetrics.lineSpacing()
        strong = QFont(option.font)
        strong.setWeight(QFont.Weight.DemiBold)
        painter.setFont(strong)
        painter.setPen(option.palette.color(QPalette.ColorRole.Text))
        painter.drawText(room, Qt.AlignmentFlag.AlignTop, row.word)
        beside = room.adjusted(painter.fontMetrics().horizontalAdvance(row.word) + 9, 0, 0, 0)
        painter.setFont(option.font)
        painter.setPen(QColor(tones().muted))
        painter.drawText(beside, Qt.AlignmentFlag.AlignTop, row.day)
        below = room.adjusted(0, line + 1, 0, 0)
        if row.text:
            painter.setPen(option.palette.color(QPalette.ColorRole.Text))
            taken = painter.drawText(below, Qt.TextFlag.TextWordWrap, row.text)
            below = below.adjusted(0, taken.height() + 1, 0, 0)
        if row.note:
            painter.setFont(chip_font(option.font))
            painter.setPen(QColor(tones().muted))
            painter.drawText(below, Qt.TextFlag.TextWordWrap, row.note)


def paint_sign(painter: QPainter, middle: QPointF, sign: str, colour: QColor) -> None:
    """Draw one of `SIGNS` around a point."""
    half = _SIGN / 2
    room = QRectF(middle.x() - half, middle.y() - half, _SIGN, _SIGN)
    pen = QPen(colour, 1.8)
    if sign == "dashed":
        pen.setDashPattern([1.2, 1.4])
    painter.setPen(pen)
    full = sign in ("full", "check", "diamond")
    painter.setBrush(colour if full else QColor(tones().surface))
    if sign == "diamond":
        x, y = middle.x(), middle.y()
        corners = (QPointF(x, y - half), QPointF(x + half, y), QPointF(x, y + half), QPointF(x - half, y))
        painter.drawPolygon(QPolygonF(list(corners)))
        return
    painter.drawEllipse(room)
    if sign == "half":
        painter.setBrush(colour)
        painter.drawPie(room, 270 * 16, 180 * 16)
    painter.setPen(QPen(QColor(tones().surface) if sign == "check" else colour, 1.8))
    for points in _STROKES.get(sign, ()):
        painter.drawPolyline([middle + QPointF(x, y) for x, y in points])


_STROKES = {
    "check": (((-3.0, 0.2), (-0.9, 2.4), (3.1, -2.3)),),
    "pause": (((-1.7, -2.4), (-1.7, 2.4)), ((1.7, -2.4), (1.7, 2.4))),
    "cross": (((-2.3, -2.3), (2.3, 2.3)), ((-2.3, 2.3), (2.3, -2.3))),
}
