"""The check of a meeting: read anew whenever the desk changes, each finding a step from its place."""

from collections.abc import Sequence
from datetime import date
from functools import partial

from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from emgdesk.errors import DataError, EmgdeskError
from emgdesk.operations.finding import unmark_intended
from emgdesk.queries.findings import Finding, list_findings
from emgdesk.ui.doors import show_dialog
from emgdesk.ui.page import MeetingPanel
from emgdesk.ui.panels.check.detail import FindingDetail
from emgdesk.ui.panels.check.finding_delegate import FindingDelegate
from emgdesk.ui.panels.check.lines import BY_PLACE, BY_SEVERITY, lines, summary
from emgdesk.ui.panels.check.reason_dialog import ReasonDialog
from emgdesk.ui.services import Notice, Services
from emgdesk.ui.widgets.empty_state import EmptyState, Offer
from emgdesk.ui.widgets.filter_list import FilterList
from emgdesk.ui.widgets.room import ElidedLabel, Stack
from emgdesk.ui.widgets.text import tool
from emgdesk.workspace import ChangeSet, Workspace

_GROUPING = "check.grouping"


class CheckPanel(MeetingPanel):
    """Shows the findings of the meeting given to `show_meeting`."""

    tables = (
        "meeting", "participation", "person", "person_name", "person_email", "two_people", "entity",
        "entity_alias", "agenda_item", "agenda_document", "document", "attachment", "action_section",
        "action", "effect", "reservation", "report_section", "section_item", "paragraph", "footnote",
        "intervention", "follow_up", "workstream", "mandate_event", "task", "progress_entry",
        "intended_finding", "setting",
    )  # fmt: skip

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(services, parent)
        self._meeting_id = ""
        self._findings: dict[str, Finding] = {}
        self._wanted = ""  # a finding to choose when it has been read
        self.words = ElidedLabel("", "muted")
        self.grouping = QComboBox()
        self.grouping.addItems([BY_SEVERITY, BY_PLACE])
        self.grouping.setAccessibleName("How findings are grouped")
        self.grouping.setCurrentText(str(services.settings.get(_GROUPING, BY_SEVERITY)))
        self.grouping.activated.connect(lambda _at: self._regroup())
        self.list = FilterList("Filter findings")
        self.list.view.setItemDelegate(FindingDelegate(self.list.view))
        self.list.chosen.connect(lambda _key: self._show_chosen())
        self.list.opened.connect(lambda _key: self.show_place())
        self.list.add_item_action("Show the place", lambda _key: self.show_place())
        self.detail = FindingDetail(self.show_place, self.mark, self.unmark)
        self.empty = EmptyState("circle-check", "Nothing found")
        self._lay_out()

    def _lay_out(self) -> None:
        self._again = tool("Check again", self.read_soon, "refresh-cw", tip="Read the meeting again")
        self._print = tool("Print or save…", self._print_pages, "printer", tip="The findings as a document")
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self.grouping)
        line.addStretch()
        line.addWidget(self._again)
        line.addWidget(self._print)
        found = QWidget()
        column = QVBoxLayout(found)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.list, 1)
        column.addWidget(self.detail)
        self._stack = Stack()
        self._stack.addWidget(found)
        self._stack.addWidget(self.empty)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(line)
        layout.addWidget(self.words)
        layout.addWidget(self._stack, 1)
        self.setFocusProxy(self.list)

    # --- reading ------------------------------------------------------------------------------

    def show_meeting(self, meeting_id: str) -> None:
        """Show the findings of another meeting ("" for none)."""
        if meeting_id != self._meeting_id:
            self._meeting_id = meeting_id
            self._findings = {}
            self.read_soon()

    def refresh(self, changes: ChangeSet | None = None) -> None:
        if self._meeting_id:
            load = partial(_load, meeting_id=self._meeting_id)
            self.services.load(load, partial(self._show, self._meeting_id), latest=(id(self), "check"))

    def _show(self, meeting_id: str, findings: Sequence[Finding]) -> None:
        if meeting_id != self._meeting_id:
            return
        self._findings = {one.id: one for one in findings}
        left = sum(not one.intended for one in findings)
        self.counted.emit(str(left or ""))
        self.words.tell(summary(findings))
        self.grouping.setEnabled(bool(findings))
        self._stack.setCurrentIndex(0 if findings else 1)
        if not findings:
            self.empty.say(
                "circle-check",
                "Nothing found",
                "People, agenda, documents, actions and report fit together. What is changed is checked at "
                "once.",
                (Offer("Print or save the documents…", self._print_other, "printer"),),
            )
        self.list.set_items(lines(findings, self.grouping.currentText()), self._wanted)
        self._wanted = ""
        self._show_chosen()

    def _show_chosen(self) -> None:
        self.detail.show_finding(self.chosen)

    @property
    def chosen(self) -> Finding | None:
        """The finding in view."""
        return self._findings.get(self.list.chosen_id)

    def _regroup(self) -> None:
        self.services.settings.set(_GROUPING, self.grouping.currentText())
        self.list.set_items(lines(tuple(self._findings.values()), self.grouping.currentText()))
        self._show_chosen()

    # --- acting -------------------------------------------------------------------------------

    def show_place(self) -> None:
        """Go to where the chosen finding is."""
        if self.chosen is not None:
            self.services.navigator.show(self.chosen.target_kind, self.chosen.target_id)

    def mark(self) -> None:
        """Ask why the chosen finding is meant so, and keep it."""
        if self.chosen is not None and not self.chosen.intended:
            self._wanted = self.chosen.id
            show_dialog(ReasonDialog(self.services, self.chosen, self.window()))

    def unmark(self) -> None:
        """Let the chosen finding count again."""
        if self.chosen is not None and self.chosen.intended:
            self._wanted = self.chosen.id
            self.services.do(
                "Take back that a finding is intended", unmark_intended, None, self._refused,
                meeting_id=self._meeting_id, finding=self.chosen.id,
            )  # fmt: skip

    def _refused(self, error: Exception) -> None:
        if isinstance(error, EmgdeskError):
            self.services.navigator.notify(Notice(str(error), "error"))

    def _print_pages(self) -> None:
        self.services.navigator.start_export("findings", self._meeting_id)

    def _print_other(self) -> None:
        self.services.navigator.start_export(None, self._meeting_id)

    # --- ways ---------------------------------------------------------------------------------

    def open_item(self, kind: str, item_id: str) -> None:
        """Choose a finding by its key."""
        if kind == "finding" and not self.list.choose(item_id):
            self._wanted = item_id

    def start_filter(self) -> None:
        self.list.filter.setFocus()


def _load(workspace: Workspace, meeting_id: str) -> tuple[Finding, ...]:
    """What the check finds; nothing for a meeting that has gone meanwhile."""
    try:
        return workspace.read(list_findings, meeting_id=meeting_id, today=date.today())
    except DataError:
        return ()
