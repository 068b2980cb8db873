"""Reports and tools the workstreams make, and the stages they reached."""

from collections import defaultdict
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from emgdesk.db.models import Deliverable, DeliverableStage, Workstream
from emgdesk.domain.statuses import ENDORSED


@dataclass(frozen=True, slots=True)
class StageRow:
    """A stage reached: `stage` one of statuses.DELIVERABLE_STAGES, `date` ISO or ""."""

    id: str
    stage: str
    date: str
    meeting_id: str | None
    note: str


@dataclass(frozen=True, slots=True)
class DeliverableRow:
    """A deliverable with its stages in order; `workstream` is the name of the one that makes it, or ""."""

    id: str
    title: str
    kind: str
    edition: str
    workstream_id: str | None
    workstream: str
    web_address: str
    stages: tuple[StageRow, ...]


def list_deliverables(session: Session) -> tuple[DeliverableRow, ...]:
    """All deliverables in their order."""
    names = {one.id: one.name for one in session.execute(select(Workstream.id, Workstream.name))}
    stages: dict[str, list[StageRow]] = defaultdict(list)
    for one in session.scalars(
        select(DeliverableStage).order_by(DeliverableStage.position, DeliverableStage.id)
    ):
        stages[one.deliverable_id].append(StageRow(one.id, one.stage, one.date, one.meeting_id, one.note))
    rows = session.scalars(select(Deliverable).order_by(Deliverable.position, Deliverable.id))
    return tuple(
        DeliverableRow(
            id=row.id,
            title=row.title,
            kind=row.kind,
            edition=row.edition,
            workstream_id=row.workstream_id,
            workstream=names.get(row.workstream_id or "", ""),
            web_address=row.web_address,
            stages=tuple(stages[row.id]),
        )
        for row in rows
    )


def endorsed_deliverables(session: Session, *, meeting_id: str) -> tuple[DeliverableRow, ...]:
    """The deliverables a meeting endorsed, as its report lists them."""
    return tuple(
        row
        for row in list_deliverables(session)
        if any(one.stage == ENDORSED and one.meeting_id == meeting_id for one in row.stages)
    )
