"""A chart in the window: the shapes of `reports.charts`, as on the page, drawn as vectors."""

from PySide6.QtCore import QEvent, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFontInfo,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from emgdesk.reports.blocks import Chart
from emgdesk.reports.charts import Drawing, layout, number
from emgdesk.ui.theme import tones
from emgdesk.ui.widgets.shapes import ShapePainter

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
        return layout(self._chart, max(width - 2.0, 120.0), self._painter().measure, size)

    def _arrange(self) -> None:
        self._drawing = self._laid_out(self.width())
        self.update()

    def _painter(self) -> ShapePainter:
        return ShapePainter(self.font(), self.logicalDpiY())

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
        self._painter().draw(painter, self._drawing.shapes)

    def _mark(self, painter: QPainter) -> None:
        """The ground of the category whose numbers are told."""
        top, height = self._drawing.rows[self._at]
        painter.setPen(QPen(QColor(tones().accent), 1.0) if self.hasFocus() else Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tones().hover))
        painter.drawRoundedRect(QRectF(0.0, top, self.width() - 2.0, height), 4.0, 4.0)

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
