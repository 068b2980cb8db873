"""The list at the left of a screen: type to filter, arrows to choose."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QItemSelectionModel, QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QLabel,
    QListView,
    QVBoxLayout,
    QWidget,
)

from emgdesk.ui.models.list_items import ItemsModel, ListItem
from emgdesk.ui.widgets.item_delegate import ItemDelegate
from emgdesk.ui.widgets.line_edit import FilterEdit
from emgdesk.ui.widgets.room import Stack
from emgdesk.ui.widgets.text import label

_CHOOSE = QItemSelectionModel.SelectionFlag.ClearAndSelect


class FilterList(QWidget):
    """`chosen` carries the id of the line now selected ("" when there is none)."""

    chosen = Signal(str)
    opened = Signal(str)  # Enter or double click
    delete_pressed = Signal(str)

    def __init__(self, hint: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sidebar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._chosen = ""
        self.model = ItemsModel(self)
        self.filter = FilterEdit(hint)
        self.view = QListView()
        self.view.setObjectName("side")
        self.view.setModel(self.model)
        self.view.setItemDelegate(ItemDelegate(self.view))
        self.view.setMouseTracking(True)
        self.view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.view.setAccessibleName(hint.removeprefix("Filter "))
        self._empty = _quiet("Nothing here yet")
        self._stack = Stack()
        self._stack.addWidget(self.view)
        self._stack.addWidget(self._empty)
        self._nothing = _quiet("Nothing found")
        self._stack.addWidget(self._nothing)
        self._top = QHBoxLayout()
        self._top.setContentsMargins(10, 10, 10, 2)
        self._top.setSpacing(6)
        self._top.addWidget(self.filter, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addLayout(self._top)
        layout.addWidget(self._stack, 1)
        self.setFocusProxy(self.view)
        self._wire()

    def _wire(self) -> None:
        self.filter.textChanged.connect(self._filter)
        self.filter.down.connect(self._enter)
        self.filter.returnPressed.connect(self._enter)
        self.view.selectionModel().currentChanged.connect(lambda *_: self._announce())
        self.view.activated.connect(lambda index: self.opened.emit(self.model.item(index.row()).id))
        self.view.installEventFilter(self)

    def add_tool(self, widget: QWidget) -> None:
        """Put a button beside the filter."""
        self._top.addWidget(widget)

    def add_item_action(self, text: str, act: Callable[[str], object]) -> None:
        """Offer something for the line under the mouse in its context menu."""
        self.view.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        action = QAction(text, self.view)
        action.triggered.connect(lambda _checked=False: self._chosen and act(self._chosen))
        self.view.addAction(action)

    def set_empty(self, sentence: str) -> None:
        """What to say while there is nothing at all."""
        self._empty.setText(sentence)

    def set_items(self, items: Sequence[ListItem], prefer: str = "") -> None:
        """Show `items`; `prefer` is chosen if it is there, else what was chosen, else the first.

        The one who sets the items looks at `chosen_id`; `chosen` is for choices by hand.
        """
        scroll = self.view.verticalScrollBar().value()
        self.view.selectionModel().blockSignals(True)
        self.model.set_items(items)
        self._restore(prefer)
        self.view.selectionModel().blockSignals(False)
        self.view.verticalScrollBar().setValue(scroll)
        self._show_state()
        self.filter.setEnabled(self.model.total > 0)

    @property
    def chosen_id(self) -> str:
        return self._chosen

    def choose(self, item_id: str) -> bool:
        """Select a line; False if there is none of this id."""
        if self.model.at_of(item_id) < 0:
            self.filter.clear()
        at = self.model.at_of(item_id)
        if at < 0:
            return False
        self.view.selectionModel().setCurrentIndex(self.model.index(at), _CHOOSE)
        self.view.scrollTo(self.model.index(at))
        return True

    def _filter(self, typed: str) -> None:
        self.view.selectionModel().blockSignals(True)
        self.model.set_filter(typed)
        at = self.model.at_of(self._chosen)
        if at >= 0:
            self.view.selectionModel().setCurrentIndex(self.model.index(at), _CHOOSE)
        self.view.selectionModel().blockSignals(False)
        self._show_state()

    def _show_state(self) -> None:
        found = self.view if self.model.ids() else self._nothing
        self._stack.setCurrentWidget(found if self.model.total else self._empty)

    def _restore(self, prefer: str) -> None:
        wanted = (prefer, self._chosen, next(iter(self.model.ids()), ""))
        at = next((at for at in map(self.model.at_of, wanted) if at >= 0), -1)
        self._chosen = self.model.item(at).id if at >= 0 else ""
        if at >= 0:
            self.view.selectionModel().setCurrentIndex(self.model.index(at), _CHOOSE)

    def _enter(self) -> None:
        ids = self.model.ids()
        if ids:
            if self._chosen not in ids:
                self.choose(ids[0])
            self.view.setFocus()

    def _announce(self) -> None:
        index = self.view.currentIndex()
        item = self.model.item(index.row()) if index.isValid() else None
        now = item.id if item is not None else ""
        if now != self._chosen:
            self._chosen = now
            self.chosen.emit(now)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Typing in the list filters it."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier)
            if plain and event.key() == Qt.Key.Key_Delete and self._chosen:
                self.delete_pressed.emit(self._chosen)
                return True
            if plain and event.text().strip() and event.text().isprintable():
                self.filter.setFocus()
                self.filter.insert(event.text())
                return True
        return super().eventFilter(watched, event)


def _quiet(text: str) -> QLabel:
    """A faint line where the list would begin."""
    made = label(text, "muted", wrap=True)
    made.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
    made.setContentsMargins(14, 18, 14, 0)
    return made
