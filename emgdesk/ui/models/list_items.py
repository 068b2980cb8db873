"""The lines of a side list: things to choose under group headings, filtered as one types."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from emgdesk.ui.models.filtering import Haystack, filter_words

Index = QModelIndex | QPersistentModelIndex
ITEM = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True)
class ListItem:
    """A line: title, a fainter second line, a small badge at the right, an icon; `id` "" is a heading."""

    id: str
    title: str
    detail: str = ""
    group: str = ""
    badge: str = ""
    icon: str = ""
    faint: bool = False


class ItemsModel(QAbstractListModel):
    """Items in the order given, each group under its heading."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._items: tuple[ListItem, ...] = ()
        self._hay = Haystack(())
        self._lines: list[ListItem] = []
        self._typed = ""

    def set_items(self, items: Sequence[ListItem]) -> None:
        self.beginResetModel()
        self._items = tuple(items)
        texts = [lambda i: i.title, lambda i: i.detail, lambda i: i.group]
        self._hay = Haystack.over(self._items, texts)
        self._arrange()
        self.endResetModel()

    def set_filter(self, typed: str) -> None:
        self.beginResetModel()
        self._typed = typed
        self._arrange()
        self.endResetModel()

    def _arrange(self) -> None:
        words = filter_words(self._typed)
        self._lines = []
        group = ""
        for at in self._hay.narrow(words, range(len(self._items))):
            item = self._items[at]
            if item.group and item.group != group:
                self._lines.append(ListItem("", item.group))
            group = item.group
            self._lines.append(item)

    @property
    def total(self) -> int:
        return len(self._items)

    def item(self, at: int) -> ListItem:
        return self._lines[at]

    def ids(self) -> list[str]:
        """The things shown, top to bottom."""
        return [line.id for line in self._lines if line.id]

    def at_of(self, item_id: str) -> int:
        return next((at for at, line in enumerate(self._lines) if item_id and line.id == item_id), -1)

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        item = self._lines[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return item.title
        if role == ITEM:
            return item
        if role == Qt.ItemDataRole.AccessibleDescriptionRole:
            return " ".join(part for part in (item.detail, item.badge) if part)
        if role == Qt.ItemDataRole.ToolTipRole and item.detail:
            return f"{item.title}\n{item.detail}"
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid() or not self._lines[index.row()].id:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
