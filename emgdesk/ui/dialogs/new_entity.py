"""A new entity."""

from PySide6.QtWidgets import QWidget

from emgdesk.operations.entity import STATUSES, add_entity
from emgdesk.ui.dialogs.form_dialog import FormDialog, choice
from emgdesk.ui.services import Services
from emgdesk.ui.widgets.line_edit import LineEdit


class NewEntityDialog(FormDialog):
    """`made` carries the key of the new entity."""

    def __init__(self, services: Services, parent: QWidget, name: str = "") -> None:
        """`name` is its acronym where it is one word, else its full name."""
        super().__init__(services, "New entity", "Create entity", "", parent)
        self.acronym, self.full_name, self.aliases = (LineEdit() for _ in range(3))
        self.aliases.setPlaceholderText("other ways it is written, separated by ;")
        self.status = choice(STATUSES)
        self.add_row("&Acronym", self.acronym)
        self.add_row("&Full name", self.full_name)
        self.add_row("&Status", self.status)
        self.add_row("A&liases", self.aliases)
        (self.full_name if " " in name else self.acronym).setText(name)
        self.acronym.setFocus()

    def submit(self) -> None:
        acronym = self.acronym.text().strip()
        self.send(
            f"New entity {acronym}",
            add_entity,
            acronym=acronym,
            full_name=self.full_name.text().strip(),
            status=self.status.currentText(),
            aliases=tuple(part.strip() for part in self.aliases.text().split(";") if part.strip()),
        )
