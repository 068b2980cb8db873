"""Deliverables of the workstreams, and which meeting endorsed them."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from emgdesk.db.models import Deliverable, DeliverableStage, Meeting, Reservation, Workstream
from emgdesk.domain.dates import decided_on, is_stored_date
from emgdesk.domain.editions import next_edition
from emgdesk.domain.statuses import DELIVERABLE_STAGES, ENDORSED
from emgdesk.domain.web_addresses import address_fault
from emgdesk.errors import DataError
from emgdesk.operations.marking import operation
from emgdesk.operations.rows import assign, fetch, reorder

FIELDS = frozenset(("title", "kind", "edition", "workstream_id", "web_address", "position", "entities"))
STAGE_FIELDS = frozenset(("stage", "date", "meeting_id", "note"))


@operation
def add_deliverable(session: Session, /, *, title: str, endorsed_at: str | None = None, **fields: Any) -> str:
    """A deliverable at the end of all; `endorsed_at` is the key of a meeting that endorsed it at once.

    Returns its key. Raises DataError without a title.
    """
    last = session.scalar(select(func.max(Deliverable.position)))
    row = Deliverable(position=(last or 0) + 1)
    _assign(session, row, {"title": title, **fields})
    session.add(row)
    session.flush()
    if endorsed_at is not None:
        _endorse(session, row.id, endorsed_at)
    return row.id


@operation
def update_deliverable(session: Session, /, *, deliverable_id: str, **fields: Any) -> None:
    """Correct a deliverable. Raises DataError as `update_deliverables` does."""
    update_deliverables(session, deliverable_ids=(deliverable_id,), **fields)


@operation
def update_deliverables(session: Session, /, *, deliverable_ids: Sequence[str], **fields: Any) -> None:
    """Give deliverables the same title, kind, edition, workstream, entities or web address.

    Raises DataError for one without title, for an address that is none, and a workstream that is gone.
    """
    for key in deliverable_ids:
        _assign(session, fetch(session, Deliverable, key, "deliverable"), fields)


@operation
def add_edition(session: Session, /, *, deliverable_id: str, edition: str | None = None) -> str:
    """The next edition of a deliverable: its title, kind, workstream and entities, no stage yet.

    `edition` None numbers it after the newest one of this title and workstream ("2nd" -> "3rd").
    Returns its key.
    """
    model = fetch(session, Deliverable, deliverable_id, "deliverable")
    alike = select(Deliverable).where(
        Deliverable.title == model.title, Deliverable.workstream_id == model.workstream_id
    )
    newest = session.scalars(alike.order_by(Deliverable.position.desc(), Deliverable.id.desc())).first()
    told = next_edition((newest or model).edition or "") if edition is None else edition
    kept = {key: getattr(model, key) for key in ("title", "kind", "workstream_id", "entities")}
    return add_deliverable(session, edition=told, **kept)


@operation
def move_deliverable(session: Session, /, *, deliverable_id: str, offset: int) -> None:
    """Move a deliverable by `offset` places among those of its workstream."""
    row = fetch(session, Deliverable, deliverable_id, "deliverable")
    own = select(Deliverable).where(Deliverable.workstream_id == row.workstream_id)
    ordered = session.scalars(own.order_by(Deliverable.position, Deliverable.id)).all()
    reorder(ordered, deliverable_id, offset)


@operation
def endorse_deliverable(session: Session, /, *, deliverable_id: str, meeting_id: str) -> str:
    """Say that a meeting endorsed a deliverable, on its last day. Returns the key of the stage.

    Raises DataError if that is said already.
    """
    fetch(session, Deliverable, deliverable_id, "deliverable")
    return _endorse(session, deliverable_id, meeting_id)


@operation
def unendorse_deliverable(session: Session, /, *, deliverable_id: str, meeting_id: str) -> None:
    """Take back that a meeting endorsed a deliverable. Raises DataError if it did not."""
    found = _endorsements(session, deliverable_id, meeting_id)
    if not found:
        raise DataError("This meeting has not endorsed the deliverable.")
    for stage in found:
        session.delete(stage)


@operation
def add_stage(session: Session, /, *, deliverable_id: str, stage: str, **fields: Any) -> str:
    """A stage a deliverable reached. Returns its key. Raises DataError for an unknown stage or date."""
    fetch(session, Deliverable, deliverable_id, "deliverable")
    return _add_stage(session, deliverable_id, {"stage": stage, **fields})


@operation
def update_stage(session: Session, /, *, stage_id: str, **fields: Any) -> None:
    """Correct a stage. Raises DataError as `add_stage` does."""
    row = fetch(session, DeliverableStage, stage_id, "stage")
    _set_stage(session, row, fields)


@operation
def delete_stage(session: Session, /, *, stage_id: str) -> None:
    """Take a stage back."""
    session.delete(fetch(session, DeliverableStage, stage_id, "stage"))


@operation
def delete_deliverables(session: Session, /, *, deliverable_ids: Sequence[str]) -> None:
    """Take deliverables with their stages and the reservations on them off the desk."""
    doomed = [fetch(session, Deliverable, key, "deliverable") for key in deliverable_ids]
    for stage in session.scalars(
        select(DeliverableStage).where(DeliverableStage.deliverable_id.in_(deliverable_ids))
    ):
        session.delete(stage)
    for one in session.scalars(select(Reservation).where(Reservation.deliverable_id.in_(deliverable_ids))):
        session.delete(one)
    session.flush()
    for row in doomed:
        session.delete(row)


def _assign(session: Session, row: Deliverable, fields: dict[str, Any]) -> None:
    if fields.get("workstream_id") is not None:
        fetch(session, Workstream, fields["workstream_id"], "workstream")
    assign(row, FIELDS, fields)
    if not row.title:
        raise DataError("A deliverable needs a title.", place="title")
    if fault := address_fault(row.web_address or ""):
        raise DataError(fault, place="web_address")


def _endorse(session: Session, deliverable_id: str, meeting_id: str) -> str:
    meeting = fetch(session, Meeting, meeting_id, "meeting")
    if _endorsements(session, deliverable_id, meeting_id):
        raise DataError(f"{meeting.code} has endorsed this deliverable already.")
    day = decided_on(meeting.date, meeting.end_date)
    return _add_stage(session, deliverable_id, {"stage": ENDORSED, "date": day, "meeting_id": meeting_id})


def _endorsements(session: Session, deliverable_id: str, meeting_id: str) -> Sequence[DeliverableStage]:
    wanted = select(DeliverableStage).where(
        DeliverableStage.deliverable_id == deliverable_id,
        DeliverableStage.meeting_id == meeting_id,
        DeliverableStage.stage == ENDORSED,
    )
    return session.scalars(wanted).all()


def _add_stage(session: Session, deliverable_id: str, fields: dict[str, Any]) -> str:
    own = select(func.max(DeliverableStage.position)).where(DeliverableStage.deliverable_id == deliverable_id)
    row = DeliverableStage(deliverable_id=deliverable_id, position=(session.scalar(own) or 0) + 1)
    _set_stage(session, row, fields)
    session.add(row)
    session.flush()
    return row.id


def _set_stage(session: Session, row: DeliverableStage, fields: dict[str, Any]) -> None:
    if fields.get("meeting_id"):
        fetch(session, Meeting, fields["meeting_id"], "meeting")
    assign(row, STAGE_FIELDS, fields)
    if row.stage not in DELIVERABLE_STAGES:
        raise DataError(f"A stage is one of: {', '.join(DELIVERABLE_STAGES)}.", place="stage")
    if not is_stored_date(row.date or ""):
        raise DataError(
            f"“{row.date}” is not a date; write 2026-05-28, or 2026-05 for a month.", place="date"
        )
