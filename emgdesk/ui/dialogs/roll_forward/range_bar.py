"""From which SOM to which, and before which meeting the drafted actions go."""

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QWidget

from emgdesk.queries.roll_forward import RollForward
from emgdesk.ui.widgets.number_edit import NumberEdit


class RangeBar(QWidget):
    """`number_changed(n)`: another SOM is to be left."""

    number_changed = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.number = NumberEdit()
        self.number.setRange(1, 999)
        self.number.setPrefix("SOM ")
        self.number.setKeyboardTracking(False)
        self.number.setAccessibleName("The SOM that ends")
        self.number.valueChanged.connect(self.number_changed)
        self.to = QLabel()
        self.target = QComboBox()
        self.target.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.target.setAccessibleName("Meeting of the drafted actions")
        ends, self._goes = QLabel("&From"), QLabel("Drafted actions go &before")
        ends.setBuddy(self.number)
        self._goes.setBuddy(self.target)
        line = QHBoxLayout(self)
        line.setContentsMargins(16, 12, 16, 12)
        line.setSpacing(8)
        for part in (ends, self.number, self.to):
            line.addWidget(part)
        line.addStretch()
        line.addWidget(self._goes)
        line.addWidget(self.target)

    def show_plan(self, plan: RollForward, *, drafts: bool, keep_target: bool) -> None:
        """Show where a plan leads; the meeting of drafted actions only where there are any."""
        target = self.target.currentText() if keep_target else plan.target
        with QSignalBlocker(self.number):
            self.number.setValue(plan.som_number)
        self.to.setText(f"to SOM {plan.som_number + 1}")
        self.target.clear()
        self.target.addItems([one.code for one in plan.targets])
        self.target.setCurrentText(target)
        for part in (self._goes, self.target):
            part.setVisible(drafts)
