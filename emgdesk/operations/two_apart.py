"""Look-alikes that were said to be two: remembered, forgotten, carried over when one is merged."""

from typing import Any

from sqlalchemy import and_, or_, select
from sqlalchemy.orm import Session

from emgdesk.db.models import TwoEntities, TwoPeople

Two = type[TwoPeople] | type[TwoEntities]


def find_two(session: Session, model: Two, one_id: str, other_id: str) -> TwoPeople | TwoEntities | None:
    """The row that says these are two, in whichever order they are given."""
    first, second = sorted((one_id, other_id))
    statement: Any = select(model).where(and_(model.one_id == first, model.other_id == second))
    row: TwoPeople | TwoEntities | None = session.scalar(statement.limit(1))
    return row


def remember_two(session: Session, model: Two, one_id: str, other_id: str) -> None:
    """Say that these are two, once."""
    if one_id != other_id and find_two(session, model, one_id, other_id) is None:
        first, second = sorted((one_id, other_id))
        session.add(model(one_id=first, other_id=second))
        session.flush()


def carry_two(session: Session, model: Two, kept_id: str, lost_id: str) -> None:
    """Who was said to be another than the lost one is another than the kept one."""
    statement: Any = select(model).where(or_(model.one_id == lost_id, model.other_id == lost_id))
    for row in session.scalars(statement):
        other = row.other_id if row.one_id == lost_id else row.one_id
        session.delete(row)
        session.flush()
        remember_two(session, model, kept_id, other)
