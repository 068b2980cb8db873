from sqlalchemy.orm import Mapped

from emgdesk.db.types import Base, Key, Number, Word, reference


class Chapter(Base):
    """A chapter of the progress report; its Roman number is generated from the order."""

    __tablename__ = "chapter"

    id: Mapped[Key]
    title: Mapped[Word]
    position: Mapped[Number]


class Workstream(Base):
    """A body of the Group: Issue Management Group, Consultative Process, Task Team ..."""

    __tablename__ = "workstream"

    id: Mapped[Key]
    name: Mapped[Word]
    short_name: Mapped[Word]
    kind: Mapped[Word]
    parent_id: Mapped[str | None] = reference("workstream.id", optional=True)
    chapter_id: Mapped[str | None] = reference("chapter.id", optional=True)
    position: Mapped[Number]  # order over the whole report; the letter is generated
    leads: Mapped[Word]
    members: Mapped[Word]
    purpose: Mapped[Word]
    status: Mapped[Word]  # proposed, active, concluded


class WorkstreamAlias(Base):
    """Another way the workstream is written in some document."""

    __tablename__ = "workstream_alias"

    id: Mapped[Key]
    workstream_id: Mapped[str] = reference("workstream.id")
    name: Mapped[Word]
