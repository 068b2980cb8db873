"""What one step changed: the rows by kind, each with its fields before and after."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from emgdesk.ui.dialogs.history_dialog.wording import Change, FieldChange, summary
from emgdesk.ui.theme import tones
from emgdesk.ui.widgets.text import label

LIMIT = 1000  # rows told of; an import may have touched many more
_LONG = 300


class ChangesView(QWidget):
    """A tree: a line a row, below it a line a field."""

    def __init__(self) -> None:
        super().__init__()
        self.title = label(role="heading", wrap=True)
        self.caption = label(role="muted", wrap=True)
        self.tree = QTreeWidget()
        self.tree.setHeaderLabels(["What", "Before", "After"])
        self.tree.setAccessibleName("What was changed")
        self.tree.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.tree.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.tree.setUniformRowHeights(True)
        self.tree.setFrameShape(QTreeWidget.Shape.NoFrame)
        header = self.tree.header()
        header.setStretchLastSection(True)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 12, 8)
        layout.setSpacing(4)
        layout.addWidget(self.title)
        layout.addWidget(self.caption)
        layout.addWidget(self.tree, 1)

    def show_changes(self, title: str, changes: Sequence[Change], total: int) -> None:
        """Tell of a step; `total` is how many rows it touched in all."""
        more = f" Only the first {len(changes)} of {total:,} rows are told of." if total > LIMIT else ""
        self.title.setText(title)
        self.caption.setText(summary(changes) + more)
        self.tree.clear()
        items = [self._item(change) for change in changes]
        self.tree.addTopLevelItems(items)
        for item in items:
            item.setFirstColumnSpanned(True)
        if len(items) <= 100:
            self.tree.expandAll()
        width = self.tree.viewport().width()
        self.tree.setColumnWidth(0, width // 2)
        self.tree.setColumnWidth(1, width // 4)

    def _item(self, change: Change) -> QTreeWidgetItem:
        item = QTreeWidgetItem([f"{change.noun} {change.action}: {change.name}"])
        item.setToolTip(0, change.name)
        font = QFont(self.tree.font())
        font.setWeight(QFont.Weight.DemiBold)
        item.setFont(0, font)
        for field in change.fields:
            item.addChild(_field_item(field))
        return item


def _field_item(field: FieldChange) -> QTreeWidgetItem:
    item = QTreeWidgetItem([field.field, _line(field.before), _line(field.after)])
    item.setForeground(0, QColor(tones().muted))
    item.setForeground(1, QColor(tones().muted))
    for column, text in ((1, field.before), (2, field.after)):
        item.setToolTip(column, text[:2000])
        item.setTextAlignment(column, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    return item


def _line(text: str) -> str:
    line = " ".join(text.split())
    return (line if len(line) <= _LONG else line[:_LONG] + "…") or "–"
