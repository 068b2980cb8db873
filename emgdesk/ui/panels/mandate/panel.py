"""The mandate of a workstream: how it stands as of a day, and everything that happened to it."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QTabBar, QVBoxLayout, QWidget

from emgdesk.domain.numbering import counted
from emgdesk.errors import EmgdeskError
from emgdesk.operations.mandate import delete_events
from emgdesk.ui.doors import show_dialog
from emgdesk.ui.page import WorkstreamPanel
from emgdesk.ui.panels.mandate.event_dialog import EventDialog
from emgdesk.ui.panels.mandate.event_pane import EventPane
from emgdesk.ui.panels.mandate.findings_pane import FindingsPane
from emgdesk.ui.panels.mandate.lines import COLUMNS, EventLine, lines
from emgdesk.ui.panels.mandate.reading import LoadedMandate, load_mandate
from emgdesk.ui.panels.mandate_chart import MandateChartView
from emgdesk.ui.services import Notice, Services
from emgdesk.ui.widgets.date_field import DateField
from emgdesk.ui.widgets.detail_split import DetailSplit
from emgdesk.ui.widgets.empty_state import Offer
from emgdesk.ui.widgets.keys import own_key
from emgdesk.ui.widgets.room import ElidedLabel, Room, Stack
from emgdesk.ui.widgets.row_table import RowTable
from emgdesk.ui.widgets.text import ToolButton, label, tool
from emgdesk.workspace import ChangeSet

_WIDEST = 150  # pixels of the day in view
_LOW = 200  # pixels of height below which the history gets all there is
_PART = "mandate.part"
_FINDINGS = 2


class MandatePanel(WorkstreamPanel):
    """Shows the mandate of the workstream given to `show_workstream`."""

    tables = (
        "mandate_event", "workstream", "meeting", "action", "action_section", "task", "progress_entry",
        "membership", "intended_finding",
    )  # fmt: skip

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(services, parent)
        self._workstream_id = ""
        self._loaded: LoadedMandate | None = None
        self._wanted = ""  # an event to choose when it has been read
        self.facts = ElidedLabel("", "heading")
        self.facts.cut_at = Qt.TextElideMode.ElideRight
        self.day = DateField("today")
        self.day.line.setAccessibleName("As of")
        self.day.setMaximumWidth(_WIDEST)
        self.day.changed.connect(lambda _iso: self.read_soon())
        self.table = RowTable(COLUMNS, services.settings, "mandate", ("event", "events"))
        self.event_pane = EventPane()
        self.chart = MandateChartView()
        self.findings = FindingsPane(services)
        for way in (self.event_pane.wanted, self.chart.chosen, self.findings.wanted):
            way.connect(self._go)
        self.switch = ToolButton("chart-bar")
        self.bar = QTabBar()
        self.below = Stack()
        self._lay_out()
        self._wire()
        self.setFocusProxy(self.table)

    def _lay_out(self) -> None:
        self.bar.setObjectName("parts")
        self.bar.setDrawBase(False)
        self.bar.setExpanding(False)
        self.bar.setAccessibleName("Below the history")
        parts = (("Event", self.event_pane), ("Chart", self.chart), ("Findings", Room(self.findings)))
        for words, widget in parts:
            self.bar.addTab(words)
            self.below.addWidget(widget)
        self.head = QWidget()
        head = QHBoxLayout(self.head)
        head.setContentsMargins(0, 0, 0, 0)
        head.setSpacing(8)
        head.addWidget(self.facts, 1)
        caption = label("As of", "muted")
        caption.setBuddy(self.day.line)
        head.addWidget(caption)
        head.addWidget(self.day)
        foot = QWidget()
        column = QVBoxLayout(foot)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.bar)
        column.addWidget(self.below, 1)
        self.switch.setText(" Chart")
        self.switch.setToolTip("Show the event in full, the chart and the findings below the history")
        self.switch.setAccessibleName("Event, chart and findings")
        split = DetailSplit(self.table, foot, self.services.settings, "mandate", self.switch)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.head)
        layout.addWidget(split, 1)

    def _wire(self) -> None:
        table = self.table
        self.bar.currentChanged.connect(self.below.setCurrentIndex)
        self.bar.setCurrentIndex(self.services.settings.get(_PART, 1))
        self.bar.tabBarClicked.connect(lambda at: self.services.settings.set(_PART, at))
        table.selection_changed.connect(lambda _ids: self._show_event())
        table.opened.connect(self.open_event)
        table.delete_requested.connect(self.delete)
        own_key(table.view, "Ins", self.add)
        table.add_tool(
            tool("New event", self.add, "plus", tip="Something that happened to the mandate  (Ins)")
        )
        table.add_tool(self.switch)
        table.add_row_action(
            "Change, or show where it comes from\tEnter", lambda: self.open_event(self._chosen())
        )
        table.add_row_action("Show the decision", self._show_decision)
        table.add_row_action("Delete\tDel", lambda: self.delete(table.selected_ids()))
        table.set_empty(
            "milestone",
            "Nothing is known of the mandate yet",
            "Enter when it was established, extended, renamed or concluded, and by which meeting. Until when "
            "the mandate runs and what is due at the next SOM follow from it.",
            (Offer("New event…", self.add, "plus", primary=True),),
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is little height the history gets it all; a day that was chosen stays in view."""
        super().resizeEvent(event)
        self.head.setVisible(event.size().height() >= _LOW or bool(self.day.value()))

    # --- reading ------------------------------------------------------------------------------

    def show_workstream(self, workstream_id: str) -> None:
        """Show the mandate of another workstream ("" for none)."""
        if workstream_id != self._workstream_id:
            self._workstream_id = workstream_id
            self._loaded = None
            self.read_soon()

    def refresh(self, changes: ChangeSet | None = None) -> None:
        if self._workstream_id:
            load = partial(load_mandate, workstream_id=self._workstream_id, as_of=self.day.value())
            self.services.load(load, self._show, latest=(id(self), "mandate"))

    def _show(self, loaded: LoadedMandate | None) -> None:
        if loaded is None or loaded.id != self._workstream_id:
            return
        self._loaded = loaded
        self.facts.tell(" · ".join(loaded.facts))
        self.table.set_rows(lines(loaded.events, loaded.id, loaded.day))
        self.counted.emit(str(sum(row.event.workstream_id == loaded.id for row in loaded.events) or ""))
        if self._wanted and self.table.model.row_of(self._wanted) is not None:
            self.table.select([self._wanted], focus=True)
            self._wanted = ""
        self.chart.show_chart(loaded.chart)
        self.findings.show_findings(loaded.findings)
        left = sum(not one.intended for one in loaded.findings)
        self.bar.setTabText(_FINDINGS, f"Findings  {left}" if left else "Findings")
        self._show_event()

    def _show_event(self) -> None:
        rows = self.table.selected_rows()
        self.event_pane.show_event(rows[0] if len(rows) == 1 else None)

    def _chosen(self) -> str:
        return next(iter(self.table.selected_ids()), "")

    def _go(self, kind: str, key: str) -> None:
        """To an event of this history, or elsewhere."""
        if kind == "mandate_event" and self.table.model.row_of(key) is not None:
            self.table.select([key], focus=True)
        else:
            self.services.navigator.show(kind, key)

    def open_item(self, kind: str, item_id: str) -> None:
        """Choose an event by its key."""
        if kind == "mandate_event":
            self._wanted = item_id
            self.read_soon()

    def start_filter(self) -> None:
        self.table.filter.setFocus()

    # --- changing -----------------------------------------------------------------------------

    def add(self) -> None:
        """Ask for a new event."""
        if self._loaded is not None:
            dialog = EventDialog(self.services, self._loaded, self.window())
            dialog.made.connect(partial(self.open_item, "mandate_event"))
            show_dialog(dialog)

    def open_event(self, event_id: str) -> None:
        """Change an event; of one a decision made the decision is shown, of another's that workstream."""
        line: EventLine | None = self.table.model.row_of(event_id)
        if line is None or self._loaded is None:
            return
        if not line.own:
            self.services.navigator.show("workstream", line.row.event.workstream_id)
        elif line.row.applied and line.row.action_id:
            self.services.navigator.show("action", line.row.action_id)
        else:
            show_dialog(EventDialog(self.services, self._loaded, self.window(), line.row))

    def _show_decision(self) -> None:
        line: EventLine | None = self.table.model.row_of(self._chosen())
        if line is not None and line.row.action_id:
            self.services.navigator.show("action", line.row.action_id)
        else:
            self.services.navigator.notify(Notice("No decision is known for this event."))

    def delete(self, event_ids: tuple[str, ...]) -> None:
        """Take events back that were entered here."""
        if not event_ids or self._loaded is None:
            return
        if any(not line.own for line in self.table.selected_rows()):
            self._refused(EmgdeskError("This happened to another workstream; delete it in its own history."))
            return
        words = (
            "a mandate event"
            if len(event_ids) == 1
            else counted(len(event_ids), "mandate event", "mandate events")
        )
        self.services.do(
            f"Delete {words} of {self._loaded.name}", delete_events, None, self._refused, event_ids=event_ids
        )

    def _refused(self, error: Exception) -> None:
        if isinstance(error, EmgdeskError):
            self.services.navigator.notify(Notice(str(error), "error"))
