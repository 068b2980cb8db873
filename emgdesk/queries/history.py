"""What was done to the desk, when and by whom: the journal in words."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import text
from sqlalchemy.orm import Session


@dataclass(frozen=True, slots=True)
class HistoryRow:
    """One revision; `at` is UTC in ISO form, `rows` how many rows it touched."""

    number: int
    label: str
    author: str
    at: str
    kind: str
    undone: bool
    undoable: bool
    rows: int


@dataclass(frozen=True, slots=True)
class ChangeRow:
    """One row touched: `action` I (made), U (changed) or D (deleted), values by column."""

    table: str
    row_id: str
    action: str
    before: dict[str, Any]
    after: dict[str, Any]


def list_history(session: Session, *, limit: int = 500) -> tuple[HistoryRow, ...]:
    """The newest revisions first."""
    rows: Iterable[Any] = session.execute(
        text(
            "SELECT number, label, author, at, kind, undone, undoable, last_change - first_change + 1 "
            "FROM revision ORDER BY number DESC LIMIT :limit"
        ),
        {"limit": limit},
    )
    values: Iterable[Any] = ((*row[:5], bool(row[5]), bool(row[6]), row[7]) for row in rows)
    return tuple(HistoryRow(*row) for row in values)


def list_changes(session: Session, *, number: int, limit: int = 1000) -> tuple[ChangeRow, ...]:
    """What a revision touched, in order; the bytes of files are left out."""
    rows: Iterable[Any] = session.execute(
        text(
            "SELECT c.table_name, c.row_id, c.action, c.before, c.after FROM change c, revision r "
            "WHERE r.number = :number AND c.id BETWEEN r.first_change AND r.last_change "
            "AND c.table_name <> 'attachment_part' "
            "ORDER BY c.id LIMIT :limit"
        ),
        {"number": number, "limit": limit},
    )
    return tuple(
        ChangeRow(*(json.loads(v or "{}") if n > 2 else v for n, v in enumerate(row))) for row in rows
    )
