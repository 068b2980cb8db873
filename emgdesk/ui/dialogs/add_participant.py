"""Put somebody on a roster: a person of the desk, or a new one."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCompleter, QWidget

from emgdesk.domain.statuses import ATTENDANCES, ROLES
from emgdesk.operations.roster import add_participant
from emgdesk.queries.entities import EntityRow, list_entities
from emgdesk.queries.people import PersonRow, get_person
from emgdesk.queries.search import Hit
from emgdesk.ui.dialogs.form_dialog import FormDialog, choice
from emgdesk.ui.dialogs.person_choice import PersonEdit
from emgdesk.ui.services import Services
from emgdesk.ui.widgets.line_edit import LineEdit
from emgdesk.ui.widgets.text import label


class AddParticipantDialog(FormDialog):
    """`made` carries the key of the new line of the roster."""

    def __init__(self, services: Services, meeting_id: str, code: str, parent: QWidget) -> None:
        intro = "Begin with the name: people who are on the desk already are proposed."
        super().__init__(services, f"Add to the roster of {code}", "Add to roster", intro, parent)
        self._meeting_id, self._code = meeting_id, code
        self.name = PersonEdit(services)
        self.name.person_chosen.connect(self._chosen)
        self.known = label("A new person will be made.", "muted")
        self.entity = LineEdit()
        self.function = LineEdit()
        self.role = choice(ROLES)
        self.attendance = choice(ATTENDANCES)
        self.attendance.setCurrentText("registered")
        self.add_row("&Name", self.name)
        self.form.addRow("", self.known)
        self.add_row("&Entity", self.entity)
        self.add_row("&Function", self.function)
        self.add_row("&Role", self.role)
        self.add_row("&Attendance", self.attendance)
        self.name.setFocus()
        services.read(list_entities, self._propose)

    def _propose(self, entities: Sequence[EntityRow]) -> None:
        completer = QCompleter([entity.acronym for entity in entities], self.entity)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.entity.setCompleter(completer)

    def _chosen(self, hit: Hit | None) -> None:
        self.known.setText("On the desk already." if hit else "A new person will be made.")
        if hit is not None:
            self.services.read(get_person, self._fill, latest=(id(self), "person"), person_id=hit.id)

    def _fill(self, person: PersonRow) -> None:
        if person.id == self.name.person_id:
            self.entity.setText(person.entity)
            self.function.setText(person.function)

    def submit(self) -> None:
        name = self.name.text().strip()
        self.send(
            f"Add {name} to {self._code}",
            add_participant,
            meeting_id=self._meeting_id,
            person_id=self.name.person_id,
            name=name,
            entity=self.entity.text().strip(),
            function=self.function.text().strip(),
            role=self.role.currentText(),
            attendance=self.attendance.currentText(),
        )
