"""The line between numbers and table: how many people and bodies, and who came of the registered."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QWidget

from emgdesk.domain.counting import body, counted_with_in_words
from emgdesk.domain.numbering import counted
from emgdesk.queries.roster import RosterNumbers, RosterRow
from emgdesk.ui.widgets.flow import FlowLayout
from emgdesk.ui.widgets.room import ElidedLabel
from emgdesk.ui.widgets.text import PushButton, link

_BESIDE = 720  # pixels: of words and chips side by side
EVERYBODY = "everybody"
_CAME: dict[str, tuple[str, Callable[[RosterRow], bool]]] = {
    "present": ("Registered and present", lambda row: row.attendance == "attended" and not row.walk_in),
    "absent": ("Registered and absent", lambda row: row.attendance == "absent" and not row.walk_in),
    "walk_ins": ("Not registered", lambda row: row.walk_in),
}


def came(key: str, rows: Sequence[RosterRow]) -> list[RosterRow]:
    """Those of a roster a chip stands for, or everybody."""
    return [row for row in rows if key == EVERYBODY or _CAME[key][1](row)]


def in_numbers(rows: Sequence[Any], numbers: RosterNumbers) -> str:
    """How many people and bodies: "48 people, 31 entities (SUN counted with UNEP)"."""
    bodies = len({body(row.body_id, row.entity) for row in rows} - {""})
    with_whom = counted_with_in_words(sorted({row.counted_with for row in rows if row.counted_with}))
    sentence = f"{counted(numbers.people, 'person', 'people')}, {counted(bodies, 'entity', 'entities')}"
    return f"{sentence} ({with_whom})" if with_whom else sentence


class CountingLine(QWidget):
    """`chosen(key)` when a chip was pressed, pressed again for everybody; `asked` for what counts as what."""

    chosen = Signal(str)
    asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.words = ElidedLabel("", "muted")
        self.ask = link("What counts as what…", self.asked.emit)
        self.ask.setToolTip("Which entities are counted with the one they are part of")
        self.chips: dict[str, PushButton] = {}
        row = QHBoxLayout()
        row.setSpacing(6)
        row.addWidget(self.words, 1)
        row.addWidget(self.ask)
        chips = FlowLayout(6)
        for key in _CAME:
            self.chips[key] = self._chip(key)
            chips.addWidget(self.chips[key])
        self._lines = lines = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(8)
        lines.addLayout(row, 1)
        lines.addLayout(chips)

    def _chip(self, key: str) -> PushButton:
        made = PushButton()
        made.setCheckable(True)
        made.setObjectName("chip")
        made.clicked.connect(lambda on: self.chosen.emit(key if on else EVERYBODY))
        return made

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The chips below the words where there is no room beside them."""
        super().resizeEvent(event)
        beside = event.size().width() >= _BESIDE
        way = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        if self._lines.direction() != way:
            self._lines.setDirection(way)

    def mark(self, key: str) -> None:
        """Show which chip is chosen."""
        for name, chip in self.chips.items():
            chip.setChecked(name == key)

    def show_roster(self, rows: Sequence[RosterRow], numbers: RosterNumbers, key: str) -> None:
        """Show the numbers; the chips only where the roster tells who of the registered came."""
        self.words.tell(in_numbers(rows, numbers))
        for name, chip in self.chips.items():
            chip.setText(f"{_CAME[name][0]} ({len(came(name, rows))})")
            chip.setVisible(is_attendance(numbers))
        self.mark(key)


def is_attendance(numbers: RosterNumbers) -> bool:
    """Whether the roster tells who of the registered came, and who came besides."""
    return numbers.attended > 0 and (numbers.registered_absent > 0 or numbers.walk_ins > 0)
