from sqlalchemy.orm import Mapped

from emgdesk.db.types import Base, Key, Number, Word, reference


class MandateEvent(Base):
    """What happened to a workstream's mandate, and which decision made it."""

    __tablename__ = "mandate_event"

    id: Mapped[Key]
    workstream_id: Mapped[str] = reference("workstream.id")
    position: Mapped[Number]
    kind: Mapped[Word]  # domain.mandates.EVENTS
    date: Mapped[Word]  # ISO: a day, a month or a year
    meeting_id: Mapped[str | None] = reference("meeting.id", optional=True)
    meeting: Mapped[Word]  # as typed, where the desk has no such meeting
    action_id: Mapped[str | None] = reference("action.id", optional=True)  # the decision
    effect_id: Mapped[str | None] = reference("effect.id", optional=True)  # the effect of it
    other_workstream_id: Mapped[str | None] = reference("workstream.id", optional=True)
    other_workstream: Mapped[Word]
    new_name: Mapped[Word]
    new_kind: Mapped[Word]
    until: Mapped[Word]  # a date, a SOM, a condition in words; "" the next SOM
    note: Mapped[Word]
