"""The entities an import met and the desk does not know: a question each, answered with one key."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from emgdesk.importing.matching.finding import RosterMatches
from emgdesk.importing.plan import EntityCandidate, EntityDecision, RosterPlan
from emgdesk.ui.dialogs.import_dialog.entity_panel import EntityPanel
from emgdesk.ui.dialogs.import_dialog.entity_rows import (
    COLUMNS,
    KEYS,
    EntityRow,
    decision_for,
    entity_rows,
    tone_of,
)
from emgdesk.ui.dialogs.import_dialog.key_table import KeyTable
from emgdesk.ui.widgets.text import label

_HINT = (
    "1 to 5: another name of this entity. Shift with the digit, or P: a part of it. N: new; go back "
    "to it to name it. K: as printed. What stays undecided is kept as printed."
)


class EntitiesPane(QWidget):
    """`decided({key: EntityDecision or None})`."""

    decided = Signal(dict)

    def __init__(self) -> None:
        super().__init__()
        self._plan: RosterPlan | None = None
        self._matches: RosterMatches | None = None
        self._found: dict[str, EntityCandidate] = {}  # by question: the entity searched for
        self.table = KeyTable("Entities of the file", COLUMNS, KEYS, tone_of)
        self.panel = EntityPanel()
        self.table.current_changed.connect(self._show_current)
        self.table.key_pressed.connect(self.decide)
        self.panel.decided.connect(self.decide)
        self.panel.described.connect(self._describe)
        self.panel.entity_chosen.connect(self._add_found)
        split = QSplitter(Qt.Orientation.Vertical)
        split.setChildrenCollapsible(False)
        split.addWidget(self.table)
        split.addWidget(self.panel)
        split.setStretchFactor(0, 3)
        split.setStretchFactor(1, 2)
        split.setSizes([260, 230])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(split, 1)
        layout.addWidget(label(_HINT, "caption", wrap=True))
        self.setFocusProxy(self.table)

    def show_plan(self, plan: RosterPlan, matches: RosterMatches) -> None:
        """Show the questions of a plan."""
        if self._matches is None or self._matches.snapshot.entities is not matches.snapshot.entities:
            self.panel.show_entities(matches.snapshot.entities)
        self._plan, self._matches = plan, matches
        acronyms = {entity.id: entity.acronym for entity in matches.snapshot.entities}
        self.table.show_rows(entity_rows(plan.entity_questions, acronyms))

    def _candidates(self, row: EntityRow) -> tuple[EntityCandidate, ...]:
        found, own = self._found.get(row.id), row.question.candidates
        if found is None:
            return own[:5]
        return (found, *(one for one in own if one.entity_id != found.entity_id))[:5]

    def _show_current(self, row: EntityRow | None) -> None:
        if row is None or self._matches is None:
            self.panel.show_question(None, (), ())
            return
        matches = [self._matches.row(number) for number in row.question.rows[:4]]
        people = [match.record.name for match in matches if match is not None]
        self.panel.show_question(row.question, self._candidates(row), people)

    def _add_found(self, entity_id: str) -> None:
        """Put an entity that was searched for before the candidates."""
        row = self.table.current()
        if row is None or self._matches is None:
            return
        known = next(one for one in self._matches.snapshot.entities if one.id == entity_id)
        name = next((name for name in known.names if name != known.acronym), "")
        self._found[row.id] = EntityCandidate(known.id, known.acronym, name, 1.0, "found by you")
        self._show_current(row)
        self.table.setFocus()

    def decide(self, key: str, part: bool = False) -> None:
        """Answer the current question and go on to the next open one; U takes an answer back."""
        row = self.table.current()
        if row is None:
            return
        if key == "U":
            if row.question.decision is not None:
                self.decided.emit({row.id: None})
            return
        decision = decision_for(key, self._candidates(row), part=part)
        if decision is not None:
            self.decided.emit({row.id: decision})
            self.table.go_to_next(lambda other: other.question.decision is None and other.id != row.id)
            self.table.setFocus()

    def _describe(self, decision: EntityDecision) -> None:
        row = self.table.current()
        if row is not None:
            self.decided.emit({row.id: decision})
