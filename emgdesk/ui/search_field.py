"""The one search field: finds whatever the desk holds; Enter goes there."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QListView, QVBoxLayout, QWidget

from emgdesk.ui.models.list_items import ItemsModel, ListItem
from emgdesk.ui.widgets.item_delegate import ItemDelegate
from emgdesk.ui.widgets.line_edit import FilterEdit
from emgdesk.ui.widgets.text import label

if TYPE_CHECKING:  # the window shows before the database library is loaded
    from emgdesk.queries.search import Hit

_PAUSE = 120  # milliseconds after the last key before the desk is asked
_GROUPS = {
    "meeting": ("Meetings", "calendar-days"),
    "workstream": ("Workstreams", "list-tree"),
    "entity": ("Entities", "building-2"),
    "person": ("People", "user"),
    "document": ("Documents", "file-text"),
    "action": ("Actions", "list-checks"),
    "agenda_item": ("Agendas", "list-ordered"),
    "task": ("Tasks", "clipboard-list"),
}

Ask = Callable[[str, Callable[[Sequence["Hit"]], object]], object]


class SearchField(FilterEdit):
    """`found(kind, id)` when a result is chosen. `ask(text, answer)` looks in the desk."""

    found = Signal(str, str)

    def __init__(self, ask: Ask, parent: QWidget | None = None) -> None:
        super().__init__("Find (Ctrl+K)", parent)
        self.setAccessibleName("Find any person, entity, meeting, workstream, document or action")
        self._ask = ask
        self._popup: ResultPopup | None = None
        self._pause = QTimer(self, interval=_PAUSE, singleShot=True)
        self._pause.timeout.connect(self._search)
        self.textEdited.connect(self._typed)
        self.textChanged.connect(self._emptied)

    def start(self) -> None:
        """Take the keyboard, whatever stands there ready to be overwritten."""
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.selectAll()

    def show_hits(self, hits: Sequence[Hit]) -> None:
        """Show what was found under the field."""
        if not self.hasFocus() or not self.text().strip():
            return
        popup = self._results()
        popup.show_hits(hits)
        popup.place_under(self)

    def hide_hits(self) -> None:
        if self._popup is not None:
            self._popup.hide()

    def _results(self) -> ResultPopup:
        if self._popup is None:
            self._popup = ResultPopup(self.window())
            self._popup.chosen.connect(self._go)
        return self._popup

    def _typed(self, _text: str) -> None:
        self._pause.start()

    def _emptied(self, text: str) -> None:
        if not text.strip():
            self._pause.stop()
            self.hide_hits()

    def _search(self) -> None:
        if self.text().strip():
            self._ask(self.text(), self.show_hits)

    def _go(self, kind: str, item_id: str) -> None:
        self.hide_hits()
        self.clear()
        self.clearFocus()
        self.found.emit(kind, item_id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        popup = self._popup
        showing = popup is not None and popup.isVisible()
        if showing and popup is not None and event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            popup.move_by(1 if event.key() == Qt.Key.Key_Down else -1)
            return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if showing and popup is not None and not self._pause.isActive():
                popup.choose_current()
            else:
                self._search()
            return
        super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.hide_hits()


class ResultPopup(QFrame):
    """The list under the search field; it never takes the keyboard."""

    chosen = Signal(str, str)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setObjectName("popup")
        self.model = ItemsModel(self)
        self.view = QListView()
        self.view.setObjectName("side")
        self.view.setModel(self.model)
        self.view.setItemDelegate(ItemDelegate(self.view))
        self.view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.setMouseTracking(True)
        self.view.pressed.connect(lambda _index: self.choose_current())
        self._nothing = label("Nothing found", "muted")
        self._nothing.setContentsMargins(14, 10, 14, 10)
        self._hits: dict[str, Hit] = {}
        box = QVBoxLayout(self)
        box.setContentsMargins(2, 4, 2, 6)
        box.addWidget(self._nothing)
        box.addWidget(self.view)
        window.installEventFilter(self)
        self.hide()

    def show_hits(self, hits: Sequence[Hit]) -> None:
        self._hits = {f"{hit.kind} {hit.id}": hit for hit in hits}
        self.model.set_items(
            [
                ListItem(key, hit.text, hit.detail, _GROUPS[hit.kind][0], icon=_GROUPS[hit.kind][1])
                for key, hit in self._hits.items()
            ]
        )
        self._nothing.setVisible(not hits)
        self.view.setVisible(bool(hits))
        if hits:
            self.view.setCurrentIndex(self.model.index(1))

    def place_under(self, field: QWidget) -> None:
        """Stand under `field`, as high as the results need and the window allows."""
        window = self.parentWidget()
        corner = field.mapTo(window, QPoint(0, field.height() + 4))
        width = max(field.width(), 420)
        rows = sum(self.view.sizeHintForRow(at) for at in range(self.model.rowCount()))
        height = min(rows + 14, 460, window.height() - corner.y() - 12) if rows else 44
        self.setGeometry(corner.x() + field.width() - width, corner.y(), width, height)
        self.show()
        self.raise_()

    def move_by(self, step: int) -> None:
        """Go to the next or the previous result, over headings."""
        at = self.view.currentIndex().row() + step
        while 0 <= at < self.model.rowCount():
            if self.model.item(at).id:
                self.view.setCurrentIndex(self.model.index(at))
                return
            at += step

    def choose_current(self) -> None:
        index = self.view.currentIndex()
        if index.isValid() and (hit := self._hits.get(self.model.item(index.row()).id)) is not None:
            self.chosen.emit(hit.kind, hit.id)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self.hide()
        return False
