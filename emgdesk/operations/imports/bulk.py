"""Many rows at once, past the statement compiler: half the cost of an import is in here."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from operator import itemgetter
from typing import Any

from sqlalchemy.orm import Session

from emgdesk.db.types import Base

Row = Mapping[str, Any]


def insert_rows(session: Session, model: type[Base], rows: Sequence[Row]) -> None:
    """Insert rows that all have the columns of the first one; the database's defaults fill the rest."""
    if not rows:
        return
    columns = tuple(rows[0])
    names, marks = ", ".join(columns), ", ".join("?" * len(columns))
    sql = f"INSERT INTO {model.__tablename__} ({names}) VALUES ({marks})"
    session.connection().exec_driver_sql(sql, list(map(itemgetter(*columns), rows)))


def update_rows(session: Session, model: type[Base], updates: Iterable[tuple[str, Row]]) -> None:
    """Set columns of rows by key; rows that set the same columns go together."""
    groups: dict[tuple[str, ...], list[tuple[Any, ...]]] = defaultdict(list)
    for key, values in updates:
        groups[tuple(values)].append((*values.values(), key))
    for columns, rows in groups.items():
        sets = ", ".join(f"{column} = ?" for column in columns)
        session.connection().exec_driver_sql(f"UPDATE {model.__tablename__} SET {sets} WHERE id = ?", rows)


def make_room(session: Session, people: Sequence[tuple[str]]) -> None:
    """Move the addresses of these people one place on, so that a new one can be the first."""
    if people:
        sql = "UPDATE person_email SET position = position + 1 WHERE person_id = ?"
        session.connection().exec_driver_sql(sql, list(people))


def add_addresses(session: Session, learned: Sequence[tuple[str, str, str, str]]) -> None:
    """Put addresses behind those a person has; each is (key, person, address, person)."""
    if learned:
        sql = (
            "INSERT INTO person_email (id, person_id, email, position) "
            "SELECT ?, ?, ?, coalesce(max(position) + 1, 0) FROM person_email WHERE person_id = ?"
        )
        session.connection().exec_driver_sql(sql, list(learned))


def select_by_key(
    session: Session, model: type[Base], columns: Sequence[str], key: str, wanted: Sequence[str]
) -> Iterable[Any]:
    """The `columns` of the rows whose column `key` is among `wanted` (at most some thousands), as tuples."""
    marks = ", ".join("?" * len(wanted))
    sql = f"SELECT {', '.join(columns)} FROM {model.__tablename__} WHERE {key} IN ({marks})"
    rows: Iterable[Any] = session.connection().connection.cursor().execute(sql, tuple(wanted))
    return rows
