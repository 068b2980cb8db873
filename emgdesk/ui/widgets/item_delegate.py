"""Draws the lines of a side list and of the search results."""

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from emgdesk.ui.icons import pixmap
from emgdesk.ui.models.list_items import ITEM, ListItem
from emgdesk.ui.theme import Tones, tones

_PAD = 10
_ELIDE = Qt.TextElideMode.ElideRight
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class ItemDelegate(QStyledItemDelegate):
    """Title and faint second line, badge at the right, a bar at the left when selected."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        item: ListItem = index.data(ITEM)
        line = QFontMetrics(option.font).height()
        if not item.id:
            return QSize(100, line + (10 if index.row() == 0 else 18))
        return QSize(100, line * (2 if item.detail else 1) + (15 if item.detail else 12))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        item: ListItem = index.data(ITEM)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if item.id:
            self._paint_item(painter, option, item, tones())
        else:
            self._paint_heading(painter, option, item, tones())
        painter.restore()

    def _paint_heading(
        self, painter: QPainter, option: QStyleOptionViewItem, item: ListItem, tone: Tones
    ) -> None:
        font = QFont(option.font)
        font.setWeight(QFont.Weight.DemiBold)
        font.setPointSizeF(font.pointSizeF() * 0.88)
        painter.setFont(font)
        painter.setPen(QColor(tone.muted))
        room = option.rect.adjusted(_PAD + 4, 0, -_PAD, -4)
        text = QFontMetrics(font).elidedText(item.title, _ELIDE, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom, text)

    def _paint_item(
        self, painter: QPainter, option: QStyleOptionViewItem, item: ListItem, tone: Tones
    ) -> None:
        state = option.state
        box = option.rect.adjusted(6, 1, -6, -1)
        if state & QStyle.StateFlag.State_Selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tone.accent_soft))
            painter.drawRoundedRect(box, 6, 6)
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tone.hover))
            painter.drawRoundedRect(box, 6, 6)
        if state & QStyle.StateFlag.State_HasFocus and state & QStyle.StateFlag.State_KeyboardFocusChange:
            painter.setPen(QPen(QColor(tone.accent), 1.2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box, 6, 6)
        room = box.adjusted(_PAD - 2, 0, -_PAD + 2, 0)
        if item.icon:
            picture = pixmap(item.icon, 16, tone.muted, painter.device().devicePixelRatioF())
            painter.drawPixmap(room.left(), box.center().y() - 8, picture)
            room.setLeft(room.left() + 26)
        self._paint_words(painter, option, item, tone, room)

    def _paint_words(
        self, painter: QPainter, option: QStyleOptionViewItem, item: ListItem, tone: Tones, room: QRect
    ) -> None:
        metrics = QFontMetrics(option.font)
        line = metrics.height()
        first = QRect(room)
        if item.detail:
            first.setTop(room.top() + (room.height() - 2 * line - 1) // 2)
            first.setHeight(line)
        second = first.translated(0, line + 1)
        painter.setFont(option.font)
        if item.badge:
            wide = metrics.horizontalAdvance(item.badge)
            painter.setPen(QColor(tone.muted))
            painter.drawText(first, _RIGHT, item.badge)
            first.setRight(first.right() - wide - 8)
        painter.setPen(QColor(tone.muted if item.faint else tone.text))
        painter.drawText(first, _LEFT, metrics.elidedText(item.title, _ELIDE, first.width()))
        if item.detail:
            painter.setPen(QColor(tone.muted))
            painter.drawText(second, _LEFT, metrics.elidedText(item.detail, _ELIDE, second.width()))
