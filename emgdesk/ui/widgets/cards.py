"""Numbers worth seeing at a glance."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

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
    """A row of fact cards."""

    clicked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cards: dict[str, FactCard] = {}
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(8)
        self._row.addStretch()

    def set_figures(self, figures: Sequence[Figure]) -> None:
        """Show these, keeping cards that stay."""
        for key in self._cards.keys() - {figure.key for figure in figures}:
            self._cards.pop(key).deleteLater()
        for at, figure in enumerate(figures):
            card = self._cards.get(figure.key)
            if card is None:
                card = self._cards[figure.key] = FactCard(figure)
                card.clicked.connect(self.clicked)
                self._row.insertWidget(at, card)
            else:
                card.show_figure(figure)
