"""Lines that lead somewhere: words, fainter words below, a chip at the right; reached by Tab and arrows."""

from collections.abc import Sequence
from typing import Protocol

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from emgdesk.ui.widgets.chips import Chip
from emgdesk.ui.widgets.room import ElidedLabel
from emgdesk.ui.widgets.text import PushButton, link


class Shown(Protocol):
    """What a line must offer to be listed."""

    @property
    def text(self) -> str: ...
    @property
    def detail(self) -> str: ...
    @property
    def chip(self) -> str: ...
    @property
    def tone(self) -> str: ...


class LineButton(PushButton):
    """One line; a press is `clicked`, arrows go to the next one."""

    def __init__(self, line: Shown) -> None:
        super().__init__()
        self.setObjectName("line")
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        words = QVBoxLayout()
        words.setSpacing(0)
        parts: list[QWidget] = [ElidedLabel(" ".join(line.text.split()))]
        if line.detail:
            parts.append(ElidedLabel(line.detail, "caption"))
        for part in parts:
            part.cut_at = Qt.TextElideMode.ElideRight  # type: ignore[attr-defined]
            words.addWidget(part)
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 4, 8, 4)
        row.setSpacing(8)
        row.addLayout(words, 1)
        if line.chip:
            chip = Chip()
            chip.set(line.chip, line.tone)
            parts.append(chip)
            row.addWidget(chip, 0, Qt.AlignmentFlag.AlignVCenter)
        for part in parts:
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        said = ", ".join(part for part in (line.text, line.detail, line.chip) if part)
        self.setAccessibleName(said)
        self.setToolTip(said if len(said) > 60 else "")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.focusNextPrevChild(event.key() == Qt.Key.Key_Down)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        return self.layout().sizeHint()

    def minimumSizeHint(self) -> QSize:
        return QSize(120, self.layout().minimumSize().height())


class LineList(QWidget):
    """Lines below one another, the first few until all are asked for; `chosen(line)` at a press."""

    chosen = Signal(object)

    def __init__(self, few: int = 6) -> None:
        super().__init__()
        self._few, self._all = few, False
        self._shown: tuple[Shown, ...] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)

    def show_lines(self, lines: Sequence[Shown]) -> None:
        """List these; the focus stays at its place."""
        if tuple(lines) != self._shown:
            self._shown = tuple(lines)
            self._fill()

    def _fill(self) -> None:
        while (item := self._column.takeAt(0)) is not None:
            if item.widget() is not None:
                item.widget().hide()
                item.widget().deleteLater()
        lines = self._shown if self._all else self._shown[: self._few]
        for line in lines:
            made = LineButton(line)
            made.clicked.connect(lambda _checked=False, line=line: self.chosen.emit(line))
            self._column.addWidget(made)
        if len(self._shown) > self._few:
            words = "Show fewer" if self._all else f"Show all {len(self._shown)}"
            self._column.addWidget(link(words, self._turn), 0, Qt.AlignmentFlag.AlignLeft)

    def _turn(self) -> None:
        self._all = not self._all
        self._fill()
