"""After the import: what was done, its Undo, the rows that could not be taken, and where to go on."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from emgdesk.ui.widgets.banner import Banner
from emgdesk.ui.widgets.empty_state import EmptyState, Offer


class ResultPage(QWidget):
    """Shows what it is told; the buttons are those offered."""

    def __init__(self) -> None:
        super().__init__()
        self.banner = Banner()
        self.state = EmptyState("circle-check", "")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.banner)
        layout.addWidget(self.state, 1)

    def show_done(self, title: str, details: Sequence[str], offers: Sequence[Offer]) -> None:
        """Say what was done, in one line and those below it, with what can be done now."""
        self.banner.hide()
        self.state.say("circle-check", title, "\n".join(details), offers)

    def take_keyboard(self) -> None:
        """Give the keyboard to the most likely button: Enter presses it, and no other by accident."""
        for button in self.state.findChildren(QPushButton):
            button.setAutoDefault(False)
            button.setDefault(False)
            if button.property("primary"):
                button.setFocus(Qt.FocusReason.TabFocusReason)

    def show_undone(self, offers: Sequence[Offer]) -> None:
        """The import was taken back."""
        self.banner.hide()
        self.state.say("undo-2", "The import was taken back", "The desk is as it was before.", offers)
        QTimer.singleShot(0, self, self.take_keyboard)  # its buttons are shown only then
