"""What counts as what: which entities are counted as the one they are part of."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from emgdesk.operations.entity import count_as_parents
from emgdesk.queries.entities import EntityRow, list_entities
from emgdesk.ui.dialogs.form_dialog import FormDialog
from emgdesk.ui.services import Services

_INTRO = (
    "Tick an entity to count it with the one it is part of: as one body, in the numbers of the screens, "
    "the lists and the statistics. Rosters and lists name it as before."
)
_KEY, _COUNTED = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1


class CountingDialog(FormDialog):
    """All entities that are part of another one, each with a box; one step for all."""

    def __init__(self, services: Services, parent: QWidget) -> None:
        super().__init__(services, "What counts as what", "Apply", _INTRO, parent)
        self.list = QListWidget()
        self.list.setAccessibleName("Entities counted with another one")
        self.list.setMinimumHeight(220)
        self.list.itemActivated.connect(_toggle)
        self.form.addRow(self.list)
        self.ok.setEnabled(False)
        services.read(list_entities, self._fill)

    def _fill(self, rows: Sequence[EntityRow]) -> None:
        for row in rows:
            if row.parent_id:
                self.list.addItem(_item(row))
        self.ok.setEnabled(self.list.count() > 0)
        if self.list.count():
            self.list.setCurrentRow(0)
            self.list.setFocus()
        else:
            self.banner.tell("No entity of this desk is part of another one.", "info")

    def submit(self) -> None:
        """Do what was changed as one step; nothing changed, nothing done."""
        items = [self.list.item(at) for at in range(self.list.count())]
        changed = [item for item in items if item.data(_COUNTED) != _ticked(item)]
        on = [item.data(_KEY) for item in changed if _ticked(item)]
        off = [item.data(_KEY) for item in changed if not _ticked(item)]
        if not changed:
            self.accept()
            return
        self.send("Change what counts as what", count_as_parents, ids=on, counts=True, others=off)


def _item(row: EntityRow) -> QListWidgetItem:
    made = QListWidgetItem(f"{row.acronym}, counted with {row.parent}")
    made.setToolTip(row.full_name)
    made.setData(_KEY, row.id)
    made.setData(_COUNTED, row.counts_as_parent)
    made.setFlags(made.flags() | Qt.ItemFlag.ItemIsUserCheckable)
    made.setCheckState(Qt.CheckState.Checked if row.counts_as_parent else Qt.CheckState.Unchecked)
    return made


def _ticked(item: QListWidgetItem) -> bool:
    return item.checkState() == Qt.CheckState.Checked


def _toggle(item: QListWidgetItem) -> None:
    item.setCheckState(Qt.CheckState.Unchecked if _ticked(item) else Qt.CheckState.Checked)
