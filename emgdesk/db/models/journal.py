from sqlalchemy import ForeignKey, Integer, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from emgdesk.db.types import Base, Word


class Revision(Base):
    """One transaction of the desk: what was done, by whom, when.

    `kind` is do, undo or redo; an undo or redo names in `target` the do-revision
    it is about. On a do-revision, `applied_by` is the revision whose changes now
    stand for it (itself, or its last undo or redo) and `undone`
    tells which: 0 it stands, 1 it can be redone, 2 it was left behind by something done since.
    Its changes are the rows of `change` numbered `first_change` to `last_change`:
    there is one writer, so no index is needed to find them.
    """

    __tablename__ = "revision"
    __table_args__ = {"info": {"journal": False}}

    number: Mapped[int] = mapped_column(Integer, primary_key=True)
    id: Mapped[str] = mapped_column(String(32), unique=True)
    label: Mapped[Word]
    author: Mapped[Word]
    at: Mapped[Word]  # ISO, UTC, seconds
    kind: Mapped[str] = mapped_column(Text)
    target: Mapped[int | None] = mapped_column(ForeignKey("revision.number"))
    applied_by: Mapped[int | None] = mapped_column(ForeignKey("revision.number"))
    undone: Mapped[int] = mapped_column(Integer, default=0, server_default="0")
    first_change: Mapped[int] = mapped_column(Integer)
    last_change: Mapped[int] = mapped_column(Integer, default=0, server_default="0")
    undoable: Mapped[int] = mapped_column(Integer, default=1, server_default="1")


class Change(Base):
    """One row touched by a revision, in the order it was touched.

    An insert keeps its key alone, an update the changed columns before and
    after, a delete the whole row before; values are JSON objects.
    """

    __tablename__ = "change"
    __table_args__ = {"info": {"journal": False}}

    id: Mapped[int] = mapped_column(Integer, primary_key=True)
    revision: Mapped[int] = mapped_column(ForeignKey("revision.number"), nullable=False)
    table_name: Mapped[str] = mapped_column(Text)
    row_id: Mapped[str] = mapped_column(Text)
    action: Mapped[str] = mapped_column(Text)  # I, U, D
    before: Mapped[str | None] = mapped_column(Text)
    after: Mapped[str | None] = mapped_column(Text)
