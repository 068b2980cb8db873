"""Until when a mandate runs: the next SOM, a SOM, a day, or something in words."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QSizePolicy, QWidget

from emgdesk.domain.mandate_ends import end_of
from emgdesk.ui.panels.mandate.part_date import PartDateField
from emgdesk.ui.widgets.line_edit import LineEdit
from emgdesk.ui.widgets.number_edit import NumberEdit
from emgdesk.ui.widgets.room import Stack

NEXT, SOM, DAY, WORDS = range(4)
_CHOICES = ("the next SOM", "a SOM", "a date", "in words")


class UntilField(QWidget):
    """`changed` at every change; `value` is what the event keeps ("" for the next SOM)."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._kept = ("", "")  # as stored, and as the fields say the same
        self.choice = QComboBox()
        self.choice.addItems(list(_CHOICES))
        self.som = NumberEdit()
        self.som.setRange(1, 999)
        self.day = PartDateField("day, month or year")
        self.text = LineEdit()
        self.text.setPlaceholderText("such as: one year; the strategy is adopted")
        self._stack = Stack()
        named = (
            (self.som, "Number of the SOM"),
            (self.day.line, "Until the date"),
            (self.text, "Until, in words"),
        )
        for editor, name in named:
            editor.setAccessibleName(name)
        for page in (QWidget(), self.som, self.day, self.text):
            self._stack.addWidget(page)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.choice)
        row.addWidget(self._stack, 1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusProxy(self.choice)
        self.choice.currentIndexChanged.connect(self._choose)
        self.som.valueChanged.connect(lambda _number: self.changed.emit())
        for line in (self.text, self.day.line):
            line.textChanged.connect(lambda _text: self.changed.emit())

    def _choose(self, at: int) -> None:
        self._stack.setCurrentIndex(at)
        self.changed.emit()

    def propose_som(self, number: int) -> None:
        """The SOM shown first when one is to be named."""
        if self.choice.currentIndex() != SOM:
            self.som.setValue(number)

    def value(self) -> str:
        """As stored: "", "SOM 29", an ISO date, words; what was stored if it says the same."""
        said = self._said()
        return self._kept[0] if said == self._kept[1] else said

    def _said(self) -> str:
        at = self.choice.currentIndex()
        return ("", f"SOM {self.som.value()}", self.day.value(), self.text.text().strip())[at]

    def missing(self) -> str:
        """A sentence where something is still to be said, "" where it says enough."""
        if self.choice.currentIndex() == DAY and self.day.problem():
            return self.day.problem()
        empty = self.choice.currentIndex() != NEXT and not self._said()
        return "Say until when the mandate runs, or choose “the next SOM”." if empty else ""

    def set_value(self, until: str) -> None:
        """Show what an event says."""
        end = end_of(until, None)
        at = NEXT if not until else SOM if end.som else DAY if end.day else WORDS
        if at == SOM:
            self.som.setValue(end.som)
        elif at == DAY:
            self.day.set_value(end.day)
        elif at == WORDS:
            self.text.setText(until)
        self.choice.setCurrentIndex(at)
        self._kept = (until, self._said())
