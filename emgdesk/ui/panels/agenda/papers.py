"""The documents before the meeting under an item, chosen from the register."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from emgdesk.queries.documents import DocumentRow
from emgdesk.ui.panels.directory.detail import empty
from emgdesk.ui.widgets.text import PushButton, ToolButton, label

_CHOOSE = "Link a document…"
_MARGIN = 16  # pixels around the words of a link


def paper_name(document: DocumentRow) -> str:
    """A document as a line: number, title, symbol where it has no title."""
    return " ".join(part for part in (document.number, document.title or document.symbol) if part)


def short_name(document: DocumentRow) -> str:
    """A document in few words: its number, else its symbol or title."""
    return document.number or document.symbol or document.title


class PaperLink(PushButton):
    """A link that is cut where there is no room for its words."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self._name = name
        self.setProperty("link", True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(name)
        self.setToolTip(f"{name}\nShow it in the register")
        self.setMinimumWidth(40)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        room = event.size().width() - _MARGIN
        self.setText(self.fontMetrics().elidedText(self._name, Qt.TextElideMode.ElideRight, room))


class Papers(QWidget):
    """`linked` and `unlinked` carry the key of a document, `opened` that of one to go to."""

    linked = Signal(str)
    unlinked = Signal(str)
    opened = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        self.none = label("The register of this meeting is empty.", "muted", wrap=True)
        self.choice = QComboBox()
        self.choice.setAccessibleName("Link a document of the register")
        self.choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.choice.setMinimumContentsLength(16)
        self.choice.activated.connect(self._choose)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(label("Documents", "group"))
        column.addLayout(self._rows)
        column.addWidget(self.choice)
        column.addWidget(self.none)

    def show_papers(self, held: Sequence[str], register: Sequence[DocumentRow]) -> None:
        """List the documents of an item; the others of the register can be chosen."""
        empty(self._rows)
        for document in register:
            if document.id in held:
                self._rows.addWidget(self._row(document))
        others = [document for document in register if document.id not in held]
        self.choice.clear()
        self.choice.addItem(_CHOOSE, "")
        for document in others:
            self.choice.addItem(paper_name(document), document.id)
        self.choice.setVisible(bool(others))
        self.none.setVisible(not register)

    def _row(self, document: DocumentRow) -> QWidget:
        made = QWidget()
        row = QHBoxLayout(made)
        row.setContentsMargins(0, 0, 0, 0)
        name = paper_name(document)
        go = PaperLink(name)
        go.clicked.connect(partial(self.opened.emit, document.id))
        row.addWidget(go, 1)
        loose = ToolButton("x", with_text=False)
        loose.setToolTip("Take it from under this item")
        loose.setAccessibleName(f"Take away {name}")
        loose.clicked.connect(partial(self.unlinked.emit, document.id))
        row.addWidget(loose, 0, Qt.AlignmentFlag.AlignTop)
        return made

    def _choose(self, at: int) -> None:
        key = self.choice.itemData(at)
        if key:
            self.linked.emit(key)
