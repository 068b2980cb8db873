"""Every row change of a transaction, recorded by TEMP triggers and replayed backwards.

The triggers are made from the table metadata on each connection before its
first write, so bulk statements, cascades and raw SQL are seen alike. They
write the current revision, which `begin_revision` puts into a TEMP table: a
write outside a revision violates NOT NULL and fails by itself.
"""

import json
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from itertools import groupby
from typing import Any

from sqlalchemy import Connection, Table
from sqlalchemy.exc import IntegrityError

import emgdesk.db.models  # noqa: F401  (declares the tables)
from emgdesk.db.types import Base
from emgdesk.domain.keys import new_key

_BATCH = 500


def journalled_tables() -> list[Table]:
    """The tables the journal watches: all but its own."""
    return [t for t in Base.metadata.sorted_tables if t.info.get("journal", True)]


def install(connection: Connection) -> None:
    """Make the triggers and the TEMP table of this connection; call once per connection."""
    run = connection.exec_driver_sql
    run("CREATE TEMP TABLE IF NOT EXISTS journal_current (number INTEGER)")
    for table in journalled_tables():
        for action, sql in _triggers(table).items():
            run(f"DROP TRIGGER IF EXISTS temp.journal_{table.name}_{action}")
            run(sql)


def _triggers(table: Table) -> dict[str, str]:
    name = table.name
    columns = [c.name for c in table.columns]
    whole = ", ".join(f"'{c}', OLD.\"{c}\"" for c in columns)
    return {
        "I": _trigger(name, "I", "INSERT", "NEW.id", "NULL, NULL"),
        "U": _trigger(
            name, "U", "UPDATE", "OLD.id", f"{_changed(columns, 'OLD')}, {_changed(columns, 'NEW')}"
        ),
        "D": _trigger(name, "D", "DELETE", "OLD.id", f"json_object({whole}), NULL"),
    }


def _trigger(table: str, action: str, event: str, key: str, values: str) -> str:
    return (
        f'CREATE TEMP TRIGGER journal_{table}_{action} AFTER {event} ON main."{table}" BEGIN '
        f"INSERT INTO change (revision, table_name, row_id, action, before, after) VALUES "
        f"((SELECT number FROM journal_current), '{table}', {key}, '{action}', {values}); END"
    )


def _changed(columns: Iterable[str], side: str) -> str:
    """A JSON object of the columns that differ between OLD and NEW, with the values of `side`."""
    rows = " UNION ALL ".join(
        f'SELECT \'{c}\' k, json_quote({side}."{c}") v WHERE OLD."{c}" IS NOT NEW."{c}"' for c in columns
    )
    return f"(SELECT json_group_object(k, json(v)) FROM ({rows}))"


def begin_revision(
    connection: Connection, label: str, author: str, kind: str = "do", target: int | None = None
) -> int:
    """Open a revision for the rest of the transaction and return its number."""
    at = datetime.now(UTC).isoformat(timespec="seconds")
    connection.exec_driver_sql(
        "INSERT INTO revision (id, label, author, at, kind, target, first_change, last_change) "
        "SELECT ?, ?, ?, ?, ?, ?, coalesce(max(id), 0) + 1, coalesce(max(id), 0) FROM change",
        (new_key(), label, author, at, kind, target),
    )
    number = int(connection.exec_driver_sql("SELECT last_insert_rowid()").scalar_one())
    connection.exec_driver_sql("UPDATE revision SET applied_by = ? WHERE number = ?", (number, number))
    connection.exec_driver_sql("DELETE FROM journal_current")
    connection.exec_driver_sql("INSERT INTO journal_current VALUES (?)", (number,))
    return number


def end_revision(connection: Connection, number: int) -> bool:
    """Close the revision, so that a later stray write fails; one that touched no row is forgotten.

    Returns whether it touched any.
    """
    connection.exec_driver_sql("DELETE FROM journal_current")
    last = connection.exec_driver_sql("SELECT coalesce(max(id), 0) FROM change").scalar_one()
    kept = connection.exec_driver_sql(
        "UPDATE revision SET last_change = ? WHERE number = ? AND first_change <= ?", (last, number, last)
    ).rowcount
    if not kept:
        connection.exec_driver_sql("DELETE FROM revision WHERE number = ?", (number,))
        return False
    connection.exec_driver_sql(  # something new was done: what is undone now stays undone
        "UPDATE revision SET undone = 2 WHERE undone = 1 AND 'do' = "
        "(SELECT kind FROM revision WHERE number = ?)",
        (number,),
    )
    return True


_RANGE = (
    "change WHERE id BETWEEN (SELECT first_change FROM revision WHERE number = ?) "
    "AND (SELECT last_change FROM revision WHERE number = ?)"
)


