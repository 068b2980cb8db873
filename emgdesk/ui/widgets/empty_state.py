"""What an empty screen says: what belongs here and what to do first."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from emgdesk.ui.widgets.text import IconLabel, button, label

_WIDTH = 420


@dataclass(frozen=True, slots=True)
class Offer:
    """A button: its words, what it does, its icon; `primary` is the one to press first."""

    text: str
    act: Callable[[], object]
    icon: str = ""
    primary: bool = False


class EmptyState(QWidget):
    """An icon, a title, a sentence (`width` pixels wide) and buttons in the middle of the room there is."""

    def __init__(
        self,
        icon_name: str,
        title: str,
        sentence: str = "",
        offers: Sequence[Offer] = (),
        parent: QWidget | None = None,
        *,
        width: int = _WIDTH,
    ) -> None:
        super().__init__(parent)
        self._width = width
        self._icon = IconLabel(icon_name, 48)
        self._title = label(title, "heading")
        self._sentence = label(sentence, "muted", wrap=True)
        self._sentence.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self._sentence.setFixedWidth(width)
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(8)
        layout = QVBoxLayout(self)
        layout.setSpacing(10)
        layout.addStretch(2)
        for part in (self._icon, self._title, self._sentence):
            layout.addWidget(part, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addSpacing(6)
        row = QHBoxLayout()
        row.addStretch()
        row.addLayout(self._buttons)
        row.addStretch()
        layout.addLayout(row)
        layout.addStretch(3)
        self.say(icon_name, title, sentence, offers)

    def say(self, icon_name: str, title: str, sentence: str = "", offers: Sequence[Offer] = ()) -> None:
        """Say something else."""
        self._icon.show_icon(icon_name, "muted")
        self._title.setText(title)
        self._sentence.setText(sentence)
        self._sentence.setVisible(bool(sentence))
        self._fit()
        self._offer(offers)

    def _fit(self) -> None:
        """As high as the sentence: a centred label is not asked how high it is at its width."""
        self._sentence.ensurePolished()  # its font is that of the style sheet
        self._sentence.setFixedHeight(max(0, self._sentence.heightForWidth(self._width)))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "_sentence"):
            self._fit()

    def _offer(self, offers: Sequence[Offer]) -> None:
        while (item := self._buttons.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        for offer in offers:
            self._buttons.addWidget(button(offer.text, offer.act, offer.icon, primary=offer.primary))
