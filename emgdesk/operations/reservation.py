"""Reservations of entities on an action, a paragraph of a report or a deliverable."""

from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from emgdesk.db.models import Action, Deliverable, Entity, Paragraph, Reservation
from emgdesk.errors import DataError
from emgdesk.operations.marking import operation
from emgdesk.operations.rows import assign, fetch

FIELDS = frozenset({"entity", "entity_id", "text"})


@operation
def add_reservation(
    session: Session,
    /,
    *,
    entity: str,
    text: str,
    action_id: str | None = None,
    paragraph_id: str | None = None,
    deliverable_id: str | None = None,
    entity_id: str | None = None,
) -> str:
    """A reservation on exactly one of the three, after those it has; returns its key.

    `entity` is printed as given; where the desk has no such key, `entity_id` may be left out. Raises
    DataError without an entity or a text, or for none or several things reserved on.
    """
    held = {"action_id": action_id, "paragraph_id": paragraph_id, "deliverable_id": deliverable_id}
    chosen = {name: key for name, key in held.items() if key}
    if len(chosen) != 1:
        raise DataError("A reservation is on one action, one paragraph or one deliverable.")
    for model, key, what in (
        (Action, action_id, "action"), (Paragraph, paragraph_id, "paragraph"),
        (Deliverable, deliverable_id, "deliverable"),
    ):  # fmt: skip
        if key:
            fetch(session, model, key, what)
    ((name, key),) = chosen.items()
    mine = select(func.max(Reservation.position)).where(getattr(Reservation, name) == key)
    row = Reservation(**chosen, position=(session.scalar(mine) or 0) + 1)
    _assign(session, row, {"entity": entity, "entity_id": entity_id, "text": text})
    session.add(row)
    session.flush()
    return row.id


@operation
def update_reservation(session: Session, /, *, reservation_id: str, **fields: Any) -> None:
    """Change who reserves or the words. Raises DataError as `add_reservation` does."""
    _assign(session, fetch(session, Reservation, reservation_id, "reservation"), fields)


@operation
def delete_reservation(session: Session, /, *, reservation_id: str) -> None:
    """Take a reservation away."""
    session.delete(fetch(session, Reservation, reservation_id, "reservation"))


def _assign(session: Session, row: Reservation, fields: dict[str, Any]) -> None:
    if not fields.get("entity", row.entity or "").strip():
        raise DataError("A reservation needs the entity that made it.", place="entity")
    if not fields.get("text", row.text or "").strip():
        raise DataError("A reservation needs its words.", place="text")
    if fields.get("entity_id"):
        fetch(session, Entity, fields["entity_id"], "entity")
    assign(row, FIELDS, fields)
