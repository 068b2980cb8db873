"""What is to be known of the file as a whole, in one line; the whole of it on demand."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from emgdesk.ui.dialogs.import_dialog.source import Opened
from emgdesk.ui.widgets.text import IconLabel, label

_LONGEST = 260  # letters


class NotesLine(QWidget):
    """Columns not used, and what could not be seen in the file."""

    def __init__(self) -> None:
        super().__init__()
        self._icon = IconLabel("info", 16, "muted")
        self.text = label(role="muted", wrap=True)
        self.text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self._icon)
        row.addWidget(self.text, 1)
        self.hide()

    def show_notes(self, opened: Opened) -> None:
        """Say what there is to say of this reading."""
        notes = notes_of(opened)
        self.text.setText(shortened("  ".join(notes)))
        self.text.setToolTip("\n".join(notes))
        self.setVisible(bool(notes))


def shortened(text: str) -> str:
    """At most two or three lines; the tooltip has the rest."""
    return text if len(text) <= _LONGEST else text[:_LONGEST].rsplit(" ", 1)[0] + " …"


def notes_of(opened: Opened) -> list[str]:
    """The sentences, the most useful first."""
    if opened.intake is None:
        return list(opened.raw.notes)
    notes = []
    if opened.roster is not None:
        unused = set(opened.unused())
        named = [name for name in opened.roster[0].unused_columns if name in unused]
        if named:
            columns = ", ".join(f"“{name}”" for name in named)
            notes.append(f"Not used: {columns}.")
    asked = opened.roster[1].mapped.date_question if opened.roster is not None else ""
    told = dict.fromkeys((*notes, *opened.raw.notes, *opened.intake.plan.notes))
    return [note for note in told if note != asked]  # the columns ask it
