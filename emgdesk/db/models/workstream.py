from sqlalchemy.orm import Mapped

from emgdesk.db.types import Base, Key, Number, Word, reference


class Chapter(Base):
    """A chapter of the progress report; its Roman number is generated from the order."""

    __tablename__ = "chapter"

    id: Mapped[Key]
    title: Mapped[Word]
    position: Mapped[Number]


class Workstream(Base):
    """A body of the Group: Issue Management Group, Consultative Process, Task Team ...

    `name` and `kind` are the last ones given, also by an event of a day to come; `first_name` and
    `first_kind` those it began with where an event of its mandate changed them. Status and parent follow
    from the events; the columns say what holds where no event tells. `leads` and `members` are of desks
    older than the table of members, until somebody edits them.
    """

    __tablename__ = "workstream"

    id: Mapped[Key]
    name: Mapped[Word]
    first_name: Mapped[Word]
    short_name: Mapped[Word]
    kind: Mapped[Word]
    first_kind: Mapped[Word]
    parent_id: Mapped[str | None] = reference("workstream.id", optional=True)
    chapter_id: Mapped[str | None] = reference("chapter.id", optional=True)
    position: Mapped[Number]  # order over the whole report; the letter is generated
    leads: Mapped[Word]
    members: Mapped[Word]
    purpose: Mapped[Word]
    status: Mapped[Word]  # proposed, active, concluded
    proposer: Mapped[Word]  # who proposed the topic, as written


class WorkstreamAlias(Base):
    """Another way the workstream is or was written, from day to day."""

    __tablename__ = "workstream_alias"

    id: Mapped[Key]
    workstream_id: Mapped[str] = reference("workstream.id")
    name: Mapped[Word]
    since: Mapped[Word]  # ISO: a day, a month or a year; "" open
    until: Mapped[Word]
