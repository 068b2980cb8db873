"""Who leads a workstream and who is in it: read, added to, corrected in place, written to."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any

from PySide6.QtWidgets import QVBoxLayout

from emgdesk.domain.numbering import counted
from emgdesk.errors import EmgdeskError
from emgdesk.operations.membership import delete_members, move_member, update_members
from emgdesk.operations.pasting_members import paste_members
from emgdesk.queries.entities import EntityRow, list_entities
from emgdesk.queries.mandates import read_lineage
from emgdesk.queries.member_addresses import Reached, member_addresses, people_to_propose
from emgdesk.queries.member_presence import Presence, member_presence
from emgdesk.queries.memberships import MemberRow, list_members
from emgdesk.ui.address_line import copy_address_line
from emgdesk.ui.doors import show_dialog
from emgdesk.ui.page import WorkstreamPanel
from emgdesk.ui.panels.members.adding import AddMemberDialog
from emgdesk.ui.panels.members.columns import COLUMNS, CURRENT, MemberLine, member_lines, shown, stored_day
from emgdesk.ui.panels.members.filter_line import FilterLine
from emgdesk.ui.panels.members.presence import PresencePane
from emgdesk.ui.panels.members.proposing import ProposeDialog
from emgdesk.ui.services import Notice, Services
from emgdesk.ui.widgets.empty_state import Offer
from emgdesk.ui.widgets.keys import own_key
from emgdesk.ui.widgets.room import Stack
from emgdesk.ui.widgets.row_table import RowTable
from emgdesk.ui.widgets.text import tool
from emgdesk.workspace import ChangeSet, Done, Workspace

_NOUN = ("entry", "entries")  # an entity may be in it twice: as lead and as member


@dataclass(frozen=True, slots=True)
class Loaded:
    """What the panel shows, as one reading of the desk."""

    workstream: str
    rows: tuple[MemberRow, ...]
    reached: dict[str, tuple[Reached, ...]]
    presence: Presence
    entities: tuple[EntityRow, ...]
    people: tuple[str, ...]


class MembersPanel(WorkstreamPanel):
    """One table of everybody in the workstream; beside it who was at its meetings."""

    tables = (
        "membership", "workstream", "entity", "entity_alias", "person", "person_email", "designation",
        "meeting", "participation",
    )  # fmt: skip

    def __init__(self, services: Services) -> None:
        super().__init__(services)
        self._workstream_id, self._wanted = "", ""
        self._loaded: Loaded | None = None
        self._lines: list[MemberLine] = []
        self.line = FilterLine()
        self.table = RowTable(COLUMNS, services.settings, "members", _NOUN)
        self.presence = PresencePane(services)
        self.pages = Stack()
        self.pages.addWidget(self.table)
        self.pages.addWidget(self.presence)
        self._add_tools()
        self._wire()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.line)
        layout.addWidget(self.pages, 1)
        self.setFocusProxy(self.table)

    def _add_tools(self) -> None:
        table = self.table
        table.add_tool(tool("Add", self.add, "plus", tip="Add an entity or a person (Ins)"))
        table.add_tool(
            tool("Propose", self.propose, "users", tip="Focal points of the Group, or who came to a meeting")
        )
        table.add_tool(
            tool(
                "Copy addresses", self.copy_addresses, "mail",
                tip="Of those selected, else of all shown, for the To field; of an entity its focal points",
            )
        )  # fmt: skip
        table.add_row_action("Their time ends today", self._end)
        table.add_row_action("Copy address line", self._copy_selected)
        table.add_row_action("Show the person or entity", lambda: self._open(table.current_id() or ""))
        table.add_row_action("Move up\tAlt+Up", lambda: self._move(-1))
        table.add_row_action("Move down\tAlt+Down", lambda: self._move(1))
        table.add_row_action("Delete\tDel", lambda: self._delete(table.selected_ids()))
        table.set_empty(
            "users",
            "Nobody is in this workstream yet",
            "Say which entities lead it and are its members, who their focal points are and which officer "
            "answers for it. You can also paste a list: UNEP, WHO, FAO.",
            (
                Offer("Add a member…", self.add, "plus", primary=True),
                Offer("Propose…", self.propose, "users"),
            ),
        )

    def _wire(self) -> None:
        self.line.changed.connect(self._show_lines)
        self.line.as_of_changed.connect(self._show_day)
        self.line.meetings_wanted.connect(self._show_meetings)
        self.table.edit_requested.connect(self._edit)
        self.table.delete_requested.connect(self._delete)
        self.table.paste_requested.connect(self._paste)
        self.table.opened.connect(self._open)
        self.presence.propose_asked.connect(self.propose)
        for keys, offset in (("Alt+Up", -1), ("Alt+Down", 1)):
            own_key(self.table.view, keys, partial(self._move, offset))
        own_key(self.table.view, "Ins", self.add)

    # --- reading ------------------------------------------------------------------------------

    def show_workstream(self, workstream_id: str) -> None:
        """Show the members of another workstream ("" for none)."""
        if workstream_id != self._workstream_id:
            self._workstream_id = workstream_id
            self.line.role = ""
            self.table.filter.clear()
            self.read_soon()

    def refresh(self, changes: ChangeSet | None = None) -> None:
        if self._workstream_id:
            load = partial(_load, workstream_id=self._workstream_id)
            self.services.load(load, self._show, latest=(id(self), "members"))

    def _show(self, loaded: Loaded | None) -> None:
        self._loaded = loaded
        if loaded is None:  # deleted while it was in view
            self.table.set_rows(())
            return
        entities = [name for row in loaded.entities for name in (row.acronym, row.full_name) if name]
        self.table.set_proposals("entity", list(dict.fromkeys(entities)))
        self.table.set_proposals("person", loaded.people)
        self.presence.show_presence(loaded.presence)
        self.line.show_meetings(len(loaded.presence.meetings))
        self._show_day()
        if self._wanted:
            self.open_item("member", self._wanted)

    def _show_day(self) -> None:
        self._lines = member_lines(self._loaded.rows if self._loaded else (), self.line.as_of())
        self.line.show_numbers(self._lines)
        self.counted.emit(str(sum(row.state == CURRENT for row in self._lines) or ""))
        self._show_lines()

    def _show_lines(self) -> None:
        former = self.line.former.isChecked()
        self.table.set_rows(shown(self._lines, self.line.role, former))

    def _show_meetings(self, on: bool) -> None:
        self.pages.setCurrentWidget(self.presence if on else self.table)

    def open_item(self, kind: str, item_id: str) -> None:
        """Select a member; other kinds name the panel alone."""
        if kind != "member":
            return
        row = next((line for line in self._lines if line.id == item_id), None)
        self._wanted = "" if row else item_id
        if row is not None:
            self.line.show_members()
            self.line.former.setChecked(self.line.former.isChecked() or row.state != CURRENT)
            self.line.choose("")
            self.table.select([item_id], focus=True)

    def start_filter(self) -> None:
        self.line.show_members()
        self.table.filter.setFocus()

    # --- changing -----------------------------------------------------------------------------

    def add(self) -> None:
        """Put somebody into the workstream, in the role in view."""
        if self._loaded is not None:
            dialog = AddMemberDialog(
                self.services, self._workstream_id, self._loaded.workstream, self.line.role or "member",
                self.window(),
            )  # fmt: skip
            dialog.made.connect(partial(self.open_item, "member"))
            show_dialog(dialog)

    def propose(self, meeting_id: str = "") -> None:
        """Propose focal points of the Group and those who came to a meeting, to be ticked."""
        if self._loaded is not None:
            show_dialog(
                ProposeDialog(
                    self.services, self._workstream_id, self._loaded.workstream, meeting_id, self.window()
                )
            )

    def _edit(self, ids: tuple[str, ...], key: str, value: object) -> None:
        text = str(value)
        told = {"role": text.lower(), "since": stored_day(text), "until": stored_day(text)}.get(key, text)
        label = f"Change {key} of {self._words(ids)}"
        self.services.do(label, update_members, None, self._refused, member_ids=ids, **{key: told})

    def _words(self, ids: Sequence[str]) -> str:
        row = self.table.model.row_of(ids[0])
        return row.named if len(ids) == 1 and row else counted(len(ids), *_NOUN)

    def _refused(self, error: Exception) -> None:
        self.table.model.revert()
        if isinstance(error, EmgdeskError):
            self.services.navigator.notify(Notice(str(error), "error"))

    def _end(self) -> None:
        ids = self.table.selected_ids()
        if ids:
            self.services.do(
                f"End the time of {self._words(ids)}", update_members, None, self._refused, member_ids=ids,
                until=date.today().isoformat(),
            )  # fmt: skip

    def _delete(self, ids: tuple[str, ...]) -> None:
        if ids:
            self.services.do(
                f"Delete {self._words(ids)}", delete_members, None, self._refused, member_ids=ids
            )

    def _move(self, offset: int) -> None:
        key = self.table.current_id()
        if key is not None:
            self.services.do(
                f"Move {self._words([key])}", move_member, None, self._refused, member_id=key, offset=offset
            )

    def _paste(self, text: str) -> None:
        """One word goes into the selected cells where these take any text; else it is a list of members."""
        if not text.strip() or self._loaded is None:
            return
        index, plain = self.table.view.currentIndex(), "\t" not in text and "\n" not in text.strip()
        column = self.table.model.columns[index.column()].key if index.isValid() else ""
        if plain and column in ("since", "until", "note"):
            self.table.fill_selected(text.strip())
            return
        self.services.do(
            f"Paste members of {self._loaded.workstream}", paste_members, self._pasted, self._refused,
            workstream_id=self._workstream_id, role=self.line.role or "member", text=text,
        )  # fmt: skip

    def _pasted(self, done: Done[Any]) -> None:
        navigator = self.services.navigator
        sentence = f"{counted(len(done.value), 'member was', 'members were')} added."
        navigator.notify(Notice(sentence, "success", "Undo", navigator.undo))

    # --- elsewhere ----------------------------------------------------------------------------

    def copy_addresses(self) -> None:
        """Copy the addresses of the rows selected, or of all shown where not several are."""
        self._copy(self.table.rows_meant())

    def _copy_selected(self) -> None:
        self._copy(self.table.selected_rows())

    def _copy(self, rows: Sequence[MemberLine]) -> None:
        reached = self._loaded.reached if self._loaded else {}
        people = list(dict.fromkeys(one for row in rows for one in reached.get(row.id, ())))
        nobody = [row.entity for row in rows if not reached.get(row.id)]
        copy_address_line(people, self.services.navigator, list(dict.fromkeys(nobody)))

    def _open(self, row_id: str) -> None:
        row = self.table.model.row_of(row_id)
        if row is not None and (row.person_id or row.entity_id):
            kind = "person" if row.person_id else "entity"
            self.services.navigator.show(kind, row.person_id or row.entity_id)


def _load(workspace: Workspace, *, workstream_id: str) -> Loaded | None:
    body = workspace.read(read_lineage).bodies.get(workstream_id)
    if body is None:
        return None
    return Loaded(
        body.name,
        workspace.read(list_members, workstream_id=workstream_id),
        workspace.read(member_addresses, workstream_id=workstream_id, today=date.today()),
        workspace.read(member_presence, workstream_id=workstream_id),
        workspace.read(list_entities),
        workspace.read(people_to_propose),
    )
