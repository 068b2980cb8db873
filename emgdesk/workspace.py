"""One open desk: the only place that begins, commits and rolls back.

An operation is a plain function `operation(session, *, ...)`; `do` gives it a
transaction, a revision of the journal, and announces what changed. Calls may
come from any thread but are made one at a time.
"""

import tempfile
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Concatenate, Generic, ParamSpec, TypeVar

from sqlalchemy import Connection
from sqlalchemy.orm import Session

from emgdesk.db import backup, journal
from emgdesk.db.engine import LogWatch, explained, open_engine
from emgdesk.errors import DataError
from emgdesk.operations.desk import seed_entities
from emgdesk.operations.marking import is_operation

P = ParamSpec("P")
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class ChangeSet:
    """What a revision touched: keys by table (no keys where there were thousands)."""

    revision: int
    label: str
    kind: str  # do, undo, redo; elsewhere: by another program that has the desk open
    tables: Mapping[str, frozenset[str]]


@dataclass(frozen=True, slots=True)
class Done(Generic[T]):
    """The operation's own answer and what it changed (`changes` is None if it touched nothing)."""

    value: T
    changes: ChangeSet | None


@dataclass(frozen=True, slots=True)
class HistoryState:
    """What Undo and Redo would do now (labels, None if nothing) and the newest revision."""

    revision: int
    undo: str | None
    redo: str | None


class OperationSession(Session):
    """A session that leaves committing to the workspace."""

    def commit(self) -> None:
        raise RuntimeError("an operation never commits; workspace.do does")

    def rollback(self) -> None:
        raise RuntimeError("an operation never rolls back; raise instead")


