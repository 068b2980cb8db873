"""Numbers worth seeing at a glance."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout, QWidget

from emgdesk.ui.theme import tones
from emgdesk.ui.widgets.text import label


@dataclass(frozen=True, slots=True)
class Figure:
    """A number with its word ("people") and a second line ("from 46 entities")."""

    key: str
    number: int
    word: str
    detail: str = ""
    tone: str = ""


class FactCard(QFrame):
    """One figure; `clicked` says its key."""

    clicked = Signal(str)

    def __init__(self, figure: Figure, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self._key = figure.key
        self._number = label(role="figure")
        self._word = label(role="caption")
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 6, 16, 7)
        column.setSpacing(0)
        column.addWidget(self._number)
        column.addWidget(self._word)
        self.show_figure(figure)

    def show_figure(self, figure: Figure) -> None:
        self._number.setText(f"{figure.number:,}".replace(",", "\u202f"))
        self._number.setStyleSheet(f"color: {tones().named(figure.tone)}" if figure.tone else "")
        self._word.setText(f"{figure.word} {figure.detail}".strip())
        self.setAccessibleName(f"{figure.number} {figure.word} {figure.detail}".strip())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.clicked.emit(self._key)


class NumbersStrip(QWidget):
    """Fact cards in a row, or with `stacked` two by two."""

    clicked = Signal(str)

    def __init__(self, parent: QWidget | None = None, *, stacked: bool = False) -> None:
        super().__init__(parent)
        self._cards: dict[str, FactCard] = {}
        self._across = 2 if stacked else 99
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(8)
        if stacked:
            self._grid.setColumnStretch(0, 1)
            self._grid.setColumnStretch(1, 1)
        else:
            self._grid.setColumnStretch(99, 1)

    def set_figures(self, figures: Sequence[Figure]) -> None:
        """Show these, keeping cards that stay."""
        for key in self._cards.keys() - {figure.key for figure in figures}:
            gone = self._cards.pop(key)
            self._grid.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        for at, figure in enumerate(figures):
            card = self._cards.get(figure.key)
            if card is None:
                card = self._cards[figure.key] = FactCard(figure)
                card.clicked.connect(self.clicked)
            else:
                card.show_figure(figure)
            self._grid.addWidget(card, at // self._across, at % self._across)
