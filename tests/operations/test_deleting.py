"""Whatever refers to a thing, deleting it either takes care of that or refuses in words."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import Any

import pytest
from sqlalchemy import Column, ForeignKey, Integer, Table, insert
from sqlalchemy.orm import Session

from emgdesk.db.types import Base
from emgdesk.domain.keys import new_key
from emgdesk.errors import DataError
from emgdesk.operations.action import delete_action_sections, delete_actions, delete_effect
from emgdesk.operations.agenda import delete_agenda_items
from emgdesk.operations.deliverable import delete_deliverables
from emgdesk.operations.document import delete_documents
from emgdesk.operations.entity import delete_entity
from emgdesk.operations.marking import operation
from emgdesk.operations.meeting import delete_meeting
from emgdesk.operations.person import delete_person
from emgdesk.operations.report import delete_paragraphs, delete_report_sections
from emgdesk.operations.task import delete_task
from emgdesk.operations.workstream import delete_chapter, delete_workstream
from emgdesk.workspace import Workspace

DELETES: dict[str, tuple[Callable[..., Any], str]] = {
    "action": (delete_actions, "action_ids"),
    "action_section": (delete_action_sections, "section_ids"),
    "agenda_item": (delete_agenda_items, "item_ids"),
    "chapter": (delete_chapter, "chapter_id"),
    "deliverable": (delete_deliverables, "deliverable_ids"),
    "document": (delete_documents, "document_ids"),
    "effect": (delete_effect, "effect_id"),
    "entity": (delete_entity, "entity_id"),
    "meeting": (delete_meeting, "meeting_id"),
    "paragraph": (delete_paragraphs, "paragraph_ids"),
    "person": (delete_person, "person_id"),
    "report_section": (delete_report_sections, "section_ids"),
    "task": (delete_task, "task_id"),
    "workstream": (delete_workstream, "workstream_id"),
}
KEPT = {"attachment", "import_run", "revision"}
"""Tables whose rows nobody deletes by itself."""
SAID = {"code": "SOM40 ", "acronym": "ABX "}


@operation
def make_row(session: Session, /, *, table: Table, **values: str) -> str:
    """A row of `table`, and one of every table it has to refer to."""
    filled: dict[str, Any] = dict(values)
    for column in table.columns:
        wanted = column.foreign_keys or column.primary_key or column.name in SAID or column.default is None
        if column.name not in filled and not column.nullable and wanted:
            filled[column.name] = _value(session, column)
    session.execute(insert(table).values(filled))
    return str(filled.get("id", ""))


def _value(session: Session, column: Column[Any]) -> Any:
    for key in column.foreign_keys:
        return make_row(session, table=key.column.table)
    if column.name == "id":
        return new_key()
    return 1 if isinstance(column.type, Integer) else SAID.get(column.name, "") + new_key()[-6:]


def referring(name: str) -> Sequence[ForeignKey]:
    return [
        key
        for table in Base.metadata.sorted_tables
        for key in sorted(table.foreign_keys, key=lambda key: key.parent.name)
        if key.column.table.name == name
    ]


def test_every_table_that_is_referred_to_has_its_delete() -> None:
    named = {key.column.table.name for table in Base.metadata.tables.values() for key in table.foreign_keys}
    assert named == set(DELETES) | KEPT


@pytest.mark.parametrize("name", sorted(DELETES))
def test_deleting_takes_care_of_all_that_refers_to_it(name: str, desk: Workspace) -> None:
    delete, argument = DELETES[name]
    for key in referring(name):
        row = desk.do("Make", make_row, table=key.column.table).value
        desk.do("Refer", make_row, table=key.parent.table, **{key.parent.name: row})
        with suppress(DataError):  # in words; what the database says is no DataError
            desk.do("Delete", delete, **{argument: [row] if argument.endswith("s") else row})
            desk.undo()
            desk.redo()
