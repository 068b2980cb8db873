"""Finding a row or saying in plain words that it is gone; setting only fields that exist."""

from collections.abc import Iterable, Sequence
from typing import Any, TypeVar

from sqlalchemy import select
from sqlalchemy.orm import Session

from emgdesk.db.types import Base
from emgdesk.errors import DataError, UsageError

M = TypeVar("M", bound=Base)


def fetch(session: Session, model: type[M], key: str, what: str) -> M:
    """The row of `model` with this key. Raises DataError ("This meeting is no longer on the desk.")."""
    found = session.get(model, key)
    if found is None:
        raise DataError(f"This {what} is no longer on the desk.")
    return found


def descends(session: Session, model: Any, key: str | None, ancestor: str | None) -> bool:
    """Whether the row `key` is `ancestor` or lies below it, following `parent_id`."""
    seen: set[str] = set()
    while key and key not in seen:
        if key == ancestor:
            return True
        seen.add(key)
        key = session.scalar(select(model.parent_id).where(model.id == key))
    return False


def set_names(
    session: Session, model: Any, owner: str, owner_id: str, names: Iterable[str], *, column: str = "name"
) -> None:
    """Make `names`, trimmed and each once, the rows of `model` whose column `owner` is `owner_id`."""
    wanted = list(dict.fromkeys(name.strip() for name in names if name.strip()))
    rows = session.scalars(select(model).where(getattr(model, owner) == owner_id))
    held = {getattr(row, column): row for row in rows}
    for name, row in held.items():
        if name not in wanted:
            session.delete(row)
    session.add_all(model(**{owner: owner_id, column: name}) for name in wanted if name not in held)
    session.flush()


def assign(row: Base, allowed: frozenset[str], fields: dict[str, Any]) -> None:
    """Set `fields` on `row`; text is trimmed. Raises UsageError for a field not in `allowed`."""
    for name, value in fields.items():
        if name not in allowed:
            raise UsageError(f"There is no field “{name}” here; known are: {', '.join(sorted(allowed))}.")
        setattr(row, name, value.strip() if isinstance(value, str) else value)


def reorder(rows: Sequence[Any], key: str, offset: int) -> None:
    """Move the row with this key by `offset` and number all rows anew, keeping the positions in use."""
    ordered = list(rows)
    here = next(n for n, row in enumerate(ordered) if row.id == key)
    moved = ordered.pop(here)
    ordered.insert(max(0, min(len(ordered), here + offset)), moved)
    positions = sorted(row.position for row in rows)
    if len(set(positions)) < len(positions):
        positions = list(range(positions[0], positions[0] + len(positions)))
    for row, position in zip(ordered, positions, strict=True):
        row.position = position
