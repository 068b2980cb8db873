"""The window to write what was reported on a task."""

from datetime import date

from PySide6.QtWidgets import QComboBox, QDialogButtonBox, QGridLayout, QWidget

from emgdesk.domain.statuses import TASK_STATUSES
from emgdesk.queries.workstreams import EntryRow
from emgdesk.ui.widgets.date_field import DateField
from emgdesk.ui.widgets.text import label
from emgdesk.ui.widgets.text_dialog import TextDialog


class EntryDialog(TextDialog):
    """A progress entry: status, day and text; `deleted` tells that it is to be taken back."""

    def __init__(self, task: str, entry: EntryRow | None, parent: QWidget | None = None) -> None:
        super().__init__("Progress", entry.text if entry else "", "What was done, found, agreed", parent)
        self.deleted = False
        self.status = QComboBox()
        self.status.addItem("(no status)", "")
        for word in TASK_STATUSES:
            self.status.addItem(word.capitalize(), word)
        self.status.setCurrentIndex(self.status.findData(entry.status if entry else "ongoing"))
        self.as_of = DateField()
        self.as_of.set_value(entry.as_of if entry else date.today().isoformat())
        self._layout.insertWidget(0, label(_short(task), "heading", wrap=True))
        self._layout.insertLayout(1, self._facts())
        if entry is not None:
            delete = self.buttons.addButton("Delete this entry", QDialogButtonBox.ButtonRole.DestructiveRole)
            delete.setAutoDefault(False)
            delete.clicked.connect(self._delete)

    def _facts(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(4)
        for column, (text, field) in enumerate((("&Status", self.status), ("&As of", self.as_of))):
            heading = label(text)
            heading.setBuddy(field)
            grid.addWidget(heading, 0, column)
            grid.addWidget(field, 1, column)
        grid.setColumnStretch(2, 1)
        return grid

    def values(self) -> dict[str, str]:
        """The fields of the entry."""
        return {
            "status": str(self.status.currentData()),
            "as_of": self.as_of.value(),
            "text": self.text(),
        }

    def accept(self) -> None:
        if self.as_of.problem():
            self.as_of.setFocus()
            return
        if not self.status.currentData() and not self.text().strip():
            self.editor.setFocus()
            return
        super().accept()

    def _delete(self) -> None:
        self.deleted = True
        super().accept()


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= 160 else line[:157] + "…"
