from sqlalchemy.orm import Mapped

from emgdesk.db.types import Base, Key, Number, Word, reference


class Deliverable(Base):
    """A report or tool a workstream makes."""

    __tablename__ = "deliverable"

    id: Mapped[Key]
    position: Mapped[Number]
    title: Mapped[Word]
    kind: Mapped[Word]
    edition: Mapped[Word]
    workstream_id: Mapped[str | None] = reference("workstream.id", optional=True)
    web_address: Mapped[Word]
    entities: Mapped[Word]  # those that contribute, as written


class DeliverableStage(Base):
    """A stage a deliverable reached: draft, comments, final, endorsed, launched."""

    __tablename__ = "deliverable_stage"

    id: Mapped[Key]
    deliverable_id: Mapped[str] = reference("deliverable.id")
    position: Mapped[Number]
    stage: Mapped[Word]
    date: Mapped[Word]  # ISO
    meeting_id: Mapped[str | None] = reference("meeting.id", optional=True)
    note: Mapped[Word]
