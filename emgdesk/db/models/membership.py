from sqlalchemy.orm import Mapped

from emgdesk.db.types import Base, Key, Number, Word, reference


class Membership(Base):
    """An entity or a person in a workstream, from day to day: lead, member, focal point, officer."""

    __tablename__ = "membership"

    id: Mapped[Key]
    workstream_id: Mapped[str] = reference("workstream.id")
    position: Mapped[Number]
    role: Mapped[Word]  # domain.statuses.MEMBERSHIPS
    entity_id: Mapped[str | None] = reference("entity.id", optional=True)
    entity: Mapped[Word]  # as written
    person_id: Mapped[str | None] = reference("person.id", optional=True)
    person: Mapped[Word]  # as written
    since: Mapped[Word]  # ISO: a day, a month or a year; "" open
    until: Mapped[Word]
    note: Mapped[Word]
