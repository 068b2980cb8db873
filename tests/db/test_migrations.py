"""The schema of a new desk is that of the models, and the newest migration is the one opened for."""

import sqlite3
from contextlib import closing
from pathlib import Path

from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine

from emgdesk.db.migrations import config
from emgdesk.db.types import Base
from emgdesk.db.version import HEAD
from emgdesk.workspace import Workspace, open_desk

OLD_DESKS = Path(__file__).parent / "desks"
STEPS = 15  # revisions the stored desk holds


def test_the_newest_migration_is_the_one_the_program_knows() -> None:
    assert ScriptDirectory.from_config(config()).get_heads() == [HEAD]


def test_migrations_lead_to_the_schema_of_the_models(desk: Workspace) -> None:
    engine = create_engine(f"sqlite:///{Path(desk.path)}")
    with engine.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), Base.metadata) == []
    engine.dispose()


def test_no_column_holds_floats() -> None:
    kinds = {str(column.type) for table in Base.metadata.tables.values() for column in table.columns}
    assert kinds == {"INTEGER", "TEXT", "VARCHAR(32)"}


def test_a_desk_of_the_first_version_is_taken_along_with_all_it_holds(tmp_path: Path) -> None:
    path = tmp_path / "old.emgdesk"
    with closing(sqlite3.connect(path)) as file:
        file.executescript((OLD_DESKS / "0001.sql").read_text(encoding="utf-8"))
        before = {
            table: file.execute(f"SELECT * FROM {table} ORDER BY id").fetchall()
            for table in ("person", "entity", "participation", "task", "person_name", "entity_alias")
        }
    with open_desk(path, author="Ada") as desk:
        assert desk.verify() == STEPS
        assert desk.state().undo is None
    with closing(sqlite3.connect(path)) as file:
        after = {table: file.execute(f"SELECT * FROM {table} ORDER BY id").fetchall() for table in before}
    assert [(*row, "") for row in before["person"]] == after["person"]
    assert [(*row, 0) for row in before["entity"]] == after["entity"]
    assert [(*row, 0) for row in before["participation"]] == after["participation"]
    assert all(after[table] == before[table] for table in ("task", "person_name", "entity_alias"))
    assert (tmp_path / "old.before-0002.emgdesk").exists()
