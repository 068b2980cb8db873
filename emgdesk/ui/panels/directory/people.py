"""All people of the desk, read only when this is opened; edited in the table or beside it."""

from collections.abc import Sequence
from functools import partial
from typing import Any

from PySide6.QtWidgets import QVBoxLayout

from emgdesk.domain.dates import written_date
from emgdesk.domain.folding import fold
from emgdesk.domain.numbering import counted
from emgdesk.errors import DataError, EmgdeskError
from emgdesk.operations.person import delete_person, update_person
from emgdesk.queries.entities import EntityRow, list_entities
from emgdesk.queries.people import PersonMeeting, PersonRow, get_person, list_people, person_meetings
from emgdesk.ui.changes import keys_of, touched
from emgdesk.ui.doors import open_new_person
from emgdesk.ui.models.filtering import Haystack
from emgdesk.ui.page import Page
from emgdesk.ui.panels.directory.columns import PEOPLE, PERSON_FACTS
from emgdesk.ui.panels.directory.detail import Detail, Line
from emgdesk.ui.services import Notice, Services
from emgdesk.ui.widgets.empty_state import Offer
from emgdesk.ui.widgets.row_table import RowTable
from emgdesk.ui.widgets.side_split import SideSplit
from emgdesk.ui.widgets.text import tool
from emgdesk.workspace import ChangeSet, Workspace

_FEW = 50  # people changed at once that are read one by one instead of everybody
_NOUN = ("person", "people")


