"""Draws the comparison and lets arrow keys and mouse choose the sides."""

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QColor,
    QFont,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPalette,
    QPen,
    QResizeEvent,
    QTextDocument,
    QTextOption,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from emgdesk.ui.panels.duplicates.choosing import ONE, OTHER, Choices
from emgdesk.ui.panels.duplicates.comparison_model import CHANGES, LABEL, PICKED, ComparisonModel
from emgdesk.ui.theme import Tones, tones

Index = QModelIndex | QPersistentModelIndex
_RADIO = 13  # pixels of the mark before what can be chosen
_PAD = 7
_SIDES = {Qt.Key.Key_Left: ONE, Qt.Key.Key_Right: OTHER}


class ComparisonView(QTableView):
    """`changed` when a side was chosen; keys it has no use for go to its parent."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.lines = ComparisonModel(self)
        self.setModel(self.lines)
        self.setItemDelegate(_CellDelegate(self))
        self.setAccessibleName("Comparison")
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header = self.horizontalHeader()
        header.setSectionsClickable(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(LABEL, QHeaderView.ResizeMode.Fixed)
        header.resizeSection(LABEL, self.fontMetrics().horizontalAdvance("Family name n") + 2 * _PAD)
        self._fitting = QTimer(self, interval=0, singleShot=True)
        self._fitting.timeout.connect(self._fit)

    def show_choices(self, choices: Choices | None) -> None:
        """Show two sides, the cursor in the first field they differ in."""
        self.lines.show_choices(choices)
        self._fit()
        if choices is not None:
            self._go(self.lines.first_open())
            self.scrollToTop()

    @property
    def choices(self) -> Choices | None:
        """What is shown, as chosen so far."""
        return self.lines.choices

    def pick(self, row: int, side: int) -> None:
        """Choose a side in a line."""
        changed = self.lines.pick(row, side)
        self._go(row)
        if changed:
            self._fit()
            self.changed.emit()

    def _go(self, row: int) -> None:
        choices = self.lines.choices
        if choices is not None and 0 <= row < len(choices.fields):
            key = choices.fields[row].key
            self.setCurrentIndex(self.lines.index(row, 1 + choices.picked(key)))

    def _step(self, row: int, way: int) -> None:
        """To the next line in which there is something to choose; past the last of them to the edge."""
        following = self.lines.next_open(row, way)
        if following is not None:
            self._go(following)
        elif way > 0:
            self.scrollToBottom()
        else:
            self.scrollToTop()

    def _fit(self) -> None:
        self.resizeRowsToContents()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row, plain = self.currentIndex().row(), not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if plain and event.key() in _SIDES and row >= 0:
            self.pick(row, _SIDES[Qt.Key(event.key())])
        elif plain and event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self._step(row, 1 if event.key() == Qt.Key.Key_Down else -1)
        else:
            event.ignore()  # the panel's own keys

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and index.isValid():
            self.setFocus(Qt.FocusReason.MouseFocusReason)
            if index.column() in (1, 2):
                self.pick(index.row(), index.column() - 1)
            else:
                self._go(index.row())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fitting.start()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.PaletteChange) and hasattr(self, "_fitting"):
            self._fitting.start()


class _CellDelegate(QStyledItemDelegate):
    """Wraps what is long anywhere; marks what is chosen by a dot and a ground, not by colour alone."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        tone, picked = tones(), index.data(PICKED)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(option.rect).adjusted(2, 1, -4, -1)
        if picked:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tone.accent_soft))
            painter.drawRoundedRect(box, 5, 5)
        if _has_cursor(option, index):
            painter.setPen(QPen(QColor(tone.accent), 1.4))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box, 5, 5)
        if picked is not None:
            _paint_mark(painter, QPointF(box.left() + _PAD + 5, box.top() + _PAD + 6), picked, tone)
        document = _document(index, option, picked is not None)
        painter.translate(box.left() + _PAD + (_RADIO + 5 if picked is not None else 0), box.top() + _PAD - 3)
        context = QAbstractTextDocumentLayout.PaintContext()
        context.palette.setColor(QPalette.ColorRole.Text, QColor(_ink(index, picked, tone)))
        document.documentLayout().draw(painter, context)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        view = option.widget
        width = view.columnWidth(index.column()) if isinstance(view, QTableView) else 0
        option.rect.setWidth(width)
        document = _document(index, option, index.data(PICKED) is not None)
        return QSize(width, round(document.size().height()) + 2 * _PAD - 4)


def _has_cursor(option: QStyleOptionViewItem, index: Index) -> bool:
    view = option.widget
    return (
        isinstance(view, QTableView)
        and view.hasFocus()
        and view.currentIndex().row() == index.row()
        and view.currentIndex().column() == index.column()
    )


def _ink(index: Index, picked: bool | None, tone: Tones) -> str:
    return tone.muted if index.column() == LABEL or picked is False else tone.text


def _document(index: Index, option: QStyleOptionViewItem, marked: bool) -> QTextDocument:
    document = QTextDocument()
    document.setDocumentMargin(0)
    font = QFont(option.font)
    if index.data(CHANGES):
        font.setWeight(QFont.Weight.DemiBold)
    document.setDefaultFont(font)
    wrapped = QTextOption(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute)
    wrapped.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    document.setDefaultTextOption(wrapped)
    document.setPlainText(str(index.data() or "–"))
    document.setTextWidth(max(40, option.rect.width() - 2 * _PAD - 6 - (_RADIO + 5 if marked else 0)))
    return document


def _paint_mark(painter: QPainter, middle: QPointF, picked: bool, tone: Tones) -> None:
    """A radio mark: a ring, with a dot where this side is chosen."""
    painter.setBrush(QColor(tone.surface))
    painter.setPen(QPen(QColor(tone.accent if picked else tone.muted), 1.3))
    painter.drawEllipse(middle, 5.5, 5.5)
    if picked:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tone.accent))
        painter.drawEllipse(middle, 2.8, 2.8)
