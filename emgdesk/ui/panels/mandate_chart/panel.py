"""The chart of all workstreams, or of the family of one."""

from datetime import date
from functools import partial

from PySide6.QtWidgets import QVBoxLayout

from emgdesk.queries.inputs.mandate_chart import mandate_chart_facts
from emgdesk.reports.mandates import MandateChartFacts
from emgdesk.ui.page import WorkstreamPanel
from emgdesk.ui.panels.mandate_chart.view import MandateChartView
from emgdesk.ui.services import Services
from emgdesk.workspace import ChangeSet


class MandateChartPanel(WorkstreamPanel):
    """Bars over the years; a click on a bar leads to its workstream, on an event to its decision."""

    tables = ("workstream", "mandate_event", "meeting", "chapter", "action", "action_section")

    def __init__(self, services: Services) -> None:
        super().__init__(services)
        self._workstream = ""
        self.view = MandateChartView()
        self.view.chosen.connect(services.navigator.show)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.view)
        self.setFocusProxy(self.view)

    def show_workstream(self, workstream_id: str) -> None:
        """Show the family of a workstream, all for ""."""
        self._workstream = workstream_id
        self.read_soon()

    def refresh(self, changes: ChangeSet | None = None) -> None:
        read = partial(mandate_chart_facts, today=date.today(), workstream_id=self._workstream or None)
        self.services.read(read, self._show, latest=(id(self), "chart"))

    def _show(self, facts: MandateChartFacts) -> None:
        self.view.show_chart(facts)
        self.counted.emit("")
