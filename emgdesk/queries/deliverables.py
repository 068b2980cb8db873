"""Reports and tools the workstreams make, and the stages they reached."""

from collections import defaultdict
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from emgdesk.db.models import Deliverable, DeliverableStage, Entity, Meeting, Reservation, Workstream
from emgdesk.domain.statuses import ENDORSED


@dataclass(frozen=True, slots=True)
class StageRow:
    """A stage reached: `stage` one of statuses.DELIVERABLE_STAGES, `date` ISO or "", `meeting` its code."""

    id: str
    stage: str
    date: str
    meeting_id: str | None
    note: str
    meeting: str = ""


@dataclass(frozen=True, slots=True)
class ReservationOn:
    """A reservation on a deliverable: `entity` as on the desk, else as written; `text` CommonMark."""

    id: str
    entity: str
    text: str


@dataclass(frozen=True, slots=True)
class DeliverableRow:
    """A deliverable with its stages by date; `workstream` is the name of the one that makes it, or "".

    `entities` are those that contribute, as written.
    """

    id: str
    title: str
    kind: str
    edition: str
    workstream_id: str | None
    workstream: str
    web_address: str
    stages: tuple[StageRow, ...]
    entities: str = ""
    reservations: tuple[ReservationOn, ...] = ()


def list_deliverables(session: Session, *, workstream_id: str | None = None) -> tuple[DeliverableRow, ...]:
    """The deliverables in their order, all or those of one workstream."""
    names = {one.id: one.name for one in session.execute(select(Workstream.id, Workstream.name))}
    stages, reservations = _stages(session), _reservations(session)
    wanted = select(Deliverable).order_by(Deliverable.position, Deliverable.id)
    if workstream_id is not None:
        wanted = wanted.where(Deliverable.workstream_id == workstream_id)
    rows = session.scalars(wanted)
    return tuple(
        DeliverableRow(
            id=row.id,
            title=row.title,
            kind=row.kind,
            edition=row.edition,
            workstream_id=row.workstream_id,
            workstream=names.get(row.workstream_id or "", ""),
            web_address=row.web_address,
            stages=tuple(stages.get(row.id, ())),
            entities=row.entities,
            reservations=tuple(reservations.get(row.id, ())),
        )
        for row in rows
    )


def _stages(session: Session) -> dict[str, list[StageRow]]:
    """Stages by date; one without a date stays behind the one it was written after."""
    made: dict[str, list[tuple[str, StageRow]]] = defaultdict(list)
    ordered = (
        select(DeliverableStage, Meeting.code)
        .outerjoin(Meeting, Meeting.id == DeliverableStage.meeting_id)
        .order_by(DeliverableStage.position, DeliverableStage.id)
    )
    for one, code in session.execute(ordered):
        own = made[one.deliverable_id]
        day = one.date or (own[-1][0] if own else "")
        own.append((day, StageRow(one.id, one.stage, one.date, one.meeting_id, one.note, code or "")))
    return {key: [row for _, row in sorted(own, key=lambda pair: pair[0])] for key, own in made.items()}


def _reservations(session: Session) -> dict[str, list[ReservationOn]]:
    made: dict[str, list[ReservationOn]] = defaultdict(list)
    ordered = (
        select(Reservation, Entity.acronym)
        .outerjoin(Entity, Entity.id == Reservation.entity_id)
        .where(Reservation.deliverable_id.is_not(None))
        .order_by(Reservation.position, Reservation.id)
    )
    for one, acronym in session.execute(ordered):
        made[one.deliverable_id or ""].append(ReservationOn(one.id, acronym or one.entity, one.text))
    return made


def endorsed_deliverables(session: Session, *, meeting_id: str) -> tuple[DeliverableRow, ...]:
    """The deliverables a meeting endorsed, as its report lists them."""
    return tuple(
        row
        for row in list_deliverables(session)
        if any(one.stage == ENDORSED and one.meeting_id == meeting_id for one in row.stages)
    )
