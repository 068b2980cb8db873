"""All entities: acronym, name, status, aliases; what is not sure is shown as such."""

from datetime import date
from functools import partial
from typing import Any

from PySide6.QtWidgets import QCheckBox

from emgdesk.domain.collation import text_key
from emgdesk.domain.folding import fold
from emgdesk.errors import DataError
from emgdesk.operations.entity import delete_entity, update_entity
from emgdesk.operations.merging import part_entities
from emgdesk.queries.duplicates import MergeRow, list_entity_merges
from emgdesk.queries.entities import EntityRow, list_entities
from emgdesk.queries.memberships import InWorkstream, workstreams_of_entity
from emgdesk.ui.doors import open_new_entity
from emgdesk.ui.panels.directory.columns import ENTITIES, ENTITY_FACTS, UNSURE, status_of
from emgdesk.ui.panels.directory.detail import Section
from emgdesk.ui.panels.directory.panel import Directory, DirectoryPanel
from emgdesk.ui.panels.directory.workstreams import OF_WORKSTREAMS, entity_lines
from emgdesk.ui.panels.duplicates.entities import ENTITIES as KIND
from emgdesk.ui.services import Services
from emgdesk.workspace import ChangeSet, Workspace

_DIRECTORY = Directory(
    kind=KIND,
    title="acronym",
    columns=ENTITIES,
    facts=ENTITY_FACTS,
    empty=("No entities", "An entity is an organisation: member, observer or guest of the Group."),
    new_icon="building-2",
    update=update_entity,
    delete=delete_entity,
    part=part_entities,
    words={"full_name": "name", "unsure": "certainty", "counts_as_parent": "counting"},
)


class EntitiesPanel(DirectoryPanel):
    """The table of all entities and the facts of the one chosen."""

    tables = (
        "entity", "entity_alias", "entity_domain", "person", "participation", "entity_merge", *OF_WORKSTREAMS
    )  # fmt: skip

    def __init__(self, services: Services) -> None:
        super().__init__(services, _DIRECTORY)
        self.counts = QCheckBox()
        self.counts.clicked.connect(lambda on: self._edit_chosen("counts_as_parent", "yes" if on else ""))
        self.detail.add(self.counts)
        self.workstreams = Section("Workstreams")
        self.workstreams.acted.connect(partial(services.navigator.show, "workstream"))
        self.detail.add(self.workstreams)
        self._end_detail()

    def refresh(self, changes: ChangeSet | None = None) -> None:
        self.services.load(_everything, self._show, latest=(id(self), "entities"))

    def _show(self, rows: list[EntityRow]) -> None:
        self.detail.form.set_proposals("parent", [row.acronym for row in rows])
        self._show_rows(rows)

    def _show_row(self, row: EntityRow) -> None:
        values: dict[str, Any] = {name: getattr(row, name) for name in EntityRow.__dataclass_fields__}
        lines = {"aliases": "\n".join(row.aliases), "domains": "\n".join(row.domains)}
        self.detail.form.show_values({**values, "unsure": status_of(row), **lines})
        self.counts.setText(f"Counted with {row.parent}" if row.parent else "Counted with its parent")
        self.counts.setToolTip("" if row.parent else "It is part of no other entity")
        self.counts.setEnabled(bool(row.parent))
        self.counts.setChecked(row.counts_as_parent)
        load = partial(_more, entity_id=row.id)
        self.services.load(load, partial(self._show_more, row), latest=(id(self), "more"))

    def _show_more(
        self, entity: EntityRow, more: tuple[tuple[InWorkstream, ...], tuple[MergeRow, ...]]
    ) -> None:
        if self.table.selected_ids() == (entity.id,):
            workstreams, merges = more
            self.workstreams.show_lines(entity_lines(workstreams))
            self._show_merges(merges)

    def _fields(self, key: str, text: str) -> dict[str, Any]:
        """What `update_entity` is to be told. Raises DataError for a parent nobody knows."""
        if key in ("aliases", "domains"):
            return {key: tuple(text.splitlines())}
        if key == "unsure":
            return {"unsure": text == UNSURE}
        if key == "counts_as_parent":
            return {"counts_as_parent": bool(text)}
        if key != "parent":
            return {key: text}
        if not text.strip():
            return {"parent_id": None}
        found = next((row for row in self.table.model.rows() if fold(row.acronym) == fold(text)), None)
        if found is None:
            raise DataError(f"There is no entity “{text}” on this desk.")
        return {"parent_id": found.id}

    def _new(self) -> None:
        open_new_entity(self.services, partial(self.open_item, "entity"), self.window())


def _everything(workspace: Workspace) -> list[EntityRow]:
    """All entities in the order of their acronyms."""
    return sorted(workspace.read(list_entities), key=lambda row: text_key(row.acronym))


def _more(workspace: Workspace, *, entity_id: str) -> tuple[Any, ...]:
    return (
        workspace.read(workstreams_of_entity, entity_id=entity_id, as_of=date.today().isoformat()),
        workspace.read(list_entity_merges, entity_id=entity_id),
    )
