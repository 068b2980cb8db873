"""What does not fit in the history of a mandate, each a step from its place."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from emgdesk.errors import EmgdeskError
from emgdesk.operations.finding import unmark_intended
from emgdesk.queries.findings import Finding
from emgdesk.ui.doors import show_dialog
from emgdesk.ui.panels.check.detail import FindingDetail
from emgdesk.ui.panels.check.finding_delegate import FindingDelegate
from emgdesk.ui.panels.check.lines import BY_SEVERITY, lines
from emgdesk.ui.panels.check.reason_dialog import ReasonDialog
from emgdesk.ui.services import Notice, Services
from emgdesk.ui.widgets.filter_list import FilterList
from emgdesk.ui.widgets.room import Stack
from emgdesk.ui.widgets.text import label


class FindingsPane(QWidget):
    """`wanted(kind, id)` asks to show the place of a finding."""

    wanted = Signal(str, str)

    def __init__(self, services: Services) -> None:
        super().__init__()
        self._services = services
        self._findings: dict[str, Finding] = {}
        self.detail = FindingDetail(self.show_place, self.mark, self.unmark)
        self.list = FilterList("Filter findings")
        self.list.filter.hide()
        self.list.view.setItemDelegate(FindingDelegate(self.list.view))
        self.list.chosen.connect(lambda _key: self.detail.show_finding(self.chosen))
        self.list.opened.connect(lambda _key: self.show_place())
        self.nothing = label("Nothing found: history, tasks and members fit together.", "muted")
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.nothing.setContentsMargins(2, 8, 2, 0)
        found = QWidget()
        rows = QVBoxLayout(found)  # one below the other: a finding is a sentence, and is read to its end
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(8)
        rows.addWidget(self.list, 1)
        rows.addWidget(self.detail)
        self._stack = Stack()
        self._stack.addWidget(self.nothing)
        self._stack.addWidget(found)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Show the findings about one workstream."""
        self._findings = {one.id: one for one in findings}
        self.list.set_items(lines(findings, BY_SEVERITY))
        self._stack.setCurrentIndex(1 if findings else 0)
        self.detail.show_finding(self.chosen)

    @property
    def chosen(self) -> Finding | None:
        """The finding in view."""
        return self._findings.get(self.list.chosen_id)

    def show_place(self) -> None:
        """Go to where the finding in view is."""
        if self.chosen is not None:
            self.wanted.emit(self.chosen.target_kind, self.chosen.target_id)

    def mark(self) -> None:
        """Ask why the finding in view is meant so, and keep it."""
        if self.chosen is not None and not self.chosen.intended:
            show_dialog(ReasonDialog(self._services, self.chosen, self.window()))

    def unmark(self) -> None:
        """Let the finding in view count again."""
        if self.chosen is not None and self.chosen.intended:
            self._services.do(
                "Take back that a finding is intended", unmark_intended, None, self._refused,
                meeting_id=self.chosen.meeting_id, finding=self.chosen.id,
            )  # fmt: skip

    def _refused(self, error: Exception) -> None:
        if isinstance(error, EmgdeskError):
            self._services.navigator.notify(Notice(str(error), "error"))
