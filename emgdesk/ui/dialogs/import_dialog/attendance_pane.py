"""How a list of who was there meets those registered: present, absent, and those who came unregistered."""

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from emgdesk.domain.numbering import counted
from emgdesk.importing.plan import AttendanceMeets, PlanRow, RosterPlan
from emgdesk.ui.dialogs.import_dialog.key_table import KeyTable
from emgdesk.ui.dialogs.import_dialog.verdict_bar import ALL, VerdictBar
from emgdesk.ui.models.columns import Column
from emgdesk.ui.widgets.dialog_filter import DialogFilter
from emgdesk.ui.widgets.empty_state import EmptyState
from emgdesk.ui.widgets.room import Stack

GROUPS = {
    "absent": "Registered and absent",
    "walk_in": "Present and not registered",
    "unsure": "May be here",
    "present": "Registered and present",
}
TONES = {"absent": "bad", "walk_in": "accent", "unsure": "warn", "present": "good"}
_NOBODY = (
    "Nobody is on the list of this meeting yet, so there is nothing to compare. Everybody in this file is "
    "taken in as having attended."
)


@dataclass(frozen=True, slots=True)
class MetRow:
    """Somebody of the list or of the file, and in which group; `row` is "" for who is on the list alone."""

    id: str
    group: str
    verdict: str
    name: str
    entity: str
    row: str
    said: str


COLUMNS = (
    Column("verdict", "Group", width=30, searched=False),
    Column("name", "Name", width=30, strong=True),
    Column("entity", "Entity", width=20),
    Column("row", "Row", width=6, align="right"),
    Column("said", "On the list", width=20, stretch=True),
)


def met_rows(meets: AttendanceMeets, rows: tuple[PlanRow, ...]) -> list[MetRow]:
    """All four groups, those to look at first."""
    by_number = {row.row: row for row in rows}
    return [
        *(_line("absent", line.id, line.name, line.entity, line.attendance) for line in meets.absent),
        *_of_file("walk_in", meets.walk_ins, by_number),
        *(_line("unsure", line.id, line.name, line.entity, line.attendance) for line in meets.unsure),
        *_of_file("present", meets.present, by_number),
    ]


def _line(group: str, key: str, name: str, entity: str, said: str) -> MetRow:
    return MetRow(f"{group}:{key}", group, GROUPS[group], name, entity, "", said)


def _of_file(group: str, numbers: tuple[int, ...], rows: dict[int, PlanRow]) -> Iterator[MetRow]:
    for number in numbers:
        row = rows[number]
        name, entity = row.person_name or row.name, row.entity_acronym or row.entity
        yield MetRow(f"{group}:{number}", group, GROUPS[group], name, entity, str(number), "")


class AttendancePane(QWidget):
    """`mark_absent_chosen(bool)`: those registered who are not in the file are to be marked absent."""

    mark_absent_chosen = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self._rows: list[MetRow] = []
        self.groups = VerdictBar(GROUPS, TONES)
        self.groups.chosen.connect(self._show_group)
        self.filter = DialogFilter("Filter people")
        self.filter.setMaximumWidth(220)
        self.mark = QCheckBox()
        self.mark.clicked.connect(self.mark_absent_chosen)
        self.table = KeyTable("Attendance", COLUMNS, "", lambda row: TONES[row.group])
        self.filter.textChanged.connect(self.table.rows.set_filter)
        self.filter.down.connect(self.table.setFocus)
        self.empty = EmptyState("users", "Nobody was registered", _NOBODY)
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self.groups)
        line.addWidget(self.filter, 1)
        line.addStretch()
        self._stack = Stack()
        filled = QWidget()
        column = QVBoxLayout(filled)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(line)
        column.addWidget(self.table, 1)
        column.addWidget(self.mark)
        self._stack.addWidget(filled)
        self._stack.addWidget(self.empty)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._stack)
        self.setFocusProxy(self.table)

    def show_plan(self, plan: RosterPlan) -> None:
        """Show how the list meets those registered."""
        meets = plan.meets or AttendanceMeets()
        self._rows = met_rows(meets, plan.rows)
        counts = dict.fromkeys(GROUPS, 0)
        for row in self._rows:
            counts[row.group] += 1
        self.groups.show_counts(counts)
        self._stack.setCurrentIndex(0 if self._rows else 1)
        absent = len(meets.absent)
        self.mark.setVisible(absent > 0)
        self.mark.setText(f"&Mark the {counted(absent, 'person', 'people')} registered and absent as absent")
        self.mark.setChecked(plan.mark_absent)
        self._show_group(self.groups.chosen_key)

    def _show_group(self, group: str) -> None:
        self.table.show_rows([row for row in self._rows if group in (ALL, row.group)])
