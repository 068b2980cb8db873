"""What the file does to what the desk knows already."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from emgdesk.ui.dialogs.import_dialog.wording import UPDATES
from emgdesk.ui.widgets.text import label


class PolicyChoice(QWidget):
    """`chosen(policy)` when the user picks another one."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.box = QComboBox()
        self.box.setAccessibleName("What is known already")
        self.box.setToolTip("What the file does to what the desk knows already")
        self.box.activated.connect(lambda _: self.chosen.emit(self.box.currentData()))
        text = label("&Known already")
        text.setTextFormat(Qt.TextFormat.AutoText)
        text.setBuddy(self.box)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(text)
        row.addWidget(self.box)

    def show_policy(self, policy: str, *, people: bool) -> None:
        """The policy in use; only people can be added without touching the others."""
        self.box.clear()
        for key, text in UPDATES.items():
            if people or key != "add-only":
                self.box.addItem(text, key)
        self.box.setCurrentIndex(max(0, self.box.findData(policy)))
