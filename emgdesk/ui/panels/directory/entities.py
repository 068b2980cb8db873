"""All entities: acronym, name, status, aliases; what is not sure is shown as such."""

from functools import partial
from typing import Any

from PySide6.QtWidgets import QVBoxLayout

from emgdesk.domain.folding import fold
from emgdesk.errors import DataError, EmgdeskError
from emgdesk.operations.entity import delete_entity, update_entity
from emgdesk.queries.entities import EntityRow, list_entities
from emgdesk.ui.doors import open_new_entity
from emgdesk.ui.page import Page
from emgdesk.ui.panels.directory.columns import ENTITIES, ENTITY_FACTS, UNSURE, status_of
from emgdesk.ui.panels.directory.detail import Detail
from emgdesk.ui.services import Notice, Services
from emgdesk.ui.widgets.empty_state import Offer
from emgdesk.ui.widgets.row_table import RowTable
from emgdesk.ui.widgets.side_split import SideSplit
from emgdesk.ui.widgets.text import tool
from emgdesk.workspace import ChangeSet

_WORDS = {"full_name": "name", "unsure": "certainty", "parent": "parent"}


class EntitiesPanel(Page):
    """The table of all entities and the facts of the one chosen."""

    tables = ("entity", "entity_alias", "person", "participation")

    def __init__(self, services: Services) -> None:
        super().__init__(services)
        self._wanted = ""
        self.table = RowTable(ENTITIES, services.settings, "entities", ("entity", "entities"))
        self.table.edit_requested.connect(self._edit)
        self.table.delete_requested.connect(self._delete)
        self.table.selection_changed.connect(self._choose)
        self.table.add_tool(tool("New entity", self._new, "building-2"))
        self.table.add_row_action("Delete from the desk", lambda: self._delete(self.table.selected_ids()))
        self.table.set_empty(
            "building-2",
            "No entities",
            "An entity is an organisation: member, observer or guest of the Group.",
            (Offer("New entity…", self._new, "building-2"),),
        )
        self.detail = Detail(ENTITY_FACTS, "")
        self.detail.form.edited.connect(
            lambda key, text: self._edit(self.table.selected_ids()[:1], key, text)
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(SideSplit((self.table, self.detail), (760, 330), 0, services.settings, "entities"))

    # --- reading ------------------------------------------------------------------------------

    def refresh(self, changes: ChangeSet | None = None) -> None:
        self.services.read(list_entities, self._show, latest=(id(self), "entities"))

    def _show(self, rows: tuple[EntityRow, ...]) -> None:
        self.table.set_rows(rows)
        self.detail.form.set_proposals("parent", [row.acronym for row in rows])
        if self._wanted:
            self.open_item("entity", self._wanted)
        self._choose(self.table.selected_ids())

    def _choose(self, ids: tuple[str, ...]) -> None:
        row = self.table.model.row_of(ids[0]) if len(ids) == 1 else None
        self.detail.setVisible(row is not None)
        if row is None:
            return
        values: dict[str, Any] = {name: getattr(row, name) for name in EntityRow.__dataclass_fields__}
        self.detail.heading.setText(row.acronym)
        self.detail.form.show_values({**values, "unsure": status_of(row), "aliases": "\n".join(row.aliases)})
        self.detail.say_more(())

    # --- changing -----------------------------------------------------------------------------

    def _edit(self, ids: tuple[str, ...], key: str, value: object) -> None:
        try:
            fields = self._fields(key, str(value))
        except EmgdeskError as error:
            self._refused(error)
            return
        for entity_id in ids:
            row = self.table.model.row_of(entity_id)
            if row is not None:
                label = f"Change {_WORDS.get(key, key)} of {row.acronym}"
                self.services.do(label, update_entity, None, self._refused, entity_id=entity_id, **fields)

    def _fields(self, key: str, text: str) -> dict[str, Any]:
        """What `update_entity` is to be told. Raises DataError for a parent nobody knows."""
        if key == "aliases":
            return {"aliases": tuple(text.splitlines())}
        if key == "unsure":
            return {"unsure": text == UNSURE}
        if key != "parent":
            return {key: text}
        if not text.strip():
            return {"parent_id": None}
        found = next((row for row in self.table.model.rows() if fold(row.acronym) == fold(text)), None)
        if found is None:
            raise DataError(f"There is no entity “{text}” on this desk.")
        return {"parent_id": found.id}

    def _delete(self, ids: tuple[str, ...]) -> None:
        for entity_id in ids:
            row = self.table.model.row_of(entity_id)
            if row is not None:
                self.services.do(
                    f"Delete {row.acronym}", delete_entity, None, self._refused, entity_id=entity_id
                )

    def _refused(self, error: Exception) -> None:
        self.table.model.revert()
        self._choose(self.table.selected_ids())
        if isinstance(error, EmgdeskError):
            self.services.navigator.notify(Notice(str(error), "error"))

    def _new(self) -> None:
        open_new_entity(self.services, partial(self.open_item, "entity"), self.window())

    # --- ways ---------------------------------------------------------------------------------

    def open_item(self, kind: str, item_id: str) -> None:
        known = self.table.model.row_of(item_id) is not None
        self._wanted = "" if known else item_id
        if known:
            self.table.select([item_id], focus=True)

    def start_filter(self) -> None:
        self.table.filter.setFocus()
