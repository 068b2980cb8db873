"""Tasks of the work plan and what was reported on them."""

from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from emgdesk.db.models import Chapter, ProgressEntry, Task, Workstream
from emgdesk.domain.statuses import TASK_STATUSES
from emgdesk.errors import DataError
from emgdesk.operations.marking import operation
from emgdesk.operations.rows import assign, fetch
from emgdesk.operations.workstream import reorder

FIELDS = frozenset(
    (
        "text", "source", "responsible", "due", "next_steps", "position", "workstream_id", "chapter_id",
        "action_id", "since", "until",
    )
)  # fmt: skip
ENTRY_FIELDS = frozenset({"status", "text", "as_of", "position"})


@operation
def add_task(
    session: Session, /, *, chapter_id: str, workstream_id: str | None = None, text: str = "", **fields: Any
) -> str:
    """A task at the end of its workstream, or of the chapter itself. Returns its key."""
    fetch(session, Chapter, chapter_id, "chapter")
    if workstream_id is not None:
        fetch(session, Workstream, workstream_id, "workstream")
    last = session.scalar(select(func.max(Task.position)))
    task = Task(chapter_id=chapter_id, workstream_id=workstream_id, position=(last or 0) + 1)
    assign(task, FIELDS, {"text": text, **fields})
    session.add(task)
    session.flush()
    return task.id


@operation
def update_task(session: Session, /, *, task_id: str, **fields: Any) -> None:
    """Change the wording, source, responsible entities, due date or next steps of a task."""
    assign(fetch(session, Task, task_id, "task"), FIELDS, fields)


@operation
def move_task(session: Session, /, *, task_id: str, offset: int) -> None:
    """Move a task by `offset` places within its workstream or chapter."""
    task = fetch(session, Task, task_id, "task")
    own = select(Task).where(Task.chapter_id == task.chapter_id, Task.workstream_id == task.workstream_id)
    reorder(session.scalars(own.order_by(Task.position, Task.id)).all(), task_id, offset)


@operation
def delete_task(session: Session, /, *, task_id: str) -> None:
    """Take a task with its entries off the work plan."""
    task = fetch(session, Task, task_id, "task")
    for entry in session.scalars(select(ProgressEntry).where(ProgressEntry.task_id == task_id)):
        session.delete(entry)
    session.flush()
    session.delete(task)


@operation
def add_entry(session: Session, /, *, task_id: str, status: str = "", text: str = "", as_of: str = "") -> str:
    """Report on a task as of an ISO date. Returns the key of the entry.

    Raises DataError for an unknown status, or when neither status nor text is given.
    """
    fetch(session, Task, task_id, "task")
    last = session.scalar(select(func.max(ProgressEntry.position)).where(ProgressEntry.task_id == task_id))
    entry = ProgressEntry(task_id=task_id, position=(last or 0) + 1)
    assign(entry, ENTRY_FIELDS, {"status": status, "text": text, "as_of": as_of})
    _check(entry)
    session.add(entry)
    session.flush()
    return entry.id


@operation
def update_entry(session: Session, /, *, entry_id: str, **fields: Any) -> None:
    """Correct a progress entry. Raises DataError as `add_entry` does."""
    entry = fetch(session, ProgressEntry, entry_id, "progress entry")
    assign(entry, ENTRY_FIELDS, fields)
    _check(entry)


def _check(entry: ProgressEntry) -> None:
    if entry.status and entry.status not in TASK_STATUSES:
        raise DataError(f"The status of a task is one of: {', '.join(TASK_STATUSES)}.", place="status")
    if not entry.status and not entry.text:
        raise DataError("A progress entry needs a status or a text.", place="text")


@operation
def delete_entry(session: Session, /, *, entry_id: str) -> None:
    """Take back a progress entry."""
    session.delete(fetch(session, ProgressEntry, entry_id, "progress entry"))
