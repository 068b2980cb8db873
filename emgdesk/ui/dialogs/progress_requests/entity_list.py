"""The entities that answer for tasks, each with a box: who is asked."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from emgdesk.queries.asked_tasks import AskableEntity
from emgdesk.queries.progress_requests import ANSWERED, RequestRow

HEADS = ("Entity", "Tasks", "Open", "Asked", "Write to")
_KEY = Qt.ItemDataRole.UserRole
Who = tuple[str | None, str]


class EntityList(QTreeWidget):
    """`ticked_changed` when somebody turned a box, as Space and Enter do."""

    ticked_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setColumnCount(len(HEADS))
        self.setHeaderLabels(HEADS)
        self.setAccessibleName("Entities to ask")
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        self.setAllColumnsShowFocus(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        header = self.header()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setStretchLastSection(True)
        self.itemChanged.connect(lambda *_: self.ticked_changed.emit())

    def show_entities(
        self, rows: Sequence[AskableEntity], asked: Mapping[Who, RequestRow], ticked: frozenset[Who] | None
    ) -> None:
        """Show who can be asked; `ticked` None ticks whoever has open tasks and was not asked yet."""
        self.blockSignals(True)
        self.clear()
        for row in rows:
            who = (row.entity_id, row.name)
            on = _likely(row, asked.get(who)) if ticked is None else who in ticked
            self.addTopLevelItem(_item(row, asked.get(who), on=on))
        self.blockSignals(False)
        if rows:
            self.setCurrentItem(self.topLevelItem(0))

    def ticked(self) -> list[Who]:
        """The entities ticked, in order."""
        return [item.data(0, _KEY) for item in self._items() if _is_on(item)]

    def tick(self, wanted: bool) -> None:
        """Tick all, or none."""
        self.blockSignals(True)
        for item in self._items():
            item.setCheckState(0, _state(on=wanted))
        self.blockSignals(False)
        self.ticked_changed.emit()

    def _items(self) -> list[QTreeWidgetItem]:
        return [item for at in range(self.topLevelItemCount()) if (item := self.topLevelItem(at)) is not None]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        item = self.currentItem()
        keys = (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if item is not None and event.key() in keys and not event.modifiers():
            item.setCheckState(0, _state(on=not _is_on(item)))
        else:
            super().keyPressEvent(event)


def _likely(row: AskableEntity, asked: RequestRow | None) -> bool:
    """Whether an entity is asked unless somebody says otherwise: the secretariat knows its own tasks."""
    return row.open_tasks > 0 and asked is None and row.status != "secretariat"


def _item(row: AskableEntity, asked: RequestRow | None, *, on: bool) -> QTreeWidgetItem:
    reached = [one.name if one.email else f"{one.name} (no e-mail)" for one in row.contacts]
    told = "" if asked is None else asked.state if asked.state == ANSWERED else f"on {asked.asked_on}"
    item = QTreeWidgetItem([row.name, f"{row.tasks}", f"{row.open_tasks}", told, ", ".join(reached)])
    item.setData(0, _KEY, (row.entity_id, row.name))
    item.setCheckState(0, _state(on=on))
    item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
    known = row.full_name or "The desk knows no entity of this name."
    item.setToolTip(0, known)
    item.setToolTip(4, f"Responsible officers: {row.officers}" if row.officers else "")
    for at in (1, 2):
        item.setTextAlignment(at, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    return item


def _is_on(item: QTreeWidgetItem) -> bool:
    return item.checkState(0) == Qt.CheckState.Checked


def _state(*, on: bool) -> Qt.CheckState:
    return Qt.CheckState.Checked if on else Qt.CheckState.Unchecked
