"""Opening a desk file: pragmas, schema version, journal triggers, plain sentences for failures."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

from sqlalchemy import URL, Connection, Engine, create_engine, event, exc
from sqlalchemy.pool import StaticPool

from emgdesk.db import journal
from emgdesk.db.version import APPLICATION, HEAD
from emgdesk.errors import DataError

_WAIT = 5000  # milliseconds another program may hold the desk before we give up


def open_engine(path: Path) -> Engine:
    """An engine on the desk at `path`, made or migrated if need be, its journal at work.

    Raises DataError if the file is no desk, of a newer version, locked or unreadable.
    """
    try:
        with explained(path):
            refuse_foreign(path)
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise DataError(f"{path} cannot be opened: {error.strerror}.", place=str(path)) from error
    with explained(path):
        # Not a URL in words: a file may be called "My%20desk" or "what?".
        place = URL.create("sqlite", database=str(path.absolute()))
        engine = create_engine(place, poolclass=StaticPool, connect_args={"check_same_thread": False})
        event.listen(engine, "connect", _prepare)
        event.listen(engine, "begin", _begin)
        try:
            _bring_up(engine, path)
        except BaseException:
            engine.dispose()
            raise
    return engine


def _prepare(connection: sqlite3.Connection, _record: object) -> None:
    connection.isolation_level = None  # transactions are begun explicitly, by _begin
    cursor = connection.cursor()
    cursor.execute(f"PRAGMA busy_timeout = {_WAIT}")
    cursor.execute("PRAGMA journal_mode = WAL")
    cursor.execute("PRAGMA synchronous = NORMAL")
    cursor.execute("PRAGMA foreign_keys = ON")
    cursor.execute("PRAGMA temp_store = MEMORY")
    cursor.execute("PRAGMA cache_size = -8000")
    cursor.close()


def _begin(connection: Connection) -> None:
    write = connection.get_execution_options().get("write", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if write else "BEGIN")


def refuse_foreign(path: Path) -> None:
    """Raise DataError for what is no desk.

    The file is looked at through SQLite alone: a process that opens and closes
    it by another handle drops SQLite's locks on a desk it has open.
    """
    if path.is_dir():
        raise DataError(f"{path} is a folder, not a desk file.", place=str(path))
    if not path.exists() or path.stat().st_size == 0:
        return
    with closing(
        sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True, timeout=_WAIT / 1000)
    ) as file:
        try:
            application = file.execute("PRAGMA application_id").fetchone()[0]
        except sqlite3.DatabaseError as error:
            if "not a database" in str(error):
                raise DataError(f"{path.name} is not a desk of emgdesk.", place=str(path)) from error
            raise
    if application not in (0, APPLICATION):
        raise DataError(f"{path.name} belongs to another program, not to emgdesk.", place=str(path))


class LogWatch:
    """Notices that the write-ahead log of an open desk was deleted by another program.

    That happens on POSIX systems when something in this process opened and closed
    the desk's file behind SQLite's back: its locks are gone then, and whoever
    closes the desk next takes the log for left over.
    """

    def __init__(self, path: Path) -> None:
        self._wal = path.with_name(path.name + "-wal")
        self._held: int | None = None
        self.look()

    def look(self) -> bool:
        """Whether the log is still the one it was; begins to watch it where there was none."""
        if os.name != "posix":  # elsewhere an open file cannot be deleted
            return True
        if self._held is None:
            with suppress(OSError):
                self._held = os.open(self._wal, os.O_RDONLY)
            return True
        return os.fstat(self._held).st_nlink > 0

    def close(self) -> None:
        if self._held is not None:
            os.close(self._held)
            self._held = None


def _bring_up(engine: Engine, path: Path) -> None:
    with engine.connect() as connection:
        version = _version(connection)
        tables = connection.exec_driver_sql("SELECT count(*) FROM sqlite_master").scalar_one()
    if version is None and tables:
        raise DataError(f"{path.name} is a database, but not a desk of emgdesk.", place=str(path))
    if version is not None and version > HEAD:
        raise DataError(
            f"{path.name} was made by a newer emgdesk (version {version} of the file, this program knows "
            f"up to {HEAD}); please update the program.",
            place=str(path),
        )
    if version != HEAD:
        from emgdesk.db.migrations import upgrade  # alembic is slow to load and rarely needed

        upgrade(engine, path, version)
    with engine.connect() as connection:
        journal.install(connection)
        connection.commit()


def _version(connection: Connection) -> str | None:
    found = connection.exec_driver_sql("SELECT 1 FROM sqlite_master WHERE name = 'alembic_version'").first()
    if not found:
        return None
    return connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar_one_or_none()


@contextmanager
def explained(path: Path) -> Iterator[None]:
    """Turn SQLite's own complaints into DataErrors with a sentence."""
    try:
        yield
    except (exc.DBAPIError, sqlite3.Error) as error:
        raise _explain(path, error) from error


def _explain(path: Path, error: Exception) -> Exception:
    words = str(getattr(error, "orig", None) or error).lower()  # never the values of the statement
    if "locked" in words or "busy" in words:
        sentence = (
            f"{path.name} is in use by another program; nothing was changed. Close it there and try again."
        )
    elif "readonly" in words or "read-only" in words:
        sentence = f"{path} cannot be written: the file or its folder is read-only."
    elif "unable to open" in words:
        sentence = f"{path} cannot be opened: the folder does not exist or may not be written."
    elif "malformed" in words or "not a database" in words or "corrupt" in words:
        sentence = f"{path.name} is damaged and cannot be read; restore it from a backup."
    elif "disk is full" in words or "disk i/o" in words:
        sentence = f"{path.name} cannot be written: the disk is full or failing."
    else:
        return error
    return DataError(sentence, place=str(path))
