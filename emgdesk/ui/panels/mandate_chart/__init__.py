"""The mandates of workstreams over the years, as a chart one can walk through."""

from emgdesk.ui.panels.mandate_chart.legend import LegendStrip
from emgdesk.ui.panels.mandate_chart.panel import MandateChartPanel
from emgdesk.ui.panels.mandate_chart.view import MandateChartView

__all__ = ["LegendStrip", "MandateChartPanel", "MandateChartView"]
