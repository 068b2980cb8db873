"""Taking back what a merge did, whatever was done since.

A column goes back only where it still is as the merge left it. A row brought back may name
an entity that was merged into another since: it gets that one, and the later merge learns
of it, so that parting that too brings the first one back. In the same way a row that is
gone because a later merge took it changes there.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Column, Table, bindparam, delete, insert, select, update
from sqlalchemy.orm import Session

from emgdesk.db.types import Base
from emgdesk.operations.merge_archive import MergeArchive
from emgdesk.operations.traces import BELONGINGS, Row, State, Trace, table_of

_OWNERS = frozenset(("person_id", "kept_id"))
_BATCH = 500
_TWO = frozenset(("two_people", "two_entities"))


@dataclass(frozen=True, slots=True)
class Edit:
    """What was done since to a row a merge had changed: other values, or None if it was removed."""

    table: str
    id: str
    values: Row | None


def take_back(session: Session, archive: MergeArchive, found: Sequence[Trace]) -> None:
    """Bring back the rows removed, the columns that still are as left, and drop the rows made.

    `archive` has all merges but the one that did this.
    """
    session.flush()
    for table in Base.metadata.sorted_tables:
        for trace in found:
            if trace.table == table.name and trace.after is None:
                _put_back(session, archive, table, trace.before or {})
    _restore(session, archive, [trace for trace in found if trace.before and trace.after])
    for trace in found:
        if trace.before is None:
            table = table_of(trace.table)
            session.execute(delete(table).where(table.c.id == trace.id))
    archive.save()
    session.expire_all()


def edits_since(session: Session, archive: MergeArchive, found: Iterable[Trace]) -> tuple[Edit, ...]:
    """What was done since to the rows a merge changed, to be done again after it is made anew."""
    changed = [trace for trace in found if trace.before and trace.after]
    current = _current(session, changed)
    return tuple(edit for trace in changed if (edit := _edit(archive, trace, current)) is not None)


def edit_again(session: Session, edits: Iterable[Edit]) -> None:
    """Do these edits to the rows that are there."""
    session.flush()
    edits = list(edits)
    rows = _current(session, [Trace(edit.table, edit.id, None, edit.values) for edit in edits])
    for edit in edits:
        table = table_of(edit.table)
        current = rows.get((edit.table, edit.id), {})
        values = {k: v for k, v in (edit.values or {}).items() if current.get(k, v) != v}
        if edit.values is None:
            session.execute(delete(table).where(table.c.id == edit.id))
        elif values:
            session.execute(update(table).where(table.c.id == edit.id).values(values))
    session.expire_all()


def _put_back(session: Session, archive: MergeArchive, table: Table, row: Row) -> None:
    """Insert a row under its old key; one whose owner is gone stays away."""
    values = {}
    for name, value in row.items():
        if name in table.c:  # a column may have gone with a later version of the desk
            values[name] = archive.living(table.c[name], row["id"], value)
            if values[name] is None and not table.c[name].nullable:
                return
    if table.name in _TWO:
        values["one_id"], values["other_id"] = sorted((values["one_id"], values["other_id"]))
        same = (table.c.one_id == values["one_id"]) & (table.c.other_id == values["other_id"])
        if values["one_id"] == values["other_id"] or session.scalar(select(table.c.id).where(same)):
            return
    session.execute(insert(table).values(values))


def _restore(session: Session, archive: MergeArchive, changed: Sequence[Trace]) -> None:
    """Set back columns that still are as left; a name or an address that was removed since comes back."""
    rows = _current(session, changed)
    updates: dict[tuple[str, ...], list[Row]] = defaultdict(list)
    for trace in changed:
        table = table_of(trace.table)
        before, after = trace.before or {}, trace.after or {}
        archive.went_back(trace.table, trace.id, before, after)
        current = rows.get((trace.table, trace.id))
        if current is None:
            if trace.table in BELONGINGS:
                _put_back(session, archive, table, before)
            continue
        values = _values_back(archive, trace, current)
        if values:
            updates[trace.table, *values].append({**values, "row_id": trace.id})
    for (name, *columns), values_of_rows in updates.items():
        table = table_of(name)
        statement = update(table).where(table.c.id == bindparam("row_id"))
        session.connection().execute(
            statement.values({column: bindparam(column) for column in columns}), values_of_rows
        )


def _values_back(archive: MergeArchive, trace: Trace, current: Row) -> Row:
    """The columns of a row that are to be set back, with what they held before."""
    table, before = table_of(trace.table), trace.before or {}
    values = {
        name: archive.living(table.c[name], trace.id, before[name])
        for name, left in (trace.after or {}).items()
        if name in current and _is_as_left(archive, table.c[name], left, current[name])
    }
    return {
        name: value
        for name, value in values.items()
        if value != current[name] and (value is not None or table.c[name].nullable)
    }


def _edit(archive: MergeArchive, trace: Trace, rows: State) -> Edit | None:
    table = table_of(trace.table)
    current = rows.get((trace.table, trace.id))
    if current is None:
        return Edit(trace.table, trace.id, None)
    owned = _OWNERS | ({"entity_id"} if trace.table in BELONGINGS else set())
    differing = {
        name: current[name]
        for name, left in (trace.after or {}).items()
        if name in current
        and name not in owned
        and not _is_as_left(archive, table.c[name], left, current[name])
    }
    return Edit(trace.table, trace.id, differing) if differing else None


def _current(session: Session, changed: Iterable[Trace]) -> State:
    """The changed columns of these rows as they are now; rows that are gone are left out."""
    groups: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for trace in changed:
        known = table_of(trace.table).c
        groups[trace.table, *(name for name in trace.after or {} if name in known)].append(trace.id)
    found: State = {}
    for (name, *columns), keys in groups.items():
        table = table_of(name)
        for start in range(0, len(keys), _BATCH):
            some = table.c.id.in_(keys[start : start + _BATCH])
            statement = select(table.c.id, *(table.c[column] for column in columns if column != "id"))
            for row in session.execute(statement.where(some)).mappings():
                found[name, row["id"]] = dict(row)
    return found


def _is_as_left(archive: MergeArchive, column: Column[Any], left: Any, current: Any) -> bool:
    """Whether a column still holds what was left there, or the row that was merged into since."""
    return bool(current == left or (current is not None and archive.way(column, left)[-1:] == [current]))
