"""The schema of a new desk is that of the models, and the newest migration is the one opened for."""

from pathlib import Path

from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine

from emgdesk.db.migrations import config
from emgdesk.db.types import Base
from emgdesk.db.version import HEAD
from emgdesk.workspace import Workspace


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
