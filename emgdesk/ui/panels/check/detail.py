"""The finding in view in full: what, where, why it is meant so, and what can be done about it."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from emgdesk.queries.findings import Finding
from emgdesk.queries.findings.kinds import KINDS
from emgdesk.ui.widgets.room import ElidedLabel
from emgdesk.ui.widgets.text import button, label, rule


class FindingDetail(QWidget):
    """Below the list; empty while nothing is chosen."""

    def __init__(
        self, show: Callable[[], object], mark: Callable[[], object], unmark: Callable[[], object]
    ) -> None:
        super().__init__()
        self.place = ElidedLabel("", "caption")
        self.place.cut_at = Qt.TextElideMode.ElideRight
        self.text = label("", wrap=True)
        self.text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.reason = label("", "muted", wrap=True)
        self.show_button = button("Show the place", show, "arrow-right", primary=True)
        self.mark_button = button("Mark as intended…", mark, "check")
        self.unmark_button = button("No longer intended", unmark, "undo-2")
        words = QVBoxLayout()
        words.setSpacing(3)
        for part in (self.place, self.text, self.reason):
            words.addWidget(part)
        words.addStretch()
        buttons = QVBoxLayout()
        buttons.setSpacing(6)
        for pressed in (self.show_button, self.mark_button, self.unmark_button):
            buttons.addWidget(pressed)
        buttons.addStretch()
        row = QHBoxLayout()
        row.setSpacing(20)
        row.addLayout(words, 1)
        row.addLayout(buttons)
        column = QVBoxLayout(self)
        column.setContentsMargins(4, 0, 4, 4)
        column.setSpacing(8)
        column.addWidget(rule())
        column.addLayout(row)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.show_finding(None)

    def show_finding(self, finding: Finding | None) -> None:
        """Show one, or that none is chosen."""
        self.setVisible(finding is not None)
        if finding is None:
            return
        self.place.tell(f"{finding.severity.capitalize()}: {KINDS[finding.kind].title}  ·  {finding.place}")
        self.text.setText(finding.text)
        self.reason.setText(f"Intended: {finding.reason}")
        self.reason.setVisible(finding.intended)
        self.mark_button.setVisible(not finding.intended)
        self.unmark_button.setVisible(finding.intended)
