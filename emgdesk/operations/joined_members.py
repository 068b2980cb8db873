"""Members of workstreams when two entities, or two people, turn out to be one."""

from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import InstrumentedAttribute, Session

from emgdesk.db.models import Membership
from emgdesk.operations.member_rows import are_twins


def join_memberships(
    session: Session, column: InstrumentedAttribute[Any], kept_id: str, lost_id: str
) -> None:
    """Let what `lost_id` was in be the kept one's; where both were in it on the same days, one row stays.

    `column` is that of the entity or of the person. The row that stays lasts from the first day of the
    two to the last and keeps the notes of both.
    """
    session.flush()
    theirs = session.scalars(select(Membership).where(column == lost_id).order_by(Membership.id)).all()
    for row in theirs:
        setattr(row, column.key, kept_id)
        same_place = select(Membership).where(
            Membership.workstream_id == row.workstream_id, Membership.role == row.role, column == kept_id
        )
        with session.no_autoflush:
            others = [other for other in session.scalars(same_place) if other is not row]
        twin = next((other for other in others if are_twins(other, row)), None)
        if twin is not None:
            _join(twin, row)
            session.delete(row)
        session.flush()


def _join(stays: Membership, goes: Membership) -> None:
    stays.since = min(stays.since, goes.since) if stays.since and goes.since else ""
    stays.until = max(stays.until, goes.until) if stays.until and goes.until else ""
    if goes.note not in ("", stays.note):
        stays.note = "; ".join(filter(None, (stays.note, goes.note)))
    stays.person = stays.person or goes.person
    stays.entity = stays.entity or goes.entity
