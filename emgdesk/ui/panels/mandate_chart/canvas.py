"""The chart as it is painted: names and years stay in view while the bars move below them."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen

from emgdesk.reports.charts import Shape
from emgdesk.reports.charts.mandate_areas import HotArea
from emgdesk.reports.charts.mandate_scale import full_scale
from emgdesk.reports.charts.mandates import FOOT, HEAD, MandatePlan, name_areas, plan
from emgdesk.reports.charts.shapes import extent
from emgdesk.reports.mandates import MandateChartFacts
from emgdesk.ui.theme import tones
from emgdesk.ui.widgets.shapes import ShapePainter

NAMES_SHARE, NAMES_LEAST, NAMES_MOST = 0.27, 9.0, 24.0
"""The column of names: a share of the width, at least and at most so many type sizes."""
MARGIN = 8.0


class Canvas:
    """One chart laid out for a width, a zoom of its years and a type size in pixels."""

    def __init__(
        self, facts: MandateChartFacts, width: float, zoom: float, size: float, font: QFont, dpi: int
    ) -> None:
        self.size = size
        self.painter = ShapePainter(font, dpi)
        self.names_width = min(max(width * NAMES_SHARE, NAMES_LEAST * size), NAMES_MOST * size)
        self.left = self.names_width + MARGIN
        self.head, self.foot = HEAD * size, FOOT * size
        self.view_width = max(width - self.left - MARGIN, 80.0)
        scale = full_scale(facts, self.view_width * zoom)
        self.plan: MandatePlan = plan(facts, scale, self.names_width, self.painter.measure, size)
        self.areas: tuple[HotArea, ...] = self.plan.areas
        self.reached: tuple[HotArea, ...] = (*self.plan.line_areas, *self.areas)
        """What the mouse reaches: the lines too, below the bars they pass."""
        self.name_areas = name_areas(self.plan, self.names_width)
        self._bars = [(*extent(shape), shape) for shape in self.plan.bars]

    @property
    def size_of_bars(self) -> tuple[float, float]:
        """Width and height of what scrolls."""
        return self.plan.scale.width, self.plan.height

    def view_height(self, height: float) -> float:
        """How much of a height is left for the bars."""
        return max(height - self.head - self.foot, 1.0)

    def paint(self, painter: QPainter, width: float, height: float, right: float, down: float) -> None:
        """Paint into a place of `width` and `height`, the bars moved `right` and `down` under it."""
        tall = min(self.view_height(height), self.plan.height)
        inner = QRectF(self.left, self.head, width - self.left, tall)
        names = QRectF(0.0, self.head, self.left, tall)
        across = QRectF(self.left - 1, 0.0, width - self.left + 1, height)
        self._part(
            painter, inner, QPointF(self.left - right, self.head - down), self._seen(right, down, inner)
        )
        self._part(painter, names, QPointF(self.left, self.head - down), self.plan.names)
        self._part(painter, across, QPointF(self.left - right, self.head), self.plan.above)
        corner = [s for s in self.plan.above if s is self.plan.above[0]]
        self._part(painter, QRectF(0, 0, self.left, self.head), QPointF(self.left, self.head), corner)
        self._part(painter, across, QPointF(self.left - right, self.head + tall), self.plan.below)

    def _seen(self, right: float, down: float, view: QRectF) -> Sequence[Shape]:
        """The shapes in view: what lies out of it is not drawn."""
        end, low = right + view.width(), down + view.height()
        return [
            shape
            for left, top, to_right, bottom, shape in self._bars
            if left <= end and to_right >= right and top <= low and bottom >= down
        ]

    def _part(self, painter: QPainter, clip: QRectF, origin: QPointF, shapes: Sequence[Shape]) -> None:
        painter.save()
        painter.setClipRect(clip)
        painter.translate(origin)
        self.painter.draw(painter, shapes)
        painter.restore()

    def outline(
        self, painter: QPainter, height: float, area: HotArea, right: float, down: float, *, focused: bool
    ) -> None:
        """A frame around an area: strong where the keyboard is."""
        named = area.x < 0
        moved = 0.0 if named else right
        tall = min(self.view_height(height), self.plan.height)
        painter.setClipRect(QRectF(0.0 if named else self.left - 3, self.head - 3, 1e6, tall + 6))
        place = QRectF(self.left - moved + area.x, self.head - down + area.y, area.width, area.height)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(tones().accent), 2.4 if focused else 1.4))
        painter.drawRoundedRect(place.adjusted(-2, -2, 2, 2), 4.0, 4.0)
