"""Chapters and workstreams of the work plan; their numbers and letters follow from the order."""

from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from emgdesk.db.models import (
    ActionSection,
    AgendaItem,
    Chapter,
    Deliverable,
    Document,
    Effect,
    MandateEvent,
    Meeting,
    Membership,
    ReportSection,
    Task,
    Workstream,
    WorkstreamAlias,
)
from emgdesk.domain.entity_lists import split_entities
from emgdesk.domain.workstream_names import workstream_key
from emgdesk.errors import DataError
from emgdesk.operations.clearing import let_go
from emgdesk.operations.marking import operation
from emgdesk.operations.membership import write_members
from emgdesk.operations.rows import assign, descends, fetch, reorder, set_names
from emgdesk.operations.workstream_names import refuse_names, write_aliases

FIELDS = frozenset(
    (
        "name", "short_name", "kind", "parent_id", "chapter_id", "purpose", "status", "position", "proposer",
    )
)  # fmt: skip
_IN_WORDS = (("lead", "leads"), ("member", "members"))
_NAMING = (
    (MandateEvent.workstream_id, "has a history of its mandate"),
    (MandateEvent.other_workstream_id, "is named by the mandate of another one"),
    (Effect.workstream_id, "is named by an action"),
    (Effect.other_workstream_id, "is named by an action"),
    (Meeting.workstream_id, "has meetings"),
)
_LETTING_GO = (
    AgendaItem.workstream_id, ActionSection.workstream_id, ReportSection.workstream_id,
    Deliverable.workstream_id, Document.workstream_id,
)  # fmt: skip


@operation
def add_chapter(session: Session, /, *, title: str) -> str:
    """A new chapter at the end; returns its key. Raises DataError without a title."""
    last = session.scalar(select(func.max(Chapter.position)))
    chapter = Chapter(title=_named(title, "chapter"), position=(last or 0) + 1)
    session.add(chapter)
    session.flush()
    return chapter.id


@operation
def update_chapter(session: Session, /, *, chapter_id: str, title: str) -> None:
    """Give a chapter another title."""
    fetch(session, Chapter, chapter_id, "chapter").title = _named(title, "chapter")


@operation
def move_chapter(session: Session, /, *, chapter_id: str, offset: int) -> None:
    """Move a chapter by `offset` places among the chapters (beyond an end: to that end)."""
    fetch(session, Chapter, chapter_id, "chapter")
    reorder(session.scalars(select(Chapter).order_by(Chapter.position, Chapter.id)).all(), chapter_id, offset)


@operation
def delete_chapter(session: Session, /, *, chapter_id: str) -> None:
    """Take an empty chapter away. Raises DataError while it holds workstreams or tasks."""
    chapter = fetch(session, Chapter, chapter_id, "chapter")
    held = session.scalar(select(Workstream.id).where(Workstream.chapter_id == chapter_id).limit(1))
    if held or session.scalar(select(Task.id).where(Task.chapter_id == chapter_id).limit(1)):
        raise DataError(f"The chapter “{chapter.title}” is not empty and cannot be deleted.")
    session.delete(chapter)


@operation
def add_workstream(
    session: Session,
    /,
    *,
    name: str,
    chapter_id: str | None = None,
    aliases: Iterable[str] = (),
    **fields: Any,
) -> str:
    """A new workstream at the end of its chapter; returns its key.

    `leads` and `members` are names in one text, as `update_workstream` takes them. Raises DataError
    without a name, or for a name that another workstream has.
    """
    written = _taken_out(fields)
    last = session.scalar(select(func.max(Workstream.position)))
    workstream = Workstream(position=(last or 0) + 1, status="active")
    assign(workstream, FIELDS, {"name": _named(name, "workstream"), "chapter_id": chapter_id, **fields})
    session.add(workstream)
    session.flush()
    refuse_names(session, workstream.id, (workstream.name,))
    write_aliases(session, workstream.id, aliases)
    _write_members(session, workstream, written)
    return workstream.id


@operation
def update_workstream(session: Session, /, *, workstream_id: str, **fields: Any) -> None:
    """Change a workstream; `aliases`, where given, replaces the list; its tasks follow its chapter.

    `leads` and `members` ("UNEP, WHO") say who is to be in it (`membership.write_members`). Raises
    DataError for a name that another workstream has.
    """
    workstream = fetch(session, Workstream, workstream_id, "workstream")
    aliases, written = fields.pop("aliases", None), _taken_out(fields)
    if "name" in fields:
        fields["name"] = _named(fields["name"], "workstream")
        if workstream_key(fields["name"]) != workstream_key(workstream.name):
            refuse_names(session, workstream.id, (fields["name"],))
    if fields.get("parent_id") and descends(session, Workstream, fields["parent_id"], workstream_id):
        raise DataError("A workstream cannot be part of itself.", place="parent_id")
    assign(workstream, FIELDS, fields)
    if fields.get("chapter_id"):
        for task in session.scalars(select(Task).where(Task.workstream_id == workstream_id)):
            task.chapter_id = fields["chapter_id"]
    if aliases is not None:
        write_aliases(session, workstream.id, aliases)
    _write_members(session, workstream, written)


@operation
def move_workstream(session: Session, /, *, workstream_id: str, offset: int) -> None:
    """Move a workstream by `offset` places within its chapter; the letters follow."""
    workstream = fetch(session, Workstream, workstream_id, "workstream")
    siblings = select(Workstream).where(Workstream.chapter_id == workstream.chapter_id)
    rows = session.scalars(siblings.order_by(Workstream.position, Workstream.id)).all()
    reorder(rows, workstream_id, offset)


@operation
def delete_workstream(session: Session, /, *, workstream_id: str) -> None:
    """Take a workstream off the desk; items, sections and deliverables that name it let go of it.

    Raises DataError while it has tasks or parts, or its mandate, a decision or a meeting names it.
    """
    workstream = fetch(session, Workstream, workstream_id, "workstream")
    if session.scalar(select(Task.id).where(Task.workstream_id == workstream_id).limit(1)):
        raise DataError(f"“{workstream.name}” has tasks and cannot be deleted; delete or move them first.")
    if session.scalar(select(Workstream.id).where(Workstream.parent_id == workstream_id).limit(1)):
        raise DataError(f"“{workstream.name}” has workstreams that are part of it and cannot be deleted.")
    for column, why in _NAMING:
        if session.scalar(select(column.class_.id).where(column == workstream_id).limit(1)):
            raise DataError(f"“{workstream.name}” {why} and cannot be deleted.")
    for column in _LETTING_GO:
        let_go(session, column, [workstream_id])
    set_names(session, WorkstreamAlias, "workstream_id", workstream.id, ())
    for member in session.scalars(select(Membership).where(Membership.workstream_id == workstream_id)):
        session.delete(member)
    session.flush()
    session.delete(workstream)


def _taken_out(fields: dict[str, Any]) -> dict[str, str]:
    """Role and text of those told in words; they are no fields of a workstream."""
    return {role: fields.pop(field) for role, field in _IN_WORDS if field in fields}


def _write_members(session: Session, workstream: Workstream, written: Mapping[str, str]) -> None:
    for role, text in written.items():
        write_members(session, workstream, role, split_entities(text))


def _named(name: str, what: str) -> str:
    if not name.strip():
        raise DataError(f"A {what} needs a name.", place="name")
    return name.strip()
