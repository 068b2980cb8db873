"""The comparison as a table: a line a field, a column a side, the result in the last."""

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from emgdesk.ui.panels.duplicates.choosing import SIDES, STAYS, Choices

Index = QModelIndex | QPersistentModelIndex
LABEL, RESULT = 0, 3
HEADERS = ("", *SIDES, "Merged")
PICKED = Qt.ItemDataRole.UserRole  # True: chosen, False: the other one is, None: nothing to choose
CHANGES = Qt.ItemDataRole.UserRole + 1  # of a result: the one that stays has something else today
_MOST = 8  # lines of a cell; the others are in its tooltip
_STAYS_TIP = (
    "The one that stays keeps its key, and its line where both are on one roster. The other is merged "
    "into it and can be parted again."
)


class ComparisonModel(QAbstractTableModel):
    """Shows `Choices`; empty while there are none."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.choices: Choices | None = None

    def show_choices(self, choices: Choices | None) -> None:
        self.beginResetModel()
        self.choices = choices
        self.endResetModel()

    def pick(self, row: int, side: int) -> bool:
        """Choose a side in a line; False if that changes nothing."""
        if self.choices is None or not self.choices.pick(self.choices.fields[row].key, side):
            return False
        self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, RESULT))
        return True

    def first_open(self) -> int:
        """The first line in which there is something to choose after the one of who stays."""
        fields = self.choices.fields if self.choices is not None else ()
        return next(
            (at for at, f in enumerate(fields) if at and self.choices and self.choices.can_choose(f.key)), 0
        )

    def next_open(self, row: int, way: int) -> int | None:
        """The next line below (1) or above (-1) in which there is something to choose."""
        fields = self.choices.fields if self.choices is not None else ()
        lines = range(row + 1, len(fields)) if way > 0 else range(row - 1, -1, -1)
        return next((at for at in lines if self.choices and self.choices.can_choose(fields[at].key)), None)

    def rowCount(self, parent: Index | None = None) -> int:
        inner = parent is not None and parent.isValid()
        return 0 if inner or self.choices is None else len(self.choices.fields)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(HEADERS)

    def flags(self, _index: Index) -> Qt.ItemFlag:
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return HEADERS[section]
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if self.choices is None:
            return None
        line = self.choices.fields[index.row()]
        text = self._text(line.key, line.label, index.column())
        if role == Qt.ItemDataRole.DisplayRole:
            return _cut(text)
        if role == Qt.ItemDataRole.ToolTipRole:
            if line.key == STAYS and index.column() != RESULT:
                return _STAYS_TIP
            return text if text != _cut(text) else None
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(line.key, line.label, index.column(), text)
        if role == CHANGES:
            return index.column() == RESULT and self.choices.changes(line.key)
        if role == PICKED and index.column() not in (LABEL, RESULT) and self.choices.can_choose(line.key):
            return self.choices.picked(line.key) == index.column() - 1
        return None

    def _text(self, key: str, label: str, column: int) -> str:
        assert self.choices is not None
        if column == LABEL:
            return label
        return self.choices.result(key) if column == RESULT else self.choices.sides[column - 1].text(key)

    def _spoken(self, key: str, label: str, column: int, text: str) -> str:
        """A cell as a screen reader says it: which field, which side, whether chosen."""
        assert self.choices is not None
        if column == LABEL:
            return label
        chosen = column != RESULT and self.choices.can_choose(key) and self.choices.picked(key) == column - 1
        return f"{label}, {HEADERS[column]}: {text or 'nothing'}{', chosen' if chosen else ''}"


def _cut(text: str) -> str:
    lines = text.split("\n")
    if len(lines) <= _MOST:
        return text
    return "\n".join((*lines[: _MOST - 1], f"and {len(lines) - _MOST + 1} more"))