class PeoplePanel(Page):
    """The table of all people and the facts of the one chosen."""

    tables = ("person", "person_name", "person_email", "participation", "entity")

    def __init__(self, services: Services) -> None:
        super().__init__(services)
        self._wanted = ""
        self._entities: dict[str, str] = {}
        self.table = RowTable(PEOPLE, services.settings, "people", _NOUN)
        self.table.edit_requested.connect(self._edit)
        self.table.delete_requested.connect(self._delete)
        self.table.selection_changed.connect(self._choose)
        self.table.add_tool(tool("New person", self._new, "user-plus"))
        self.table.add_row_action("Delete from the desk", lambda: self._delete(self.table.selected_ids()))
        self.table.set_empty(
            "users",
            "No people yet",
            "Everybody who comes with an imported roster appears here, once.",
            (Offer("New person…", self._new, "user-plus"),),
        )
        self.detail = Detail(PERSON_FACTS, "Meetings")
        self.detail.form.edited.connect(self._edit_chosen)
        self.detail.followed.connect(partial(services.navigator.show, "meeting"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(SideSplit((self.table, self.detail), (760, 330), 0, services.settings, "people"))

    # --- reading ------------------------------------------------------------------------------

    def refresh(self, changes: ChangeSet | None = None) -> None:
        few = _few_changed(changes) if self.table.model.total else None
        if few is not None:
            if few:
                self.services.load(partial(_some, ids=few), self._replace)
            return
        load = partial(_everybody, searched=self.table.model.searched())
        self.services.load(load, self._show, latest=(id(self), "people"))

    def _show(self, loaded: tuple[Any, ...]) -> None:
        rows, haystack, entities = loaded
        self._know(entities)
        self.table.set_rows(rows, haystack)
        if self._wanted:
            self.open_item("person", self._wanted)
        self._choose(self.table.selected_ids())

    def _know(self, entities: Sequence[EntityRow]) -> None:
        self._entities = {
            fold(name): entity.id
            for entity in reversed(entities)
            for name in (*entity.aliases, entity.full_name, entity.acronym)
        }
        acronyms = [entity.acronym for entity in entities]
        self.table.set_proposals("entity", acronyms)
        self.detail.form.set_proposals("entity", acronyms)

    def _replace(self, rows: dict[str, PersonRow]) -> None:
        self.table.model.replace_rows(rows)
        self._choose(self.table.selected_ids())

    def _choose(self, ids: tuple[str, ...]) -> None:
        row = self.table.model.row_of(ids[0]) if len(ids) == 1 else None
        self.detail.setVisible(row is not None)
        if row is None:
            return
        self.detail.heading.setText(row.name)
        self.detail.form.show_values({name: getattr(row, name) for name in PersonRow.__dataclass_fields__})
        answer = partial(self._show_meetings, row)
        self.services.read(person_meetings, answer, latest=(id(self), "meetings"), person_id=row.id)

    def _show_meetings(self, person: PersonRow, meetings: tuple[PersonMeeting, ...]) -> None:
        if self.table.selected_ids() == (person.id,):
            self.detail.say_more([_line(person, meeting) for meeting in meetings])

    # --- changing -----------------------------------------------------------------------------

    def _edit_chosen(self, key: str, text: str) -> None:
        self._edit(self.table.selected_ids()[:1], key, text)

    def _edit(self, ids: tuple[str, ...], key: str, value: object) -> None:
        try:
            fields = self._fields(key, str(value))
        except EmgdeskError as error:
            self._refused(error)
            return
        for person_id in ids:
            row = self.table.model.row_of(person_id)
            if row is not None:
                self.services.do(
                    f"Change {key} of {row.name}",
                    update_person,
                    partial(self._offer_rosters, row, fields),
                    self._refused,
                    person_id=person_id,
                    **fields,
                )

    def _fields(self, key: str, text: str) -> dict[str, Any]:
        """What `update_person` is to be told. Raises DataError for an entity nobody knows."""
        if key == "emails":
            return {"emails": [part.strip() for part in text.split(";")]}
        if key != "entity":
            return {key: text}
        if text.strip() and fold(text) not in self._entities:
            raise DataError(f"There is no entity “{text}” on this desk; make it first (New, Entity).")
        return {"entity_id": self._entities.get(fold(text)) if text.strip() else None}

    def _offer_rosters(self, row: PersonRow, fields: dict[str, Any], _done: object) -> None:
        """A corrected name may be wrong on past rosters too; they stay as printed unless asked."""
        name = str(fields.get("name", ""))
        if not name or not row.meetings:
            return
        rosters = counted(row.meetings, "roster", "rosters")
        correct = partial(
            self.services.do, f"Correct {name} on {rosters}", update_person, None, self._refused,
            person_id=row.id, name=name, all_rosters=True,
        )  # fmt: skip
        self.services.navigator.notify(
            Notice("Past rosters keep the name as printed.", "info", f"Also correct {rosters}", correct)
        )

    def _delete(self, ids: tuple[str, ...]) -> None:
        for person_id in ids:
            row = self.table.model.row_of(person_id)
            if row is not None:
                self.services.do(
                    f"Delete {row.name}", delete_person, None, self._refused, person_id=person_id
                )

    def _refused(self, error: Exception) -> None:
        self.table.model.revert()
        self._choose(self.table.selected_ids())
        self.detail.form.revert()
        if isinstance(error, EmgdeskError):
            self.services.navigator.notify(Notice(str(error), "error"))

    def _new(self) -> None:
        open_new_person(self.services, lambda key: self.open_item("person", key), self.window())

    # --- ways ---------------------------------------------------------------------------------

    def open_item(self, kind: str, item_id: str) -> None:
        known = self.table.model.row_of(item_id) is not None
        self._wanted = "" if known else item_id
        if known:
            self.table.select([item_id], focus=True)

    def start_filter(self) -> None:
        self.table.filter.setFocus()


def _few_changed(changes: ChangeSet | None) -> frozenset[str] | None:
    """The people to read again; None when everybody is to be read."""
    if changes is None or changes.kind != "do" or touched(changes, "person_name", "participation", "entity"):
        return None
    ids = keys_of(changes, "person")
    return ids if ids is not None and 0 < len(ids) <= _FEW else None


def _some(workspace: Workspace, *, ids: frozenset[str]) -> dict[str, PersonRow]:
    return {person_id: workspace.read(get_person, person_id=person_id) for person_id in ids}


def _everybody(workspace: Workspace, *, searched: list[Any]) -> tuple[Any, ...]:
    rows = workspace.read(list_people)
    return rows, Haystack.over(rows, searched), workspace.read(list_entities)


def _line(person: PersonRow, meeting: PersonMeeting) -> Line:
    """Where the person sat; the name as printed there only if it was another."""
    day = written_date(meeting.date) or "no date"
    printed = f"as {meeting.name}" if meeting.name != person.name else ""
    detail = " · ".join(part for part in (meeting.entity, meeting.attendance, printed) if part)
    return Line(meeting.meeting_id, f"{meeting.code}, {day}", detail)
