"""Charts side by side where there is room, one below the other where there is not."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from emgdesk.reports.blocks import Chart
from emgdesk.ui.widgets.chart_view import ChartView

_LEAST, _GAP, _BELOW = 400, 28, 6  # pixels a chart needs, between it and one beside it, and below it


class ChartBoard(QWidget):
    """`chosen` carries the category clicked in one of the charts of meetings."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("sheet")
        self.views: list[ChartView] = []

    def show_charts(self, charts: Sequence[Chart], meetings: Sequence[str]) -> None:
        """Show these; a click leads on where the categories are `meetings`."""
        for view in self.views:
            view.hide()
            view.deleteLater()
        self.views = []
        for chart in charts:
            leads = set(chart.categories) <= set(meetings)
            view = ChartView(chart, leads=leads, parent=self)
            view.chosen.connect(self.chosen)
            view.show()
            self.views.append(view)
        self._place()

    def _place(self) -> None:
        """Each chart below the shortest column, so that they stand close."""
        columns = min(2 if self.width() >= 2 * _LEAST + _GAP else 1, max(1, len(self.views)))
        wide = (self.width() - _GAP * (columns - 1)) // columns
        ends = [0] * columns
        for view in self.views:
            at = ends.index(min(ends))
            height = view.heightForWidth(wide)
            view.setGeometry(at * (wide + _GAP), ends[at], wide, height)
            ends[at] += height + _BELOW
        self.setMinimumHeight(max(ends))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "views"):
            self._place()
