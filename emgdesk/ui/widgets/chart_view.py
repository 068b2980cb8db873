"""A chart in the window: the shapes of `reports.charts`, as on the page, drawn as vectors."""

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFont,
    QFontInfo,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from emgdesk.reports.blocks import Chart
from emgdesk.reports.charts import Drawing, Rectangle, Stroke, Words, layout, number
from emgdesk.ui.theme import is_dark, tones

_SIZE = 0.92  # of the letters, beside the window's own
_ONE = {"people": "person", "entities": "entity"}
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_Home: -(10**6), Qt.Key.Key_End: 10**6}


class ChartView(QWidget):
    """Shows the numbers of the category under the mouse or chosen with the arrow keys.

    With `leads` a click or Enter on a category emits `chosen` with its name.
    """

    chosen = Signal(str)

    def __init__(self, chart: Chart, *, leads: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chart, self._leads = chart, leads
        self._drawing = Drawing(0.0, ())
        self._at = -1  # the category under the mouse or reached by keys
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.show_chart(chart)

    @property
    def chart(self) -> Chart:
        return self._chart

    def show_chart(self, chart: Chart) -> None:
        """Show another chart in place of this one."""
        self._chart, self._at = chart, -1
        self.setAccessibleName(f"Chart: {chart.title or chart.unit}")
        self.setAccessibleDescription("\n".join(self.told(at) for at in range(len(chart.categories))))
        self._arrange()
        self.updateGeometry()

    def told(self, at: int) -> str:
        """The numbers of one category: "SOM40 technical: Members 3, Observers 1, together 4 people"."""
        return f"{self._chart.categories[at]}: {', '.join(self._numbers(at))}"

    def _numbers(self, at: int) -> list[str]:
        values = [(one.name, one.values[at]) for one in self._chart.series]
        unit = self._chart.unit
        if len(values) == 1:
            return [_counted(values[0][1], unit)]
        found = [f"{word} {number(value)}" for word, value in values]
        if self._chart.kind == "stacked":
            found.append(f"together {_counted(sum(value for _, value in values), unit)}")
        return found

    # --- room ---------------------------------------------------------------------------------

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return round(self._laid_out(width).height) + 1

    def sizeHint(self) -> QSize:
        return QSize(420, self.heightForWidth(max(self.width(), 200)))

    def minimumSizeHint(self) -> QSize:
        return QSize(200, self.heightForWidth(max(self.width(), 200)))

    def _laid_out(self, width: float) -> Drawing:
        size = QFontInfo(self.font()).pixelSize() * _SIZE
        return layout(self._chart, max(width - 2.0, 120.0), self._width_of, size)

    def _arrange(self) -> None:
        self._drawing = self._laid_out(self.width())
        self.update()

    def _width_of(self, text: str, size: float, bold: bool) -> float:
        return QFontMetricsF(self._face(size, bold)).horizontalAdvance(text)

    def _face(self, size: float, bold: bool) -> QFont:
        font = QFont(self.font())
        font.setPointSizeF(size * 72 / self.logicalDpiY())
        font.setBold(bold)
        return font

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.PaletteChange) and hasattr(self, "_drawing"):
            self._arrange()

    # --- drawing ------------------------------------------------------------------------------

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(1.0, 0.5)
        if self._at >= 0:
            self._mark(painter)
        for shape in self._drawing.shapes:
            match shape:
                case Rectangle():
                    _fill(painter, shape)
                case Stroke():
                    painter.setPen(QPen(_gray(shape.gray), max(shape.weight, 0.6)))
                    painter.drawLine(QPointF(shape.x, shape.y), QPointF(shape.to_x, shape.to_y))
                case Words():
                    self._write(painter, shape)

    def _mark(self, painter: QPainter) -> None:
        """The ground of the category whose numbers are told."""
        top, height = self._drawing.rows[self._at]
        painter.setPen(QPen(QColor(tones().accent), 1.0) if self.hasFocus() else Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tones().hover))
        painter.drawRoundedRect(QRectF(0.0, top, self.width() - 2.0, height), 4.0, 4.0)

    def _write(self, painter: QPainter, words: Words) -> None:
        font = self._face(words.size, words.bold)
        wide = QFontMetricsF(font).horizontalAdvance(words.text)
        back = {"left": 0.0, "center": wide / 2, "right": wide}[words.align]
        painter.setFont(font)
        painter.setPen(_toned((1.0, 1.0, 1.0)) if words.white else QColor(tones().text))
        painter.drawText(QPointF(words.x - back, words.y + words.size * 0.36), words.text)

    # --- mouse and keys -----------------------------------------------------------------------

    def category_at(self, y: float) -> int:
        """The category drawn at this height, -1 for none."""
        rows = enumerate(self._drawing.rows)
        return next((at for at, (top, height) in rows if top <= y < top + height), -1)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        at = self.category_at(event.position().y())
        if at != self._at:
            self._show(at, event.globalPosition().toPoint())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        at = self.category_at(event.position().y())
        if event.button() == Qt.MouseButton.LeftButton and at >= 0:
            self._choose(at)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        if not self.hasFocus():
            self._show(-1, QPoint())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _STEPS and self._chart.categories:
            last = len(self._chart.categories) - 1
            self._show(min(max(self._at + _STEPS[Qt.Key(event.key())], 0), last))
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._at >= 0:
            self._choose(self._at)
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._show(-1, QPoint())

    def _choose(self, at: int) -> None:
        if self._leads:
            self.chosen.emit(self._chart.categories[at])

    def _show(self, at: int, beside: QPoint | None = None) -> None:
        """Mark a category and tell its numbers; -1 for none."""
        self._at = at
        self.setCursor(
            Qt.CursorShape.PointingHandCursor if at >= 0 and self._leads else Qt.CursorShape.ArrowCursor
        )
        self.update()
        if at < 0:
            QToolTip.hideText()
            return
        top, height = self._drawing.rows[at]
        place = beside or self.mapToGlobal(QPoint(self.width() // 3, round(top + height)))
        QToolTip.showText(place, "\n".join((self._chart.categories[at], *self._numbers(at))), self)


def _counted(value: float, unit: str) -> str:
    """A number with what it counts: "1 person", "12 people"."""
    return f"{number(value)} {_ONE.get(unit, unit) if value == 1 else unit}".rstrip()


def _fill(painter: QPainter, shape: Rectangle) -> None:
    painter.setPen(QPen(_gray(0.0), 0.6) if shape.outline else Qt.PenStyle.NoPen)
    painter.setBrush(_toned(shape.fill))
    painter.drawRect(QRectF(shape.x, shape.y, shape.width, shape.height))


def _gray(value: float) -> QColor:
    return _toned((value, value, value))


def _toned(colour: tuple[float, float, float]) -> QColor:
    """A colour of the page in the window: on a dark ground what is light is dark and the other way round.

    White becomes the ground and black the letters, so that hatchings stay as far apart.
    """
    printed = QColor.fromRgbF(*colour)
    if not is_dark():
        return printed
    ground, letters = QColor(tones().surface).lightnessF(), QColor(tones().text).lightnessF()
    lightness = letters + (ground - letters) * printed.lightnessF()
    return QColor.fromHslF(max(printed.hslHueF(), 0.0), printed.hslSaturationF(), lightness)
