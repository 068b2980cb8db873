"""What a merge did to the rows: kept with it, and taken back whatever was done since.

Like a step of the journal, but years later: a column goes back only where it still is as
the merge left it, and a reference to a row that is gone leads to the one it was merged into.
"""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Column, ColumnElement, Table, delete, insert, select, update
from sqlalchemy.orm import Session

from emgdesk.db.models import EntityMerge, PersonMerge
from emgdesk.db.types import Base

Row = dict[str, Any]
State = dict[tuple[str, str], Row]
"""(table, id) -> the row, or those columns of it that are looked at."""

_BATCH = 500
_BELONGINGS = frozenset(("person_name", "person_email", "entity_alias", "entity_domain"))
_OWNERS = frozenset(("person_id", "kept_id"))


@dataclass(frozen=True, slots=True)
class Scope:
    """Rows a merge may touch; `columns` are looked at, () for all."""

    model: type[Base]
    condition: ColumnElement[bool]
    columns: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Trace:
    """A row a merge made (`before` None), removed (`after` None) or changed.

    Of a changed row `after` holds the changed columns; `before` holds these too, or the
    whole row of a name or an address, which its owner gets back even if it was removed since.
    """

    table: str
    id: str
    before: Row | None
    after: Row | None


@dataclass(frozen=True, slots=True)
class Edit:
    """What was done since to a row a merge had changed: other values, or None if it was removed."""

    table: str
    id: str
    values: Row | None


def read_state(session: Session, scopes: Iterable[Scope]) -> State:
    """The rows of these scopes as they are now."""
    session.flush()
    found: State = {}
    for scope in scopes:
        table = _table(scope.model.__tablename__)
        columns = [table.c[name] for name in scope.columns] or list(table.c)
        for row in session.execute(select(*columns).where(scope.condition)).mappings():
            found[table.name, row["id"]] = dict(row)
    return found


def traces(session: Session, before: State, scopes: Sequence[Scope]) -> tuple[Trace, ...]:
    """What differs from `before`, read with the same scopes."""
    after = read_state(session, scopes)
    elsewhere: dict[str, list[str]] = defaultdict(list)
    for table, key in before.keys() - after.keys():
        elsewhere[table].append(key)
    for table, keys in elsewhere.items():
        columns = next(scope.columns for scope in scopes if scope.model.__tablename__ == table)
        for start in range(0, len(keys), _BATCH):
            model = next(scope.model for scope in scopes if scope.model.__tablename__ == table)
            some = _table(table).c.id.in_(keys[start : start + _BATCH])
            after |= read_state(session, [Scope(model, some, columns)])
    keys_touched = sorted(key for key in before.keys() | after.keys() if before.get(key) != after.get(key))
    return tuple(_trace(*key, before.get(key), after.get(key)) for key in keys_touched)


def _trace(table: str, key: str, before: Row | None, after: Row | None) -> Trace:
    if before is None or after is None:
        return Trace(table, key, before, after)
    changed = [name for name in after if before[name] != after[name]]
    kept = before if table in _BELONGINGS else {name: before[name] for name in changed}
    return Trace(table, key, kept, {name: after[name] for name in changed})


def written(chosen: Mapping[str, Any], found: Iterable[Trace]) -> str:
    """The JSON a merge keeps: the fields chosen for it and what it did."""
    rows = [[t.table, t.id, t.before, t.after] for t in found]
    return json.dumps({"chosen": dict(chosen), "rows": rows}, ensure_ascii=False, separators=(",", ":"))


def read_written(stored: str) -> tuple[Row, tuple[Trace, ...]]:
    """The fields chosen for a merge and what it did."""
    told = json.loads(stored)
    return told["chosen"], tuple(Trace(*row) for row in told["rows"])


def take_back(session: Session, found: Sequence[Trace]) -> None:
    """Bring back the rows removed, the columns that still are as left, and drop the rows made."""
    session.flush()
    for table in Base.metadata.sorted_tables:
        for trace in found:
            if trace.table == table.name and trace.after is None:
                put_back(session, table, trace.before or {})
    for trace in found:
        if trace.before is not None and trace.after is not None:
            _restore(session, trace, trace.before, trace.after)
    for trace in found:
        if trace.before is None:
            table = _table(trace.table)
            session.execute(delete(table).where(table.c.id == trace.id))
    session.expire_all()


def put_back(session: Session, table: Table, row: Row) -> None:
    """Insert a row under its old key; one whose owner is gone stays away."""
    values = {name: _living(session, table.c[name], value) for name, value in row.items() if name in table.c}
    if any(values[c.name] is None and not c.nullable for c in table.c if c.name in values):
        return
    if "other_id" in values:
        values["one_id"], values["other_id"] = sorted((values["one_id"], values["other_id"]))
        same = (table.c.one_id == values["one_id"]) & (table.c.other_id == values["other_id"])
        if values["one_id"] == values["other_id"] or session.scalar(select(table.c.id).where(same)):
            return
    session.execute(insert(table).values(values))


def _restore(session: Session, trace: Trace, before: Row, after: Row) -> None:
    table = _table(trace.table)
    current = _current(session, table, trace.id)
    if current is None:
        if trace.table in _BELONGINGS:
            put_back(session, table, before)
        return
    values = {
        name: _living(session, table.c[name], before[name])
        for name, left in after.items()
        if name in current and current[name] == left
    }
    values = {name: value for name, value in values.items() if value is not None or table.c[name].nullable}
    if values:
        session.execute(update(table).where(table.c.id == trace.id).values(values))


def edits_since(session: Session, found: Iterable[Trace]) -> tuple[Edit, ...]:
    """What was done since to the rows a merge changed, to be done again after it is made anew."""
    return tuple(edit for trace in found if (edit := _edit(session, trace)) is not None)


def _edit(session: Session, trace: Trace) -> Edit | None:
    if trace.before is None or trace.after is None:
        return None
    current = _current(session, _table(trace.table), trace.id)
    if current is None:
        return Edit(trace.table, trace.id, None)
    owned = _OWNERS | ({"entity_id"} if trace.table in _BELONGINGS else set())
    differing = {
        name: current[name]
        for name, left in trace.after.items()
        if name in current and name not in owned and current[name] != left
    }
    return Edit(trace.table, trace.id, differing) if differing else None


def edit_again(session: Session, edits: Iterable[Edit]) -> None:
    """Do these edits to the rows that are there."""
    session.flush()
    for edit in edits:
        table = _table(edit.table)
        if edit.values is None:
            session.execute(delete(table).where(table.c.id == edit.id))
        else:
            session.execute(update(table).where(table.c.id == edit.id).values(edit.values))
    session.expire_all()


def _current(session: Session, table: Table, key: str) -> Row | None:
    row = session.execute(select(table).where(table.c.id == key)).mappings().first()
    return None if row is None else dict(row)


def _living(session: Session, column: Column[Any], value: Any) -> Any:
    """`value`; of a reference the row it was merged into, None if it is gone altogether."""
    if value is None or not column.foreign_keys:
        return value
    target = next(iter(column.foreign_keys)).column.table
    if session.scalar(select(target.c.id).where(target.c.id == value)) is not None:
        return value
    for merge in _merges(target.name):
        return session.scalar(select(merge.kept_id).where(merge.lost_id == value))
    return None


def _merges(table: str) -> Iterator[type[PersonMerge] | type[EntityMerge]]:
    if table == "person":
        yield PersonMerge
    elif table == "entity":
        yield EntityMerge


def _table(name: str) -> Table:
    return Base.metadata.tables[name]
