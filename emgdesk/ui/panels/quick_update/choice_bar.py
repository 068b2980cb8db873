"""The lines over the quick update: for which day, and which tasks."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from emgdesk.domain.folding import fold
from emgdesk.ui.panels.quick_update.reading import (
    ALL,
    LATE,
    SILENT,
    WAITING,
    UpdateRow,
    Wanted,
    entities,
    officers,
    places,
)
from emgdesk.ui.widgets.date_field import DateField
from emgdesk.ui.widgets.flow import FlowLayout
from emgdesk.ui.widgets.text import ToolButton, label

_ONLY = (
    ("All open tasks", ALL),
    ("Not updated yet", WAITING),
    ("Silent since the last report", SILENT),
    ("Overdue", LATE),
)
_FOLDED = 700  # pixels below which only the first choices stand in the line


class ChoiceBar(QWidget):
    """`day_changed(iso)` for another day, `changed` for other tasks."""

    day_changed = Signal(str)
    changed = Signal()

    def __init__(self, author: str) -> None:
        """`author` is the name of who sits here: the tasks they answer for are called theirs."""
        super().__init__()
        self._author = author
        self.day = DateField("today")
        self.day.setFixedWidth(136)
        self.day.line.setAccessibleName("As of")
        self.day.changed.connect(self._day_given)
        caption = label("&As of")
        caption.setBuddy(self.day)
        first = QWidget()
        line = QHBoxLayout(first)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(6)
        line.addWidget(caption)
        line.addWidget(self.day)
        self.only, self.officer = _box("Which tasks"), _box("Officer")
        self.place, self.entity = _box("Workstream"), _box("Entity")
        for words, value in _ONLY:
            self.only.addItem(words, value)
        for box in (self.only, self.officer, self.place, self.entity):
            box.activated.connect(lambda _at: self.changed.emit())
        self.more = ToolButton("list-filter", with_text=False)
        self.more.setToolTip("Choose by officer, workstream or entity")
        self.more.setAccessibleName("Choose by officer, workstream or entity")
        self.more.setCheckable(True)
        self.more.toggled.connect(lambda _on: self._fold())
        flow = FlowLayout(8, self)
        for part in (first, self.only, self.more, self.officer, self.place, self.entity):
            flow.addWidget(part)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()

    def _fold(self) -> None:
        """Where there is little room, the further choices are there when asked for, or made."""
        narrow = self.width() < _FOLDED
        self.more.setVisible(narrow)
        for box in (self.officer, self.place, self.entity):
            box.setVisible(not narrow or self.more.isChecked() or box.currentIndex() > 0)

    def _day_given(self, iso: str) -> None:
        if not iso:
            iso = date.today().isoformat()
            self.day.set_value(iso)
        self.day_changed.emit(iso)

    def wanted(self) -> Wanted:
        """The tasks chosen."""
        boxes = (self.officer, self.place, self.entity)
        officer, place, entity = (str(box.currentData() or "") for box in boxes)
        return Wanted(officer=officer, place=place, entity=entity, only=str(self.only.currentData()))

    def choose(self, wanted: Wanted) -> None:
        """Show a choice without announcing it; what is not offered stays open."""
        told = ((self.officer, wanted.officer), (self.place, wanted.place), (self.entity, wanted.entity))
        for box, value in (*told, (self.only, wanted.only)):
            box.setCurrentIndex(max(0, box.findData(value)))
        self._fold()

    def offer(self, rows: Sequence[UpdateRow]) -> None:
        """Offer what these tasks allow, keeping the choice where it is still possible."""
        before = self.wanted()
        names = [(self._called(name), name) for name in officers(rows)]
        _fill(self.officer, "Any officer", names)
        _fill(self.place, "All workstreams", [(place, place) for place in places(rows)])
        _fill(self.entity, "Any entity", [(name, name) for name in entities(rows)])
        self.choose(before)

    def _called(self, officer: str) -> str:
        return f"Mine ({officer})" if fold(officer) == fold(self._author) else officer


def _box(name: str) -> QComboBox:
    made = QComboBox()
    made.setAccessibleName(name)
    made.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    made.setMinimumContentsLength(13)
    return made


def _fill(box: QComboBox, first: str, entries: Sequence[tuple[str, str]]) -> None:
    box.clear()
    box.addItem(first, "")
    for words, value in entries:
        box.addItem(words, value)
    box.setEnabled(bool(entries))
