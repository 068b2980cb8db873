"""The end of an import: its result with Undo, the copy of rows not taken, and the way on."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QDialog, QWidget

from emgdesk.errors import CancelledError
from emgdesk.intake import WorkplanIntake
from emgdesk.ui.dialogs.import_dialog.after import (
    ToSave,
    announce,
    done_details,
    done_lines,
    not_taken,
    show_imported,
    tell_refusal,
    undo_import,
)
from emgdesk.ui.dialogs.import_dialog.rejected_copy import save_rejected, words_to_save
from emgdesk.ui.dialogs.import_dialog.result_page import ResultPage
from emgdesk.ui.dialogs.import_dialog.source import Applied, Opened
from emgdesk.ui.services import Notice, Services
from emgdesk.ui.widgets.empty_state import Offer


@dataclass(frozen=True, slots=True)
class Made:
    """An import that was made: what was read, what was done, the file it came from."""

    opened: Opened
    applied: Applied
    source: Path
    following: str = ""  # the name of the next file, "" if there is none


class Finishing(QObject):
    """Fills the result page; `next_wanted` for the next file, `back_wanted` to the preview after an Undo."""

    next_wanted = Signal()
    back_wanted = Signal()

    def __init__(self, services: Services, page: ResultPage, dialog: QDialog) -> None:
        super().__init__(dialog)
        self._services, self._page, self._dialog = services, page, dialog
        self._made: Made | None = None
        self._undone = False
        self._copied = False  # the rows that could not be taken

    def show(self, made: Made) -> None:
        """Say what was done and offer what can be done now."""
        self._made, self._undone, self._copied = made, False, False
        title, *more = done_lines(made.applied) or ("",)
        self._page.show_done(title, (*more, *done_details(made.opened)), self._offers(made))

    def _offers(self, made: Made) -> list[Offer]:
        offers = []
        if made.applied.done.changes is not None:
            offers.append(Offer("Undo", self.undo, "undo-2"))
        refused = not_taken(made.opened.intake) if made.opened.intake is not None else 0
        if refused:
            offers.append(Offer(words_to_save(refused), self.save_copy, "download"))
        if made.following:
            offers.append(Offer("Close", self._dialog.reject))
            offers.append(Offer(f"Next file: {made.following}", self.next_wanted.emit, primary=True))
            return offers
        offers.append(Offer("Close", self._dialog.reject))
        offers.append(Offer(self._where(made), self.show_roster, self._icon(made), primary=True))
        return offers

    def _where(self, made: Made) -> str:
        if isinstance(made.opened.intake, WorkplanIntake):
            return "Show the workstreams"
        return "Show the roster" if made.opened.roster is not None else "Show the meeting"

    def _icon(self, made: Made) -> str:
        if isinstance(made.opened.intake, WorkplanIntake):
            return "layers"
        return "users" if made.opened.roster is not None else "calendar-days"

    def leave(self) -> None:
        """The window closes: what was done is told over the page, unless it was taken back."""
        if self._made is not None and not self._undone:
            window = self._dialog.parentWidget()
            to_save = None if self._copied or window is None else self._to_save(self._made, window)
            announce(self._services, self._made.applied, to_save)
        self._made = None

    def _to_save(self, made: Made, window: QWidget) -> ToSave | None:
        """The rows that could not be taken, to be saved once this window is closed."""
        intake, services = made.opened.intake, self._services
        refused = not_taken(intake) if intake is not None else 0
        if intake is None or not refused:
            return None
        tell = services.navigator.notify
        return ToSave(
            refused,
            lambda: save_rejected(
                services, intake, made.source, window, lambda said: tell(Notice(said, "success")),
                lambda error: tell_refusal(services, error),
            ),
        )  # fmt: skip

    def show_roster(self) -> None:
        """Close and show where the rows went."""
        if self._made is not None:
            show_imported(self._services, self._made.applied, self._made.opened.meeting_id)
            self._dialog.accept()

    def undo(self) -> None:
        """Take the import back, unless something else was done since."""
        if self._made is not None and self._made.applied.done.changes is not None:
            revision = self._made.applied.done.changes.revision
            undo_import(self._services, revision, self._take_undone, self._refuse)

    def _take_undone(self, _changes: object) -> None:
        self._undone = True
        offers = [
            Offer("Close", self._dialog.reject),
            Offer("Back to the preview", self.back_wanted.emit, primary=True),
        ]
        self._page.show_undone(offers)

    def _refuse(self, error: Exception) -> None:
        if not isinstance(error, CancelledError):
            self._page.banner.tell(str(error), "error")

    def save_copy(self) -> None:
        """Ask where to, and write the copy with the rows that could not be taken marked."""
        made = self._made
        if made is None or made.opened.intake is None:
            return
        window, intake = self._dialog, made.opened.intake
        save_rejected(self._services, intake, made.source, window, self._saved, self._refuse)

    def _saved(self, said: str) -> None:
        self._copied = True
        self._page.banner.tell(said, "success")
