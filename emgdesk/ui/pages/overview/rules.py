"""The house rules: how many days before a meeting something is done."""

from PySide6.QtWidgets import QSpinBox, QWidget

from emgdesk.domain.deadlines import DEADLINES, MOST
from emgdesk.operations.setting import set_settings
from emgdesk.queries.overview import house_days
from emgdesk.ui.dialogs.form_dialog import FormDialog
from emgdesk.ui.services import Services


class RulesDialog(FormDialog):
    """One number of days for each deadline; they hold for every meeting of the desk."""

    def __init__(self, services: Services, parent: QWidget) -> None:
        intro = "Counted back from the day of each meeting; they belong to this desk."
        super().__init__(services, "Deadlines", "Keep", intro, parent)
        self.fields: dict[str, QSpinBox] = {}
        for rule in DEADLINES:
            field = self.fields[rule.key] = QSpinBox()
            field.setRange(0, MOST)
            field.setSuffix(" days before")
            field.setValue(rule.days)
            self.add_row(f"&{rule.words}", field)
        services.read(house_days, self._show)

    def _show(self, days: dict[str, int]) -> None:
        for key, number in days.items():
            self.fields[key].setValue(number)

    def submit(self) -> None:
        """Keep them."""
        values = {rule.setting: str(self.fields[rule.key].value()) for rule in DEADLINES}
        self.send("Change deadlines", set_settings, values=values)
