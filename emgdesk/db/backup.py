"""Copies of a desk that are whole even while it is in use (SQLite's online backup)."""

import sqlite3
from contextlib import closing
from pathlib import Path

from sqlalchemy import Engine

from emgdesk.errors import OutputError


def backup(engine: Engine, target: Path) -> None:
    """Write a copy of the open desk to `target`, replacing it only once the copy is complete.

    Raises OutputError if the target cannot be written.
    """
    partial = target.with_name(target.name + ".part")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        partial.unlink(missing_ok=True)
        with closing(sqlite3.connect(partial)) as copy:
            raw = engine.raw_connection()
            raw.driver_connection.backup(copy)  # type: ignore[union-attr]
            copy.execute("PRAGMA journal_mode = DELETE")
        partial.replace(target)
    except (OSError, sqlite3.Error) as error:
        partial.unlink(missing_ok=True)
        raise OutputError(f"{target} cannot be written: {error}.", place=str(target)) from error
