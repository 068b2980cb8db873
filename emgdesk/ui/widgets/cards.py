"""Numbers worth seeing at a glance."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from emgdesk.ui.theme import tones
from emgdesk.ui.widgets.flow import FlowLayout
from emgdesk.ui.widgets.text import PushButton, label


@dataclass(frozen=True, slots=True)
class Figure:
    """A number with its word ("people") and a second line ("from 46 entities")."""

    key: str
    number: int
    word: str
    detail: str = ""
    tone: str = ""


class FactCard(PushButton):
    """One figure; `chosen` says its key. A `flat` one is a line: number, then words, broken at a comma."""

    chosen = Signal(str)

    def __init__(self, figure: Figure, *, flat: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("figure")
        self.setProperty("flat", flat)
        self._number = label(role="heading" if flat else "figure")
        self._word = label(role="caption", wrap=flat)
        box = QHBoxLayout(self) if flat else QVBoxLayout(self)
        box.setContentsMargins(*((0, 3, 6, 3) if flat else (12, 6, 16, 7)))
        box.setSpacing(8 if flat else 0)
        if flat:
            self._number.setMinimumWidth(20)
            self._number.setAlignment(Qt.AlignmentFlag.AlignRight)
        box.addWidget(self._number)
        box.addWidget(self._word, 1)
        for part in (self._number, self._word):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.show_figure(figure)
        self.clicked.connect(lambda _checked=False: self.chosen.emit(figure.key))

    def show_figure(self, figure: Figure) -> None:
        number = f"{figure.number:,}".replace(",", "\u202f")
        self._number.setText(number)
        self._number.setStyleSheet(f"color: {tones().named(figure.tone)}" if figure.tone else "")
        words = f"{figure.word} {figure.detail}".strip()
        self._word.setText(words.replace(", ", ",\n") if self.property("flat") else words)
        self.setAccessibleName(f"{number} {words}")
        self.setToolTip(words if self.property("flat") else "")
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        return self.layout().sizeHint()

    def minimumSizeHint(self) -> QSize:
        return self.layout().minimumSize()


class NumbersStrip(QWidget):
    """Figures as cards in rows, or with `stacked` as lines below one another."""

    clicked = Signal(str)

    def __init__(self, parent: QWidget | None = None, *, stacked: bool = False) -> None:
        super().__init__(parent)
        self._cards: dict[str, FactCard] = {}
        self._stacked = stacked
        self._box: QVBoxLayout | FlowLayout = QVBoxLayout(self) if stacked else FlowLayout(8, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        if stacked:
            self._box.setSpacing(0)

    def set_figures(self, figures: Sequence[Figure]) -> None:
        """Show these, keeping cards that stay."""
        for key in self._cards.keys() - {figure.key for figure in figures}:
            gone = self._cards.pop(key)
            self._box.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        for at, figure in enumerate(figures):
            card = self._cards.get(figure.key)
            if card is None:
                card = self._cards[figure.key] = FactCard(figure, flat=self._stacked)
                card.chosen.connect(self.clicked)
                self._box.insertWidget(at, card)
            else:
                card.show_figure(figure)
