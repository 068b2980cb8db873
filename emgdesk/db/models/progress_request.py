from sqlalchemy.orm import Mapped

from emgdesk.db.types import Base, Key, Word, reference


class ProgressRequest(Base):
    """An entity asked to report on its tasks as of a day; open until its sheet came back."""

    __tablename__ = "progress_request"

    id: Mapped[Key]
    entity_id: Mapped[str | None] = reference("entity.id", optional=True)
    entity: Mapped[Word]  # as written
    as_of: Mapped[Word]  # ISO date the progress is to be told of
    asked_on: Mapped[Word]  # ISO date
    due: Mapped[Word]  # ISO date
    answered_on: Mapped[Word]  # ISO date; "" not yet
    file: Mapped[Word]  # name of the sheet that came back
