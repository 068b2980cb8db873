"""Copies of a desk that are whole even while it is in use (SQLite's online backup)."""

import sqlite3
from contextlib import closing
from pathlib import Path

from emgdesk.errors import OutputError

_WAIT = 5.0  # seconds to wait for another program


def copy_file(source: Path, target: Path) -> None:
    """Copy the whole content of one SQLite file over another, under SQLite's own locks.

    Raises sqlite3.Error if either is no database, locked or unwritable.
    """
    with (
        closing(sqlite3.connect(f"{source.resolve().as_uri()}?mode=ro", uri=True, timeout=_WAIT)) as old,
        closing(sqlite3.connect(target, timeout=_WAIT)) as new,
    ):
        old.backup(new)


def write_backup(source: Path, target: Path) -> None:
    """Copy the desk at `source` to `target`, which is replaced only once the copy is complete.

    Raises OutputError if the target cannot be written.
    """
    if source.resolve() == target.resolve():
        raise OutputError(f"{target.name} is the desk itself; choose another file for the copy.")
    partial = target.with_name(target.name + ".part")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        if _is_database(target):
            _settle(target)  # takes in what a crash left beside it; refused while it is open elsewhere
            copy_file(source, target)
            _settle(target)
            return
        partial.unlink(missing_ok=True)
        copy_file(source, partial)
        _settle(partial)
        partial.replace(target)
    except (OSError, sqlite3.Error) as error:
        raise OutputError(f"{target} cannot be written: {_why(error)}.", place=str(target)) from error
    finally:
        if partial.exists():
            partial.unlink()


def _is_database(path: Path) -> bool:
    """Whether there is a database to copy into; asked through SQLite, which keeps its own locks."""
    if not path.is_file() or path.stat().st_size == 0:
        return False
    with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True, timeout=_WAIT)) as file:
        try:
            file.execute("PRAGMA schema_version")
        except sqlite3.DatabaseError as error:
            return "not a database" not in str(error)
    return True


def _settle(path: Path) -> None:
    """Make the copy one file, without a -wal beside it."""
    with closing(sqlite3.connect(path, timeout=_WAIT)) as copy:
        copy.execute("PRAGMA journal_mode = DELETE")


def _why(error: OSError | sqlite3.Error) -> str:
    return error.strerror or str(error) if isinstance(error, OSError) else str(error)
