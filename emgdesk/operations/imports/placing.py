"""Workstreams that an import puts into a chapter stand where the file has them."""

from collections.abc import Collection, Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from emgdesk.db.models import Workstream


def place_workstreams(session: Session, in_file: Sequence[str], placed: Collection[str]) -> None:
    """Let those `placed` stand behind the one of their chapter that comes before them `in_file` (keys).

    One that is the first of its chapter in the file comes before the next of them; others keep their order.
    """
    wanted = {key: at for at, key in enumerate(in_file)}
    chapters = select(Workstream.chapter_id).where(Workstream.id.in_(placed)).distinct()
    for chapter_id in session.scalars(chapters).all():
        own = select(Workstream).where(Workstream.chapter_id == chapter_id)
        rows = list(session.scalars(own.order_by(Workstream.position, Workstream.id)))
        order = [row for row in rows if row.id not in placed]
        for row in sorted((row for row in rows if row.id in placed), key=lambda row: wanted[row.id]):
            order.insert(_place(row, order, wanted), row)
        if order != rows:
            last = 0
            for row, position in zip(order, sorted(row.position for row in rows), strict=True):
                last = row.position = max(position, last + 1)
    session.flush()


def _place(row: Workstream, order: Sequence[Workstream], wanted: dict[str, int]) -> int:
    held = [(at, wanted[other.id]) for at, other in enumerate(order) if other.id in wanted]
    before = [at for at, place in held if place < wanted[row.id]]
    behind = [at for at, place in held if place > wanted[row.id]]
    return before[-1] + 1 if before else behind[0] if behind else len(order)
