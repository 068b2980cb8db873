"""What a merge did to the rows: found by comparing before and after, kept with the merge as JSON."""

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Table, select
from sqlalchemy.orm import Session

from emgdesk.db.types import Base

Row = dict[str, Any]
State = dict[tuple[str, str], Row]
"""(table, id) -> the row, or those columns of it that are looked at."""

_BATCH = 500
BELONGINGS = frozenset(("person_name", "person_email", "entity_alias", "entity_domain"))
"""Tables of names and addresses: their owner gets them back even if they were removed since."""


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
    whole row where it is one of the `BELONGINGS`.
    """

    table: str
    id: str
    before: Row | None
    after: Row | None


@dataclass(frozen=True, slots=True)
class Told:
    """What is kept of a merge: into whom it was made then, the fields chosen, what it did."""

    kept_id: str
    chosen: Mapping[str, Any]
    traces: tuple[Trace, ...]

    def written(self) -> str:
        """As JSON."""
        rows = [[t.table, t.id, t.before, t.after] for t in self.traces]
        told = {"kept": self.kept_id, "chosen": dict(self.chosen), "rows": rows}
        return json.dumps(told, ensure_ascii=False, separators=(",", ":"))


def read_told(written: str) -> Told:
    """What was kept of a merge."""
    told = json.loads(written)
    return Told(told["kept"], told["chosen"], tuple(Trace(*row) for row in told["rows"]))


def table_of(name: str) -> Table:
    """The table of the desk with this name."""
    return Base.metadata.tables[name]


def read_state(session: Session, scopes: Iterable[Scope]) -> State:
    """The rows of these scopes as they are now."""
    session.flush()
    found: State = {}
    for scope in scopes:
        table = table_of(scope.model.__tablename__)
        columns = [table.c[name] for name in scope.columns] or list(table.c)
        for row in session.execute(select(*columns).where(scope.condition)).mappings():
            found[table.name, row["id"]] = dict(row)
    return found


def find_traces(session: Session, before: State, scopes: Sequence[Scope]) -> tuple[Trace, ...]:
    """What differs from `before`, read with the same scopes; rows that left them are looked up."""
    after = read_state(session, scopes)
    left: dict[str, list[str]] = defaultdict(list)
    for table, key in before.keys() - after.keys():
        left[table].append(key)
    for scope in scopes:
        keys = left.pop(scope.model.__tablename__, [])
        for start in range(0, len(keys), _BATCH):
            some = table_of(scope.model.__tablename__).c.id.in_(keys[start : start + _BATCH])
            after |= read_state(session, [Scope(scope.model, some, scope.columns)])
    touched = sorted(key for key in before.keys() | after.keys() if before.get(key) != after.get(key))
    return tuple(_trace(*key, before.get(key), after.get(key)) for key in touched)


def _trace(table: str, key: str, before: Row | None, after: Row | None) -> Trace:
    if before is None or after is None:
        return Trace(table, key, before, after)
    changed = [name for name in after if before[name] != after[name]]
    kept = before if table in BELONGINGS else {name: before[name] for name in changed}
    return Trace(table, key, kept, {name: after[name] for name in changed})
