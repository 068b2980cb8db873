from sqlalchemy.orm import Mapped

from emgdesk.db.types import Base, Key, Number, Word, reference


class Intervention(Base):
    """What was said, noted during the meeting; a paragraph once it was turned into one."""

    __tablename__ = "intervention"

    id: Mapped[Key]
    meeting_id: Mapped[str] = reference("meeting.id")
    agenda_item_id: Mapped[str | None] = reference("agenda_item.id", optional=True)
    position: Mapped[Number]
    person_id: Mapped[str | None] = reference("person.id", optional=True)
    speaker: Mapped[Word]  # as printed
    entity_id: Mapped[str | None] = reference("entity.id", optional=True)
    entity: Mapped[Word]  # as printed
    kind: Mapped[Word]  # statement, question, answer, request, proposal, reservation
    gist: Mapped[Word]  # CommonMark
    at: Mapped[Word]  # HH:MM
    paragraph_id: Mapped[str | None] = reference("paragraph.id", optional=True)