class Workspace:
    """An open desk. Close it with `close()` or use it as a context manager."""

    def __init__(self, path: Path, *, author: str = "") -> None:
        """Open the desk at `path`, making it if it does not exist. Raises DataError."""
        self.path = path
        self.author = author
        self._lock = threading.RLock()
        self._listeners: list[Callable[[ChangeSet], None]] = []
        self._engine = open_engine(path)
        self._open = True
        self._log = LogWatch(path)
        self._known = self._newest()

    def __enter__(self) -> "Workspace":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the file; whatever is asked of this workspace afterwards is refused."""
        with self._lock:
            self._open = False
            self._log.close()
            self._engine.dispose()

    def subscribe(self, listener: Callable[[ChangeSet], None]) -> None:
        """Call `listener` after every commit, on the thread that committed."""
        self._listeners.append(listener)

    def do(
        self, label: str, operation: Callable[Concatenate[Session, P], T], *args: P.args, **kw: P.kwargs
    ) -> Done[T]:
        """Run one operation as one transaction and one undo step called `label`.

        Whatever it raises rolls everything back. Raises DataError if the desk is in use elsewhere.
        """
        if not is_operation(operation):
            raise TypeError(f"{operation!r} is not marked as an operation")
        return self._write(label, lambda session, _: operation(session, *args, **kw))

    def read(self, query: Callable[Concatenate[Session, P], T], *args: P.args, **kw: P.kwargs) -> T:
        """Run one query on one consistent state of the desk."""
        with self._lock, explained(self.path), self._connect() as connection:
            with OperationSession(connection, autoflush=False) as session:
                return query(session, *args, **kw)

    def undo(self, expected: int | None = None) -> ChangeSet:
        """Take back the last revision that still stands, or only `expected`, its number.

        Raises DataError if there is none, or another one than expected.
        """
        return self._replay("undo", journal.undo_candidate, "There is nothing to undo.", expected)

    def redo(self, expected: int | None = None) -> ChangeSet:
        """Bring back the last revision undone, or only `expected`, its number.

        Raises DataError if there is none, or another one than expected.
        """
        return self._replay("redo", journal.redo_candidate, "There is nothing to redo.", expected)

    def catch_up(self) -> ChangeSet | None:
        """Announce what another program changed on this desk since, None if it changed nothing."""
        with self._lock, explained(self.path), self._connect() as connection:
            changes = self._elsewhere(connection, self._newest(connection) + 1)
        self._announce(changes)
        return changes

    def _elsewhere(self, connection: Connection, before: int) -> ChangeSet | None:
        """The revisions nobody announced here yet, up to the one `before` which they came."""
        news = range(self._known + 1, before)
        self._known = max(self._known, before - 1)
        tables: dict[str, frozenset[str]] = {}
        for number in news:
            for table, keys in journal.touched(connection, number).items():
                held = tables.get(table)
                tables[table] = keys if held is None else frozenset() if not (held and keys) else held | keys
        if not tables:
            return None
        last = "SELECT label FROM revision WHERE number < ? ORDER BY number DESC LIMIT 1"
        label = connection.exec_driver_sql(last, (before,)).scalar_one()
        return ChangeSet(before - 1, label, "elsewhere", tables)

    def _newest(self, connection: Connection | None = None) -> int:
        """The number of the newest revision."""
        if connection is None:
            with explained(self.path), self._connect() as own:
                return self._newest(own)
        return int(connection.exec_driver_sql("SELECT coalesce(max(number), 0) FROM revision").scalar_one())

    def _announce(self, changes: ChangeSet | None) -> None:
        if changes is not None:
            for listener in self._listeners:
                listener(changes)

    def state(self) -> HistoryState:
        with self._lock, explained(self.path), self._connect() as connection:
            newest = self._newest(connection)
            undo, redo = journal.undo_candidate(connection), journal.redo_candidate(connection)
        return HistoryState(newest, undo[1] if undo else None, redo[1] if redo else None)

    def backup(self, target: Path) -> None:
        """Copy the desk to `target` while it is open. Raises OutputError."""
        with self._lock:
            backup.write_backup(self.path, target)

    def verify(self) -> int:
        """Walk the journal of a copy back to the empty desk; returns how many revisions it holds.

        Raises DataError naming the tables in which rows were left that no revision made.
        """
        with tempfile.TemporaryDirectory() as folder:
            copy = Path(folder) / "copy.emgdesk"
            self.backup(copy)
            engine = open_engine(copy)
            try:
                with engine.connect().execution_options(write=True) as connection, connection.begin():
                    count, left = journal.walk_back(connection)
            finally:
                engine.dispose()
        if left:
            raise DataError(f"The history of {self.path.name} is not whole: {left}.", place=str(self.path))
        return count

    def seal(self) -> None:
        """Make everything done so far the ground Undo stops at (a new desk's shipped entities)."""
        with self._lock, self._writing() as connection:
            journal.close_history(connection)

    def _replay(
        self,
        kind: str,
        candidate: Callable[[Connection], tuple[int, str, int] | None],
        nothing: str,
        expected: int | None,
    ) -> ChangeSet:
        def replay(session: Session, number: int) -> str:
            connection = session.connection()
            found = candidate(connection)
            if found is None:
                raise DataError(nothing)
            target, label, applied_by = found
            if expected is not None and target != expected:
                raise DataError(f"Something else was done since; the last step is “{label}”.")
            connection.exec_driver_sql(
                "UPDATE revision SET label = ?, target = ? WHERE number = ?", (label, target, number)
            )
            journal.invert(connection, applied_by)
            journal.mark(connection, target, undone=kind == "undo", applied_by=number)
            return label

        done = self._write("", replay, kind)
        if done.changes is None:
            raise DataError(nothing)
        return done.changes

    def _write(self, label: str, body: Callable[[Session, int], T], kind: str = "do") -> Done[T]:
        with self._lock:
            with explained(self.path), self._writing() as connection:
                number = journal.begin_revision(connection, label, self.author, kind)
                session = OperationSession(connection, autoflush=True)
                try:
                    value = body(session, number)
                    session.flush()
                finally:
                    session.expunge_all()
                changes = self._changes(connection, number)
                missed = self._elsewhere(connection, number)
                self._known = max(self._known, number if changes is not None else 0)
        self._announce(missed)
        self._announce(changes)
        return Done(value, changes)

    def _changes(self, connection: Connection, number: int) -> ChangeSet | None:
        if not journal.end_revision(connection, number):
            return None
        label, kind = connection.exec_driver_sql(
            "SELECT label, kind FROM revision WHERE number = ?", (number,)
        ).one()
        return ChangeSet(number, label, kind, journal.touched(connection, number))

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        """A write transaction: committed at the end of the block, rolled back if that raises."""
        with self._connect().execution_options(write=True) as connection:
            connection.begin()
            yield connection
            connection.commit()

    def _connect(self) -> Connection:
        if not self._open:
            raise DataError(f"{self.path.name} is closed.")
        if not self._log.look():  # everything committed is in the file: begin afresh on it
            self._log.close()
            self._engine.dispose()
            self._engine = open_engine(self.path)
            self._log = LogWatch(self.path)
        return self._engine.connect()


def open_desk(path: Path, *, author: str = "") -> Workspace:
    """Open the desk at `path`; a new one gets the shipped list of entities, which Undo leaves alone.

    Raises DataError if the file is no desk, of a newer version, locked or unreadable.
    """
    workspace = Workspace(path, author=author)
    try:
        if workspace.state().revision == 0:
            workspace.do("Start the desk", seed_entities)
            workspace.seal()
    except BaseException:
        workspace.close()
        raise
    return workspace
