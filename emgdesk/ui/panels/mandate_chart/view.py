"""The mandate chart in the window: zoomed, dragged, walked through with the keys; a click leads on."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, QPointF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFontInfo,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QToolTip, QWidget

from emgdesk.domain.numbering import counted
from emgdesk.reports.charts.mandate_areas import HotArea
from emgdesk.reports.mandates import MandateChartFacts
from emgdesk.ui.panels.mandate_chart.canvas import Canvas
from emgdesk.ui.panels.mandate_chart.walking import Walk
from emgdesk.ui.theme import tones

_STEP, _LEAST, _MOST = 1.25, 0.4, 30.0
_LETTERS = 0.94  # beside the window's own
_PAN = 60
_PANS = {
    Qt.Key.Key_Left: (-_PAN, 0), Qt.Key.Key_Right: (_PAN, 0), Qt.Key.Key_Up: (0, -_PAN),
    Qt.Key.Key_Down: (0, _PAN),
}  # fmt: skip
NOTHING = MandateChartFacts((), (), (), 1)


class MandateChartView(QAbstractScrollArea):
    """`chosen` says what a click or Enter leads to: ("workstream" | "action" | "mandate_event", its key).

    Ctrl with the wheel, + and - zoom the years and, below 100 %, the whole; 0 shows all years. Arrow keys
    walk from event to event and from bar to bar, with Ctrl they move the chart.
    """

    chosen = Signal(str, str)
    zoomed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._facts, self._zoom = NOTHING, 1.0
        self._canvas: Canvas | None = None
        self._walk = Walk(())
        self._hovered: HotArea | None = None
        self._dragged: QPointF | None = None
        self._moved = False
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setMouseTracking(True)
        self.viewport().setAutoFillBackground(False)
        self.setAccessibleName("Chart of mandates")

    @property
    def facts(self) -> MandateChartFacts:
        """What is shown."""
        return self._facts

    @property
    def canvas(self) -> Canvas:
        """The chart as laid out now."""
        if self._canvas is None:
            self._canvas = self._laid_out()
        return self._canvas

    def show_chart(self, facts: MandateChartFacts) -> None:
        """Show another chart, the same place and event in view as far as they are still there."""
        at = self._walk.area
        self._facts = facts
        self._rebuild()
        if at is not None:
            self._walk.find(at)
        events = sum(len(row.events) for row in facts.rows)
        self.setAccessibleDescription(
            f"{counted(len(facts.rows), 'workstream', 'workstreams')}, {counted(events, 'event', 'events')}. "
            "Arrow keys walk through the events."
        )
        self.updateGeometry()

    # --- room ---------------------------------------------------------------------------------

    def _laid_out(self) -> Canvas:
        size = QFontInfo(self.font()).pixelSize() * _LETTERS * min(self._zoom, 1.0)
        width = float(self.viewport().width())
        return Canvas(self._facts, width, max(self._zoom, 1.0), size, self.font(), self.logicalDpiY())

    def _rebuild(self) -> None:
        self._canvas = self._laid_out()
        self._hovered = None
        self._walk = Walk(self._canvas.areas, self._walk.place)
        self._ranges()
        self.viewport().update()

    def _ranges(self) -> None:
        canvas = self.canvas
        wide, tall = canvas.size_of_bars
        height = canvas.view_height(self.viewport().height())
        for bar, whole, seen in (
            (self.horizontalScrollBar(), wide, canvas.view_width),
            (self.verticalScrollBar(), tall, height),
        ):
            bar.setPageStep(round(seen))
            bar.setSingleStep(24)
            bar.setRange(0, max(0, round(whole - seen)))

    def sizeHint(self) -> QSize:
        return QSize(640, min(self.whole_height() + 2, 520))

    def minimumSizeHint(self) -> QSize:
        return QSize(260, 120)

    def whole_height(self) -> int:
        """The height at which nothing has to be scrolled up or down."""
        canvas = self.canvas
        return round(canvas.head + canvas.plan.height + canvas.foot)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._canvas is None or event.oldSize().width() != event.size().width():
            self._rebuild()
        else:
            self._ranges()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.PaletteChange) and hasattr(self, "_walk"):
            self._rebuild()

    # --- zoom ---------------------------------------------------------------------------------

    @property
    def zoom(self) -> float:
        """1.0 with all years in view; below it the letters are smaller too."""
        return self._zoom

    def zoom_by(self, steps: float, at: float | None = None) -> None:
        """Zoom so many steps in (negative: out), keeping the day at `at` (pixels) where it is."""
        self.zoom_to(self._zoom * _STEP**steps, at)

    def zoom_to(self, zoom: float, at: float | None = None) -> None:
        """Set the zoom, as far as it goes."""
        canvas = self.canvas
        right = self.horizontalScrollBar().value()
        inside = min(
            max((at if at is not None else canvas.left + canvas.view_width / 2) - canvas.left, 0),
            canvas.view_width,
        )
        share = (right + inside) / max(canvas.size_of_bars[0], 1.0)
        self._zoom = min(max(zoom, _LEAST), _MOST)
        if abs(self._zoom - 1.0) < 0.06:
            self._zoom = 1.0
        self._rebuild()
        self.horizontalScrollBar().setValue(round(share * self.canvas.size_of_bars[0] - inside))
        self.zoomed.emit(f"{round(self._zoom * 100)} %")

    def fit(self) -> None:
        """As large as possible with everything in view."""
        zoom = 1.0
        while True:
            self.zoom_to(zoom)
            if self.whole_height() <= self.viewport().height() or zoom <= _LEAST:
                return
            zoom -= 0.07

    # --- painting -----------------------------------------------------------------------------

    def _at(self) -> tuple[int, int]:
        return self.horizontalScrollBar().value(), self.verticalScrollBar().value()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = self.viewport().rect()
        painter.fillRect(area, QColor(tones().surface))
        self.canvas.paint(painter, area.width(), area.height(), *self._at())
        if self._hovered is not None:
            self.canvas.outline(painter, area.height(), self._hovered, *self._at(), focused=False)
        if self._walk.area is not None and self.hasFocus():
            self.canvas.outline(painter, area.height(), self._walk.area, *self._at(), focused=True)

    def picture(self, scale: float = 2.0) -> QImage:
        """The whole chart as wide as it is zoomed, `scale` dots to a pixel, on the window's ground."""
        canvas = self.canvas
        wide, tall = canvas.size_of_bars
        width, height = canvas.left + wide + 8, canvas.head + tall + canvas.foot
        image = QImage(round(width * scale), round(height * scale), QImage.Format.Format_RGB32)
        image.fill(QColor(tones().surface))
        painter = QPainter(image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(scale, scale)
        canvas.paint(painter, width, height, 0, 0)
        painter.end()
        return image

    # --- mouse --------------------------------------------------------------------------------

    def area_at(self, x: float, y: float) -> HotArea | None:
        """What lies at a place of the view: the uppermost of what is drawn there."""
        canvas = self.canvas
        right, down = self._at()
        if not canvas.head <= y <= canvas.head + canvas.view_height(self.viewport().height()):
            return None
        inside = x >= canvas.left
        areas: Sequence[HotArea] = canvas.reached if inside else canvas.name_areas
        place = (x - canvas.left + (right if inside else 0), y - canvas.head + down)
        return next((area for area in reversed(areas) if area.holds(*place)), None)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._dragged, self._moved = event.position(), False

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._dragged is not None:
            way = event.position() - self._dragged
            if self._moved or way.manhattanLength() > 4:
                self._moved, self._dragged = True, event.position()
                self._pan(-way.x(), -way.y())
                self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
            return
        self._hover(
            self.area_at(event.position().x(), event.position().y()), event.globalPosition().toPoint()
        )

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        moved, self._dragged = self._moved, None
        area = self.area_at(event.position().x(), event.position().y())
        self.viewport().setCursor(
            Qt.CursorShape.PointingHandCursor if area is not None else Qt.CursorShape.ArrowCursor
        )
        if event.button() == Qt.MouseButton.LeftButton and not moved and area is not None:
            self._walk.find(area)
            self.chosen.emit(area.kind, area.id)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_by(event.angleDelta().y() / 120, event.position().x())
            event.accept()
        elif event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self._pan(-(event.angleDelta().y() or event.angleDelta().x()), 0)
            event.accept()
        else:
            super().wheelEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._hover(None, QPoint())

    def _hover(self, area: HotArea | None, beside: QPoint) -> None:
        if area is self._hovered:
            return
        self._hovered = area
        self.viewport().setCursor(
            Qt.CursorShape.PointingHandCursor if area is not None else Qt.CursorShape.ArrowCursor
        )
        self.viewport().update()
        if area is None:
            QToolTip.hideText()
        else:
            QToolTip.showText(beside, area.words, self.viewport())

    def _pan(self, right: float, down: float) -> None:
        for bar, by in ((self.horizontalScrollBar(), right), (self.verticalScrollBar(), down)):
            bar.setValue(bar.value() + round(by))

    # --- keys ---------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, control = Qt.Key(event.key()), event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self.zoom_by(1)
        elif key == Qt.Key.Key_Minus:
            self.zoom_by(-1)
        elif key == Qt.Key.Key_0:
            self.zoom_to(1.0)
        elif control and key in _PANS:
            self._pan(*_PANS[key])
        elif self._walk.step(key):
            self._show_walked()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._walk.area is not None:
            self.chosen.emit(self._walk.area.kind, self._walk.area.id)
        else:
            super().keyPressEvent(event)

    def reach(self, kind: str, item_id: str) -> None:
        """Bring a workstream or an event into view and mark it; nothing for what is not shown."""
        areas = self.canvas.areas
        found = [a for a in areas if item_id in ((a.event_id, a.id) if kind == "mandate_event" else (a.id,))]
        if found:
            self._walk.find(found[0])
            self._show_walked()

    def _show_walked(self) -> None:
        """Bring what the keys reached into view and tell it."""
        area, canvas = self._walk.area, self.canvas
        if area is None:
            return
        for bar, at, wide, seen in (
            (self.horizontalScrollBar(), area.x, min(area.width, canvas.view_width), canvas.view_width),
            (self.verticalScrollBar(), area.y, area.height, canvas.view_height(self.viewport().height())),
        ):
            if not bar.value() <= at <= bar.value() + seen - wide:
                bar.setValue(round(at + wide / 2 - seen / 2))
        self.viewport().update()
        self.setAccessibleDescription(area.words)
        right, down = self._at()
        place = QPoint(
            round(canvas.left + max(area.x - right, 0.0)),
            round(canvas.head + area.y + area.height - down) + 6,
        )
        QToolTip.showText(self.viewport().mapToGlobal(place), area.words, self.viewport())

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason):
            self._walk.begin()
            self._show_walked()
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        QToolTip.hideText()
        self.viewport().update()
