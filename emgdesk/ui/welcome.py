"""What the window shows while no desk is open: three ways to begin, and the desks of lately."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from emgdesk.ui.icons import application_icon
from emgdesk.ui.widgets.banner import Banner
from emgdesk.ui.widgets.empty_state import Offer
from emgdesk.ui.widgets.text import IconLabel, PushButton, label, link


class Welcome(QWidget):
    """`offers` are the ways to begin, each with a sentence; `open_recent` opens a desk of lately."""

    def __init__(self, offers: Sequence[tuple[Offer, str]], open_recent: Callable[[Path], object]) -> None:
        super().__init__()
        self.setObjectName("sheet")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._open_recent = open_recent
        self.banner = Banner()
        self.choices = [ChoiceCard(offer, sentence) for offer, sentence in offers]
        self._recent = QVBoxLayout()
        self._recent.setSpacing(0)
        self._recent_title = label("Opened lately", "group")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 16, 24, 24)
        layout.addWidget(self.banner)
        layout.addStretch(2)
        layout.addWidget(self._column(), 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(3)

    def _column(self) -> QWidget:
        box = QWidget()
        box.setFixedWidth(520)
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        head = QHBoxLayout()
        head.setSpacing(14)
        picture = label()
        picture.setPixmap(application_icon().pixmap(QSize(52, 52), self.devicePixelRatioF()))
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(label("emgdesk", "title"))
        words.addWidget(label("Meetings, rosters and work plans of the secretariat", "muted"))
        head.addWidget(picture)
        head.addLayout(words)
        head.addStretch()
        column.addLayout(head)
        column.addSpacing(12)
        for card in self.choices:
            column.addWidget(card)
        column.addSpacing(10)
        column.addWidget(self._recent_title)
        column.addLayout(self._recent)
        return box

    def show_recent(self, desks: Sequence[Path]) -> None:
        """List these desk files below the choices."""
        while (item := self._recent.takeAt(0)) is not None:
            if item.widget() is not None:
                item.widget().deleteLater()
        for path in desks:
            entry = link(f"{path.stem}   {path.parent}", partial(self._open_recent, path))
            entry.setToolTip(str(path))
            self._recent.addWidget(entry)
        self._recent_title.setVisible(bool(desks))


class ChoiceCard(PushButton):
    """A large button: icon, what it does, and a sentence about it."""

    def __init__(self, offer: Offer, sentence: str) -> None:
        super().__init__()
        self.setObjectName("choice")
        self.setAccessibleName(offer.text)
        self.setAccessibleDescription(sentence)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.clicked.connect(offer.act)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 12, 16, 12)
        row.setSpacing(16)
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(label(offer.text, "heading"))
        words.addWidget(label(sentence, "muted"))
        row.addWidget(IconLabel(offer.icon, 24, "accent"))
        row.addLayout(words, 1)
        self.setMinimumHeight(row.sizeHint().height())
        for child in self.findChildren(QWidget):
            child.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def sizeHint(self) -> QSize:
        return self.layout().sizeHint()
