"""Who owes what since this meeting, and what is carried to it from earlier ones until it is answered."""

from PySide6.QtWidgets import QVBoxLayout

from emgdesk.domain.folding import fold
from emgdesk.domain.numbering import counted
from emgdesk.errors import EmgdeskError
from emgdesk.operations.follow_up import delete_follow_ups, update_follow_ups
from emgdesk.queries.entities import EntityRow, list_entities
from emgdesk.queries.follow_ups import FollowUpRow, list_follow_ups
from emgdesk.ui.dialogs.follow_up import AnswerDialog, NewFollowUpDialog
from emgdesk.ui.doors import show_dialog
from emgdesk.ui.page import MeetingPanel
from emgdesk.ui.panels.notes.columns import DUE, FOLLOW_UPS
from emgdesk.ui.services import Notice, Services
from emgdesk.ui.widgets.empty_state import Offer
from emgdesk.ui.widgets.row_table import RowTable
from emgdesk.ui.widgets.text import tool
from emgdesk.workspace import ChangeSet


class FollowUpsPanel(MeetingPanel):
    """The follow-ups of the meeting in view and the open ones from before."""

    tables = ("follow_up", "meeting", "entity")

    def __init__(self, services: Services) -> None:
        super().__init__(services)
        self._meeting_id = ""
        self._wanted = ""
        self._entities: dict[str, str] = {}
        self.table = RowTable(FOLLOW_UPS, services.settings, "follow-ups", ("follow-up", "follow-ups"))
        self.table.edit_requested.connect(self._edit)
        self.table.delete_requested.connect(self._delete)
        self.table.opened.connect(self._show_source)
        self.table.set_proposals("due", DUE)
        self.table.add_tool(tool("New", self._new, "plus", tip="Somebody owes something since this meeting"))
        self.table.add_tool(tool("Answer", self._answer, "check", tip="Write what answered the selected one"))
        self.table.add_row_action("Write what answered it…", self._answer)
        self.table.add_row_action("Show where it comes from", lambda: self._show_source(self._selected()))
        self.table.add_row_action("Delete", lambda: self._delete(self.table.selected_ids()))
        self.table.set_empty(
            "flag",
            "No follow-ups",
            "Write down who owes what to whom. It is carried from meeting to meeting until it is answered.",
            (Offer("New follow-up…", self._new, "plus", primary=True),),
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.table)
        self.setFocusProxy(self.table)

    def show_meeting(self, meeting_id: str) -> None:
        if meeting_id != self._meeting_id:
            self._meeting_id = meeting_id
            self.read_soon()

    def refresh(self, changes: ChangeSet | None = None) -> None:
        self.services.read(list_entities, self._know, latest=(id(self), "entities"))
        if self._meeting_id:
            self.services.read(
                list_follow_ups, self._show, latest=(id(self), "rows"), meeting_id=self._meeting_id
            )

    def _know(self, entities: tuple[EntityRow, ...]) -> None:
        self._entities = {fold(row.acronym): row.id for row in entities}
        for key in ("who", "whom"):
            self.table.set_proposals(key, [row.acronym for row in entities])

    def _show(self, rows: tuple[FollowUpRow, ...]) -> None:
        self.table.set_rows(rows)
        self.counted.emit(str(sum(row.status == "open" for row in rows) or ""))
        if self._wanted:
            self.table.select([self._wanted], focus=True)
            self._wanted = ""

    def open_item(self, kind: str, item_id: str) -> None:
        self._wanted = item_id
        self.read_soon()

    def start_filter(self) -> None:
        self.table.filter.setFocus()

    def _selected(self) -> str:
        return next(iter(self.table.selected_ids()), "")

    # --- changing -----------------------------------------------------------------------------

    def _new(self) -> None:
        show_dialog(NewFollowUpDialog(self.services, self._meeting_id, self.window()))

    def _answer(self) -> None:
        row = self.table.model.row_of(self._selected())
        if row is None:
            self.services.navigator.notify(Notice("Select the follow-up that was answered."))
        else:
            show_dialog(AnswerDialog(self.services, row, self._meeting_id, self.window()))

    def _edit(self, ids: tuple[str, ...], key: str, value: object) -> None:
        fields: dict[str, object] = {key: value}
        if key == "who":
            fields["entity_id"] = self._entities.get(fold(str(value)))
        words = "a follow-up" if len(ids) == 1 else counted(len(ids), "follow-up", "follow-ups")
        self.services.do(
            f"Change {words}", update_follow_ups, None, self._refused, follow_up_ids=ids, **fields
        )

    def _refused(self, error: Exception) -> None:
        if isinstance(error, EmgdeskError):
            self.services.navigator.notify(Notice(str(error), "error"))

    def _delete(self, ids: tuple[str, ...]) -> None:
        if ids:
            words = counted(len(ids), "follow-up", "follow-ups")
            self.services.do(f"Delete {words}", delete_follow_ups, None, self._refused, follow_up_ids=ids)

    def _show_source(self, row_id: str) -> None:
        row = self.table.model.row_of(row_id)
        if row is None:
            return
        if row.paragraph_id:
            self.services.navigator.show("paragraph", row.paragraph_id)
        elif row.action_id:
            self.services.navigator.show("action", row.action_id)
        else:
            self.services.navigator.show("meeting", row.meeting_id)
