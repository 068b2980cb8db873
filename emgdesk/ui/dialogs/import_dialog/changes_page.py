"""The step Changes: what importing does, field by field, and how far it may go."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from emgdesk.intake import MeetingIntake
from emgdesk.jobs import Job
from emgdesk.ui.dialogs.import_dialog.change_rows import (
    COLUMNS,
    ChangeRow,
    change_rows,
    kinds_of,
    meeting_rows,
)
from emgdesk.ui.dialogs.import_dialog.policy import PolicyChoice
from emgdesk.ui.dialogs.import_dialog.source import Opened
from emgdesk.ui.services import Services
from emgdesk.ui.widgets.row_table import RowTable
from emgdesk.ui.widgets.text import label

_ALL = ""


class ChangesPage(QWidget):
    """`policy_chosen(policy)`: how far the file may change what the desk knows."""

    policy_chosen = Signal(str)

    def __init__(self, services: Services) -> None:
        super().__init__()
        self._services = services
        self._rows: tuple[ChangeRow, ...] = ()
        self._shown: Opened | None = None
        self.policy = PolicyChoice()
        self.policy.chosen.connect(self.policy_chosen)
        self.kinds = QComboBox()
        self.kinds.setAccessibleName("Kinds of change")
        self.kinds.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.kinds.activated.connect(lambda _: self._show_kind())
        show = label("S&how")
        show.setTextFormat(Qt.TextFormat.AutoText)
        show.setBuddy(self.kinds)
        self.table = RowTable(COLUMNS, services.settings, "import-changes", ("change", "changes"))
        self.table.view.setAccessibleName("Changes")
        self.table.set_empty(
            "check", "Nothing changes", "Everybody in this file is on the list, as the file says."
        )
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self.policy, 1)
        line.addWidget(show)
        line.addWidget(self.kinds)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(line)
        layout.addWidget(self.table, 1)
        self.setFocusProxy(self.table)

    def show_changes(self, opened: Opened) -> None:
        """Work out the changes of what was read, off the window's thread, and show them."""
        self.policy.show_policy(opened.choices.update, people=True)
        if opened is not self._shown and opened.roster is not None:
            self._shown = opened
            self._services.tasks.compute(
                "Listing the changes", partial(_changes_of, opened), self._take, latest=(id(self), "changes")
            )

    def _take(self, rows: tuple[ChangeRow, ...]) -> None:
        self._rows = rows
        chosen = self.kinds.currentData() or _ALL
        self.kinds.clear()
        self.kinds.addItem(f"All changes ({len(rows):,})", _ALL)
        for key, word, count in kinds_of(rows):
            self.kinds.addItem(f"{word} ({count:,})", key)
        self.kinds.setCurrentIndex(max(0, self.kinds.findData(chosen)))
        self._show_kind()

    def _show_kind(self) -> None:
        kind = self.kinds.currentData()
        self.table.set_rows([row for row in self._rows if not kind or row.kind == kind])


def _changes_of(opened: Opened, _job: Job) -> tuple[ChangeRow, ...]:
    if opened.roster is None:
        return ()
    plan, matches = opened.roster
    rows = change_rows(plan, {entity.id: entity.acronym for entity in matches.snapshot.entities})
    return (*meeting_rows(opened.intake.plan), *rows) if isinstance(opened.intake, MeetingIntake) else rows
