"""The roster of one meeting: read, filtered, corrected in place, added to, printed."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from emgdesk.domain.numbering import counted
from emgdesk.errors import EmgdeskError
from emgdesk.operations.roster import correct_name, remove_participations, update_participations
from emgdesk.queries.entities import list_entities
from emgdesk.queries.meetings import get_meeting
from emgdesk.queries.roster import RosterRow, list_roster, roster_numbers
from emgdesk.ui.address_line import copy_address_line
from emgdesk.ui.dialogs.add_participant import AddParticipantDialog
from emgdesk.ui.dialogs.pasted import keep_pasted
from emgdesk.ui.doors import show_dialog
from emgdesk.ui.meeting_lists import list_entries
from emgdesk.ui.models.filtering import Haystack
from emgdesk.ui.page import MeetingPanel
from emgdesk.ui.panels.roster.columns import COLUMNS, figures, whom
from emgdesk.ui.panels.roster.counting_line import EVERYBODY, CountingLine, came, is_attendance
from emgdesk.ui.services import Notice, Services
from emgdesk.ui.widgets.cards import NumbersStrip
from emgdesk.ui.widgets.empty_state import Offer
from emgdesk.ui.widgets.menu_tool import Entry, MenuTool
from emgdesk.ui.widgets.row_table import RowTable
from emgdesk.ui.widgets.text import tool
from emgdesk.workspace import ChangeSet, Done, Workspace

_MANY = 2000  # rows from which on the searched text is made on the worker thread
_PEOPLE = ("person", "people")


class RosterPanel(MeetingPanel):
    """Shows the roster of the meeting given to `show_meeting`."""

    tables = ("participation", "person", "person_email", "entity", "import_run", "meeting")

    def __init__(self, services: Services, name: str, parent: QWidget | None = None) -> None:
        super().__init__(services, parent)
        self._meeting_id = ""
        self._code = ""
        self._rows: tuple[RosterRow, ...] = ()
        self._who = EVERYBODY  # which of them are shown
        self._wanted = ""  # a line to select when it has been read
        self._wanted_who = ""  # a figure whose people are to be selected when they have been read
        self._read = ""  # the meeting whose roster has been read
        self.numbers = NumbersStrip()
        self.numbers.clicked.connect(self._select_counted)
        self.counting = CountingLine()
        self.counting.chosen.connect(self._show_who)
        self.counting.asked.connect(self._ask_counting)
        self.table = RowTable(COLUMNS, services.settings, name, _PEOPLE)
        self.table.edit_requested.connect(self._edit)
        self.table.delete_requested.connect(self._remove)
        self.table.paste_requested.connect(self._paste)
        self.table.opened.connect(lambda _row_id: self._show_person())
        self.table.add_tool(tool("Add person", self.add, "user-plus", tip="Put somebody on this roster"))
        self.table.add_tool(tool("Import", self._import, "file-input", tip="Take in a registration sheet"))
        self.lists = MenuTool("Print or save", "printer", self._lists, tip="The lists of this meeting")
        self.table.add_tool(self.lists)
        self.table.add_row_action("Show the person", self._show_person)
        self.table.add_row_action("Copy address line", self._copy_selected)
        self.table.add_row_action("Remove from this roster", lambda: self._remove(self.table.selected_ids()))
        self.table.set_empty(
            "users",
            "Nobody is on this roster yet",
            "Import the registrations: any spreadsheet with a column of names will do. You can also drop it "
            "on this window, or paste rows copied from Excel.",
            (Offer("Import registrations…", self._import, "file-input", primary=True),
             Offer("Add a person…", self.add, "user-plus")),
        )  # fmt: skip
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addWidget(self.numbers)
        layout.addWidget(self.counting)
        layout.addWidget(self.table, 1)

    # --- reading ------------------------------------------------------------------------------

    def show_meeting(self, meeting_id: str) -> None:
        """Show the roster of another meeting ("" for none)."""
        if meeting_id != self._meeting_id:
            self._meeting_id = meeting_id
            self._who = EVERYBODY
            self.read_soon()

    def refresh(self, changes: ChangeSet | None = None) -> None:
        if self._meeting_id:
            searched = self.table.model.searched()
            load = partial(_load, meeting_id=self._meeting_id, searched=searched)
            self.services.load(load, self._show, latest=(id(self), "roster"))

    def _show(self, loaded: tuple[Any, ...]) -> None:
        meeting, rows, numbers, haystack, acronyms = loaded
        if meeting is None or meeting.id != self._meeting_id:
            return
        self._code, self._read = meeting.code, meeting.id
        self._show_unregistered(any(row.walk_in for row in rows))
        self._rows = rows
        if not is_attendance(numbers):
            self._who = EVERYBODY
        for part in (self.numbers, self.counting):
            part.setVisible(bool(rows))
        self.numbers.set_figures(figures(numbers, said=True))
        self.counting.show_roster(rows, numbers, self._who)
        self.table.set_proposals("entity", acronyms)
        self._show_who(self._who, haystack)
        self._select_wanted()
        if self._wanted_who:
            self.select_who(self._wanted_who)

    def _show_who(self, key: str, haystack: Haystack | None = None) -> None:
        """Show those of the roster a chip stands for."""
        self._who = key
        self.counting.mark(key)
        self.table.set_rows(came(key, self._rows), haystack if key == EVERYBODY else None)

    def _show_unregistered(self, on: bool) -> None:
        """Show who was not registered once somebody was not; what is chosen after that stays."""
        if on != any(row.walk_in for row in self._rows):
            self.table.view.setColumnHidden(self.table.model.column_of("walk_in"), not on)

    def _ask_counting(self) -> None:
        from emgdesk.ui.panels.roster.counting_dialog import CountingDialog

        show_dialog(CountingDialog(self.services, self.window()))

    # --- changing -----------------------------------------------------------------------------

    def add(self) -> None:
        """Put somebody on the roster."""
        dialog = AddParticipantDialog(self.services, self._meeting_id, self._code, self.window())
        dialog.made.connect(self._select_soon)
        show_dialog(dialog)

    def _select_soon(self, row_id: str) -> None:
        """Select a line that is still being read."""
        self._wanted = row_id
        self._select_wanted()

    def _select_wanted(self) -> None:
        if self._wanted and self.table.model.row_of(self._wanted) is not None:
            self.table.select([self._wanted], focus=True)
            self._wanted = ""

    def _edit(self, ids: tuple[str, ...], key: str, value: object) -> None:
        column = self.table.model.columns[self.table.model.column_of(key)]
        who = self.table.model.row_of(ids[0]).name if len(ids) == 1 else counted(len(ids), *_PEOPLE)
        label = f"Change {column.header.lower()} of {who}"
        on_done: Callable[[Done[Any]], object] | None = None
        if key == "name" and len(ids) == 1:
            on_done = partial(self._offer_correction, self.table.model.row_of(ids[0]), str(value))
        self.services.do(label, update_participations, on_done, self._refused, ids=ids, **{key: value})

    def _offer_correction(self, row: Any, name: str, _done: Done[Any]) -> None:
        """A name was corrected here; it may be wrong elsewhere too."""
        if name.strip() == row.person_name and not row.other_meetings:
            return
        rosters = f" and {counted(row.other_meetings, 'other roster', 'other rosters')}"
        self.services.navigator.notify(
            Notice(
                f"Printed as “{name}” on the roster of {self._code}.",
                "info",
                f"Also correct the person{rosters if row.other_meetings else ''}",
                partial(self._correct_everywhere, row, name),
            )
        )

    def _correct_everywhere(self, row: Any, name: str) -> None:
        self.services.do(
            f"Correct the name of {name} everywhere",
            correct_name,
            None,
            self._refused,
            participation_id=row.id,
            name=name,
            person=True,
            all_rosters=row.other_meetings > 0,
        )

    def _remove(self, ids: tuple[str, ...]) -> None:
        if ids:
            who = self.table.model.row_of(ids[0]).name if len(ids) == 1 else counted(len(ids), *_PEOPLE)
            label = f"Remove {who} from {self._code}"
            self.services.do(label, remove_participations, None, self._refused, ids=ids)

    def _refused(self, error: Exception) -> None:
        self.table.model.revert()
        if isinstance(error, EmgdeskError):
            self.services.navigator.notify(Notice(str(error), "error"))

    def _paste(self, text: str) -> None:
        """One cell goes into the selected rows; a block of rows is an import."""
        if not text.strip():
            return
        if "\t" not in text and "\n" not in text.strip():
            self.table.fill_selected(text.strip())
            return
        self.services.navigator.start_import(keep_pasted(text), self._meeting_id)

    # --- elsewhere ----------------------------------------------------------------------------

    def _import(self) -> None:
        self.services.navigator.start_import(None, self._meeting_id)

    def _lists(self) -> Sequence[Entry]:
        words = f"Copy address line of {self.table.words_for_meant()}"
        return list_entries(self.services.navigator, self._meeting_id, words, self.copy_addresses)

    def copy_addresses(self) -> None:
        """Copy the addresses of the rows selected, or of all shown where not several are."""
        copy_address_line(self.table.rows_meant(), self.services.navigator)

    def _copy_selected(self) -> None:
        copy_address_line(self.table.selected_rows(), self.services.navigator)

    def _show_person(self) -> None:
        row = self.table.model.row_of(self.table.current_id() or "")
        if row is not None:
            self.services.navigator.show("person", row.person_id)

    def open_item(self, kind: str, item_id: str) -> None:
        """Select the line of this key, whatever the chips leave out."""
        self._show_who(EVERYBODY)
        self._wanted = item_id
        self._select_wanted()

    def start_filter(self) -> None:
        self.table.filter.setFocus()

    def _select_counted(self, key: str) -> None:
        """Select the rows a figure counts."""
        self.table.filter.clear()
        self.select_who(key)

    def select_who(self, key: str) -> None:
        """Select everybody the figure with this key counts, once they have been read."""
        self._wanted_who = key if self._read != self._meeting_id else ""
        if self._wanted_who:
            return
        counted_rows = whom(key, self._rows)
        if self._who != EVERYBODY:
            self._show_who(EVERYBODY)
        if counted_rows:
            self.table.select([row.id for row in counted_rows], focus=True)


def _load(workspace: Workspace, *, meeting_id: str, searched: list[Any]) -> tuple[Any, ...]:
    rows = workspace.read(list_roster, meeting_id=meeting_id)
    try:
        meeting = workspace.read(get_meeting, meeting_id=meeting_id)
    except EmgdeskError:  # deleted while it was in view: the page is about to leave it
        meeting = None
    entities = workspace.read(list_entities)
    haystack = Haystack.over(rows, searched) if len(rows) > _MANY else None
    return meeting, rows, roster_numbers(rows), haystack, [entity.acronym for entity in entities]
