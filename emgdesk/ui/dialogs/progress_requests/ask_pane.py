"""Ask: as of which day, by when, whom, and the folder their sheets go to."""

from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QFormLayout, QHBoxLayout, QVBoxLayout, QWidget

from emgdesk.domain.numbering import counted
from emgdesk.queries.asked_tasks import Askable
from emgdesk.queries.progress_requests import RequestRow
from emgdesk.settings import Settings
from emgdesk.ui.dialogs.progress_requests.entity_list import EntityList, Who
from emgdesk.ui.file_choice import choose_folder
from emgdesk.ui.widgets.date_field import DateField
from emgdesk.ui.widgets.empty_state import EmptyState
from emgdesk.ui.widgets.line_edit import LineEdit
from emgdesk.ui.widgets.room import Stack
from emgdesk.ui.widgets.text import button, label, link

FOLDER = "folder.progress-sheets"
_WEEKS_TO_ANSWER = 3


class AskPane(QWidget):
    """`day_changed` when tasks of another day are to be shown, `asked` when the button is pressed."""

    day_changed = Signal()
    asked = Signal()

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self._ticks: frozenset[Who] | None = None  # None: those proposed
        self._unanswered = 0  # tasks nobody can be asked about
        self.as_of, self.due = DateField(), DateField("no day of return")
        self.completed = QCheckBox("Completed and dropped &tasks too")
        self.completed.setChecked(True)
        self.folder = LineEdit()
        self.list = EntityList()
        self.told = label(role="muted", wrap=True)
        self.ask = button("Ask", self.asked.emit, "send", primary=True)
        self._empty = EmptyState("list-checks", "No entity answers for a task yet")
        self._stack = Stack()
        self._stack.addWidget(self.list)
        self._stack.addWidget(self._empty)
        self._lay_out()
        self._begin()
        self.as_of.changed.connect(self._another_day)
        self.list.ticked_changed.connect(self._turned)

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setHorizontalSpacing(14)
        form.setVerticalSpacing(8)
        days = QHBoxLayout()
        days.setSpacing(14)
        by = label("Return &by")
        by.setBuddy(self.due)
        for widget, room in ((self.as_of, 1), (by, 0), (self.due, 1), (self.completed, 0)):
            days.addWidget(widget, room)
        where = QHBoxLayout()
        where.setSpacing(8)
        where.addWidget(self.folder, 1)
        where.addWidget(button("Choose…", self.choose_folder, "folder-open"))
        for text, row, field in (("As &of", days, self.as_of), ("&Folder", where, self.folder)):
            caption = label(text)
            caption.setBuddy(field)
            form.addRow(caption, row)
        for field, name in ((self.as_of, "As of"), (self.due, "Return by"), (self.folder, "Folder")):
            (field.focusProxy() or field).setAccessibleName(name)
        foot = QHBoxLayout()
        foot.setSpacing(12)
        foot.addWidget(link("Tick all", lambda: self.list.tick(True)))
        foot.addWidget(link("Tick none", lambda: self.list.tick(False)))
        foot.addWidget(self.told, 1)
        foot.addWidget(self.ask)
        layout = QVBoxLayout(self)
        layout.setSpacing(12)
        layout.addLayout(form)
        layout.addWidget(self._stack, 1)
        layout.addLayout(foot)

    def _begin(self) -> None:
        today = date.today()
        self.as_of.set_value(today.isoformat())
        self.due.set_value((today + timedelta(weeks=_WEEKS_TO_ANSWER)).isoformat())
        home = self._settings.get("folder.export", str(Path.home()))
        self.folder.setText(self._settings.get(FOLDER, str(Path(home) / "Progress sheets")))

    def choose_folder(self) -> None:
        """Ask where the sheets go."""
        near = Path(self.folder.text())
        found = choose_folder(self, "Folder for the sheets", near if near.is_dir() else near.parent)
        if found is not None:
            self.folder.setText(str(found))

    def show_askable(self, askable: Askable, requests: Sequence[RequestRow]) -> None:
        """Show who can be asked on the day chosen, and who was."""
        day = self.as_of.value()
        open_last = sorted(requests, key=lambda row: (not row.answered_on, row.asked_on))
        asked = {(row.entity_id, row.entity): row for row in open_last if row.as_of == day}
        self.list.show_entities(askable.entities, asked, self._ticks)
        self._unanswered = askable.unanswered
        nobody = counted(askable.unanswered, "task names", "tasks name")
        self._empty.say(
            "list-checks",
            "No entity answers for a task yet",
            f"{nobody} no entity that is responsible, and the workstreams no lead. Fill in “Responsible” in "
            "the work plan, or the leads under Members."
            if askable.unanswered
            else "The work plan of that day has no tasks. Make workstreams and tasks, or import a work plan.",
        )
        self._stack.setCurrentWidget(self.list if askable.entities else self._empty)
        self._count()

    def propose(self, entities: Sequence[Who] | None, as_of: str = "") -> None:
        """Tick just these from now on; None ticks what is proposed."""
        self._ticks = None if entities is None else frozenset(entities)
        if as_of:
            self.as_of.set_value(as_of)

    def problem(self) -> str:
        """What is wrong with what stands here, "" if nothing."""
        said = self.as_of.problem() or self.due.problem()
        if not said and not self.as_of.value():
            said = "As of: say of which day the progress is to be told."
        return said or ("" if self.folder.text().strip() else "Folder: say where the sheets are written.")

    def _another_day(self) -> None:
        self._ticks = None
        self.day_changed.emit()

    def _turned(self) -> None:
        self._ticks = frozenset(self.list.ticked())
        self._count()

    def _count(self) -> None:
        ticked = self.list.ticked()
        self.ask.setText(f"Ask {counted(len(ticked), 'entity', 'entities')}" if ticked else "Ask")
        self.ask.setEnabled(bool(ticked))
        tasks = counted(self._unanswered, "task has", "tasks have")
        self.told.setText(f"{tasks} no responsible entity and no lead." if self._unanswered else "")
