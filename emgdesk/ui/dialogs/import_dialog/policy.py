"""What the file does to what the desk knows already."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QWidget

from emgdesk.ui.dialogs.import_dialog.wording import UPDATES, UPDATES_MEAN
from emgdesk.ui.widgets.flow import FlowLayout
from emgdesk.ui.widgets.text import label


class PolicyChoice(QWidget):
    """`chosen(policy)` when the user picks another one."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._group = QButtonGroup(self)
        self.choices: dict[str, QRadioButton] = {}
        row = FlowLayout(16, self)
        row.addWidget(label("What is known already:", "muted"))
        for key, text in UPDATES.items():
            made = self.choices[key] = QRadioButton(text)
            made.setToolTip(UPDATES_MEAN[key])
            made.clicked.connect(lambda _=False, key=key: self.chosen.emit(key))
            self._group.addButton(made)
            row.addWidget(made)

    def show_policy(self, policy: str, *, people: bool) -> None:
        """The policy in use; only people can be added without touching the others."""
        self.choices["add-only"].setVisible(people)
        self.choices[policy].setChecked(True)
