"""How many rows of each verdict there are; press one to see only those."""

from collections.abc import Mapping

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QStyle,
    QStyleOptionFocusRect,
    QWidget,
)

from emgdesk.domain.numbering import counted
from emgdesk.ui.theme import tones
from emgdesk.ui.widgets.chips import chip_font, colours
from emgdesk.ui.widgets.flow import FlowLayout

ALL = "all"


class VerdictBar(QWidget):
    """`chosen(verdict)` when another set of rows is asked for; "all" is every row."""

    chosen = Signal(str)

    def __init__(self, words: Mapping[str, str], tones_of: Mapping[str, str]) -> None:
        """`words` and `tones_of` by verdict, in the order of the buttons."""
        super().__init__()
        self._buttons: dict[str, VerdictButton] = {}
        self._group = QButtonGroup(self)
        row = FlowLayout(6, self)
        for key, word in {ALL: "All", **words}.items():
            made = VerdictButton(word, tones_of.get(key, ""))
            made.clicked.connect(lambda _=False, key=key: self.chosen.emit(key))
            self._buttons[key] = made
            self._group.addButton(made)
            row.addWidget(made)
        self.choose(ALL)

    def show_counts(self, counts: Mapping[str, int]) -> None:
        """Rows by verdict; a verdict without rows has no button."""
        for key, made in self._buttons.items():
            count = sum(counts.values()) if key == ALL else counts.get(key, 0)
            made.set_count(count)
            made.setVisible(key == ALL or count > 0 or made.isChecked())

    @property
    def chosen_key(self) -> str:
        """The key of the button that is pressed."""
        return next(key for key, made in self._buttons.items() if made.isChecked())

    def choose(self, key: str) -> None:
        """Mark one button, without announcing it."""
        self._buttons[key].setChecked(True)

    def button(self, key: str) -> "VerdictButton":
        return self._buttons[key]


class VerdictButton(QAbstractButton):
    """A chip with a word and a count, pressed or not."""

    def __init__(self, word: str, tone: str) -> None:
        super().__init__()
        self._word, self._tone = word, tone
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.set_count(0)

    def set_count(self, count: int) -> None:
        self.setText(f"{self._word}  {count:,}")
        self.setAccessibleName(f"{self._word}: {counted(count, 'row', 'rows')}")
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        return QSize(metrics.horizontalAdvance(self.text()) + 26, metrics.height() + 10)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ink, ground = colours(self._tone, tones())
        room = self.rect().adjusted(1, 1, -1, -1)
        painter.setPen(ink if self.isChecked() else Qt.GlobalColor.transparent)
        painter.setBrush(ground)
        painter.drawRoundedRect(room, room.height() / 2, room.height() / 2)
        painter.setPen(ink)
        painter.setFont(chip_font(self.font()))
        painter.drawText(room, Qt.AlignmentFlag.AlignCenter, self.text())
        if self.hasFocus():
            option = QStyleOptionFocusRect()
            option.initFrom(self)
            self.style().drawPrimitive(QStyle.PrimitiveElement.PE_FrameFocusRect, option, painter, self)
