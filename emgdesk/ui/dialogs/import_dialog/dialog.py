"""The import window: wires what is shown to what the worker thread reads, plans and applies."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QDialog, QWidget

from emgdesk.errors import CancelledError, InputError
from emgdesk.importing.plan import Decision, Update
from emgdesk.intake import Choices, RosterIntake
from emgdesk.jobs import Job
from emgdesk.ui.dialogs.import_dialog import source
from emgdesk.ui.dialogs.import_dialog.answering import Answering
from emgdesk.ui.dialogs.import_dialog.finishing import Finishing, Made
from emgdesk.ui.dialogs.import_dialog.keeping import Kept, keep_decisions
from emgdesk.ui.dialogs.import_dialog.losing import ask_to_lose, lost_in_words
from emgdesk.ui.dialogs.import_dialog.meeting_guess import MeetingGuess
from emgdesk.ui.dialogs.import_dialog.rejected_copy import save_rejected
from emgdesk.ui.dialogs.import_dialog.source import Applied, Opened
from emgdesk.ui.dialogs.import_dialog.source_page import NOTHING
from emgdesk.ui.dialogs.import_dialog.view import ImportView
from emgdesk.ui.dialogs.import_dialog.wording import many
from emgdesk.ui.dialogs.import_file import ask_import
from emgdesk.ui.dialogs.new_meeting import NewMeetingDialog
from emgdesk.ui.dialogs.pasted import drop_pasted, is_pasted, keep_pasted
from emgdesk.ui.drop_target import DropTarget, is_desk
from emgdesk.ui.services import Services
from emgdesk.ui.widgets.empty_state import Offer
from emgdesk.ui.widgets.room import fit_screen

MOVED_ON = (
    "The desk changed while you were looking. The rows were compared with it again; please look once more."
)
PASTED = "Pasted list"
_KEYS = QKeySequence.StandardKey


class ImportDialog(QDialog):
    """Imports the files at `path` and `others`, one after another, or a list pasted here (`path` None).

    They go into the meeting `meeting_id`, or one chosen here.
    """

    def __init__(
        self,
        services: Services,
        path: Path | None,
        meeting_id: str | None = None,
        parent: QWidget | None = None,
        others: Sequence[Path] = (),
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._path = path
        self._waiting = list(others)
        self._count = 1 + len(self._waiting)
        self._meeting_id = meeting_id
        self._opened: Opened | None = None
        self._working = False
        fit_screen(self, 1200, 720)
        self.view = ImportView(services)
        self.view.put_into(self)
        self.answering = Answering(services, self.view.people, self)
        self.finishing = Finishing(services, self.view.result, self)
        self.drop_target = DropTarget(self)
        self.drop_target.ready = True
        self.drop_target.dropped.connect(lambda path: self._dropped((path,)))
        self.drop_target.several_dropped.connect(self._dropped)
        self._wire()
        self._wire_keys()
        if path is None:
            self.setWindowTitle("Import")
            self.view.show_nothing()
        else:
            self.open_path(path)

    def _wire(self) -> None:
        view = self.view
        view.file.file_wanted.connect(self.ask_file)
        view.file.text_changed.connect(self._read_text)
        view.table.sheet_chosen.connect(
            lambda name: self._choose(sheet=name, header_row=None, overrides=None)
        )
        view.table.header_chosen.connect(self._choose_header)
        view.columns.remapped.connect(self._remap)
        view.columns.order_chosen.connect(lambda order: self._choose_again(date_order=order))
        view.source.meeting_chosen.connect(self._choose_meeting)
        view.source.new_meeting_asked.connect(self._new_meeting)
        view.changes.policy_chosen.connect(self._choose_update)
        view.workplan.policy_chosen.connect(self._choose_update)
        view.workplan.decided.connect(self._decide_names)
        view.sheets.decided.connect(self._decide_names)
        tables = (view.people.roster, view.people.entities, view.people.proposals, view.people.attendance)
        for grid in (view.table.grid, view.changes.table.view, *(pane.table for pane in tables)):
            grid.paste_pressed.connect(self.paste)
        view.import_button.clicked.connect(self.import_now)
        view.other_meeting_asked.connect(self._use_other_meeting)
        view.cancel_button.clicked.connect(self.reject)
        view.people.roster.rejected_wanted.connect(self._save_rejected)
        self.answering.answered.connect(self._take_answer)
        self.answering.refused.connect(lambda said: view.banner.tell(said, "error"))
        self.finishing.next_wanted.connect(self._open_next)
        self.finishing.back_wanted.connect(self._back_to_preview)

    def _wire_keys(self) -> None:
        view = self.view
        for keys, act in (
            ("Ctrl+Return", self.import_now), ("Ctrl+Enter", self.import_now),
            ("Alt+Left", partial(view.step, -1)), ("Ctrl+PgUp", partial(view.step, -1)),
            ("Alt+Right", partial(view.step, 1)), ("Ctrl+PgDown", partial(view.step, 1)),
            (_KEYS.Open, self.ask_file), (_KEYS.Paste, self.paste),
        ):  # fmt: skip
            QShortcut(QKeySequence(keys), self, act)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.view.fit(event.size().height())

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
        self._services.tasks.run(
            title, work, done or self._show_again, failed or self._failed, cancellable=True, latest=id(self)
        )

    def _failed(self, error: Exception) -> None:
        self._working = False
        self.view.set_ready(self._opened is not None and self._opened.intake is not None)
        if not isinstance(error, CancelledError):
            self.view.banner.tell(str(error), "error")

    def _show_again(self, opened: Opened) -> None:
        self._show(opened, stay=True)

    def _show(self, opened: Opened, *, stay: bool = False) -> None:
        self._working = False
        if opened.is_refused_workbook:
            self._read_failed(InputError(opened.refusal))
            return
        self._opened = opened
        self._take_together(opened)
        self._meeting_id = opened.meeting_id or self._meeting_id
        self.answering.take(opened)
        self.view.show_opened(opened, self._name(), stay=stay)

    def _take_together(self, opened: Opened) -> None:
        """Files waiting that are taken in with this one wait no longer."""
        along = {raw.name for raw in opened.more}
        if along:
            self._waiting = [path for path in self._waiting if path.name not in along]
            self._tell_queue()

    def _name(self) -> str:
        if self._path is None:
            return "Import"
        return PASTED if is_pasted(self._path) else self._path.name

    def _title(self) -> str:
        pasted = self._path is not None and is_pasted(self._path)
        return "Import a pasted list" if pasted else f"Import {self._name()}"

    # --- opening a file or a text ---------------------------------------------------------------

    def open_path(self, path: Path) -> None:
        """Read another file and begin with it anew."""
        self._path, self._opened = path, None
        self.view.file.forget_text()
        self.setWindowTitle(self._title())
        self.view.show_reading(self._name())
        self._tell_queue()
        self._run(
            "Reading the file",
            partial(self._read, path, self._meeting_id, tuple(self._waiting)),
            self._read_failed,
            self._show,
        )

    def _read(self, path: Path, meeting_id: str | None, others: Sequence[Path], job: Job) -> Opened:
        try:
            return source.open_file(self._services.workspace, path, meeting_id, job, others)
        finally:
            drop_pasted(path)  # nothing is read from it again

    def _read_failed(self, error: Exception) -> None:
        """Nothing of the file can be shown: say why and offer the ways out."""
        self._working = False
        if isinstance(error, CancelledError):
            self.reject()
            return
        offers = [Offer("Choose another file…", self.ask_file, "folder-open", primary=not self._waiting)]
        if self._waiting:
            offers.append(Offer(f"Next file: {self._waiting[0].name}", self._open_next, primary=True))
        self.view.show_unreadable(str(error), tuple(offers))

    def ask_file(self) -> None:
        """Choose another file."""
        if self.view.shows_result():
            return
        path = ask_import(self._services, self)
        if path is not None:
            self._instead((path,))

    def paste(self) -> None:
        """Take what was copied elsewhere as the list to import."""
        if not self.view.shows_result():
            self.view.show_nothing()
            self.view.file.paste_clipboard()

    def _read_text(self, text: str) -> None:
        """Recognise a text while it is written; it stays in view until somebody goes on."""
        if not text.strip():
            self._opened, self._path = None, None
            self.view.show_nothing()
            self.view.file.tell(NOTHING)
            return
        self._path = path = keep_pasted(text)
        self.setWindowTitle(self._title())
        self._working = True
        self._services.tasks.run(
            "Reading the list",
            partial(self._read, path, self._meeting_id, ()),
            partial(self._show, stay=True),
            self._text_failed,
            quiet=True,
            latest=id(self),
        )

    def _text_failed(self, error: Exception) -> None:
        self._working = False
        self.view.file.tell(str(error), "bad")

    def _tell_queue(self) -> None:
        """Say which of several files this is."""
        self.view.queue.setVisible(self._count > 1)
        at = self._count - len(self._waiting)
        if self._opened is not None and self._opened.more:
            names = ", ".join(raw.name for raw in (self._opened.raw, *self._opened.more))
            self.view.queue.setText(f"{1 + len(self._opened.more)} files are taken in together: {names}.")
            return
        following = f"; next is {self._waiting[0].name}" if self._waiting else ""
        self.view.queue.setText(f"File {at} of {self._count}, one after another{following}.")

    def _open_next(self) -> None:
        if self._waiting:
            self.finishing.leave()
            self.open_path(self._waiting.pop(0))

    # --- choices --------------------------------------------------------------------------------

    def _plan(self, choices: Choices, meeting_id: str | None, keep: Opened | None = None) -> None:
        """Plan the file anew; the decisions made of `keep` go along where they fit."""
        opened = self._opened
        if opened is not None:
            self._run(
                "Comparing with the desk",
                partial(self._planned, opened, choices, meeting_id, keep),
                done=partial(self._show_planned, opened),
            )

    def _planned(
        self, opened: Opened, choices: Choices, meeting_id: str | None, keep: Opened | None, job: Job
    ) -> Kept:
        made = source.plan_opened(
            self._services.workspace, opened.raw, choices, meeting_id, job, more=opened.more
        )
        return keep_decisions(keep, made, job) if keep is not None else Kept(made)

    def _show_planned(self, before: Opened, made: Kept) -> None:
        """Show the rows planned anew; answers given while that was under way go along."""
        self._show(self.answering.carried(before, made.opened), stay=True)
        if made.dropped:
            fit = ("decision no longer fits and was", "decisions no longer fit and were")
            self.view.banner.tell(f"{many(made.dropped, *fit)} dropped.")

    def _choose(self, **choices: Any) -> None:
        """Read the rows otherwise: decisions stay with the rows that are the same."""
        if self._opened is not None:
            fresh = {"decisions": None, "proposals": frozenset(), "entities": None, **choices}
            self._plan(replace(self._opened.choices, **fresh), self._opened.meeting_id, self._opened)

    def _choose_again(self, **choices: Any) -> None:
        """Read the same rows, decisions kept."""
        if self._opened is not None:
            self._plan(replace(source.decided(self._opened), **choices), self._opened.meeting_id)

    def _choose_header(self, row: int) -> None:
        table = self._opened.table() if self._opened else None
        sheet = table.sheet.name if table is not None else None
        self._choose(header_row=row, overrides=None, sheet=sheet)

    def _remap(self, mapping: dict[str, str]) -> None:
        """Columns by hand; where no header was found, in the row taken for it."""
        table = self._opened.table() if self._opened else None
        if table is not None and self._opened is not None and self._opened.intake is None:
            row = source.NO_HEADER if table.header_row is None else table.header_row
            self._choose(overrides=mapping, header_row=row, sheet=table.sheet.name)
        else:
            self._choose(overrides=mapping)

    def _choose_meeting(self, meeting_id: str) -> None:
        if self._opened is not None:
            self._plan(source.decided(self._opened), meeting_id)

    def _choose_update(self, update: Update) -> None:
        self._choose_again(update=update)

    def _decide_names(self, decisions: dict[str, Decision | None]) -> None:
        """What workstreams of a work plan, or those a meeting workbook names, are."""
        if self._opened is not None:
            made = {**(self._opened.choices.names or {}), **decisions}
            names = {name: decision for name, decision in made.items() if decision is not None}
            self._plan(replace(source.decided(self._opened), names=names), self._opened.meeting_id)

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
            dialog.choose_segment(guess.segment)
        if guess.title:
            dialog.title.setText(guess.title)
        dialog.made.connect(self._choose_meeting)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _take_answer(self, opened: Opened) -> None:
        """Rows, entities or proposals were decided."""
        self._opened = opened
        self.view.show_totals(opened)

    def reject(self) -> None:
        """Close; what is being read or compared is given up, decisions only when the user says so."""
        if self._working:
            self._services.tasks.cancel_running()
        lost = self._lost()
        if lost:
            leave = ("Leave", lambda: self.done(QDialog.DialogCode.Rejected))
            ask_to_lose(self, "Leave without importing?", lost, leave)
        else:
            super().reject()

    def _lost(self) -> str:
        """What would be lost if another file took the place of this one, "" for nothing."""
        if self.view.shows_result() or not self.isVisible():
            return ""
        return lost_in_words(self.answering.decisions(), self.view.file.has_typed())

    def _instead(self, paths: Sequence[Path]) -> None:
        """Import other files in the place of this one."""
        lost = self._lost()
        if lost:
            names = paths[0].name if len(paths) == 1 else f"{len(paths)} other files"
            ask_to_lose(self, f"Import {names} instead?", lost, ("Import", partial(self._take_files, paths)))
        else:
            self._take_files(paths)

    def _take_files(self, paths: Sequence[Path]) -> None:
        self.finishing.leave()
        self._waiting = list(paths[1:])
        self._count = len(paths)
        self.open_path(paths[0])

    def _dropped(self, paths: Sequence[Path]) -> None:
        if any(map(is_desk, paths)):
            self.view.banner.tell("A desk is opened by dropping it on the main window.")
        else:
            self._instead(paths)

    def done(self, result: int) -> None:
        """Close, however it came to that."""
        if self.view.shows_result():
            self.finishing.leave()
        super().done(result)

    # --- import ---------------------------------------------------------------------------------

    def import_now(self) -> None:
        """Apply the plan as it stands in the window."""
        opened = self._opened
        if opened is None or opened.intake is None or self._working or self.view.shows_result():
            return
        if not self.view.import_button.isEnabled() or self.view.file.flush():
            return  # a list still being typed is read first
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
            self._show(result, stay=True)
            self.view.banner.tell(MOVED_ON, "info")
            return
        self._working = False
        if self._opened is not None and self._path is not None:
            following = self._waiting[0].name if self._waiting else ""
            self.finishing.show(Made(self._opened, result, self._path, following))
            self.view.show_result()

    def _save_rejected(self) -> None:
        """Save a copy of the file with the rows that cannot be taken marked, before anything is imported."""
        intake = self._opened.intake if self._opened is not None else None
        if intake is not None and self._path is not None:
            tell = self.view.banner.tell
            save_rejected(
                self._services, intake, self._path, self, lambda said: tell(said, "success"), self._failed
            )

    def _back_to_preview(self) -> None:
        """After an Undo: the same file, compared with the desk as it is again."""
        opened = self._opened
        if opened is not None:
            self.finishing.leave()
            self._run(
                "Comparing with the desk",
                lambda job: source.replanned(self._services.workspace, opened, job),
                done=self._show,
            )
