"""Offices of the Group and designations of its entities: who holds them, from day to day."""

from datetime import date

from PySide6.QtWidgets import QVBoxLayout

from emgdesk.domain.numbering import counted
from emgdesk.errors import EmgdeskError
from emgdesk.operations.office import delete_terms, update_terms
from emgdesk.queries.offices import DesignationRow, OfficeRow, list_designations, list_offices
from emgdesk.ui.dialogs.new_term import NewTermDialog
from emgdesk.ui.doors import show_dialog
from emgdesk.ui.page import Page
from emgdesk.ui.panels.offices.terms import COLUMNS, terms
from emgdesk.ui.services import Notice, Services
from emgdesk.ui.widgets.empty_state import Offer
from emgdesk.ui.widgets.row_table import RowTable
from emgdesk.ui.widgets.text import tool
from emgdesk.workspace import ChangeSet, Workspace

Found = tuple[tuple[OfficeRow, ...], tuple[DesignationRow, ...]]


class OfficesPanel(Page):
    """One table of all terms, those held today marked."""

    tables = ("office", "designation", "person", "entity")

    def __init__(self, services: Services) -> None:
        super().__init__(services)
        self.table = RowTable(COLUMNS, services.settings, "offices", ("term", "terms"))
        self.table.edit_requested.connect(self._edit)
        self.table.delete_requested.connect(self._delete)
        self.table.opened.connect(self._open)
        self.table.add_tool(tool("New", self._new, "plus", tip="Add an office or a designation"))
        self.table.add_row_action("Show the person", lambda: self._open(self.table.selected_ids()[0]))
        self.table.add_row_action("Delete", lambda: self._delete(self.table.selected_ids()))
        self.table.set_empty(
            "landmark",
            "No offices or designations yet",
            "Say who chairs the Group, and whom its entities have designated as Senior Official, alternate "
            "or focal point. The chair of new meetings and their invitations follow from it.",
            (Offer("New…", self._new, "plus", primary=True),),
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.table)
        self.setFocusProxy(self.table)

    def refresh(self, changes: ChangeSet | None = None) -> None:
        self.services.load(_load, self._show, latest=(id(self), "terms"))

    def _show(self, found: Found) -> None:
        self.table.set_rows(terms(*found, date.today().isoformat()))

    def _new(self) -> None:
        show_dialog(NewTermDialog(self.services, self.window()))

    def _edit(self, ids: tuple[str, ...], key: str, value: object) -> None:
        label = f"Change {self._words(ids)}"
        self.services.do(label, update_terms, None, self._refused, term_ids=ids, **{key: str(value)})

    def _words(self, ids: tuple[str, ...]) -> str:
        """What one or several terms are called in the history."""
        row = self.table.model.row_of(ids[0])
        return f"{row.role} {row.person}" if len(ids) == 1 and row else counted(len(ids), "term", "terms")

    def _refused(self, error: Exception) -> None:
        if isinstance(error, EmgdeskError):
            self.services.navigator.notify(Notice(str(error), "error"))

    def _delete(self, ids: tuple[str, ...]) -> None:
        if ids:
            self.services.do(f"Delete {self._words(ids)}", delete_terms, None, self._refused, term_ids=ids)

    def _open(self, row_id: str) -> None:
        row = self.table.model.row_of(row_id)
        if row is not None:
            self.services.navigator.show("person", row.person_id)

    def start_filter(self) -> None:
        self.table.filter.setFocus()


def _load(workspace: Workspace) -> Found:
    return workspace.read(list_offices), workspace.read(list_designations)
