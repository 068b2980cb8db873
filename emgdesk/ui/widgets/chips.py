"""A word on a coloured ground: a verdict, a status. The word says it; the colour only helps the eye."""

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import QLabel, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from emgdesk.ui.theme import Tones, tones

PADDING = 7.0
Index = QModelIndex | QPersistentModelIndex


def chip_font(font: QFont) -> QFont:
    """The font of a chip beside text in `font`: a little smaller and stronger."""
    small = QFont(font)
    small.setPointSizeF(max(7.5, font.pointSizeF() * 0.88))
    small.setWeight(QFont.Weight.DemiBold)
    return small


def chip_size(text: str, font: QFont) -> QSize:
    """Width and height of a chip beside text in `font`."""
    metrics = QFontMetricsF(chip_font(font))
    return QSize(round(metrics.horizontalAdvance(text) + 2 * PADDING), round(metrics.height() + 4))


def colours(tone: str, theme: Tones) -> tuple[QColor, QColor]:
    """Letters and ground of a chip; an empty tone is the quiet one."""
    if tone in ("good", "warn", "bad", "accent"):
        return QColor(theme.named(tone)), QColor(theme.named(f"{tone}_soft"))
    return QColor(theme.muted), QColor(theme.hover)


def paint_chip(painter: QPainter, left: float, top: float, text: str, tone: str, font: QFont) -> QRectF:
    """Draw a chip with its upper left corner there; returns the room it took."""
    size = chip_size(text, font)
    room = QRectF(left, top, size.width(), size.height())
    ink, ground = colours(tone, tones())
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    rim = QColor(ink)
    rim.setAlpha(70)  # keeps the chip apart from a selected row of the same tone
    painter.setPen(rim)
    painter.setBrush(ground)
    painter.drawRoundedRect(room.adjusted(0.5, 0.5, -0.5, -0.5), size.height() / 2, size.height() / 2)
    painter.setPen(ink)
    painter.setFont(chip_font(font))
    painter.drawText(room, Qt.AlignmentFlag.AlignCenter, text)
    painter.restore()
    return room


class ChipDelegate(QStyledItemDelegate):
    """Draws a cell's text as a chip; `tone_of` gives the tone of an index: good, warn, bad, accent or ""."""

    def __init__(self, tone_of: Callable[[Index], str], parent: QObject) -> None:
        super().__init__(parent)
        self._tone_of = tone_of

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        self.initStyleOption(option, index)
        option.state &= ~QStyle.StateFlag.State_HasFocus
        text, option.text = option.text, ""
        style = option.widget.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter, option.widget)
        if text:
            size = chip_size(text, option.font)
            top = option.rect.top() + (option.rect.height() - size.height()) / 2
            paint_chip(painter, option.rect.left() + 6, top, text, self._tone_of(index), option.font)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        size = chip_size(str(index.data() or ""), option.font)
        return QSize(size.width() + 14, size.height() + 6)


class Chip(QLabel):
    """A chip as a widget."""

    def __init__(self, text: str = "", tone: str = "") -> None:
        super().__init__()
        self._tone = tone
        self.set(text, tone)

    def set(self, text: str, tone: str) -> None:
        self._tone = tone
        self.setText(text)
        self.setAccessibleName(text)
        self.setVisible(bool(text))
        self.setFixedSize(chip_size(text, self.font()))
        self.update()

    def paintEvent(self, _event: object) -> None:
        painter = QPainter(self)
        paint_chip(painter, 0, 0, self.text(), self._tone, self.font())
