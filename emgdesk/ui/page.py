"""What all pages do alike: read when first shown, read again when what they show has changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QFocusEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QWidget

from emgdesk.ui.changes import touched
from emgdesk.ui.services import Notice, Services

if TYPE_CHECKING:  # the window shows before the database library is loaded
    from emgdesk.workspace import ChangeSet


class Page(QWidget):
    """A part of the window that shows the desk. Subclasses name `tables` and read in `refresh`.

    Nothing is read before the page is seen; a change that comes while it is hidden is
    taken up when it is shown next.
    """

    tables: tuple[str, ...] = ()

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.services = services
        self._stale = True
        services.hub.changed.connect(self._on_changed)

    def refresh(self, changes: ChangeSet | None = None) -> None:
        """Read what the page shows; `changes` is None when everything is to be read."""
        raise NotImplementedError

    def open_item(self, kind: str, item_id: str) -> None:
        """Go to a thing of this page (`kind` as in `Navigator.show`)."""

    def meeting_in_view(self) -> str | None:
        """The meeting an import or a printed list is for, None if there is none."""
        return None

    def start_filter(self) -> None:
        """Put the cursor into the filter of the page's main list."""

    def copy_addresses(self) -> None:
        """Put the addresses of the people in view on the clipboard."""
        sentence = "Choose a meeting, or All people, to copy their addresses."
        self.services.navigator.notify(Notice(sentence))

    def flush(self) -> None:
        """Hand over what is being typed, as when the keyboard leaves it; the desk is about to be closed.

        Pages that wait with what was typed, or need Enter for it, say what else there is.
        """
        field = self.window().focusWidget()
        if field is None or not self.isAncestorOf(field):
            return
        if (proposals := QApplication.activePopupWidget()) is not None:
            proposals.close()  # a field does not lose the keyboard to them
        if field.hasFocus():
            field.clearFocus()
        else:  # the keyboard is with another window
            QApplication.sendEvent(field, QFocusEvent(QEvent.Type.FocusOut))

    def read_soon(self) -> None:
        """Read now if the page is seen, else when it is shown."""
        self._stale = True
        if self.isVisible():
            self._stale = False
            self.refresh()

    def concerns(self, changes: ChangeSet) -> bool:
        """Whether these changes touch what the page shows."""
        return touched(changes, *self.tables)

    def _on_changed(self, changes: ChangeSet) -> None:
        if not self.concerns(changes):
            return
        if self.isVisible() and not self._stale:
            self.refresh(changes)
        else:
            self._stale = True

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self._stale = False
            self.refresh()


class MeetingPanel(Page):
    """A page that shows one side of a meeting; `counted` says the number beside its title, "" for none."""

    counted = Signal(str)

    def show_meeting(self, meeting_id: str) -> None:
        """Show the meeting of this key, nothing for ""."""
        raise NotImplementedError


class WorkstreamPanel(Page):
    """A page that shows one side of a workstream; `counted` as of a `MeetingPanel`."""

    counted = Signal(str)

    def show_workstream(self, workstream_id: str) -> None:
        """Show the workstream of this key, nothing for ""."""
        raise NotImplementedError
