from sqlalchemy.orm import Mapped

from emgdesk.db.types import Base, Key, Word, reference


class IntendedFinding(Base):
    """A finding of the check that is meant to be so, and why."""

    __tablename__ = "intended_finding"

    id: Mapped[Key]
    meeting_id: Mapped[str | None] = reference("meeting.id", optional=True)
    finding: Mapped[Word]  # the finding's own key
    reason: Mapped[Word]
    at: Mapped[Word]  # ISO, UTC
