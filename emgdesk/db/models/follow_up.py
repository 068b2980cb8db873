from sqlalchemy.orm import Mapped

from emgdesk.db.types import Base, Key, Number, Word, reference


class FollowUp(Base):
    """Who owes what to whom, from which paragraph or action; open until it is answered."""

    __tablename__ = "follow_up"

    id: Mapped[Key]
    meeting_id: Mapped[str] = reference("meeting.id")  # where it arose
    position: Mapped[Number]
    paragraph_id: Mapped[str | None] = reference("paragraph.id", optional=True)
    action_id: Mapped[str | None] = reference("action.id", optional=True)
    entity_id: Mapped[str | None] = reference("entity.id", optional=True)  # who owes it
    who: Mapped[Word]  # as printed
    whom: Mapped[Word]
    what: Mapped[Word]  # CommonMark
    due: Mapped[Word]  # an ISO date, "next meeting" or "every meeting"
    status: Mapped[Word]  # open, done, dropped
    answer: Mapped[Word]  # CommonMark
    answered_on: Mapped[Word]  # ISO date
    answered_meeting_id: Mapped[str | None] = reference("meeting.id", optional=True)
