"""The chart of all workstreams, or of the family of one."""

from datetime import date

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from emgdesk.domain.numbering import counted
from emgdesk.queries.inputs.mandate_chart import mandate_chart_facts
from emgdesk.reports.mandates import MandateChartFacts
from emgdesk.ui.page import WorkstreamPanel
from emgdesk.ui.panels.mandate_chart.choosing import ChoiceBar
from emgdesk.ui.panels.mandate_chart.legend import LegendStrip
from emgdesk.ui.panels.mandate_chart.view import NOTHING, MandateChartView
from emgdesk.ui.services import Notice, Services
from emgdesk.ui.widgets.empty_state import EmptyState, Offer
from emgdesk.ui.widgets.flow import FlowLayout
from emgdesk.ui.widgets.room import Stack
from emgdesk.ui.widgets.text import ToolButton, label, tool
from emgdesk.workspace import ChangeSet

_DOCUMENT = "mandate-chart"
_LEAST = (280, 160)  # pixels: the width of the panel, the height of the chart
_NARROW, _LOW = 560, 300  # pixels below which words of tools, and the legend, leave their room to the chart


class MandateChartPanel(WorkstreamPanel):
    """Bars over the years; a click on a bar leads to its workstream, on an event to its decision."""

    tables = ("workstream", "mandate_event", "meeting", "chapter", "action", "action_section")

    def __init__(self, services: Services) -> None:
        super().__init__(services)
        self._workstream = ""
        self._facts = NOTHING
        self.view = MandateChartView()
        self.view.chosen.connect(services.navigator.show)
        self.view.zoomed.connect(self._say_zoom)
        self.bar = ChoiceBar()
        self.bar.changed.connect(self.read_soon)
        self.legend = LegendStrip()
        self.empty = EmptyState("chart-bar", "No workstreams yet")
        self._lay_out()

    def _lay_out(self) -> None:
        self._copy = tool("Copy picture", self.copy_picture, "copy", tip="Copy the chart, for Word or a mail")
        self._print = tool("Print or save…", self.print_pages, "printer", tip="The chart as a document")
        line = self._line = FlowLayout(6)
        for part in (self.bar, self._zooming(), self._copy, self._print):
            line.addWidget(part)
        chart = QWidget()
        column = QVBoxLayout(chart)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.view, 1)
        column.addWidget(self.legend)
        self._stack = Stack()
        self._stack.addWidget(chart)
        self._stack.addWidget(self.empty)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(line)
        layout.addWidget(self._stack, 1)
        self.setFocusProxy(self.view)

    def _zooming(self) -> QWidget:
        made = QWidget()
        line = QHBoxLayout(made)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(2)
        self.percent = label("100 %", "muted")
        self.percent.setMinimumWidth(self.percent.fontMetrics().horizontalAdvance("3000 %"))
        self.percent.setAlignment(Qt.AlignmentFlag.AlignCenter)
        line.addWidget(_button("zoom-out", "Fewer details (-)", lambda: self.view.zoom_by(-1)))
        line.addWidget(self.percent)
        line.addWidget(_button("zoom-in", "More details (+)", lambda: self.view.zoom_by(1)))
        self._fit = tool("Fit", self.view.fit, "eye", tip="As large as possible with everything in view")
        line.addWidget(self._fit)
        return made

    def minimumSizeHint(self) -> QSize:
        """The lines above the chart in full, and a chart one can still read."""
        return QSize(_LEAST[0], self._line.heightForWidth(max(self.width(), _LEAST[0])) + _LEAST[1])

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        style = Qt.ToolButtonStyle
        words = event.size().width() >= _NARROW
        for part in (self._fit, self._copy, self._print):
            part.setToolButtonStyle(style.ToolButtonTextBesideIcon if words else style.ToolButtonIconOnly)
        self.bar.stand_narrow(not words)
        self.legend.setVisible(event.size().height() >= _LOW)
        self.updateGeometry()

    # --- reading ------------------------------------------------------------------------------

    def show_workstream(self, workstream_id: str) -> None:
        """Show the family of a workstream, all for ""."""
        self._workstream = workstream_id
        self.bar.setVisible(not workstream_id)
        self.read_soon()

    def refresh(self, changes: ChangeSet | None = None) -> None:
        self.services.read(
            mandate_chart_facts, self._show, latest=(id(self), "chart"), today=date.today(),
            workstream_id=self._workstream or None, as_of=self.bar.choice.as_of,
        )  # fmt: skip

    def _show(self, facts: MandateChartFacts) -> None:
        self._facts = facts
        self.bar.show_chapters(tuple(dict.fromkeys(row.chapter for row in facts.rows if row.chapter)))
        self._choose()

    def _choose(self) -> None:
        chosen = self._facts if self._workstream else self.bar.choice.chosen(self._facts)
        self._stack.setCurrentIndex(0 if chosen.rows else 1)
        for part in (self._copy, self._print, self._fit):
            part.setEnabled(bool(chosen.rows))
        if not chosen.rows:
            self._say_empty()
        self.view.show_chart(chosen)
        self.legend.show_legend(chosen)
        self.counted.emit("")

    def _say_empty(self) -> None:
        if self._facts.rows:
            show = Offer("Show all", self._show_all, "eye")
            self.empty.say("chart-bar", "No workstream fits", "Choose another chapter or status.", (show,))
            return
        self.empty.say(
            "chart-bar",
            "No workstreams yet",
            "Take in a work plan, or add a workstream: its mandate is drawn here over the years.",
            (Offer("Import a work plan…", self._import, "file-input", primary=True),),
        )

    def _show_all(self) -> None:
        self.bar.chapter.setCurrentIndex(0)
        self.bar.status.setCurrentIndex(0)

    def _say_zoom(self, words: str) -> None:
        self.percent.setText(words)

    def start_filter(self) -> None:
        self.bar.chapter.setFocus()

    def open_item(self, kind: str, item_id: str) -> None:
        """Bring a workstream or an event into view."""
        self.view.reach(kind, item_id)

    # --- elsewhere ----------------------------------------------------------------------------

    def copy_picture(self) -> None:
        """Put the whole chart on the clipboard, as it is zoomed."""
        QGuiApplication.clipboard().setImage(self.view.picture())
        rows = counted(len(self.view.facts.rows), "workstream", "workstreams")
        self.services.navigator.notify(Notice(f"Copied the chart of {rows} as a picture.", "success"))

    def print_pages(self) -> None:
        """Open the preview of the chart as a document, of the same workstreams and day."""
        shown = self.view.facts.rows
        names = "" if len(shown) == len(self._facts.rows) and not self._workstream else "; ".join(
            row.name for row in shown
        )  # fmt: skip
        options = {"as-of": self.bar.choice.as_of, "workstreams": names, "concluded": "yes"}
        self.services.navigator.start_export(_DOCUMENT, None, options)

    def _import(self) -> None:
        self.services.navigator.start_import(None, None)


def _button(icon: str, tip: str, act: object) -> QToolButton:
    made = ToolButton(icon, with_text=False)
    made.setToolTip(tip)
    made.setAccessibleName(tip)
    made.clicked.connect(lambda _checked=False: act())  # type: ignore[operator]
    return made
