"""From asking entities for progress to their returned sheets."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QTabWidget, QVBoxLayout, QWidget

from emgdesk.domain.numbering import counted
from emgdesk.errors import EmgdeskError
from emgdesk.jobs import Job
from emgdesk.operations.progress_request import ask_for_progress, mark_answered, withdraw_requests
from emgdesk.publishing import Published, write_progress_sheets
from emgdesk.queries.asked_tasks import Askable, list_askable
from emgdesk.queries.progress_requests import ANSWERED, RequestRow, list_requests
from emgdesk.reports.builders.mailboxes import address_line, addressees
from emgdesk.ui.changes import touched
from emgdesk.ui.dialogs.progress_requests.answers_pane import AnswersPane
from emgdesk.ui.dialogs.progress_requests.ask_pane import FOLDER, AskPane
from emgdesk.ui.file_choice import choose_files
from emgdesk.ui.services import Services
from emgdesk.ui.widgets.banner import Banner
from emgdesk.ui.widgets.room import fit_screen
from emgdesk.ui.widgets.text import label
from emgdesk.workspace import ChangeSet, Workspace

_INTRO = (
    "Each entity gets a workbook with its own tasks, to fill in and send back. What comes back is taken in "
    "with a preview; here you see who has not answered."
)
_TABLES = (
    "progress_request", "task", "progress_entry", "membership", "workstream", "mandate_event", "entity",
    "entity_alias", "designation", "person", "person_email", "chapter",
)  # fmt: skip
_SIZE = (980, 640)
_NAMED = 8  # entities named before the others are counted
_SHEETS = "Workbooks (*.xlsx *.xlsm *.ods *.xls);;All files (*)"
Read = tuple[Askable, tuple[RequestRow, ...]]


class ProgressRequestsDialog(QDialog):
    """Two sides: whom to ask, and what came back."""

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.services = services
        self.setWindowTitle("Ask entities for progress")
        self.banner = Banner()
        self.ask, self.answers = AskPane(services.settings), AnswersPane(services.settings)
        self.tabs = QTabWidget()
        self.tabs.addTab(self.ask, "&Ask")
        self.tabs.addTab(self.answers, "A&nswers")
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 16)
        layout.setSpacing(12)
        layout.addWidget(self.banner)
        layout.addWidget(label(_INTRO, "muted", wrap=True))
        layout.addWidget(self.tabs, 1)
        layout.addWidget(buttons)
        fit_screen(self, *_SIZE)
        self._wire()
        self._read()

    def _wire(self) -> None:
        self.ask.day_changed.connect(self._read)
        self.ask.asked.connect(self.send)
        self.answers.take_in.connect(self.take_in)
        self.answers.copy_wanted.connect(self.copy_addresses)
        self.answers.ask_again.connect(self.ask_again)
        self.answers.answered.connect(self.mark)
        self.answers.withdrawn.connect(self.withdraw)
        self.services.hub.changed.connect(self._changed)

    # --- reading --------------------------------------------------------------------------------

    def _read(self) -> None:
        day = self.ask.as_of.value() or date.today().isoformat()

        def load(workspace: Workspace) -> Read:
            return workspace.read(list_askable, as_of=day), workspace.read(list_requests, today=date.today())

        self.services.load(load, self._show, latest=(id(self), "requests"))

    def _show(self, read: Read) -> None:
        askable, requests = read
        self.ask.show_askable(askable, requests)
        self.answers.show_requests(requests)
        left = sum(row.state != ANSWERED for row in requests)
        self.tabs.setTabText(1, f"A&nswers ({left} waiting)" if left else "A&nswers")

    def _changed(self, changes: ChangeSet) -> None:
        if touched(changes, *_TABLES):
            self._read()

    # --- asking ---------------------------------------------------------------------------------

    def send(self) -> None:
        """Note who is asked and write their sheets into the folder."""
        if said := self.ask.problem():
            self.banner.tell(said, "error")
            return
        folder, who, completed = (
            Path(self.ask.folder.text().strip()),
            self.ask.list.ticked(),
            self.ask.completed,
        )
        as_of, due = self.ask.as_of.value(), self.ask.due.value()
        everything = completed.isChecked()
        self.services.settings.set(FOLDER, str(folder))

        def work(job: Job) -> tuple[Published, ...]:
            workspace = self.services.workspace
            write_progress_sheets(workspace, folder, request_ids=())  # whether it can be written at all
            keys = workspace.do(
                f"Ask {counted(len(who), 'entity', 'entities')} for progress as of {as_of}", ask_for_progress,
                entities=who, as_of=as_of, asked_on=date.today().isoformat(), due=due,
            ).value  # fmt: skip
            return write_progress_sheets(workspace, folder, request_ids=keys, completed=everything, job=job)

        self.ask.ask.setEnabled(False)
        self.services.tasks.run("Writing sheets", work, self._written, self._failed)

    def _written(self, written: Sequence[Published]) -> None:
        folder = written[0].path.parent
        self.banner.tell(
            f"Wrote {counted(len(written), 'sheet', 'sheets')} into {folder}. Send each to its entity.",
            "success", "Open folder", lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder))),
        )  # fmt: skip
        self.ask.propose(None)
        self._read()
        self.tabs.setCurrentWidget(self.answers)
        self.answers.table.setFocus()

    def _failed(self, error: Exception) -> None:
        self._read()
        if isinstance(error, EmgdeskError):
            self.banner.tell(str(error), "error")

    # --- what came back -------------------------------------------------------------------------

    def take_in(self) -> None:
        """Import sheets that came back, one after another."""
        folder = self.services.settings.get("folder.import", self.ask.folder.text())
        if paths := choose_files(self, "Take in returned sheets", _SHEETS, folder):
            self.import_sheets(paths)

    def import_sheets(self, paths: Sequence[Path]) -> None:
        """Start the import with these files."""
        from emgdesk.ui.dialogs.import_dialog import ImportDialog

        self.services.settings.set("folder.import", str(paths[0].parent))
        dialog = ImportDialog(self.services, paths[0], None, self, paths[1:])
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def copy_addresses(self) -> None:
        """Put the addresses of the focal points of those who have not answered on the clipboard."""
        waiting = self.answers.waiting()
        reached, _ = addressees([one for row in waiting for one in row.contacts])
        without = [row.entity for row in waiting if not any(one.email for one in row.contacts)]
        if reached:
            QGuiApplication.clipboard().setText(address_line(reached))
        self.banner.tell(
            _copied(len(reached), list(dict.fromkeys(without))), "info" if without else "success"
        )

    def ask_again(self) -> None:
        """Propose to ask those who have not answered once more: of the chosen ones, else of all."""
        chosen = [row for row in self.answers.chosen() if row.state != ANSWERED]
        waiting = chosen or self.answers.waiting()
        if not waiting:
            self.banner.tell("Everybody chosen has answered.")
            return
        day = waiting[0].as_of
        mine = [row for row in waiting if row.as_of == day]
        self.ask.propose([(row.entity_id, row.entity) for row in mine], day)
        self.tabs.setCurrentWidget(self.ask)
        if others := len(waiting) - len(mine):
            some = counted(others, "request for another day is", "requests for other days are")
            self.banner.tell(f"{some} left out: entities are asked about one day at a time.")
        self._read()
        self.ask.due.setFocus()

    def mark(self) -> None:
        """Note that the chosen ones have answered; if all of them have, take it back."""
        rows = self.answers.chosen()
        back = all(row.state == ANSWERED for row in rows)
        keys = [row.id for row in rows if back or row.state != ANSWERED]
        if not keys:
            return
        some = counted(len(keys), "request", "requests")
        label_ = f"Let {some} wait again" if back else f"Mark {some} as answered"
        day = "" if back else date.today().isoformat()
        self._do(label_, mark_answered, request_ids=keys, answered_on=day)

    def withdraw(self, keys: Sequence[str]) -> None:
        """Take the chosen requests back."""
        if keys:
            some = counted(len(keys), "request", "requests")
            self._do(f"Withdraw {some} for progress", withdraw_requests, request_ids=list(keys))

    def _do(self, title: str, operation: Any, **kw: Any) -> None:
        self.services.do(title, operation, None, self._failed, **kw)


def _copied(number: int, without: Sequence[str]) -> str:
    said = f"Copied {counted(number, 'address', 'addresses')}" if number else "Nothing was copied"
    if not without:
        return f"{said}." if number else "Nothing was copied: everybody has answered."
    more = len(without) - _NAMED
    names = ", ".join(without[:_NAMED] if more > 1 else without) + (f" and {more} others" if more > 1 else "")
    have = "has" if len(without) == 1 else "have"
    return f"{said}; {names} {have} no focal point with an e-mail."
