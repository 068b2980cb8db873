"""The side of a directory: the facts of the one chosen, and more below them."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from emgdesk.ui.widgets.facts_form import FactGroup, FactsForm
from emgdesk.ui.widgets.text import label, link


@dataclass(frozen=True, slots=True)
class Line:
    """A place under the form: its words lead there, the second line tells more."""

    id: str
    text: str
    detail: str


class Detail(QScrollArea):
    """A heading, a form, and places under it; hidden while nothing is chosen."""

    followed = Signal(str)

    def __init__(self, facts: Sequence[FactGroup], more: str) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setMinimumWidth(300)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.heading = label(role="heading", wrap=True)
        self.form = FactsForm(facts, label_width=92)
        self._more = label(more, "group")
        self._lines = QVBoxLayout()
        self._lines.setSpacing(0)
        box = QWidget()
        box.setObjectName("sheet")
        column = QVBoxLayout(box)
        column.setContentsMargins(18, 4, 12, 12)
        column.setSpacing(10)
        for part in (self.heading, self.form, self._more):
            column.addWidget(part)
        column.addLayout(self._lines)
        column.addStretch()
        self.setWidget(box)
        self.hide()

    def say_more(self, lines: Sequence[Line]) -> None:
        """The places under the form; without any their heading goes too."""
        while (item := self._lines.takeAt(0)) is not None:
            if item.widget() is not None:
                item.widget().deleteLater()
        for line in lines:
            go = link(line.text, partial(self.followed.emit, line.id))
            detail = label(line.detail, "muted", wrap=True)
            detail.setContentsMargins(7, 0, 0, 8)
            self._lines.addWidget(go, 0, Qt.AlignmentFlag.AlignLeft)
            self._lines.addWidget(detail)
        self._more.setVisible(bool(lines))
