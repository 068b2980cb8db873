"""A short list of things to do, done ones ticked, each with a way to do it."""

from collections.abc import Sequence
from typing import Protocol

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from emgdesk.ui.widgets.text import IconLabel, label, link

_ICONS = {
    "done": ("circle-check", "good"),
    "todo": ("circle", "muted"),
    "attention": ("triangle-alert", "warn"),
}


class Shown(Protocol):
    """What a step must offer to be listed."""

    @property
    def key(self) -> str: ...
    @property
    def text(self) -> str: ...
    @property
    def button(self) -> str: ...
    @property
    def state(self) -> str: ...


class StepList(QWidget):
    """`chosen(key)` when a step's button is pressed."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)
        self._shown: tuple[Shown, ...] = ()

    def show_steps(self, steps: Sequence[Shown]) -> None:
        """List these."""
        if tuple(steps) == self._shown:
            return
        self._shown = tuple(steps)
        while (item := self._column.takeAt(0)) is not None:
            if item.widget() is not None:
                item.widget().deleteLater()
        for step in steps:
            self._column.addWidget(self._line(step))

    def _line(self, step: Shown) -> QWidget:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 1, 0, 1)
        row.setSpacing(8)
        line.setMinimumHeight(line.fontMetrics().height() + 11)
        row.addWidget(IconLabel(_ICONS[step.state][0], 16, _ICONS[step.state][1]))
        row.addWidget(label(step.text, "muted" if step.state == "done" else "", wrap=True), 1)
        if step.button:
            go = link(step.button, lambda: self.chosen.emit(step.key))
            go.setAccessibleName(f"{step.button}: {step.text}")
            row.addWidget(go, 0, Qt.AlignmentFlag.AlignTop)
        return line
