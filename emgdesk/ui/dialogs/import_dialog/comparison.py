"""Below the table: the current row beside the people it may be, and the keys that decide."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from emgdesk.importing.matching.finding import RosterMatches
from emgdesk.importing.plan import PlanRow
from emgdesk.queries.search import Hit
from emgdesk.ui.dialogs.import_dialog.sides import Side, after_side, candidate_sides, file_side, known_side
from emgdesk.ui.dialogs.import_dialog.sides_grid import SidesGrid
from emgdesk.ui.dialogs.import_dialog.wording import TONES, VERDICTS
from emgdesk.ui.dialogs.person_choice import PersonEdit
from emgdesk.ui.services import Services
from emgdesk.ui.widgets.chips import Chip
from emgdesk.ui.widgets.room import Room
from emgdesk.ui.widgets.text import button, label

_SIDE = 270  # pixels


class Comparison(QFrame):
    """`decided(key)`: a digit for a candidate, N, S or U; `person_chosen(id)` for somebody else."""

    decided = Signal(str)
    person_chosen = Signal(str)

    def __init__(self, services: Services) -> None:
        super().__init__()
        self.setMinimumHeight(120)
        self.chip = Chip()
        self.title = label(role="heading", wrap=True)
        self.new = button("New person  (N)", lambda: self.decided.emit("N"), "user-plus")
        self.skip = button("Skip  (S)", lambda: self.decided.emit("S"), "user-x")
        self.undecide = button("Take back  (U)", lambda: self.decided.emit("U"), "undo-2")
        self.other = PersonEdit(services)
        self.other.setPlaceholderText("Somebody else…")
        self.other.setAccessibleName("Somebody else on the desk")
        self.other.person_chosen.connect(self._other_chosen)
        self.all_alike = QCheckBox()
        self.alike_means = label("", "caption", wrap=True)
        self.grid = SidesGrid()
        self.grid.chosen.connect(self.decided)
        self._lay_out()
        self.show_row(None, None, 0)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.chip)
        head.addStretch(1)
        left = QVBoxLayout()
        left.setSpacing(6)
        left.addLayout(head)
        left.addWidget(self.title)
        two = QHBoxLayout()
        two.setSpacing(6)
        two.addWidget(self.new)
        two.addWidget(self.skip)
        left.addLayout(two)
        left.addWidget(self.other)
        left.addWidget(self.undecide)
        left.addWidget(self.all_alike)
        left.addWidget(self.alike_means)
        left.addStretch(1)
        side = QWidget()
        side.setLayout(left)
        side = Room(side)
        side.setFixedWidth(_SIDE)
        side.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        left.setContentsMargins(0, 0, 0, 0)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 8, 0, 0)
        row.setSpacing(16)
        row.addWidget(side)
        row.addWidget(self.grid, 1)

    def show_row(self, row: PlanRow | None, matches: RosterMatches | None, alike: int) -> None:
        """Show a row; `alike` is how many other undecided rows are like it."""
        open_to_decide = row is not None and row.record is not None
        decided = row is not None and row.decision is not None
        self.chip.set(VERDICTS[row.verdict] if row else "", TONES.get(row.verdict, "") if row else "")
        self.title.setText(self._question(row) if row else "")
        for widget in (self.skip, self.other):
            widget.setVisible(open_to_decide)
        self.new.setVisible(open_to_decide and row is not None and row.verdict != "new")
        self.undecide.setVisible(decided)
        self._show_alike(row if open_to_decide and not decided else None, alike)
        self.other.clear()
        sides = self._sides(row, matches) if row is not None and matches is not None else []
        changed = row.changes if row is not None else ()
        self.grid.show_sides(sides, changed, choosing=row is not None and row.verdict == "possible")

    def _show_alike(self, row: PlanRow | None, count: int) -> None:
        """Offer to decide the rows like this one along, and say what like means."""
        asked = row is not None and count > 0
        self.all_alike.setVisible(asked)
        self.alike_means.setVisible(asked)
        self.all_alike.setChecked(False)
        which = f"the {count}" if count > 1 else "the one"
        self.all_alike.setText(f"Also {which} like this  (A)")
        if asked and row is not None:
            why = row.candidates[0].why
            self.alike_means.setText(f"Asked for the same reason: {why}. Shift with the key does it too.")

    def toggle_alike(self) -> None:
        """Mark the rows like this one, or unmark them."""
        if not self.all_alike.isHidden():
            self.all_alike.toggle()

    def means_all_alike(self) -> bool:
        """Whether the next decision is also for the rows like this one."""
        return not self.all_alike.isHidden() and self.all_alike.isChecked()

    def _question(self, row: PlanRow) -> str:
        if row.verdict == "possible":
            many = len(row.candidates) > 1
            return f"Is {row.name} one of these people?" if many else f"Is {row.name} this person?"
        return "\n".join(row.messages) or row.name

    def _sides(self, row: PlanRow, matches: RosterMatches) -> list[Side]:
        sides = [file_side(row)]
        if row.verdict == "possible":
            return [*sides, *candidate_sides(row, matches)]
        known = known_side(row, matches)
        if known is not None:
            sides.append(known)
            after = after_side(row, known)
            sides += [after] if after is not None else []
        return sides

    def _other_chosen(self, hit: Hit | None) -> None:
        if hit is not None:
            self.person_chosen.emit(hit.id)
