"""What all merges of the desk keep, at hand while one of them is parted."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from sqlalchemy import Column, select
from sqlalchemy.orm import Session

from emgdesk.db.models import EntityMerge, PersonMerge
from emgdesk.operations.traces import Row, Trace, read_told

_MODELS = (PersonMerge, EntityMerge)
_WATCHED = frozenset(("person", "participation", "entity", "membership"))


class MergeArchive:
    """Finds what a row was merged into, and tells the merges what becomes of rows they keep.

    The merges into `kept_id` are not told: they are parted and made anew in their order, and
    need not be. `save` writes what was told.
    """

    def __init__(self, session: Session, kept_id: str) -> None:
        self._session = session
        self._kept_id = kept_id
        self._there: set[str] = set()  # keys seen to be there: no row that is referred to goes meanwhile
        merges: list[Any] = [merge for model in _MODELS for merge in session.scalars(select(model)).all()]
        self._merges = {merge.id: merge for merge in merges}
        self._told = {merge.id: read_told(merge.before) for merge in merges}
        self._by_lost = {merge.lost_id: merge.id for merge in merges}
        self._traces: dict[str, list[Trace]] = {}
        self._keeping: dict[tuple[str, str], list[str]] = defaultdict(list)
        for merge_id, told in self._told.items():
            for trace in told.traces:
                if trace.table in _WATCHED:
                    self._keeping[trace.table, trace.id].append(merge_id)

    def way(self, column: Column[Any], value: Any) -> list[str]:
        """What the row a reference leads to was merged into, and that one in turn.

        The last one is there; () if the row itself is, or is gone altogether.
        """
        way: list[str] = []
        while not self._is_there(column, value):
            merge_id = self._by_lost.get(value)
            if merge_id is None:
                return []
            value = self._told[merge_id].kept_id
            way.append(value)
        return way

    def living(self, column: Column[Any], row_id: str, value: Any) -> Any:
        """`value`; of a reference what it was merged into, which these merges learn of this row."""
        way = self.way(column, value)
        if column.table.name in _WATCHED:
            for gone, into in zip([value, *way], way, strict=False):
                self._learn(gone, Trace(column.table.name, row_id, {column.name: gone}, {column.name: into}))
        return way[-1] if way else value if self._is_there(column, value) else None

    def _is_there(self, column: Column[Any], value: Any) -> bool:
        if value is None or not column.foreign_keys:
            return True
        if value in self._there:
            return True
        target = next(iter(column.foreign_keys)).column.table
        if self._session.scalar(select(target.c.id).where(target.c.id == value)) is None:
            return False
        self._there.add(value)
        return True

    def _learn(self, lost_id: str, trace: Trace) -> None:
        merge_id = self._by_lost[lost_id]
        others = [one for one in self._kept(merge_id) if (one.table, one.id) != (trace.table, trace.id)]
        self._traces[merge_id] = [*others, trace]
        self._keeping[trace.table, trace.id].append(merge_id)

    def _kept(self, merge_id: str) -> list[Trace]:
        return self._traces.get(merge_id) or list(self._told[merge_id].traces)

    def went_back(self, table: str, row_id: str, before: Row, after: Row) -> None:
        """Columns of a row went from `after` back to `before`: also where merges keep it so."""
        after = {name: value for name, value in after.items() if value is not None}
        for merge_id in set(self._keeping.get((table, row_id), ())):
            if self._merges[merge_id].kept_id == self._kept_id:
                continue
            self._traces[merge_id] = [
                _changed(trace, before, after) if (trace.table, trace.id) == (table, row_id) else trace
                for trace in self._kept(merge_id)
            ]

    def save(self) -> None:
        """Write what was told to the merges."""
        for merge_id, found in self._traces.items():
            written = replace(self._told[merge_id], traces=tuple(found)).written()
            if written != self._merges[merge_id].before:
                self._merges[merge_id].before = written
        self._session.flush()


def _changed(trace: Trace, before: Row, after: Row) -> Trace:
    """`trace` with the columns that hold what was in `after` holding what was in `before`."""

    def put(row: Mapping[str, Any] | None) -> Row | None:
        if row is None:
            return None
        return {name: before[name] if name in after and after[name] == v else v for name, v in row.items()}

    return replace(trace, before=put(trace.before), after=put(trace.after))
