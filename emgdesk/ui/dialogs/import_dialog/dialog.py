"""The import window: wires what is shown to what the worker thread reads, plans and applies."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QMessageBox, QWidget

from emgdesk.domain.numbering import counted
from emgdesk.errors import CancelledError
from emgdesk.importing.plan import Decision, RosterPlan, Update
from emgdesk.intake import Choices, RosterIntake
from emgdesk.jobs import Job
from emgdesk.ui.dialogs.import_dialog import source
from emgdesk.ui.dialogs.import_dialog.after import announce
from emgdesk.ui.dialogs.import_dialog.meeting_guess import MeetingGuess
from emgdesk.ui.dialogs.import_dialog.source import Applied, Opened
from emgdesk.ui.dialogs.import_dialog.view import ImportView
from emgdesk.ui.dialogs.new_meeting import NewMeetingDialog
from emgdesk.ui.dialogs.pasted import drop_pasted
from emgdesk.ui.services import Services
from emgdesk.ui.widgets.room import fit_screen

MOVED_ON = (
    "The desk changed while you were looking. The rows were compared with it again; please look once more."
)


class ImportDialog(QDialog):
    """Imports the file at `path` into the meeting `meeting_id`, or one chosen here."""

    def __init__(
        self, services: Services, path: Path, meeting_id: str | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._path = path
        self._opened: Opened | None = None
        self._working = False
        self.setWindowTitle(f"Import {path.name}")
        fit_screen(self, 1200, 720)
        self.view = ImportView(services, path)
        self.view.put_into(self)
        self._wire()
        self._run("Reading the file", partial(self._read, meeting_id), self._read_failed)

    def _wire(self) -> None:
        view = self.view
        view.source.sheet_chosen.connect(
            lambda name: self._choose(sheet=name, header_row=None, overrides=None)
        )
        view.source.header_chosen.connect(lambda row: self._choose(header_row=row, overrides=None))
        view.source.meeting_chosen.connect(self._choose_meeting)
        view.source.new_meeting_asked.connect(self._new_meeting)
        view.columns.remapped.connect(self._remap)
        view.policy.chosen.connect(self._choose_update)
        view.roster.decided.connect(self._decided)
        view.workplan.decided.connect(self._decide_names)
        view.import_button.clicked.connect(self.import_now)
        view.other_meeting_asked.connect(self._use_other_meeting)
        view.cancel_button.clicked.connect(self.reject)
        for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            QShortcut(QKeySequence(Qt.Modifier.CTRL | key), self, self.import_now)

    # --- the worker thread ----------------------------------------------------------------------

    def _run(
        self,
        title: str,
        work: Callable[[Job], Any],
        failed: Callable[[Exception], object] | None = None,
        done: Callable[[Any], object] | None = None,
    ) -> None:
        self._working = True
        self.view.set_ready(False)
        self._services.tasks.run(title, work, done or self._show, failed or self._failed, cancellable=True)

    def _read(self, meeting_id: str | None, job: Job) -> Opened:
        try:
            return source.open_file(self._services.workspace, self._path, meeting_id, job)
        finally:
            drop_pasted(self._path)  # nothing is read from it again

    def _read_failed(self, error: Exception) -> None:
        """Nothing of the file can be shown: say why, offer to close."""
        self._working = False
        if isinstance(error, CancelledError):
            self.reject()
        else:
            self.view.show_unreadable(str(error))

    def _failed(self, error: Exception) -> None:
        self._working = False
        self.view.set_ready(self._opened is not None and self._opened.intake is not None)
        if not isinstance(error, CancelledError):
            self.view.banner.tell(str(error), "error")

    def _show(self, opened: Opened) -> None:
        self._working = False
        self._opened = opened
        self.view.show_opened(opened)

    # --- choices --------------------------------------------------------------------------------

    def _plan(self, choices: Choices, meeting_id: str | None) -> None:
        opened = self._opened
        if opened is not None:
            self._run(
                "Comparing with the desk",
                lambda job: source.plan_opened(
                    self._services.workspace, opened.raw, choices, meeting_id, job
                ),
            )

    def _choose(self, **choices: Any) -> None:
        """Read the rows otherwise: decisions were about other rows and are forgotten."""
        if self._opened is not None:
            self._plan(replace(self._opened.choices, decisions=None, **choices), self._opened.meeting_id)

    def _remap(self, mapping: dict[str, str]) -> None:
        """Columns by hand; where no header was found, in the row taken for it."""
        table = self._opened.table() if self._opened else None
        if table is not None and self._opened is not None and self._opened.intake is None:
            self._choose(overrides=mapping, header_row=table.header_row, sheet=table.sheet.name)
        else:
            self._choose(overrides=mapping)

    def _choose_meeting(self, meeting_id: str) -> None:
        if self._opened is not None:
            self._plan(source.decided(self._opened), meeting_id)

    def _choose_update(self, update: Update) -> None:
        if self._opened is not None:
            self._plan(replace(source.decided(self._opened), update=update), self._opened.meeting_id)

    def _decide_names(self, decisions: dict[str, Decision | None]) -> None:
        """What workstreams of a work plan are."""
        if self._opened is not None:
            made = {**(self._opened.choices.names or {}), **decisions}
            names = {name: decision for name, decision in made.items() if decision is not None}
            self._plan(replace(self._opened.choices, names=names), self._opened.meeting_id)

    def _use_other_meeting(self) -> None:
        """Import into the meeting the sheet's title names, a new one where the desk has it not."""
        other = self._opened.other_meeting() if self._opened else None
        if other is not None and other[1] is not None:
            self._choose_meeting(other[1])
        else:
            self._new_meeting()

    def _new_meeting(self) -> None:
        """Ask for a new meeting, with what the sheet's title says of it."""
        dialog = NewMeetingDialog(self._services, self)
        guess = self._opened.guess() if self._opened else MeetingGuess()
        if guess.som_number is not None:
            dialog.number.setText(str(guess.som_number))
            dialog.segment.setCurrentText(guess.segment or dialog.segment.currentText())
        if guess.title:
            dialog.title.setText(guess.title)
        dialog.made.connect(self._choose_meeting)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _decided(self, plan: RosterPlan) -> None:
        if self._opened is not None:
            self._opened = source.with_roster(self._opened, plan)
            self.view.show_totals(self._opened)

    def reject(self) -> None:
        """Close; what is being read or compared is given up, decisions only when the user says so."""
        if self._working:
            self._services.tasks.cancel_running()
        made = len(self._opened.roster[0].decisions) if self._opened and self._opened.roster else 0
        if made and self.isVisible():
            self._ask_to_leave(made)
        else:
            super().reject()

    def _ask_to_leave(self, made: int) -> None:
        decisions = counted(made, "decision", "decisions")
        box = QMessageBox(
            QMessageBox.Icon.Question, self.windowTitle(), "Leave without importing?", parent=self
        )
        box.setInformativeText(f"Your {decisions} would be lost; the desk stays as it is.")
        leave = box.addButton("Leave", QMessageBox.ButtonRole.DestructiveRole)
        box.setDefaultButton(box.addButton("Stay", QMessageBox.ButtonRole.RejectRole))
        leave.clicked.connect(lambda: self.done(QDialog.DialogCode.Rejected))
        box.finished.connect(box.deleteLater)
        box.open()

    # --- import ---------------------------------------------------------------------------------

    def import_now(self) -> None:
        """Apply the plan as it stands in the window."""
        opened = self._opened
        if opened is None or opened.intake is None or self._working:
            return
        if opened.meeting_id is None and isinstance(opened.intake, RosterIntake):
            if opened.meetings:
                self.view.ask_for_meeting()
            else:
                self._new_meeting()
            return
        meeting = self.view.source.meeting_name
        self._run(
            "Importing",
            lambda job: source.apply(self._services.workspace, opened, meeting, job),
            done=self._imported,
        )

    def _imported(self, result: Applied | Opened) -> None:
        if isinstance(result, Opened):
            self._show(result)
            self.view.banner.tell(MOVED_ON, "info")
            return
        self._working = False
        self.accept()
        announce(self._services, result, self._opened.meeting_id if self._opened else None)
