"""How the actions panel is laid out: tools above, the outline at the left, the chosen line at the right."""

from collections.abc import Callable, Mapping

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from emgdesk.ui.panels.actions.action_detail import ActionDetail
from emgdesk.ui.panels.actions.section_detail import SectionDetail
from emgdesk.ui.services import Services
from emgdesk.ui.widgets.empty_state import EmptyState
from emgdesk.ui.widgets.flow import FlowLayout
from emgdesk.ui.widgets.outline_view import OutlineView
from emgdesk.ui.widgets.room import Room, Stack
from emgdesk.ui.widgets.side_split import SideSplit
from emgdesk.ui.widgets.text import label, tool

TOOLS = (
    ("section", "New section…", "plus", "A heading with actions below it"),
    ("forward", "Put before…", "send", "Put these actions before another meeting"),
    ("all", "Approve all as proposed", "check-check", "Approve whatever is not decided yet"),
    ("adopt", "Adopt…", "gavel", "Apply the effects of what was approved to the mandates"),
    ("tasks", "Add tasks…", "list-plus", "Put decisions into the work plan"),
    ("print", "Print…", "printer", "Summary of action points"),
)
_CHOOSE = "Choose a section or an action"
_WRITING = (
    "Enter keeps it and begins the next one, Tab and Shift+Tab step it in and out. "
    "Enter in an empty line ends the writing."
)


class ActionsView(QWidget):
    """The widgets; the panel says what they show and do."""

    def __init__(self, services: Services, acts: Mapping[str, Callable[[], object]]) -> None:
        """`acts` says what each of `TOOLS` does."""
        super().__init__()
        self.outline = OutlineView("Actions")
        self.section, self.action = SectionDetail(), ActionDetail()
        self.hint = EmptyState("gavel", _CHOOSE)
        self.detail = Stack()
        for part in (Room(self.section), self.action, self.hint):
            self.detail.addWidget(part)
        self.empty = EmptyState("gavel", "No actions yet")
        self.state = label(role="muted", wrap=True)
        self.tools = {key: tool(words, acts[key], icon, tip=tip) for key, words, icon, tip in TOOLS}
        bar = QWidget()
        flow = FlowLayout(4, bar)
        for made in self.tools.values():
            flow.addWidget(made)
        head = QHBoxLayout()
        head.setContentsMargins(12, 6, 12, 2)
        head.addWidget(bar, 1)
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        self.state.setContentsMargins(14, 2, 12, 2)
        column.addWidget(self.state)
        column.addWidget(self.outline, 1)
        self.outline.setMinimumWidth(200)
        self.detail.setMinimumWidth(220)
        split = SideSplit((left, self.detail), (530, 530), 0, services.settings, "actions")
        split.setStretchFactor(1, 1)  # neither gives way to the other where there is little room
        self._stack = Stack()
        self._stack.addWidget(split)
        self._stack.addWidget(self.empty)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addWidget(self._stack, 1)

    def show_actions(self, shown: bool) -> None:
        """The outline, or what to do while there is nothing in it."""
        self._stack.setCurrentIndex(0 if shown else 1)

    def show_section(self) -> None:
        self.detail.setCurrentIndex(0)

    def show_action(self) -> None:
        self.detail.setCurrentIndex(1)

    def show_hint(self, *, writing: bool) -> None:
        """What to do while no line of the desk is chosen."""
        self.hint.say("pencil", "New action", _WRITING) if writing else self.hint.say("gavel", _CHOOSE)
        self.detail.setCurrentIndex(2)
