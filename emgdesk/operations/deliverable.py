"""Deliverables of the workstreams, and which meeting endorsed them."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from emgdesk.db.models import Deliverable, DeliverableStage, Meeting, Reservation, Workstream
from emgdesk.domain.dates import decided_on, is_stored_date
from emgdesk.domain.statuses import DELIVERABLE_STAGES, ENDORSED
from emgdesk.domain.web_addresses import address_fault
from emgdesk.errors import DataError
from emgdesk.operations.marking import operation
from emgdesk.operations.rows import assign, fetch

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
    """Correct title, kind, edition, workstream, web address or place of a deliverable."""
    _assign(session, fetch(session, Deliverable, deliverable_id, "deliverable"), fields)


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
    assign(row, STAGE_FIELDS, fields)
    _check(row)


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
    assign(row, STAGE_FIELDS, fields)
    _check(row)
    session.add(row)
    session.flush()
    return row.id


def _check(row: DeliverableStage) -> None:
    if row.stage not in DELIVERABLE_STAGES:
        raise DataError(f"A stage is one of: {', '.join(DELIVERABLE_STAGES)}.", place="stage")
    if not is_stored_date(row.date or ""):
        raise DataError(
            f"“{row.date}” is not a date; write 2026-05-28, or 2026-05 for a month.", place="date"
        )
