"""How the overview is laid out: cards in two columns, or one below the other where there is no room."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QComboBox,
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from emgdesk.ui.pages.overview.lines import Card
from emgdesk.ui.widgets.empty_state import EmptyState
from emgdesk.ui.widgets.line_list import LineList
from emgdesk.ui.widgets.room import Stack
from emgdesk.ui.widgets.text import label, tool

_BESIDE = 880  # pixels from which the cards stand in two columns
_LEFT = ("ahead", "follow_ups", "decisions", "requests")
EVERYBODY = "Everybody’s work"


class CardView(QFrame):
    """A heading with a number over lines."""

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("card")
        self._title, self._number = label(role="group"), label(role="muted")
        self._nothing = label(role="muted", wrap=True)
        self.list = LineList()
        self.list.chosen.connect(self.chosen)
        head = QHBoxLayout()
        head.setContentsMargins(8, 0, 8, 0)
        head.addWidget(self._title)
        head.addWidget(self._number)
        head.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 12, 8, 10)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(self._nothing)
        column.addWidget(self.list)
        self._nothing.setContentsMargins(8, 2, 8, 2)

    def show_card(self, card: Card) -> None:
        """Show its lines, or that there is nothing."""
        self._title.setText(card.title)
        self._number.setText(card.number if card.key != "ahead" else "")
        self._nothing.setText(card.nothing)
        self._nothing.setVisible(not card.lines)
        self.list.show_lines(card.lines)
        self.list.setVisible(bool(card.lines))


class OverviewView(QWidget):
    """The day, whose work is shown, and the cards."""

    def __init__(self) -> None:
        super().__init__()
        self.day = label(role="title")
        self.summary = label(role="muted", wrap=True)
        self.whose = QComboBox()
        self.whose.setAccessibleName("Whose work is shown")
        self.whose.addItem(EVERYBODY, "")
        self.rules = tool("Deadlines…", lambda: None, "calendar-days", tip="Days before a meeting")
        self.rules.clicked.disconnect()
        self.roll = tool("Roll forward…", lambda: None, "list-tree", tip="Take the desk to the next SOM")
        self.roll.clicked.disconnect()
        self.empty = EmptyState("layout-dashboard", "Nothing to do yet")
        self._cards: dict[str, CardView] = {}
        self._columns = (QVBoxLayout(), QVBoxLayout())
        self._stack = Stack()
        self._stack.addWidget(self._body())
        self._stack.addWidget(self.empty)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._stack)

    def _body(self) -> QWidget:
        tools = QHBoxLayout()
        tools.setSpacing(10)
        tools.addStretch()
        for part in (self.whose, self.roll, self.rules):
            tools.addWidget(part)
        self._head = head = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        head.setSpacing(6)
        head.addWidget(self.day, 1)
        head.addLayout(tools)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._row.setSpacing(16)
        for column in self._columns:
            column.setSpacing(16)
            column.addStretch()
            self._row.addLayout(column, 1)
        body = QWidget()
        body.setObjectName("sheet")
        body.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        page = QVBoxLayout(body)
        page.setContentsMargins(20, 16, 20, 16)
        page.setSpacing(6)
        page.addLayout(head)
        page.addWidget(self.summary)
        page.addSpacing(6)
        page.addLayout(self._row)
        page.addStretch()
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(body)
        return area

    def card(self, key: str) -> CardView:
        """The card of this key, made at the first time."""
        if key not in self._cards:
            card = self._cards[key] = CardView()
            column = self._columns[0 if key in _LEFT else 1]
            column.insertWidget(column.count() - 1, card)
        return self._cards[key]

    def show_empty(self, empty: bool) -> None:
        """Show what to do first, or the cards."""
        self._stack.setCurrentIndex(1 if empty else 0)

    def show_whose(self, officers: tuple[str, ...], chosen: str) -> None:
        """Offer these officers."""
        words = [(EVERYBODY, ""), *((name, name) for name in officers)]
        if [(self.whose.itemText(at), self.whose.itemData(at)) for at in range(self.whose.count())] != words:
            self.whose.clear()
            for text, data in words:
                self.whose.addItem(text, data)
        self.whose.setCurrentIndex(max(0, self.whose.findData(chosen)))
        self.whose.setEnabled(bool(officers))
        self.whose.setToolTip("" if officers else "Officers are named among the members of a workstream")

    def resizeEvent(self, event: QResizeEvent) -> None:
        way = QBoxLayout.Direction
        beside = event.size().width() >= _BESIDE
        for row in (self._row, self._head):
            row.setDirection(way.LeftToRight if beside else way.TopToBottom)
        super().resizeEvent(event)
