"""The deliverables of a workstream or of all: what they are at the left, the stages of one beside them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QVBoxLayout

from emgdesk.domain.numbering import counted
from emgdesk.domain.workstream_names import workstream_key
from emgdesk.errors import EmgdeskError, InputError
from emgdesk.operations.deliverable import (
    add_deliverable,
    add_edition,
    delete_deliverables,
    delete_stage,
    move_deliverable,
    update_deliverables,
)
from emgdesk.queries.deliverables import DeliverableRow, list_deliverables
from emgdesk.queries.entities import list_entities
from emgdesk.queries.meetings import MeetingRow, list_meetings
from emgdesk.queries.workstreams import list_workstreams
from emgdesk.ui.doors import ask_text, show_dialog
from emgdesk.ui.page import WorkstreamPanel
from emgdesk.ui.panels.deliverables.columns import COLUMNS, COLUMNS_OF_ALL, KINDS, NO_WORKSTREAM
from emgdesk.ui.panels.deliverables.detail import DeliverableDetail
from emgdesk.ui.panels.deliverables.stage_dialog import StageDialog
from emgdesk.ui.services import Notice, Services
from emgdesk.ui.widgets.detail_split import DetailSplit
from emgdesk.ui.widgets.empty_state import Offer
from emgdesk.ui.widgets.keys import own_key
from emgdesk.ui.widgets.row_table import RowTable
from emgdesk.ui.widgets.text import ToolButton, tool

if TYPE_CHECKING:
    from emgdesk.workspace import ChangeSet, Done, Workspace

_BESIDE = 720  # pixels from which the stages stand beside the list


@dataclass(frozen=True, slots=True)
class Shelf:
    """The deliverables of a workstream ("": of all), and what they are written with.

    `bodies` are the keys of workstreams by name, in the order of the report.
    """

    workstream_id: str
    rows: tuple[DeliverableRow, ...]
    meetings: tuple[MeetingRow, ...]
    entities: tuple[str, ...]
    kinds: tuple[str, ...]
    bodies: Mapping[str, str]


def load_shelf(workspace: Workspace, *, workstream_id: str, of_all: bool = False) -> Shelf:
    """Read it on the worker thread; meetings the newest first."""
    every = workspace.read(list_deliverables)
    meetings = sorted(workspace.read(list_meetings), key=lambda m: m.date, reverse=True)
    kinds = sorted({row.kind for row in every if row.kind} | set(KINDS), key=str.casefold)
    own = tuple(row for row in every if of_all or row.workstream_id == workstream_id)
    bodies = {row.name: row.id for row in workspace.read(list_workstreams)}
    entities = tuple(row.acronym for row in workspace.read(list_entities))
    return Shelf(workstream_id, own, tuple(meetings), entities, tuple(kinds), bodies)


class DeliverablesPanel(WorkstreamPanel):
    """Added, edited, deleted and carried into a next edition; each edit is one undo step.

    With `of_all` it has those of all workstreams and of none.
    """

    tables = ("deliverable", "deliverable_stage", "reservation", "meeting", "entity", "workstream")

    def __init__(self, services: Services, *, of_all: bool = False) -> None:
        super().__init__(services)
        self._of_all = of_all
        self._workstream_id = ""
        self._wanted = ""
        self._shelf = Shelf("", (), (), (), (), {})
        self.detail = DeliverableDetail()
        self.detail.stage_asked.connect(self._write_stage)
        self.detail.stage_deleted.connect(self._delete_stage)
        names = ("deliverable", "deliverables")
        self.table = RowTable(
            COLUMNS_OF_ALL if of_all else COLUMNS, services.settings,
            "all-deliverables" if of_all else "deliverables", names,
        )  # fmt: skip
        self.switch = ToolButton("history")
        self._fill_table()
        self.split = DetailSplit(
            self.table, self.detail, services.settings, "deliverables", self.switch, _BESIDE
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.split)
        self.setFocusProxy(self.table)

    def _fill_table(self) -> None:
        table = self.table
        table.edit_requested.connect(self._edit)
        table.delete_requested.connect(self._delete)
        table.opened.connect(lambda _id: self._write_stage(""))
        table.view.selectionModel().currentRowChanged.connect(lambda *_: self._show_detail())
        self.switch.setText(" Stages")
        self.switch.setToolTip("Show the stages of the chosen deliverable")
        self.switch.setAccessibleName("Stages")
        table.add_tool(tool("New", self.add, "plus", tip="A new deliverable (Insert)"))
        table.add_tool(
            tool("New edition", self.next_edition, "copy", tip="The next edition of the chosen deliverable")
        )
        table.add_tool(self.switch)
        for words, act in (
            ("Add a stage…", partial(self._write_stage, "")),
            ("New edition", self.next_edition),
            ("Open the web address", self.detail.open_address),
            ("Move up\tAlt+Up", partial(self._move, -1)),
            ("Move down\tAlt+Down", partial(self._move, 1)),
            ("Delete\tDel", lambda: self._delete(table.selected_ids())),
        ):
            table.add_row_action(words, act)
        for keys, act in (
            ("Insert", self.add),
            ("Alt+Up", partial(self._move, -1)),
            ("Alt+Down", partial(self._move, 1)),
        ):
            own_key(table.view, keys, act)
        table.set_empty(
            "package",
            "No deliverables yet",
            "Write down the reports and tools workstreams make; then each stage they reach.",
            (Offer("New deliverable…", self.add, "plus", primary=True),),
        )

    # --- reading and showing ------------------------------------------------------------------

    def show_workstream(self, workstream_id: str) -> None:
        if workstream_id != self._workstream_id:
            self._workstream_id = workstream_id
            self.read_soon()

    def refresh(self, changes: ChangeSet | None = None) -> None:
        load = partial(load_shelf, workstream_id=self._workstream_id, of_all=self._of_all)
        self.services.load(load, self._show, latest=(id(self), "deliverables"))

    def _show(self, shelf: Shelf) -> None:
        if shelf.workstream_id != self._workstream_id:
            return
        self._shelf = shelf
        self.table.set_proposals("entities", shelf.entities)
        self.table.set_proposals("kind", shelf.kinds)
        self.table.set_proposals("workstream", tuple(shelf.bodies))
        self.table.set_rows(shelf.rows)
        self.counted.emit(str(len(shelf.rows) or ""))
        if self._wanted and self.table.model.row_of(self._wanted):
            self.table.select([self._wanted], focus=True)
            self._wanted = ""
        elif shelf.rows and self.table.current_id() is None:
            self.table.select([shelf.rows[0].id])
        self._show_detail()

    def _show_detail(self) -> None:
        self.detail.show_row(self._current())

    def _current(self) -> DeliverableRow | None:
        key = self.table.current_id()
        return self.table.model.row_of(key) if key else None

    def open_item(self, kind: str, item_id: str) -> None:
        self._wanted = item_id
        self.read_soon()

    def start_filter(self) -> None:
        self.table.filter.setFocus()

    # --- changing -----------------------------------------------------------------------------

    def add(self) -> None:
        """Ask for the title of a new deliverable."""
        if self._workstream_id or self._of_all:
            ask_text(self.window(), "New deliverable", "Title", "", self._add)

    def _add(self, title: str) -> None:
        if title.strip():
            self.services.do(
                "Add deliverable", add_deliverable, self._made, self._refused, title=title,
                workstream_id=self._workstream_id or None,
            )  # fmt: skip

    def next_edition(self) -> None:
        """Make the next edition of the current deliverable."""
        row = self._current()
        if row is None:
            self.services.navigator.notify(Notice("Choose the deliverable there is a new edition of."))
        else:
            self.services.do("Add edition", add_edition, self._made, self._refused, deliverable_id=row.id)

    def _made(self, done: Done[Any]) -> None:
        self.open_item("deliverable", done.value)

    def _edit(self, ids: tuple[str, ...], key: str, value: object) -> None:
        words = "a deliverable" if len(ids) == 1 else counted(len(ids), "deliverable", "deliverables")
        if key == "workstream":
            key, value = "workstream_id", self._body_called(str(value).strip())
            if value == "":
                self._refused(InputError("No workstream of this desk is called like that."))
                return
        self.services.do(
            f"Change {words}", update_deliverables, None, self._refused, deliverable_ids=ids, **{key: value}
        )

    def _body_called(self, name: str) -> str | None:
        """The key of a workstream, None for no name, "" where none is called like that."""
        wanted = workstream_key(name)
        keys = (key for own, key in self._shelf.bodies.items() if workstream_key(own) == wanted)
        return next(keys, "") if name and name != NO_WORKSTREAM else None

    def _move(self, offset: int) -> None:
        row = self._current()
        if row is not None and self.table.model.rowCount() == self.table.model.total:
            self.services.do(
                "Move deliverable", move_deliverable, None, self._refused, deliverable_id=row.id,
                offset=offset,
            )  # fmt: skip

    def _delete(self, ids: tuple[str, ...]) -> None:
        if ids:
            words = "deliverable" if len(ids) == 1 else counted(len(ids), "deliverable", "deliverables")
            self.services.do(
                f"Delete {words}", delete_deliverables, self._deleted, self._refused, deliverable_ids=ids
            )

    def _deleted(self, _done: object) -> None:
        navigator = self.services.navigator
        navigator.notify(Notice("Deleted, with its stages.", "success", "Undo", navigator.undo))

    def _write_stage(self, stage_id: str) -> None:
        """Open a stage of the current deliverable, a new one for ""."""
        row = self._current()
        if row is not None:
            stage = next((one for one in row.stages if one.id == stage_id), None)
            show_dialog(StageDialog(self.services, row, stage, self._shelf.meetings, self.window()))

    def _delete_stage(self, stage_id: str) -> None:
        self.services.do("Delete stage", delete_stage, None, self._refused, stage_id=stage_id)

    def _refused(self, error: Exception) -> None:
        self.table.model.revert()
        if isinstance(error, EmgdeskError):
            self.services.navigator.notify(Notice(str(error), "error"))
