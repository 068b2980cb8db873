"""Entities asked to report on their tasks, and what came back."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from emgdesk.db.models import Entity, ProgressRequest
from emgdesk.domain.folding import fold
from emgdesk.errors import DataError
from emgdesk.operations.marking import operation
from emgdesk.operations.rows import fetch


@operation
def ask_for_progress(
    session: Session,
    /,
    *,
    entities: Sequence[tuple[str | None, str]],
    as_of: str,
    asked_on: str,
    due: str = "",
) -> tuple[str, ...]:
    """Note that entities (key or None, name) were asked; answers the keys of the requests, in order.

    `as_of` is the ISO day the progress is told of, `asked_on` that of asking, `due` that of the return
    ("" for none). Who was asked for that day and has not answered is asked again: the same request gets
    the new days. Raises DataError without an entity, for a bad date, or a return before the asking.
    """
    _check(entities, as_of, asked_on, due)
    keys = []
    for entity_id, name in entities:
        if entity_id is not None:
            name = fetch(session, Entity, entity_id, "entity").acronym
        row = _open_request(session, entity_id, name, as_of)
        if row is None:
            row = ProgressRequest(entity_id=entity_id, entity=name.strip(), as_of=as_of)
            session.add(row)
        row.asked_on, row.due = asked_on, due
        session.flush()
        keys.append(row.id)
    return tuple(keys)


@operation
def mark_answered(
    session: Session, /, *, request_ids: Sequence[str], answered_on: str, file: str = ""
) -> None:
    """Note on which ISO day an answer came, and in which file; a later one takes the place of an earlier.

    With `answered_on` "" it is taken back: the request waits again. Raises DataError for a bad date.
    """
    if answered_on:
        _day(answered_on, "answered_on")
    for key in request_ids:
        row = fetch(session, ProgressRequest, key, "request")
        row.answered_on, row.file = answered_on, file.strip() if answered_on else ""


@operation
def withdraw_requests(session: Session, /, *, request_ids: Sequence[str]) -> None:
    """Take requests back, as if nobody had been asked; what was reported stays."""
    for key in request_ids:
        session.delete(fetch(session, ProgressRequest, key, "request"))


def _check(entities: Sequence[tuple[str | None, str]], as_of: str, asked_on: str, due: str) -> None:
    if not entities:
        raise DataError("Choose at least one entity to ask.", place="entities")
    if any(not key and not name.strip() for key, name in entities):
        raise DataError("An entity to ask needs a name.", place="entities")
    _day(as_of, "as_of")
    _day(asked_on, "asked_on")
    if due and _day(due, "due") < asked_on:
        raise DataError(f"The day of return, {due}, lies before the day of asking, {asked_on}.", place="due")


def _day(text: str, place: str) -> str:
    try:
        return date.fromisoformat(text).isoformat() if len(text) == 10 else _refuse(text, place)
    except ValueError:
        return _refuse(text, place)


def _refuse(text: str, place: str) -> str:
    raise DataError(f"“{text}” is not a day; write 2026-05-28.", place=place)


def _open_request(session: Session, entity_id: str | None, name: str, as_of: str) -> ProgressRequest | None:
    """The request of an entity for a day that nobody has answered yet."""
    waiting = select(ProgressRequest).where(
        ProgressRequest.as_of == as_of, ProgressRequest.answered_on == "",
        ProgressRequest.entity_id.is_(entity_id),
    )  # fmt: skip
    rows = session.scalars(waiting.order_by(ProgressRequest.id))
    return next((row for row in rows if entity_id or fold(row.entity) == fold(name)), None)
