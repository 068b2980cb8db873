"""The lines of an outline in printed order, and where one that is moved would come to stand."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QAbstractItemModel,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

Index = QModelIndex | QPersistentModelIndex
LINE = Qt.ItemDataRole.UserRole
MIME = "application/x-emgdesk-outline-line"


@dataclass(frozen=True, slots=True)
class OutlineLine:
    """A line: its generated label as printed ("3.", "a)"), its text, a fainter line `detail` below.

    `lead` stands in a column of its own at the left (times), `note` is one more line in the colour of
    `tone` (good, warn, bad or accent), which colours `detail` where there is no note. `kind` "heading"
    is set stronger; any other is the page's own.
    """

    id: str
    parent_id: str | None
    depth: int
    label: str
    text: str
    detail: str = ""
    tone: str = ""
    faint: bool = False
    kind: str = ""
    lead: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Spot:
    """A place for `id`: below `parent_id` ("" the top), at `index` among the others there."""

    id: str
    parent_id: str
    index: int
    depth: int


class Tree:
    """Lines with who is below whom. A line whose parent is not among them stands on the first level."""

    def __init__(self, lines: Sequence[OutlineLine] = ()) -> None:
        self.lines = tuple(lines)
        self.at = {line.id: at for at, line in enumerate(self.lines)}
        self.below: dict[str, list[str]] = defaultdict(list)
        for line in self.lines:
            self.below[self.parent(line.id)].append(line.id)
        self.row = {key: row for keys in self.below.values() for row, key in enumerate(keys)}

    def line(self, line_id: str) -> OutlineLine:
        return self.lines[self.at[line_id]]

    def parent(self, line_id: str) -> str:
        """The line above it in the tree, "" on the first level."""
        parent = self.line(line_id).parent_id or ""
        return parent if parent in self.at else ""

    def siblings(self, parent_id: str) -> list[str]:
        return self.below.get(parent_id, [])

    def shape(self) -> tuple[tuple[str, str], ...]:
        """What two trees of the same lines in the same places share."""
        return tuple((line.id, self.parent(line.id)) for line in self.lines)

    def within(self, line_id: str, ancestor_id: str) -> bool:
        """Whether a line is `ancestor_id` or below it."""
        while line_id and line_id != ancestor_id:
            line_id = self.parent(line_id)
        return bool(line_id)

    def tops(self, ids: Sequence[str]) -> list[str]:
        """Those of `ids` that are not below another of them, in printed order."""
        wanted = set(ids)
        return [
            line.id
            for line in self.lines
            if line.id in wanted and not any(self.within(line.id, key) for key in wanted - {line.id})
        ]

    def between(self, moved: str, gap: int, depth: int) -> Spot | None:
        """Where `moved` would stand in the gap above line number `gap`, as near to `depth` as can be.

        None where it stands already.
        """
        others = [line for line in self.lines if not self.within(line.id, moved)]
        above = [line for line in self.lines[:gap] if not self.within(line.id, moved)]
        beneath = others[len(above)] if len(above) < len(others) else None
        low = beneath.depth if beneath is not None else 0
        high = max(low, above[-1].depth if above else 0)
        wanted = min(max(depth, low), high)
        if not above:
            return self._unless_there(Spot(moved, "", 0, 0))
        node = above[-1]
        if wanted > node.depth:
            return self._unless_there(Spot(moved, node.id, 0, node.depth + 1))
        while node.depth > wanted:
            node = self.line(self.parent(node.id))
        parent = self.parent(node.id)
        index = self._others(parent, moved).index(node.id) + 1
        return self._unless_there(Spot(moved, parent, index, node.depth))

    def under(self, moved: str, target: str) -> Spot | None:
        """The last place below `target`; None where it stands already or `target` is below it."""
        if self.within(target, moved):
            return None
        index = len(self._others(target, moved))
        return self._unless_there(Spot(moved, target, index, self.line(target).depth + 1))

    def step(self, ids: Sequence[str], offset: int) -> Spot | None:
        """What to move so that `ids`, neighbours below one parent, go up (-1) or down (1) by one.

        It is their neighbour that changes places with all of them. None at the end, or for lines
        that are no neighbours.
        """
        tops = self.tops(ids)
        parents = {self.parent(key) for key in tops}
        if len(parents) != 1:
            return None
        (parent,) = parents
        siblings = self.siblings(parent)
        rows = sorted(self.row[key] for key in tops)
        other = rows[0] - 1 if offset < 0 else rows[-1] + 1
        if rows != list(range(rows[0], rows[-1] + 1)) or not 0 <= other < len(siblings):
            return None
        depth = self.line(tops[0]).depth
        if len(rows) == 1:
            return Spot(tops[0], parent, other, depth)
        return Spot(siblings[other], parent, rows[-1] if offset < 0 else rows[0], depth)

    def _others(self, parent: str, moved: str) -> list[str]:
        return [key for key in self.siblings(parent) if key != moved]

    def _unless_there(self, spot: Spot) -> Spot | None:
        there = self.parent(spot.id) == spot.parent_id and self.row[spot.id] == spot.index
        return None if there else spot


class OutlineModel(QAbstractItemModel):
    """Lines as a tree of one column. An edited text is asked for by `renamed(id, text)`, not set."""

    renamed = Signal(str, str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.tree = Tree()

    def set_lines(self, lines: Sequence[OutlineLine]) -> bool:
        """Show `lines`; True where they stand in other places than those before."""
        tree = Tree(lines)
        if tree.shape() == self.tree.shape():
            changed = [at for at, line in enumerate(tree.lines) if line != self.tree.lines[at]]
            self.tree = tree
            for at in changed:
                here = self.index_of(tree.lines[at].id)
                self.dataChanged.emit(here, here)
            return False
        self.beginResetModel()
        self.tree = tree
        self.endResetModel()
        return True

    def line(self, index: Index) -> OutlineLine:
        return self.tree.lines[index.internalId()]

    def index_of(self, line_id: str) -> QModelIndex:
        """The place of a line; an invalid one for a line that is not there."""
        at = self.tree.at.get(line_id)
        return QModelIndex() if at is None else self.createIndex(self.tree.row[line_id], 0, at)

    def index(self, row: int, column: int, parent: Index | None = None) -> QModelIndex:
        above = self.line(parent).id if parent is not None and parent.isValid() else ""
        siblings = self.tree.siblings(above)
        inside = column == 0 and 0 <= row < len(siblings)
        return self.index_of(siblings[row]) if inside else QModelIndex()

    def parent(self, index: Index | None = None) -> Any:  # type: ignore[override]
        if index is None:
            return super().parent()
        return self.index_of(self.tree.parent(self.line(index).id)) if index.isValid() else QModelIndex()

    def rowCount(self, parent: Index | None = None) -> int:
        above = self.line(parent).id if parent is not None and parent.isValid() else ""
        return len(self.tree.siblings(above))

    def columnCount(self, _parent: Index | None = None) -> int:
        return 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        line = self.line(index)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return f"{line.label} {line.text}".strip()
        if role == Qt.ItemDataRole.EditRole:
            return line.text
        if role == LINE:
            return line
        if role == Qt.ItemDataRole.AccessibleDescriptionRole:
            return "\n".join(part for part in (line.lead, line.detail, line.note) if part)
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        line = self.line(index)
        text = str(value).strip()
        if role != Qt.ItemDataRole.EditRole or text == line.text:
            return False
        self.renamed.emit(line.id, text)
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEditable
        return flags | Qt.ItemFlag.ItemIsDragEnabled | Qt.ItemFlag.ItemIsDropEnabled

    def mimeTypes(self) -> list[str]:
        return [MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        made = QMimeData()
        made.setData(MIME, b"")
        made.setText(self.as_text([self.line(index).id for index in indexes]))
        return made

    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction

    def as_text(self, ids: Sequence[str]) -> str:
        """Lines as plain text: times, labels, texts and details, stepped in by what they are below."""
        wanted = set(ids)
        lines = [line for line in self.tree.lines if line.id in wanted]
        least = min((line.depth for line in lines), default=0)
        return "\n".join(_as_text(line, line.depth - least) for line in lines)


def _as_text(line: OutlineLine, depth: int) -> str:
    step = "    " * depth
    words = f"{line.lead}  {line.label} {line.text}" if line.lead else f"{line.label} {line.text}"
    return f"{step}{words.strip()}" + (f"\n{step}    {line.detail}" if line.detail else "")
