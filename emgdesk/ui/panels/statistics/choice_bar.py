"""The line over the statistics: which meetings are counted."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QSizePolicy, QWidget

from emgdesk.queries.meetings import MeetingRow
from emgdesk.ui.panels.statistics.choice import Choice, proposals
from emgdesk.ui.widgets.date_field import DateField
from emgdesk.ui.widgets.number_edit import NumberEdit
from emgdesk.ui.widgets.text import label


class ChoiceBar(QWidget):
    """`changed` when other meetings were chosen."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._choice = Choice()
        self.box = QComboBox()
        self.box.setAccessibleName("Which meetings")
        self.box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.box.activated.connect(self._choose)
        self.last = NumberEdit()
        self.last.setRange(1, 999)
        self.last.setAccessibleName("How many meetings")
        self.last.setFixedWidth(64)
        self.last.valueChanged.connect(self._changed)
        self.since, self.until = DateField("the first"), DateField("the last")
        for field, name in ((self.since, "From"), (self.until, "To")):
            field.line.setAccessibleName(name)
            field.setFixedWidth(150)
            field.changed.connect(self._changed)
        self._between = _in_line(label("from"), self.since, label("to"), self.until)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        for part in (self.box, self.last, self._between):
            line.addWidget(part, 0, Qt.AlignmentFlag.AlignVCenter)
        self.show_meetings(())

    @property
    def choice(self) -> Choice:
        return self._choice

    def show_meetings(self, meetings: Sequence[MeetingRow]) -> None:
        """Offer what these meetings allow, keeping the choice if it is still possible."""
        self.box.clear()
        for words, kind, value in proposals(meetings):
            self.box.addItem(words, (kind, value))
        if meetings and self._place(self._choice) < 0:
            self._choice = Choice()
        self._show()

    def set_choice(self, choice: Choice) -> None:
        """Show a choice, without announcing it."""
        self._choice = choice
        self._show()

    def _place(self, choice: Choice) -> int:
        wanted = (choice.kind, choice.value)
        return next((at for at in range(self.box.count()) if tuple(self.box.itemData(at)) == wanted), -1)

    def _show(self) -> None:
        self.box.setCurrentIndex(max(0, self._place(self._choice)))
        self.last.blockSignals(True)
        self.last.setValue(self._choice.last)
        self.last.blockSignals(False)
        self.since.set_value(self._choice.since)
        self.until.set_value(self._choice.until)
        self.last.setVisible(self._choice.kind == "last")
        self._between.setVisible(self._choice.kind == "between")

    def _choose(self, at: int) -> None:
        kind, value = self.box.itemData(at)
        self._choice = replace(self._choice, kind=kind, value=value)
        self._show()
        self.changed.emit()

    def _changed(self) -> None:
        self._choice = replace(
            self._choice, last=self.last.value(), since=self.since.value(), until=self.until.value()
        )
        self.changed.emit()


def _in_line(*parts: QWidget) -> QWidget:
    made = QWidget()
    made.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
    line = QHBoxLayout(made)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(6)
    for part in parts:
        line.addWidget(part)
    return made
