"""Why a finding is meant to be so."""

from PySide6.QtWidgets import QWidget

from emgdesk.operations.finding import mark_intended
from emgdesk.queries.findings import Finding
from emgdesk.ui.dialogs.form_dialog import FormDialog
from emgdesk.ui.services import Services
from emgdesk.ui.widgets.line_edit import LineEdit
from emgdesk.ui.widgets.text import label


class ReasonDialog(FormDialog):
    """Marks a finding as intended once a reason is given."""

    def __init__(self, services: Services, finding: Finding, parent: QWidget) -> None:
        super().__init__(services, "Mark as intended", "Mark as intended", "", parent)
        self._finding = finding
        self.form.addRow(label(finding.text, wrap=True))
        self.reason = LineEdit()
        self.reason.setPlaceholderText("such as: agreed with the host on 3 May")
        self.add_row("&Reason", self.reason)
        self.reason.textChanged.connect(self._look)
        self._look()
        self.reason.setFocus()

    def _look(self) -> None:
        self.ok.setEnabled(bool(self.reason.text().strip()))

    def submit(self) -> None:
        self.send(
            "Mark a finding as intended",
            mark_intended,
            meeting_id=self._finding.meeting_id,
            finding=self._finding.id,
            reason=self.reason.text(),
        )
