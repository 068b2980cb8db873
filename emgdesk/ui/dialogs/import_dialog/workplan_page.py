"""The step Work plan: the preview, and how far the file may change what the desk knows."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from emgdesk.importing.workplans.plan import WorkplanPlan
from emgdesk.ui.dialogs.import_dialog.policy import PolicyChoice
from emgdesk.ui.dialogs.import_dialog.workplan_preview import WorkplanPreview


class WorkplanPage(QWidget):
    """`decided({name: Decision or None})` for workstreams; `policy_chosen(policy)`."""

    decided = Signal(dict)
    policy_chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.policy = PolicyChoice()
        self.policy.chosen.connect(self.policy_chosen)
        self.preview = WorkplanPreview()
        self.preview.decided.connect(self.decided)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.policy)
        layout.addWidget(self.preview, 1)
        self.setFocusProxy(self.preview)

    def show_plan(
        self, plan: WorkplanPlan, names: Mapping[str, str], labels: Mapping[str, str], policy: str
    ) -> None:
        """Show the plan; `names` and `labels` are those of the desk's chapters and workstreams by key."""
        self.policy.show_policy(policy, people=False)
        self.preview.show_plan(plan, names, labels)
