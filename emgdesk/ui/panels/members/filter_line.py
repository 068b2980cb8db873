"""The line above the members: which roles are shown, as of which day."""

from collections import Counter
from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QWidget

from emgdesk.ui.panels.members.columns import CURRENT, MANY, MemberLine
from emgdesk.ui.widgets.date_field import DateField
from emgdesk.ui.widgets.flow import FlowLayout
from emgdesk.ui.widgets.text import PushButton, label

_NARROW = 640  # pixels


class FilterLine(QWidget):
    """`changed` when another role or "former" was chosen, `as_of_changed` when another day was.

    `meetings_wanted(on)` asks for who was at the meetings instead of the table.
    """

    changed = Signal()
    as_of_changed = Signal()
    meetings_wanted = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self.role = ""
        self._had: set[str] = set()
        self._narrow = False
        self.choice = QComboBox()
        self.choice.setAccessibleName("Role")
        self.choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        for role in ("", *MANY):
            self.choice.addItem("", role)
        self.choice.activated.connect(lambda at: self.choose(self.choice.itemData(at)))
        self.chips: dict[str, PushButton] = {role: self._chip(role) for role in ("", *MANY)}
        self.former = QCheckBox("Former")
        self.former.setToolTip("Also show who is in it no longer, or not yet")
        self.former.clicked.connect(self.changed)
        self.day = DateField("today")
        self.day.line.setAccessibleName("As of")
        self.day.setFixedWidth(130)
        self.day.changed.connect(lambda _iso: self.as_of_changed.emit())
        self.meetings = PushButton("At its meetings")
        self.meetings.setCheckable(True)
        self.meetings.setObjectName("chip")
        self.meetings.setToolTip("Who of the members was at the meetings of this workstream")
        self.meetings.toggled.connect(self._switch)
        self._lay_out()

    def _lay_out(self) -> None:
        self._as_of = QWidget()
        row = QHBoxLayout(self._as_of)
        row.setContentsMargins(6, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self.former)
        self._day: tuple[QWidget, ...] = (label("As of", "muted"), self.day)
        for beside in self._day:
            row.addWidget(beside)
        flow = FlowLayout(6, self)
        for part in (self.choice, *self.chips.values(), self.meetings, self._as_of):
            flow.addWidget(part)
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """One choice in the place of the chips, and today alone, where there is room for a line only."""
        super().resizeEvent(event)
        narrow = event.size().width() < _NARROW
        if narrow != self._narrow:
            self._narrow = narrow
            self._arrange()

    def _arrange(self) -> None:
        self.choice.setVisible(self._narrow)
        for role, chip in self.chips.items():
            chip.setVisible(not self._narrow and (not role or role in self._had or role == self.role))
        for part in self._day:
            part.setVisible(not self._narrow)

    def _switch(self, on: bool) -> None:
        self._as_of.setVisible(not on)
        self._mark()
        self.meetings_wanted.emit(on)

    def show_members(self) -> None:
        """Show the table of members."""
        self.meetings.setChecked(False)

    def show_meetings(self, number: int) -> None:
        """Say how many meetings there were; without any there is nothing to ask for."""
        self.meetings.setText(f"At its meetings ({number})")
        self.meetings.setVisible(number > 0)
        if not number:
            self.show_members()

    def _chip(self, role: str) -> PushButton:
        made = PushButton()
        made.setCheckable(True)
        made.setObjectName("chip")
        made.clicked.connect(lambda _on: self.choose(role))
        return made

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    def choose(self, role: str) -> None:
        """Show the members of one role, "" for all."""
        self.role = role
        self.show_members()
        self._mark()
        self.changed.emit()

    def _mark(self) -> None:
        self.choice.setCurrentIndex(self.choice.findData(self.role))
        for key, chip in self.chips.items():
            chip.setChecked(key == self.role and not self.meetings.isChecked())

    def as_of(self) -> str:
        """The day in view (ISO)."""
        return self.day.value() or date.today().isoformat()

    def show_numbers(self, rows: Sequence[MemberLine]) -> None:
        """Say on the chips how many there are on the day in view; a role nobody has is not offered."""
        here = Counter(row.role for row in rows if row.state == CURRENT)
        self._had = {row.role for row in rows}
        for at, (role, chip) in enumerate(self.chips.items()):
            number = here[role] if role else sum(here.values())
            words = f"{MANY[role] if role else 'All'} ({number})"
            chip.setText(words)
            self.choice.setItemText(at, words)
        self._arrange()
        self._mark()
