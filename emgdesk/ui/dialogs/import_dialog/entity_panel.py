"""One entity text beside the entities it may mean, and the keys that say what it is."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from emgdesk.domain.numbering import counted
from emgdesk.importing.plan import EntityCandidate, EntityDecision, EntityQuestion
from emgdesk.importing.snapshot import KnownEntity
from emgdesk.operations.entity import STATUSES
from emgdesk.ui.dialogs.import_dialog.entity_search import EntitySearch
from emgdesk.ui.dialogs.import_dialog.tab_order import order_tabs
from emgdesk.ui.widgets.line_edit import LineEdit
from emgdesk.ui.widgets.room import Room
from emgdesk.ui.widgets.text import button, label

_NAMED = 4  # people named
_SIDE = 270  # pixels


class EntityPanel(QFrame):
    """`decided(key, part)` as in `entity_rows.decision_for`; `described(EntityDecision)` for a new entity."""

    decided = Signal(str, bool)
    described = Signal(object)
    entity_chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._statuses: dict[str, str] = {}  # of the entities of the desk
        self.setMinimumHeight(130)
        self.title = label(role="heading", wrap=True)
        self.people = label(role="muted", wrap=True)
        self.new = button("New entity  (N)", lambda: self.decided.emit("N", False), "plus")
        self.keep = button("Leave as printed  (K)", lambda: self.decided.emit("K", False))
        self.undecide = button("Take back  (U)", lambda: self.decided.emit("U", False), "undo-2")
        for made in (self.new, self.keep, self.undecide):
            made.setAutoDefault(False)
        self.search = EntitySearch()
        self.search.chosen.connect(self.entity_chosen)
        self.facts = NewEntityFacts()
        self.facts.described.connect(self.described)
        self.candidates = QScrollArea()
        self.candidates.setWidgetResizable(True)
        self.candidates.setFrameShape(QFrame.Shape.NoFrame)
        self.candidates.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._lay_out()

    def _lay_out(self) -> None:
        left = QVBoxLayout()
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(6)
        for part in (self.title, self.people, self.new, self.keep, self.undecide):
            left.addWidget(part)
        left.addStretch(1)
        side = QWidget()
        side.setLayout(left)
        side = Room(side)
        side.setFixedWidth(_SIDE)
        side.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        right = QVBoxLayout()
        right.setSpacing(6)
        right.addWidget(self.search)
        right.addWidget(self.facts)
        right.addWidget(self.candidates, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 8, 0, 0)
        row.setSpacing(16)
        row.addWidget(side)
        row.addLayout(right, 1)

    def show_entities(self, entities: Sequence[KnownEntity]) -> None:
        """The entities that can be searched for."""
        self._statuses = {entity.id: entity.status for entity in entities}
        self.search.show_entities(entities)

    def show_question(
        self, question: EntityQuestion | None, candidates: Sequence[EntityCandidate], people: Sequence[str]
    ) -> None:
        """Show a text, what it may mean and who stands for it."""
        asked = question is not None
        for part in (self.new, self.keep, self.search, self.candidates):
            part.setVisible(asked)
        decision = question.decision if question is not None else None
        self.undecide.setVisible(decision is not None)
        self.title.setText(f"What is “{question.text}”?" if question is not None else "")
        self.people.setText(_named(people, len(question.rows)) if question is not None else "")
        whole = decision.entity_id if decision is not None and decision.kind == "part" else ""
        status = self._statuses.get(whole or "", "")
        self.facts.show_decision(decision, question.text if question is not None else "", status)
        self._show_candidates(candidates)

    def _show_candidates(self, candidates: Sequence[EntityCandidate]) -> None:
        body = QWidget()
        grid = QGridLayout(body)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(5)
        if not candidates:
            said = "No entity of the desk is written like this. Type above to look for one."
            grid.addWidget(label(said, "muted", wrap=True), 0, 0, 1, 4)
        for at, one in enumerate(candidates, 1):
            same = button(f"It is {one.acronym}  ({at})", partial(self.decided.emit, str(at), False))
            part = button(f"Part of {one.acronym}", partial(self.decided.emit, str(at), True))
            part.setToolTip(f"A new entity below it (Shift+{at}{', P' if at == 1 else ''})")
            for made in (same, part):
                made.setAutoDefault(False)
            grid.addWidget(same, at, 0)
            grid.addWidget(part, at, 1)
            named = one.name if one.name != one.acronym else ""
            grid.addWidget(label(named, "", wrap=True), at, 2)
            grid.addWidget(label(one.why, "caption", wrap=True), at, 3)
        grid.setColumnStretch(2, 2)
        grid.setColumnStretch(3, 3)
        grid.setRowStretch(len(candidates) + 1, 1)
        self.candidates.setWidget(body)
        order_tabs(self.facts.status, *body.findChildren(QPushButton))


class NewEntityFacts(QWidget):
    """Acronym, full name and status of the entity a text becomes; `described(EntityDecision)`."""

    described = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._decision: EntityDecision | None = None
        self.acronym, self.full_name, self.status = LineEdit(), LineEdit(), QComboBox()
        self.acronym.setMaximumWidth(120)
        self.status.addItems(list(STATUSES))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        for text, field, stretch in (
            ("Acron&ym", self.acronym, 0),
            ("F&ull name", self.full_name, 1),
            ("St&atus", self.status, 0),
        ):
            made = label(text)
            made.setTextFormat(Qt.TextFormat.AutoText)
            made.setBuddy(field)
            field.setAccessibleName(text.replace("&", ""))
            row.addWidget(made)
            row.addWidget(field, stretch)
        self.acronym.editingFinished.connect(self._tell)
        self.full_name.editingFinished.connect(self._tell)
        self.status.activated.connect(lambda _: self._tell())
        self.hide()

    def show_decision(self, decision: EntityDecision | None, text: str, whole: str) -> None:
        """Show the fields of a new entity, else nothing; a part has the status of its `whole`."""
        self._decision = decision if decision is not None and decision.kind in ("new", "part") else None
        self.setVisible(self._decision is not None)
        if self._decision is None:
            return
        for field, value in (
            (self.acronym, self._decision.acronym),
            (self.full_name, self._decision.full_name),
        ):
            if field.text() != value:
                field.setText(value)
            field.setPlaceholderText(text)
        self.status.setCurrentText(whole or self._decision.status)
        self.status.setEnabled(self._decision.kind == "new")

    def _tell(self) -> None:
        if self._decision is None:
            return
        told = EntityDecision(
            self._decision.kind, self._decision.entity_id, self.acronym.text().strip(),
            self.full_name.text().strip(),
            self.status.currentText() if self.status.isEnabled() else self._decision.status,
        )  # fmt: skip
        if told != self._decision:
            self._decision = told
            self.described.emit(told)


def _named(people: Sequence[str], rows: int) -> str:
    """Who stands for a text: "In 6 rows: Ana Ruiz, Bo Lindh, Ida Brekke, Tevita Havili and 2 more"."""
    more = f" and {rows - _NAMED} more" if rows > _NAMED else ""
    return f"In {counted(rows, 'row', 'rows')}: {', '.join(people[:_NAMED])}{more}"
