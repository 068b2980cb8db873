"""A new person of the desk."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCompleter, QWidget

from emgdesk.domain.folding import fold
from emgdesk.operations.person import add_person
from emgdesk.queries.entities import EntityRow, list_entities
from emgdesk.ui.dialogs.form_dialog import FormDialog
from emgdesk.ui.services import Services
from emgdesk.ui.widgets.line_edit import LineEdit


class NewPersonDialog(FormDialog):
    """`made` carries the key of the new person."""

    def __init__(self, services: Services, parent: QWidget) -> None:
        super().__init__(services, "New person", "Create person", "", parent)
        self._entities: dict[str, str] = {}
        self.name, self.entity, self.function, self.email = (LineEdit() for _ in range(4))
        self.add_row("&Name", self.name)
        self.add_row("&Entity", self.entity)
        self.add_row("&Function", self.function)
        self.add_row("E-&mail", self.email)
        self.name.setFocus()
        services.read(list_entities, self._propose)

    def _propose(self, entities: Sequence[EntityRow]) -> None:
        for entity in entities:
            for name in (entity.acronym, entity.full_name, *entity.aliases):
                self._entities.setdefault(fold(name), entity.id)
        completer = QCompleter([entity.acronym for entity in entities], self.entity)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.entity.setCompleter(completer)

    def submit(self) -> None:
        name, entity = self.name.text().strip(), self.entity.text().strip()
        if entity and fold(entity) not in self._entities:
            self.banner.tell(
                f"There is no entity “{entity}” on this desk; make it first, or leave it empty.", "error"
            )
            return
        self.send(
            f"New person {name}",
            add_person,
            name=name,
            entity_id=self._entities.get(fold(entity)) if entity else None,
            function=self.function.text().strip(),
            emails=[self.email.text().strip()],
        )
