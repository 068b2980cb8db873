"""The rows of a roster: counts to filter by, the table, and the current row compared below."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from emgdesk.importing.matching.finding import RosterMatches
from emgdesk.importing.plan import Decision, RosterPlan
from emgdesk.importing.planning.roster import decide_many
from emgdesk.ui.dialogs.import_dialog.comparison import Comparison
from emgdesk.ui.dialogs.import_dialog.deciding import (
    Decisions,
    alike,
    decide_all,
    decisions_for,
    undecided,
)
from emgdesk.ui.dialogs.import_dialog.rejected_copy import words_to_save
from emgdesk.ui.dialogs.import_dialog.rows import ViewRow, changed_rows
from emgdesk.ui.dialogs.import_dialog.rows_table import LIKE, RowsTable
from emgdesk.ui.dialogs.import_dialog.verdict_bar import ALL, VerdictBar
from emgdesk.ui.dialogs.import_dialog.wording import TONES, VERDICTS
from emgdesk.ui.services import Services
from emgdesk.ui.widgets.dialog_filter import DialogFilter
from emgdesk.ui.widgets.menu_tool import Entry, MenuTool
from emgdesk.ui.widgets.text import button


class RosterPreview(QWidget):
    """`decided(plan)` carries the plan with one more decision; `rejected_wanted`: save what is left."""

    decided = Signal(object)
    rejected_wanted = Signal()

    def __init__(self, services: Services) -> None:
        super().__init__()
        self._plan: RosterPlan | None = None
        self._matches: RosterMatches | None = None
        self._rows: list[ViewRow] = []
        self.verdicts = VerdictBar(VERDICTS, TONES)
        self.filter = DialogFilter("Filter rows")
        self.filter.setMaximumWidth(220)
        self.every = MenuTool(
            "", "list-checks", self._all_entries, tip="Decide all that is undecided at once"
        )
        self.rejected = button("", self.rejected_wanted.emit, "download")
        self.rejected.setAutoDefault(False)
        self.table = RowsTable()
        self.comparison = Comparison(services)
        self._lay_out()
        self._wire()

    def _wire(self) -> None:
        self.verdicts.chosen.connect(self._show_verdict)
        self.filter.textChanged.connect(self.table.filter_rows)
        self.filter.down.connect(self.table.setFocus)
        self.table.current_changed.connect(self._show_current)
        self.table.key_pressed.connect(self._key)
        self.table.leave_up.connect(self.filter.setFocus)
        self.comparison.decided.connect(self.decide)
        self.comparison.person_chosen.connect(self._choose_person)

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self.verdicts)
        line.addWidget(self.filter, 1)
        line.addStretch()
        line.addWidget(self.rejected)
        line.addWidget(self.every)
        split = QSplitter(Qt.Orientation.Vertical)
        split.setChildrenCollapsible(False)
        split.addWidget(self.table)
        split.addWidget(self.comparison)
        split.setStretchFactor(0, 3)
        split.setStretchFactor(1, 2)
        split.setSizes([270, 260])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(line)
        layout.addWidget(split, 1)
        self.setFocusProxy(self.table)

    def show_plan(self, plan: RosterPlan, matches: RosterMatches, rows: Sequence[ViewRow]) -> None:
        """Show a plan made from the file anew, as `rows`: all of them, what needs the user first."""
        self._plan, self._matches = plan, matches
        self._rows = list(rows)
        self.verdicts.choose(ALL)
        self._show_counts()
        self.table.show_rows(self._rows)

    def replan(self, plan: RosterPlan, matches: RosterMatches) -> None:
        """Show the same rows planned otherwise, each where it was."""
        before = self._plan.rows if self._plan is not None else ()
        self._plan, self._matches = plan, matches
        changed = changed_rows(before, plan.rows)
        self._rows = [changed.get(row.id, row) for row in self._rows]
        self.table.rows.replace_rows(changed)
        self._show_counts()
        self._show_current(self.table.current_row())

    def _show_counts(self) -> None:
        totals: Mapping[str, int] = self._plan.totals() if self._plan else {}
        self.verdicts.show_counts({key: count for key, count in totals.items() if key != "rows"})
        self._offer_rejected()
        left = len(undecided(self._plan)) if self._plan else 0
        self.every.setVisible(left > 1)
        self.every.say(f"All {left:,} undecided")

    def _offer_rejected(self) -> None:
        """Beside the rows that cannot be taken: a copy of the file with these marked."""
        count = self._plan.totals()["problem"] if self._plan else 0
        self.rejected.setVisible(count > 0 and self.verdicts.chosen_key == "problem")
        self.rejected.setText(f" {words_to_save(count)}")
        self.rejected.setAccessibleName(words_to_save(count))

    def _show_verdict(self, verdict: str) -> None:
        self._offer_rejected()
        rows = self._rows if verdict == ALL else [r for r in self._rows if r.plan.verdict == verdict]
        self.table.show_rows(rows)
        self.table.setFocus()

    def _show_current(self, row: ViewRow | None) -> None:
        if row is None or self._plan is None:
            self.comparison.show_row(None, None, 0)
        else:
            self.comparison.show_row(row.plan, self._matches, len(alike(self._plan, row.row)))

    # --- deciding -------------------------------------------------------------------------------

    def _key(self, key: str, shift: bool) -> None:
        if key == LIKE:
            self.comparison.toggle_alike()
        else:
            self.decide(key, with_alike=shift)

    def decide(self, key: str, with_alike: bool = False) -> None:
        """Decide the current row: a digit takes a candidate, N somebody new, S skips, U takes it back."""
        row = self.table.current_row()
        if row is not None and self._plan is not None:
            with_alike = with_alike or self.comparison.means_all_alike()
            self._decide(decisions_for(self._plan, row.plan, key, with_alike=with_alike), go_on=key != "U")

    def _all_entries(self) -> Sequence[Entry]:
        """One decision for everything that is still undecided."""
        count = f"{len(undecided(self._plan)) if self._plan else 0:,}"
        return [
            (f"All {count} are &new people", lambda: self._decide_all("N")),
            (f"&Skip all {count}", lambda: self._decide_all("S")),
            (f"Take the &best candidate for all {count}", lambda: self._decide_all("1")),
        ]

    def _decide_all(self, key: str) -> None:
        if self._plan is not None:
            self._decide(decide_all(self._plan, key), go_on=False)

    def _choose_person(self, person_id: str) -> None:
        row = self.table.current_row()
        if row is not None and self._matches is not None and person_id in self._matches.people:
            self._decide({row.row: Decision("match", person_id)}, go_on=True)

    def _decide(self, decisions: Decisions, *, go_on: bool) -> None:
        if not decisions or self._plan is None or self._matches is None:
            return
        self.replan(decide_many(self._plan, self._matches, decisions), self._matches)
        self.decided.emit(self._plan)
        if not (go_on and self.table.go_to_next("possible")):
            self._show_current(self.table.current_row())
        self.table.setFocus()
