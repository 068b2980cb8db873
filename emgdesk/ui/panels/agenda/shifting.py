"""What is wrong with the times of an item, and moving it with everything after it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from emgdesk.domain.agenda_times import TimesFinding
from emgdesk.ui.panels.directory.detail import empty
from emgdesk.ui.widgets.number_edit import NumberEdit
from emgdesk.ui.widgets.text import IconLabel, button, label

_MOST, _USUAL = 600, 10  # minutes


class Shifting(QWidget):
    """`wanted(minutes)` asks to shift this item and all later ones."""

    wanted = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._said = QVBoxLayout()
        self._said.setSpacing(2)
        self.minutes = NumberEdit()
        self.minutes.setRange(-_MOST, _MOST)
        self.minutes.setSingleStep(5)
        self.minutes.setValue(_USUAL)
        self.minutes.setSuffix(" min")
        self.minutes.setAccessibleName("Minutes to shift this and all later items by")
        self.minutes.setToolTip("Minutes later; with a minus earlier")
        words = label("Shift the rest by", "muted")
        words.setBuddy(self.minutes)
        words.setToolTip("This item and all later ones")
        self.go = button("Shift", lambda: self.wanted.emit(self.minutes.value()))
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(words)
        row.addWidget(self.minutes)
        row.addWidget(self.go)
        row.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(self._said)
        column.addLayout(row)

    def show_findings(self, findings: Sequence[TimesFinding]) -> None:
        """Say these; the minutes that would mend one are offered."""
        empty(self._said)
        self.minutes.setValue(next((finding.shift for finding in findings if finding.shift), _USUAL))
        for finding in findings:
            self._said.addWidget(self._line(finding))

    def _line(self, finding: TimesFinding) -> QWidget:
        made = QWidget()
        row = QHBoxLayout(made)
        row.setContentsMargins(0, 0, 0, 4)
        row.setSpacing(8)
        row.addWidget(IconLabel("triangle-alert", 16, "warn"), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(label(finding.text, wrap=True), 1)
        return made
