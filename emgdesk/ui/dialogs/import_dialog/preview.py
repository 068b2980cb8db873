"""The rows of a roster: counts to filter by, the table, and the current row compared below."""

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from emgdesk.importing.plan import Decision, PlanRow
from emgdesk.intake import RosterIntake
from emgdesk.ui.dialogs.import_dialog.comparison import Comparison
from emgdesk.ui.dialogs.import_dialog.rows import ViewRow, changed_rows, view_rows
from emgdesk.ui.dialogs.import_dialog.rows_table import RowsTable
from emgdesk.ui.dialogs.import_dialog.source import alike, with_decisions
from emgdesk.ui.dialogs.import_dialog.verdict_bar import ALL, VerdictBar
from emgdesk.ui.dialogs.import_dialog.wording import UPDATES
from emgdesk.ui.services import Services
from emgdesk.ui.widgets.line_edit import FilterEdit
from emgdesk.ui.widgets.text import label


class RosterPreview(QWidget):
    """`decided(intake)` carries the intake with one more decision; `update_chosen(policy)`."""

    decided = Signal(object)
    update_chosen = Signal(str)

    def __init__(self, services: Services) -> None:
        super().__init__()
        self._intake: RosterIntake | None = None
        self._rows: list[ViewRow] = []
        self._verdict = ALL
        self.verdicts = VerdictBar()
        self.filter = FilterEdit("Filter rows")
        self.filter.setMaximumWidth(220)
        self.update_policy = QComboBox()
        for key, text in UPDATES.items():
            self.update_policy.addItem(text, key)
        self.update_policy.setToolTip("What the file does to people the desk knows already")
        self.table = RowsTable()
        self.comparison = Comparison(services)
        self._lay_out()
        self.verdicts.chosen.connect(self._show_verdict)
        self.filter.textChanged.connect(self.table.filter_rows)
        self.filter.down.connect(self.table.setFocus)
        self.update_policy.activated.connect(
            lambda _: self.update_chosen.emit(self.update_policy.currentData())
        )
        self.table.current_changed.connect(self._show_current)
        self.table.key_pressed.connect(self.decide)
        self.comparison.decided.connect(self.decide)
        self.comparison.person_chosen.connect(self._choose_person)

    def _lay_out(self) -> None:
        policy = label("Known &people")
        policy.setTextFormat(Qt.TextFormat.AutoText)
        policy.setBuddy(self.update_policy)
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self.verdicts)
        line.addWidget(self.filter, 1)
        line.addStretch()
        line.addWidget(policy)
        line.addWidget(self.update_policy)
        split = QSplitter(Qt.Orientation.Vertical)
        split.setChildrenCollapsible(False)
        split.addWidget(self.table)
        split.addWidget(self.comparison)
        split.setStretchFactor(0, 3)
        split.setStretchFactor(1, 2)
        split.setSizes([300, 210])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(line)
        layout.addWidget(split, 1)
        self.setFocusProxy(self.table)

    def show_intake(self, intake: RosterIntake) -> None:
        """Show a plan made from the file anew: all rows, what needs the user first."""
        self._intake = intake
        self._rows = view_rows(intake.plan.rows)
        self._verdict = ALL
        self.verdicts.choose(ALL)
        self.update_policy.setCurrentIndex(self.update_policy.findData(intake.plan.update))
        self._show_counts()
        self.table.show_rows(self._rows)
        if self._rows and not self.table.hasFocus():
            self.table.go_to(0)

    def _show_counts(self) -> None:
        totals = self._intake.plan.totals() if self._intake else {}
        self.verdicts.show_counts({key: count for key, count in totals.items() if key != "rows"})

    def _show_verdict(self, verdict: str) -> None:
        self._verdict = verdict
        rows = self._rows if verdict == ALL else [r for r in self._rows if r.plan.verdict == verdict]
        self.table.show_rows(rows)
        self.table.setFocus()

    def _show_current(self, row: ViewRow | None) -> None:
        intake = self._intake
        if row is None or intake is None:
            self.comparison.show_row(None, None, 0)
            return
        self.comparison.show_row(row.plan, intake.matches, len(alike(intake.plan, row.row)))

    # --- deciding -------------------------------------------------------------------------------

    def decide(self, key: str) -> None:
        """Decide the current row: a digit takes a candidate, N somebody new, S skips, U takes it back."""
        row = self.table.current_row()
        if row is None or row.plan.record is None:
            return
        if key == "U":
            if row.plan.decision is not None:
                self._decide({row.row: None}, go_on=False)
        elif key in ("N", "S"):
            kind: Any = "new" if key == "N" else "skip"
            self._decide({number: Decision(kind) for number in self._meant(row)})
        elif row.plan.verdict == "possible" and int(key) <= len(row.plan.candidates):
            self._take_candidate(row, int(key) - 1)

    def _meant(self, row: ViewRow) -> list[int]:
        """The row, and with it those like it where that is ticked."""
        others = alike(self._intake.plan, row.row) if self._intake and self._all_alike() else []
        return [row.row, *others]

    def _all_alike(self) -> bool:
        box = self.comparison.all_alike
        return not box.isHidden() and box.isChecked()

    def _take_candidate(self, row: ViewRow, place: int) -> None:
        """Take a candidate; rows like this one take their own best one along with the best one."""
        plans = {r.row: r.plan for r in self._rows}
        numbers = self._meant(row) if place == 0 else [row.row]
        self._decide(
            {
                number: Decision(
                    "match", plans[number].candidates[place if number == row.row else 0].person_id
                )
                for number in numbers
            }
        )

    def _choose_person(self, person_id: str) -> None:
        row = self.table.current_row()
        if row is not None and self._intake is not None and person_id in self._intake.matches.people:
            self._decide({row.row: Decision("match", person_id)})

    def _decide(self, decisions: dict[int, Decision | None], *, go_on: bool = True) -> None:
        if self._intake is None:
            return
        before = self._intake.plan.rows
        self._intake = with_decisions(self._intake, decisions)
        self._take_over(before, self._intake.plan.rows)
        self.comparison.all_alike.setChecked(False)
        self.decided.emit(self._intake)
        if not (go_on and self.table.go_to_next("possible")):
            self._show_current(self.table.current_row())
        self.table.setFocus()

    def _take_over(self, before: tuple[PlanRow, ...], after: tuple[PlanRow, ...]) -> None:
        """Show what changed, each row where it was."""
        changed = changed_rows(before, after)
        self._rows = [changed.get(row.id, row) for row in self._rows]
        self.table.rows.replace_rows(changed)
        self._show_counts()
