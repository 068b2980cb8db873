"""What the bars and marks of a chart mean, below it."""

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QFontInfo, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from emgdesk.reports.charts import Drawing
from emgdesk.reports.charts.mandate_legend import mandate_legend
from emgdesk.reports.mandates import MandateChartFacts
from emgdesk.ui.panels.mandate_chart.view import NOTHING
from emgdesk.ui.widgets.shapes import ShapePainter

_LETTERS, _MARGIN = 0.86, 8


class LegendStrip(QWidget):
    """The legend of what a chart shows, in as many lines as its width needs."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._facts = NOTHING
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName("Legend of the chart")

    def show_legend(self, facts: MandateChartFacts) -> None:
        """The legend of another chart."""
        self._facts = facts
        self._fit()

    def _fit(self) -> None:
        """As high as its lines: a stack does not ask how high it is at its width."""
        self.setFixedHeight(round(self._laid_out(self.width()).height) + 4)
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def sizeHint(self) -> QSize:
        return QSize(400, self.height())

    def _laid_out(self, width: float) -> Drawing:
        size = QFontInfo(self.font()).pixelSize() * _LETTERS
        return mandate_legend(self._facts, max(width - 2 * _MARGIN, 120.0), self._painter().measure, size)

    def _painter(self) -> ShapePainter:
        return ShapePainter(self.font(), self.logicalDpiY())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.PaletteChange) and hasattr(self, "_facts"):
            self._fit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(_MARGIN, 2)
        self._painter().draw(painter, self._laid_out(self.width()).shapes)
