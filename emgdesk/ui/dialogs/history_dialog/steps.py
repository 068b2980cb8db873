"""The table of steps: newest first, what was undone struck through."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont
from PySide6.QtWidgets import QAbstractItemView, QHeaderView

from emgdesk.queries.history import HistoryRow
from emgdesk.ui.dialogs.history_dialog.wording import label_of, when
from emgdesk.ui.models.columns import Column
from emgdesk.ui.models.rows import Index, RowsModel
from emgdesk.ui.theme import tones
from emgdesk.ui.widgets.table_view import TableView


@dataclass(frozen=True, slots=True)
class Step:
    """A revision as the table shows it."""

    id: str
    when: str
    what: str
    who: str
    rows: int
    row: HistoryRow

    @property
    def stands(self) -> bool:
        """Whether it is something done that Undo could still reach."""
        return self.row.kind == "do" and not self.row.undone and self.row.undoable


def steps_of(rows: Iterable[HistoryRow]) -> list[Step]:
    """The shown form of revisions, in the order given."""
    return [
        Step(str(row.number), when(row.at), label_of(row), row.author or "–", row.rows, row) for row in rows
    ]


COLUMNS = (
    Column("when", "When", width=17),
    Column("what", "What was done", width=44, stretch=True),
    Column("who", "Who", width=16),
    Column("rows", "Rows", width=7, align="right", searched=False),
)


class StepsModel(RowsModel):
    """Strikes through what was undone; undo and redo entries stand back."""

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        step: Step = self.row_at(index.row())
        if (
            role == Qt.ItemDataRole.FontRole
            and step.row.undone
            and self.columns[index.column()].key == "what"
        ):
            font = QFont()
            font.setStrikeOut(True)
            return font
        if role == Qt.ItemDataRole.ForegroundRole and (step.row.undone or step.row.kind != "do"):
            return QColor(tones().muted)
        if role == Qt.ItemDataRole.ToolTipRole:
            return f"{step.what} (undone)" if step.row.undone else step.what
        return super().data(index, role)


class StepsTable(TableView):
    """The steps; `steps` is their model."""

    def __init__(self) -> None:
        super().__init__()
        self.steps = StepsModel(COLUMNS, self)
        self.setModel(self.steps)
        self.setAccessibleName("Steps")
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        header = self.horizontalHeader()
        header.setStretchLastSection(False)
        header.setSectionsMovable(False)
        letter = self.fontMetrics().averageCharWidth()
        for at, column in enumerate(COLUMNS):
            header.resizeSection(at, column.width * letter + 12)
            if column.stretch:
                header.setSectionResizeMode(at, QHeaderView.ResizeMode.Stretch)

    def current_step(self) -> Step | None:
        index = self.currentIndex()
        return self.steps.row_at(index.row()) if index.isValid() else None

    def go_to(self, number: str) -> None:
        """Make a step the current one, the newest where it is not there."""
        if self.steps.rowCount():
            self.setCurrentIndex(self.steps.index(max(0, self.steps.at_of(number)), 0))
            self.scrollTo(self.currentIndex())
