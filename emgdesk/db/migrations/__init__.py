"""Schema changes, one file each, named by intent; applied on opening an older desk."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Engine

from emgdesk.db import journal
from emgdesk.db.backup import write_backup
from emgdesk.db.version import HEAD, stamp_application


def config() -> Config:
    """Alembic's configuration, without an ini file."""
    settings = Config()
    settings.set_main_option("script_location", str(Path(__file__).parent).replace("%", "%%"))
    return settings


def upgrade(engine: Engine, path: Path, version: str | None) -> None:
    """Bring the desk to the newest schema; a desk that holds data is copied beside itself first.

    Undo stops at a migration: older changes name columns that may be gone.
    """
    if version is not None:
        write_backup(path, path.with_name(f"{path.stem}.before-{HEAD}{path.suffix}"))
    with engine.connect().execution_options(write=True) as connection, connection.begin():
        settings = config()
        settings.attributes["connection"] = connection
        command.upgrade(settings, "head")
        journal.close_history(connection)
    with engine.connect() as connection:
        stamp_application(connection)
        connection.commit()