def touched(connection: Connection, number: int, most: int = 2000) -> dict[str, frozenset[str]]:
    """Keys of the rows a revision touched, by table; a table with more than `most` gets no keys."""
    span = (number, number)
    counts = connection.exec_driver_sql(
        f"SELECT table_name, count(*) FROM {_RANGE} GROUP BY table_name", span
    )
    keys: dict[str, frozenset[str]] = {}
    for table, count in counts.all():
        if count > most:
            keys[table] = frozenset()
            continue
        found = connection.exec_driver_sql(f"SELECT row_id FROM {_RANGE} AND table_name = ?", (*span, table))
        keys[table] = frozenset(found.scalars())
    return keys


def undo_candidate(connection: Connection) -> tuple[int, str, int] | None:
    """(number, label, applied_by) of the revision Undo would take back, if any."""
    row = connection.exec_driver_sql(
        "SELECT number, label, applied_by, undoable FROM revision WHERE kind = 'do' AND NOT undone "
        "ORDER BY number DESC LIMIT 1"
    ).first()
    return (row[0], row[1], row[2]) if row and row[3] else None


def redo_candidate(connection: Connection) -> tuple[int, str, int] | None:
    """(number, label, applied_by) of the revision Redo would bring back, if any.

    Anything done after an undo ends the way forward (`undone` is then 2).
    """
    row = connection.exec_driver_sql(
        "SELECT number, label, applied_by, undoable FROM revision WHERE kind = 'do' AND undone = 1 "
        "ORDER BY number LIMIT 1"
    ).first()
    return (row[0], row[1], row[2]) if row and row[3] else None


def invert(connection: Connection, number: int) -> None:
    """Replay the changes of revision `number` in exact reverse order, inverted.

    The replay is journalled by the same triggers under the revision now open.
    """
    rows = connection.exec_driver_sql(
        f"SELECT table_name, action, row_id, before FROM {_RANGE} ORDER BY id DESC", (number, number)
    )
    for (table, action), group in groupby(rows, key=lambda r: (r.table_name, r.action)):
        for sql, values in _inverse(table, action, group):
            connection.exec_driver_sql(sql, values)


def _inverse(table: str, action: str, rows: Iterable[Any]) -> Iterator[tuple[str, list[tuple[object, ...]]]]:
    if action == "I":
        yield from _batched(f'DELETE FROM "{table}" WHERE id = ?', ((r.row_id,) for r in rows))
        return
    decoded = ((r.row_id, json.loads(r.before or "{}")) for r in rows)
    for columns, same in groupby(decoded, key=lambda pair: tuple(pair[1])):
        if action == "D":
            names = ", ".join(f'"{c}"' for c in columns)
            marks = ", ".join("?" * len(columns))
            sql = f'INSERT INTO "{table}" ({names}) VALUES ({marks})'
            yield from _batched(sql, (tuple(values.values()) for _, values in same))
        elif columns:  # an update to the values a row had already names none
            sets = ", ".join(f'"{c}" = ?' for c in columns)
            sql = f'UPDATE "{table}" SET {sets} WHERE id = ?'
            yield from _batched(sql, ((*values.values(), key) for key, values in same))


def _batched(
    sql: str, values: Iterable[tuple[object, ...]]
) -> Iterator[tuple[str, list[tuple[object, ...]]]]:
    batch: list[tuple[object, ...]] = []
    for value in values:
        batch.append(value)
        if len(batch) == _BATCH:
            yield sql, batch
            batch = []
    if batch:
        yield sql, batch


def mark(connection: Connection, target: int, *, undone: bool, applied_by: int) -> None:
    """Note on a do-revision that it was undone or redone, and by which revision."""
    connection.exec_driver_sql(
        "UPDATE revision SET undone = ?, applied_by = ? WHERE number = ?", (int(undone), applied_by, target)
    )


def close_history(connection: Connection) -> None:
    """Make everything done so far impossible to undo (after a migration)."""
    connection.exec_driver_sql("UPDATE revision SET undoable = 0")


def walk_back(connection: Connection) -> tuple[int, str]:
    """Take every revision back, newest first.

    Returns how many there were and, in words, what was left over: "" if the
    journal is whole. Destroys the content of the database it is given: run it on a copy.
    """
    numbers = connection.exec_driver_sql("SELECT number FROM revision ORDER BY number DESC").scalars().all()
    begin_revision(connection, "walk back", "")
    for number in numbers:
        try:
            invert(connection, number)
        except IntegrityError:
            return len(numbers), f"step {number} cannot be taken back"
    left = []
    for table in journalled_tables():
        count = connection.exec_driver_sql(f'SELECT count(*) FROM "{table.name}"').scalar_one()
        if count:
            left.append(f"{count} rows of {table.name} that no step made")
    return len(numbers), ", ".join(left)


def base_revision(connection: Connection) -> str:
    """The state of the desk the open revision started from, as snapshots name it."""
    return str(
        connection.exec_driver_sql(
            "SELECT coalesce(max(number), 0) FROM revision "
            "WHERE number < coalesce((SELECT number FROM journal_current), 9223372036854775807)"
        ).scalar_one()
    )
