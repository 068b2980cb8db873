"""The comparison itself: one column a side, one line a field, what differs in another colour."""

from collections.abc import Collection, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from emgdesk.ui.dialogs.import_dialog.sides import AFTER, Side, differs, shown_fields
from emgdesk.ui.dialogs.import_dialog.tab_order import order_tabs
from emgdesk.ui.dialogs.import_dialog.wording import FIELDS
from emgdesk.ui.theme import tones
from emgdesk.ui.widgets.text import button, label

_NARROW, _WIDE = 190, 340  # pixels of one side
_TOP = Qt.AlignmentFlag.AlignTop


class SidesGrid(QScrollArea):
    """`chosen(digit)` when the button over a candidate is pressed."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName("Comparison")
        self._sides: Sequence[Side] = ()
        self._changed: Collection[str] = ()
        self._choosing = False

    def show_sides(self, sides: Sequence[Side], changed: Collection[str], *, choosing: bool) -> None:
        """Show the file's side and the others; with `choosing` each other one has its button."""
        self._sides, self._changed, self._choosing = sides, changed, choosing
        self._fill()

    def _fill(self) -> None:
        body = QWidget()
        grid = QGridLayout(body)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(4)
        fields = shown_fields(self._sides, self._changed) if self._sides else []
        for at, key in enumerate(fields, 1):
            grid.addWidget(label(FIELDS[key], "muted"), at, 0, _TOP)
        width = self._side_width()
        for column, side in enumerate(self._sides, 1):
            digit = column - 1 if self._choosing else 0
            grid.addWidget(self._heading(side, digit, width), 0, column, _TOP)
            for at, key in enumerate(fields, 1):
                grid.addWidget(self._cell(key, side, width), at, column, _TOP)
        grid.setColumnStretch(len(self._sides) + 1, 1)
        grid.setRowStretch(len(fields) + 1, 1)
        self.setWidget(body)
        order_tabs(self, *body.findChildren(QPushButton))

    def _side_width(self) -> int:
        room = self.viewport().width() - 110
        return max(_NARROW, min(_WIDE, room // max(1, len(self._sides)) - 16))

    def _heading(self, side: Side, digit: int, width: int) -> QWidget:
        """Who the side is; with a `digit` the button that chooses them."""
        made = QWidget()
        made.setFixedWidth(width)
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        if digit:
            choose = button(f"This person  ({digit})", lambda: self.chosen.emit(str(digit)), "user-check")
            choose.setObjectName(f"candidate-{digit}")
            choose.setAutoDefault(False)
            column.addWidget(choose, 0, Qt.AlignmentFlag.AlignLeft)
        else:
            column.addWidget(label(side.heading, "heading"))
        column.addWidget(label(side.note, "caption", wrap=True))
        return made

    def _cell(self, key: str, side: Side, width: int) -> QLabel:
        text = side.values.get(key, "")
        made = label(text or "–", "" if text else "muted", wrap=True)
        made.setFixedWidth(width)
        made.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        if made.fontMetrics().horizontalAdvance(text) > width:
            made.setToolTip(text)
        mine = self._sides[0]
        if side.heading == AFTER and text:
            made.setStyleSheet(f"color: {tones().accent}; font-weight: 600")
        elif side is not mine and differs(key, mine, side):
            made.setStyleSheet(f"color: {tones().warn}; font-weight: 600")
            made.setAccessibleDescription("differs from the file")
        return made

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fill()
