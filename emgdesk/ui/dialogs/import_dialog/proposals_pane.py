"""Entities proposed for rows that name none: taken one by one, or all for the same reason; never silently."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from emgdesk.importing.plan import PlanRow, RosterPlan
from emgdesk.ui.dialogs.import_dialog.key_table import KeyTable
from emgdesk.ui.models.columns import Column
from emgdesk.ui.widgets.text import button, label

KEYS = "YAU"


@dataclass(frozen=True, slots=True)
class ProposalRow:
    """A row with the entity proposed for it, taken or not; `reason` is the same for all like it."""

    id: str
    row: int
    name: str
    entity: str
    why: str
    taken: bool
    verdict: str
    email: str

    @property
    def reason(self) -> tuple[str, str]:
        """Rows with the same entity and the same domain of their address are alike."""
        return self.entity, self.email.rpartition("@")[2].lower() if self.email else self.why


COLUMNS = (
    Column("verdict", "Verdict", width=12, searched=False),
    Column("row", "Row", width=6, align="right"),
    Column("name", "Name in the file", width=28, strong=True),
    Column("email", "E-mail", width=30),
    Column("entity", "Proposed entity", width=18),
    Column("why", "Why", width=40, cell_tip=lambda r: r.why, stretch=True),
)


def proposal_rows(rows: Sequence[PlanRow], taken: frozenset[int]) -> list[ProposalRow]:
    """The rows something is proposed for, in the order of the file."""
    return [
        ProposalRow(
            str(row.row), row.row, row.name, row.proposal.acronym, row.proposal.why, row.row in taken,
            "Taken" if row.row in taken else "Proposed", row.record.email if row.record else "",
        )
        for row in rows
        if row.proposal is not None
    ]  # fmt: skip


class ProposalsPane(QWidget):
    """`taken(row numbers, True or False)`: the entities proposed for these rows are to be taken or not."""

    taken = Signal(tuple, bool)

    def __init__(self) -> None:
        super().__init__()
        self._rows: list[ProposalRow] = []
        self.said = label("Nothing of this is taken unless you say so.", "muted", wrap=True)
        self.one = button("Take this one  (Y)", lambda: self.decide("Y"), "check")
        self.alike = button("", lambda: self.decide("A"))
        self.every = button("Take &all", self._take_all)
        self.back = button("Take back  (U)", lambda: self.decide("U"), "undo-2")
        self.table = KeyTable("Proposed entities", COLUMNS, KEYS, lambda row: "good" if row.taken else "warn")
        self.table.current_changed.connect(self._show_current)
        self.table.key_pressed.connect(lambda key, _shift: self.decide(key))
        self.table.open_pressed.connect(lambda: self.decide("Y"))
        line = QHBoxLayout()
        line.setSpacing(6)
        line.addWidget(self.said, 1)
        for made in (self.one, self.alike, self.every, self.back):
            made.setAutoDefault(False)
            line.addWidget(made)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(line)
        layout.addWidget(self.table, 1)
        self.setFocusProxy(self.table)

    def show_plan(self, plan: RosterPlan) -> None:
        """Show the proposals of a plan."""
        self._rows = proposal_rows(plan.rows, plan.proposals_taken)
        self.table.show_rows(self._rows)
        self.every.setText(f"Take &all {len(self._rows)}")
        self.every.setEnabled(any(not row.taken for row in self._rows))

    def _like(self, row: ProposalRow) -> list[ProposalRow]:
        return [other for other in self._rows if other.reason == row.reason]

    def _show_current(self, row: ProposalRow | None) -> None:
        like = self._like(row) if row is not None else []
        self.one.setEnabled(row is not None and not row.taken)
        self.back.setEnabled(row is not None and row.taken)
        self.alike.setVisible(len(like) > 1)
        if row is not None:
            domain = row.email.rpartition("@")[2]
            whose = f"of {domain}" if domain else "for this reason"
            self.alike.setText(f"Take all {len(like)} {whose}  (A)")

    def decide(self, key: str) -> None:
        """Y takes the current proposal, A all of its domain, U gives it back."""
        row = self.table.current()
        if row is None:
            return
        rows = self._like(row) if key == "A" else [row]
        self.taken.emit(tuple(one.row for one in rows), key != "U")
        if key != "U":
            self.table.go_to_next(lambda other: not other.taken)
        self.table.setFocus()

    def _take_all(self) -> None:
        self.taken.emit(tuple(row.row for row in self._rows), True)
        self.table.setFocus()
