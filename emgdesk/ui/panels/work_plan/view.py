"""How the work plan is laid out: a line of tools, the table of tasks, and one task below it."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from emgdesk.domain.numbering import counted
from emgdesk.settings import Settings
from emgdesk.ui.panels.work_plan.detail import TaskDetail
from emgdesk.ui.panels.work_plan.reading import PlanView, TaskLine
from emgdesk.ui.panels.work_plan.task_table import TaskTable
from emgdesk.ui.widgets.detail_split import DetailSplit
from emgdesk.ui.widgets.empty_state import EmptyState, Offer
from emgdesk.ui.widgets.line_edit import FilterEdit
from emgdesk.ui.widgets.room import Stack
from emgdesk.ui.widgets.text import ToolButton, label, tool

_WHOLE = "workstreams.whole_texts"


class WorkPlanView(QWidget):
    """The widgets; the panel says what they show and do."""

    add_asked = Signal()
    progress_asked = Signal()
    import_asked = Signal()

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self._settings = settings
        self._plan: PlanView | None = None
        self.table = TaskTable()
        self.detail = TaskDetail()
        self.filter = FilterEdit("Filter tasks")
        self.filter.setMaximumWidth(240)
        self.filter.textChanged.connect(self._filter)
        self.filter.down.connect(self.table.setFocus)
        self.count = label(role="muted")
        self.left = self._switch("Left", "eye-off", "Show the tasks that left the work plan too")
        self.left.toggled.connect(lambda _on: self._show_tasks(""))
        self.whole = self._switch("Whole texts", "eye", "Show long texts to their end")
        self.whole.toggled.connect(self._show_whole)
        self.history = ToolButton("history")
        self.history.setText(" History")
        self.history.setAccessibleName("History")
        self.history.setToolTip("Show where the chosen task comes from and all that was reported on it")
        self.progress = tool(
            "Progress…", self.progress_asked.emit, "clipboard-list",
            tip="Report on this task today (Shift+Insert)",
        )  # fmt: skip
        self.add = tool("Task…", self.add_asked.emit, "plus", tip="Write a new task (Insert)")
        self._lay_out()
        self.whole.setChecked(settings.get(_WHOLE, False))

    def _switch(self, words: str, icon: str, tip: str) -> ToolButton:
        made = ToolButton(icon)
        made.setText(f" {words}")
        made.setAccessibleName(words)
        made.setToolTip(tip)
        made.setCheckable(True)
        return made

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        line.setSpacing(6)
        line.addWidget(self.filter, 1)
        line.addWidget(self.count)
        line.addStretch()
        for part in (self.left, self.whole, self.history, self.progress, self.add):
            line.addWidget(part)
        self._tools = (self.left, self.whole, self.history, self.progress, self.add)
        self.empty = EmptyState(
            "list-checks",
            "No tasks yet",
            "Add the tasks of the work plan one by one, paste rows copied from Excel, or import the work "
            "plan workbook.",
            (
                Offer("Add a task…", self.add_asked.emit, "plus", primary=True),
                Offer("Import a work plan…", self.import_asked.emit, "file-input"),
            ),
        )
        self.nothing = EmptyState("search", "Nothing found", "No task holds all the words typed.")
        self.gone = EmptyState(
            "list-checks",
            "No tasks any more",
            "All tasks left the work plan.",
            (Offer("Show those that left", lambda: self.left.setChecked(True), "eye-off"),),
        )
        self._split = DetailSplit(self.table, self.detail, self._settings, "work-plan", self.history)
        self._stack = Stack()
        for widget in (self._split, self.empty, self.nothing, self.gone):
            self._stack.addWidget(widget)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(line)
        layout.addWidget(self._stack, 1)

    def resizeEvent(self, event: object) -> None:
        super().resizeEvent(event)  # type: ignore[arg-type]
        style = self.left.toolButtonStyle()
        style = (
            type(style).ToolButtonTextBesideIcon if self.width() >= 760 else type(style).ToolButtonIconOnly
        )
        for part in self._tools:
            part.setToolButtonStyle(style)

    # --- what is shown ------------------------------------------------------------------------

    def show_plan(self, plan: PlanView, wanted: str) -> None:
        """Show these tasks; with the one of key `wanted` those that left, where it is one of them."""
        self._plan = plan
        self.detail.offer_places(plan.places, plan.body)
        self._show_tasks(wanted)

    def _show_tasks(self, wanted: str) -> None:
        if self._plan is None:
            return
        lines = self._plan.lines
        if any(line.left and line.id == wanted for line in lines) and not self.left.isChecked():
            self.left.setChecked(True)  # comes here again
            return
        shown = [line for line in lines if self.left.isChecked() or not line.left]
        proposals = {"responsible": self._plan.entities, "due": self._plan.dues}
        self.table.set_tasks(shown, proposals)
        self._show_state()

    def _show_state(self) -> None:
        lines = self._plan.lines if self._plan is not None else ()
        rows, shown = self.table.tasks.rows(), self.table.tasks.rowCount()
        left = sum(line.left for line in lines)
        words = f"{counted(len(lines) - left, 'task', 'tasks')}, {sum(line.open for line in lines)} open"
        words += f", {left} left" if left and self.left.isChecked() else ""
        self.count.setText(words if shown == len(rows) else f"{shown} of {len(rows)} tasks")
        self.left.setVisible(bool(left))
        for part in (self.count, self.filter, self.whole, self.history, self.progress):
            part.setVisible(bool(lines))
        self._stack.setCurrentWidget(
            self._split if shown else self.nothing if rows else self.gone if lines else self.empty
        )

    def show_line(self, line: TaskLine | None, printed: Mapping[str, Sequence[str]]) -> None:
        """Show one task below the table."""
        self.progress.setEnabled(line is not None)
        self.detail.show_line(line, printed)

    def _filter(self, typed: str) -> None:
        self.table.tasks.set_filter(typed)
        self.table.resizeRowsToContents()
        self._show_state()

    def _show_whole(self, whole: bool) -> None:
        self._settings.set(_WHOLE, whole)
        self.table.show_whole(whole)
