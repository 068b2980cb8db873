"""The schema of a new desk is that of the models, and the newest migration is the one opened for."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine

from emgdesk.db.migrations import config
from emgdesk.db.types import Base
from emgdesk.db.version import HEAD
from emgdesk.workspace import Workspace, open_desk

OLD_DESKS = Path(__file__).parent / "desks"
HELD = (
    "person",
    "entity",
    "meeting",
    "participation",
    "task",
    "progress_entry",
    "person_name",
    "entity_alias",
)
NEW = ("person.particles", "task.since", "deliverable.entities", "workstream_alias.until")


def test_the_newest_migration_is_the_one_the_program_knows() -> None:
    assert ScriptDirectory.from_config(config()).get_heads() == [HEAD]


def test_migrations_lead_to_the_schema_of_the_models(desk: Workspace) -> None:
    engine = create_engine(f"sqlite:///{Path(desk.path)}")
    with engine.connect() as connection:
        found = compare_metadata(MigrationContext.configure(connection), Base.metadata)
    engine.dispose()
    # What a reference added to an old table does when its row goes is not read back: see the next test.
    assert [difference for difference in found if difference[0] not in ("add_fk", "remove_fk")] == []


def test_every_reference_is_held_as_the_models_say(desk: Workspace) -> None:
    with closing(sqlite3.connect(desk.path)) as file:
        held = {
            (table, row[3], row[2], row[4], row[5], row[6])
            for table in Base.metadata.tables
            for row in file.execute(f"PRAGMA foreign_key_list({table})")
        }
    said = {
        (table.name, key.parent.name, key.column.table.name, "id", "RESTRICT", "RESTRICT")
        for table in Base.metadata.tables.values()
        if table.name not in ("revision", "change")
        for key in table.foreign_keys
    }
    assert {row for row in held if row[0] not in ("revision", "change")} == said


def test_no_column_holds_floats() -> None:
    kinds = {str(column.type) for table in Base.metadata.tables.values() for column in table.columns}
    assert kinds == {"INTEGER", "TEXT", "VARCHAR(32)"}


@pytest.mark.parametrize(("version", "steps"), [("0001", 15), ("0002", 15), ("0003", 37)])
def test_an_old_desk_is_taken_along_with_all_it_holds(version: str, steps: int, tmp_path: Path) -> None:
    path = tmp_path / "old.emgdesk"
    with closing(sqlite3.connect(path)) as file:
        file.executescript((OLD_DESKS / f"{version}.sql").read_text(encoding="utf-8"))
        before = _rows(file, HELD)
    assert all(before[table] for table in HELD)
    with open_desk(path, author="Ada") as desk:
        assert desk.verify() == steps
        assert desk.state().undo is None
    with closing(sqlite3.connect(path)) as file:
        after = _rows(file, HELD)
        file.row_factory = None
        assert {value for name in NEW for value in set(_column(file, *name.split(".")))} == {""}
        assert _column(file, "task", "action_id") == [None] * len(before["task"])
    for table, rows in before.items():
        held = set(rows[0])
        assert [{name: row[name] for name in held} for row in after[table]] == rows
    assert (tmp_path / f"old.before-{HEAD}.emgdesk").exists()


def _rows(file: sqlite3.Connection, tables: tuple[str, ...]) -> dict[str, list[dict[str, object]]]:
    file.row_factory = sqlite3.Row
    return {
        table: [dict(row) for row in file.execute(f"SELECT * FROM {table} ORDER BY id")] for table in tables
    }


def _column(file: sqlite3.Connection, table: str, name: str) -> list[object]:
    return [row[0] for row in file.execute(f"SELECT {name} FROM {table}")]
