"""Who holds an office of the Group, or whom an entity designates, from which day on."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCompleter, QWidget

from emgdesk.domain.folding import fold
from emgdesk.domain.statuses import DESIGNATIONS, OFFICES
from emgdesk.operations.office import add_designation, add_office
from emgdesk.queries.entities import EntityRow, list_entities
from emgdesk.queries.people import PersonRow, get_person
from emgdesk.queries.search import Hit
from emgdesk.ui.dialogs.form_dialog import FormDialog, choice
from emgdesk.ui.dialogs.person_choice import PersonEdit
from emgdesk.ui.services import Services
from emgdesk.ui.widgets.date_field import DateField
from emgdesk.ui.widgets.line_edit import LineEdit

_INTRO = (
    "Offices feed the chair and the invitations; whom the entities designate is invited to the next meeting. "
    "Somebody new is first made under All people."
)


class NewTermDialog(FormDialog):
    """`made` carries the key of the office or designation."""

    def __init__(self, services: Services, parent: QWidget) -> None:
        super().__init__(services, "New office or designation", "Add", _INTRO, parent)
        self.role = choice([role[:1].upper() + role[1:] for role in (*OFFICES, *DESIGNATIONS)])
        self.person = PersonEdit(services)
        self.entity = LineEdit()
        self.since = DateField("open")
        self.until = DateField("open")
        self._entities: dict[str, str] = {}
        self.add_row("&Role", self.role)
        self.add_row("&Person", self.person)
        self._entity_label = self.add_row("&Entity", self.entity)
        self.add_row("&Since", self.since)
        self.add_row("&Until", self.until)
        self.role.currentIndexChanged.connect(self._show_entity)
        self.person.person_chosen.connect(self._chosen)
        self._show_entity(0)
        services.read(list_entities, self._know)

    def _show_entity(self, at: int) -> None:
        self.entity.setVisible(at >= len(OFFICES))
        self._entity_label.setVisible(at >= len(OFFICES))

    def _know(self, entities: Sequence[EntityRow]) -> None:
        for row in entities:
            for name in (*row.aliases, row.full_name, row.acronym):
                self._entities[fold(name)] = row.id
        completer = QCompleter([row.acronym for row in entities], self.entity)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.entity.setCompleter(completer)

    def _chosen(self, hit: Hit | None) -> None:
        if hit is not None:
            self.services.read(get_person, self._fill, latest=(id(self), "person"), person_id=hit.id)

    def _fill(self, person: PersonRow) -> None:
        if person.id == self.person.person_id and not self.entity.text():
            self.entity.setText(person.entity)

    def submit(self) -> None:
        role = (*OFFICES, *DESIGNATIONS)[self.role.currentIndex()]
        name, entity = self.person.text().strip(), self.entity.text().strip()
        if self.person.person_id is None:
            sentence = f"“{name}” is nobody chosen from the desk." if name else "Say who it is."
            self.banner.tell(f"{sentence} Type a part of the name and choose.", "error")
            return
        term = {"person_id": self.person.person_id, "since": self.since.value(), "until": self.until.value()}
        if role in OFFICES:
            self.send(f"{role}: {name}", add_office, office=role, **term)
        elif fold(entity) not in self._entities:
            self.banner.tell(
                f"“{entity}” is no entity of the desk."
                if entity
                else "Say which entity designates the person.",
                "error",
            )
        else:
            key = self._entities[fold(entity)]
            self.send(f"{entity} designates {name}", add_designation, entity_id=key, role=role, **term)
