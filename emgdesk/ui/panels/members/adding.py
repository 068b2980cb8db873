"""Put an entity or a person into a workstream; somebody new is made on the way."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCompleter, QHBoxLayout, QWidget

from emgdesk.domain.folding import fold
from emgdesk.domain.statuses import MEMBERSHIPS
from emgdesk.operations.member_names import OF_ENTITIES
from emgdesk.operations.membership import add_member
from emgdesk.queries.entities import EntityRow, list_entities
from emgdesk.queries.people import PersonRow, get_person
from emgdesk.queries.search import Hit
from emgdesk.ui.dialogs.form_dialog import FormDialog, choice
from emgdesk.ui.dialogs.person_choice import PersonEdit
from emgdesk.ui.doors import open_new_entity, open_new_person
from emgdesk.ui.panels.members.columns import ROLES, stored_day
from emgdesk.ui.services import Services
from emgdesk.ui.widgets.line_edit import LineEdit
from emgdesk.ui.widgets.proposals import TakenByTab
from emgdesk.ui.widgets.text import label, link

_INTRO = "Name an entity, a person, or both; who is on the desk is proposed while you type."


class AddMemberDialog(FormDialog):
    """`made` carries the key of the new member."""

    def __init__(
        self, services: Services, workstream_id: str, workstream: str, role: str, parent: QWidget
    ) -> None:
        super().__init__(services, f"Add to {workstream}", "Add", _INTRO, parent)
        self._workstream_id, self._workstream = workstream_id, workstream
        self._entities: dict[str, EntityRow] = {}
        self.role = choice(tuple(ROLES.values()))
        self.role.setCurrentText(ROLES[role])
        self.entity, self.person = LineEdit(), PersonEdit(services)
        self.since, self.until, self.note = LineEdit(), LineEdit(), LineEdit()
        for field in (self.since, self.until):
            field.setPlaceholderText("open; or a day, a month, a year")
        self.told = label("", "muted", wrap=True)
        self.new_entity = link("New entity…", self._new_entity)
        self.new_person = link("New person…", self._new_person)
        self._lay_out()
        self.entity.textChanged.connect(self._tell)
        self.person.textChanged.connect(self._tell)
        self.person.person_chosen.connect(self._chosen)
        services.read(list_entities, self._know)
        (self.entity if role in OF_ENTITIES else self.person).setFocus()

    def _lay_out(self) -> None:
        self.add_row("&Role", self.role)
        self.add_row("&Entity", self.entity)
        self.add_row("&Person", self.person)
        below = QWidget()
        row = QHBoxLayout(below)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.told, 1)
        row.addWidget(self.new_entity, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.new_person, 0, Qt.AlignmentFlag.AlignTop)
        self.form.addRow("", below)
        self.add_row("&Since", self.since)
        self.add_row("&Until", self.until)
        self.add_row("&Note", self.note)
        self._tell()

    def _know(self, entities: Sequence[EntityRow]) -> None:
        for row in reversed(entities):
            for name in (*row.aliases, row.full_name, row.acronym):
                self._entities[fold(name)] = row
        names = [name for row in entities for name in (row.acronym, row.full_name) if name]
        completer = QCompleter(list(dict.fromkeys(names)), self.entity)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.entity.setCompleter(completer)
        TakenByTab(completer, self.entity)
        self._tell()

    def _chosen(self, hit: Hit | None) -> None:
        self._tell()
        if hit is not None:
            self.services.read(get_person, self._fill, latest=(id(self), "person"), person_id=hit.id)

    def _fill(self, person: PersonRow) -> None:
        if person.id == self.person.person_id and not self.entity.text():
            self.entity.setText(person.entity)

    # --- somebody new -------------------------------------------------------------------------

    def _unknown(self) -> tuple[bool, bool]:
        """Whether the entity and the person that stand there are to be made first to be linked."""
        entity, person = self.entity.text().strip(), self.person.text().strip()
        return (
            bool(entity) and fold(entity) not in self._entities,
            bool(person) and self.person.person_id is None,
        )

    def _tell(self) -> None:
        entity, person = self._unknown()
        self.new_entity.setVisible(entity)
        self.new_person.setVisible(person)
        sentence = ""
        if entity and person:
            sentence = "Neither is chosen from the desk; the names stay as written unless they are sure."
        elif entity:
            sentence = "This entity is not on the desk; its name stays as written."
        elif person:
            sentence = "Nobody was chosen from the desk; the name stays as written unless it is sure."
        self.told.setText(sentence)

    def _new_entity(self) -> None:
        open_new_entity(self.services, self._entity_made, self, self.entity.text().strip())

    def _entity_made(self, entity_id: str) -> None:
        self.services.read(list_entities, partial(self._take_entity, entity_id))

    def _take_entity(self, entity_id: str, entities: Sequence[EntityRow]) -> None:
        self._know(entities)
        self.entity.setText(next((row.acronym for row in entities if row.id == entity_id), ""))

    def _new_person(self) -> None:
        open_new_person(self.services, self._person_made, self)

    def _person_made(self, person_id: str) -> None:
        self.services.read(get_person, self._take_person, person_id=person_id)

    def _take_person(self, person: PersonRow) -> None:
        self.person.person_id = person.id
        self.person.setText(person.name)
        self._fill(person)
        self._tell()

    # --- doing it -----------------------------------------------------------------------------

    def submit(self) -> None:
        entity, person = self.entity.text().strip(), self.person.text().strip()
        known = self._entities.get(fold(entity))
        self.send(
            f"Add {person or entity or 'a member'} to {self._workstream}",
            add_member,
            workstream_id=self._workstream_id,
            role=MEMBERSHIPS[self.role.currentIndex()],
            entity_id=known.id if known else None,
            entity=entity,
            person_id=self.person.person_id,
            person=person,
            since=stored_day(self.since.text()),
            until=stored_day(self.until.text()),
            note=self.note.text().strip(),
        )
