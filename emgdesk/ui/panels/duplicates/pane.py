"""A pair in full: the question, what speaks for it and against it, and the comparison."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from emgdesk.ui.panels.duplicates.choosing import Choices, Side
from emgdesk.ui.panels.duplicates.comparison_view import ComparisonView
from emgdesk.ui.panels.duplicates.kinds import PairKind, PairLine
from emgdesk.ui.widgets.chips import Chip
from emgdesk.ui.widgets.text import IconLabel, label

_LEAST = QSize(360, 190)  # pixels in which a comparison can still be read


class PairPane(QWidget):
    """Shows one pair of a kind; `choices` is what was chosen of it."""

    def __init__(self, kind: PairKind) -> None:
        super().__init__()
        self._kind = kind
        self.question = label(role="heading")
        self.chip = Chip()
        self.why = label(role="muted", wrap=True)
        self.against = label(wrap=True)
        self._against_icon = IconLabel("triangle-alert", 16, "warn")
        self.view = ComparisonView()
        self.view.setMinimumSize(_LEAST)
        self.view.changed.connect(self._warn)
        self.unfit = label(wrap=True)
        self._unfit_icon = IconLabel("triangle-alert", 16, "warn")
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(self.question)
        head.addWidget(self.chip)
        head.addWidget(self.why, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(head)
        column.addLayout(_marked(self._against_icon, self.against))
        column.addWidget(self.view, 100)
        column.addLayout(_marked(self._unfit_icon, self.unfit))
        column.addStretch(1)
        self.show_pair(None, None)

    @property
    def choices(self) -> Choices | None:
        return self.view.choices

    def show_pair(self, line: PairLine | None, sides: tuple[Side, Side] | None, question: str = "") -> None:
        """Show a pair; without `sides` nothing is compared, and the question says why."""
        asked = question or (f"Are these one {self._kind.noun}?" if line is not None else "")
        self.question.setText(asked)
        score = round(line.score * 100) if line is not None else 0
        self.chip.set(f"{score} %" if score else "", "accent")
        self.why.setText(line.why if line is not None else "")
        against = self._kind.together(*sides) if sides is not None else ""
        self.against.setText(against)
        for widget in (self.against, self._against_icon):
            widget.setVisible(bool(against))
        self.view.show_choices(Choices(self._kind.fields, *sides) if sides is not None else None)
        self.view.setVisible(sides is not None)
        self._warn()

    def _warn(self) -> None:
        """Say below the comparison, where it moves no line, that what is chosen does not go together."""
        text = self.choices.warning if self.choices is not None else ""
        self.unfit.setText(text)
        for widget in (self.unfit, self._unfit_icon):
            widget.setVisible(bool(text))


def _marked(mark: QWidget, words: QWidget) -> QHBoxLayout:
    line = QHBoxLayout()
    line.setSpacing(8)
    line.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
    line.addWidget(words, 1)
    return line
