"""Which workstreams the chart shows, and of which day."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox, QWidget

from emgdesk.reports.mandates import MandateChartFacts, MandateRow, only
from emgdesk.ui.widgets.date_field import DateField
from emgdesk.ui.widgets.flow import FlowLayout
from emgdesk.ui.widgets.text import label

_STATUSES = (
    ("", "Any status"), ("running", "Not concluded"), ("active", "Active"),
    ("proposed", "Proposed"), ("lapsed", "Ran out"), ("concluded", "Concluded"),
)  # fmt: skip
_ALL = "All chapters"
_LETTERS = 15  # of a chapter, shown at least
_NARROW, _ANY_WIDTH = 130, 16_777_215  # pixels


@dataclass(frozen=True, slots=True)
class Choice:
    """A chapter as shown ("" all), a status of `_STATUSES`, and a day (ISO, "" today)."""

    chapter: str = ""
    status: str = ""
    as_of: str = ""

    def chosen(self, facts: MandateChartFacts) -> MandateChartFacts:
        """The rows that fit."""
        if not (self.chapter or self.status):
            return facts
        return only(facts, frozenset(row.id for row in facts.rows if self._fits(row)))

    def _fits(self, row: MandateRow) -> bool:
        if self.chapter and row.chapter != self.chapter:
            return False
        if self.status == "running":
            return row.status != "concluded"
        if self.status == "lapsed":
            return bool(row.stretches) and row.stretches[-1].status == "lapsed"
        return not self.status or row.status == self.status


class ChoiceBar(QWidget):
    """`changed` says that something else was chosen."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.chapter = QComboBox()
        self.chapter.setAccessibleName("Chapter")
        self.chapter.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.chapter.setMinimumContentsLength(_LETTERS)
        self.chapter.addItem(_ALL, "")
        self.status = QComboBox()
        self.status.setAccessibleName("Status")
        for key, words in _STATUSES:
            self.status.addItem(words, key)
        self.as_of = DateField("today")
        self.as_of.setAccessibleName("As of")
        self.as_of.line.setAccessibleName("As of")
        self.as_of.setFixedWidth(132)
        self._caption = label("As of", "muted")
        flow = FlowLayout(8, self)
        for part in (self.chapter, self.status, self._caption, self.as_of):
            flow.addWidget(part)
        self.chapter.currentIndexChanged.connect(lambda _=0: self.changed.emit())
        self.status.currentIndexChanged.connect(lambda _=0: self.changed.emit())
        self.as_of.changed.connect(lambda _="": self.changed.emit())

    def stand_narrow(self, narrow: bool) -> None:
        """Keep to one line where there is little width."""
        self._caption.setVisible(not narrow)
        self.as_of.line.setPlaceholderText("as of today" if narrow else "today")
        self.chapter.setMaximumWidth(_NARROW if narrow else _ANY_WIDTH)

    @property
    def choice(self) -> Choice:
        """What is chosen."""
        return Choice(str(self.chapter.currentData()), str(self.status.currentData()), self.as_of.value())

    def show_chapters(self, chapters: Sequence[str]) -> None:
        """Offer these chapters; the chosen one stays, or all if it is gone."""
        with QSignalBlocker(self.chapter):
            held = self.chapter.currentData()
            self.chapter.clear()
            self.chapter.addItem(_ALL, "")
            for chapter in chapters:
                self.chapter.addItem(chapter, chapter)
            self.chapter.setCurrentIndex(max(self.chapter.findData(held), 0))
