from sqlalchemy.orm import Mapped

from emgdesk.db.types import Base, Key, Number, Word, reference


class Task(Base):
    """A task of the work plan; without a workstream it belongs to the chapter itself."""

    __tablename__ = "task"

    id: Mapped[Key]
    chapter_id: Mapped[str] = reference("chapter.id")
    workstream_id: Mapped[str | None] = reference("workstream.id", optional=True)
    position: Mapped[Number]
    text: Mapped[Word]  # CommonMark; empty for a row without a task
    source: Mapped[Word]
    responsible: Mapped[Word]
    due: Mapped[Word]
    next_steps: Mapped[Word]  # CommonMark
    action_id: Mapped[str | None] = reference("action.id", optional=True)  # the decision it comes from
    since: Mapped[Word]  # ISO day it came into the work plan; "" always there
    until: Mapped[Word]  # ISO day it left the work plan: reports of later days are without it; "" in it


class ProgressEntry(Base):
    """What was reported on a task as of a date."""

    __tablename__ = "progress_entry"

    id: Mapped[Key]
    task_id: Mapped[str] = reference("task.id")
    position: Mapped[Number]
    status: Mapped[Word]  # completed, ongoing, upcoming, not started, postponed, dropped or empty
    text: Mapped[Word]  # CommonMark
    as_of: Mapped[Word]  # ISO date
