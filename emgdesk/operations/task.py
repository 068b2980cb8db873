"""Tasks of the work plan and what was reported on them."""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from emgdesk.db.models import Action, Chapter, ProgressEntry, Task, Workstream
from emgdesk.domain.dates import is_stored_date, written_date
from emgdesk.domain.statuses import TASK_STATUSES
from emgdesk.errors import DataError
from emgdesk.operations.marking import operation
from emgdesk.operations.rows import assign, fetch, reorder
from emgdesk.queries.workstreams import EntryRow, list_entries

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
    _change(session, task, {"text": text, **fields})
    session.add(task)
    session.flush()
    return task.id


@operation
def add_several_tasks(
    session: Session, /, *, chapter_id: str, workstream_id: str | None, tasks: Sequence[Mapping[str, str]]
) -> tuple[str, ...]:
    """Tasks at the end of a workstream or a chapter, each with its fields. Returns their keys."""
    return tuple(
        add_task(session, chapter_id=chapter_id, workstream_id=workstream_id, **fields) for fields in tasks
    )


@operation
def update_task(session: Session, /, *, task_id: str, **fields: Any) -> None:
    """Change a task. Raises DataError as `update_tasks` does."""
    update_tasks(session, task_ids=(task_id,), **fields)


@operation
def update_tasks(session: Session, /, *, task_ids: Sequence[str], **fields: Any) -> None:
    """Give several tasks the same wording, source, decision, responsible entities, due, next steps or days.

    Raises DataError for a decision that is gone, for `since` or `until` that are no dates, and for a task
    that would leave the work plan before it came into it.
    """
    for key in task_ids:
        _change(session, fetch(session, Task, key, "task"), fields)


def _change(session: Session, task: Task, fields: dict[str, Any]) -> None:
    if fields.get("action_id"):
        fetch(session, Action, fields["action_id"], "decision")
    assign(task, FIELDS, fields)
    since, until = task.since or "", task.until or ""
    for place, day in (("since", since), ("until", until)):
        if place in fields and not is_stored_date(day):
            raise DataError(f"“{day}” is not a date; write 2026-05-28.", place=place)
    if since and until and until < since:
        raise DataError(
            f"The task came into the work plan on {written_date(since)}; it cannot have left it on "
            f"{written_date(until)}.",
            place="until",
        )


@operation
def move_task(session: Session, /, *, task_id: str, offset: int) -> None:
    """Move a task by `offset` places within its workstream or chapter."""
    task = fetch(session, Task, task_id, "task")
    own = select(Task).where(Task.chapter_id == task.chapter_id, Task.workstream_id == task.workstream_id)
    reorder(session.scalars(own.order_by(Task.position, Task.id)).all(), task_id, offset)


@operation
def transfer_tasks(
    session: Session, /, *, task_ids: Sequence[str], workstream_id: str | None = None, chapter_id: str = ""
) -> None:
    """Move tasks with all that was reported on them behind those of another workstream, or of a chapter.

    With a workstream, `chapter_id` is needed only where that stands in no chapter and its tasks still
    have to be filed in one; without it they stay in theirs. Raises DataError where neither is given.
    """
    if workstream_id is not None:
        chapter_id = fetch(session, Workstream, workstream_id, "workstream").chapter_id or chapter_id
    elif not chapter_id:
        raise DataError("Say which workstream or chapter the tasks move to.")
    if chapter_id:
        fetch(session, Chapter, chapter_id, "chapter")
    last = session.scalar(select(func.max(Task.position))) or 0
    for at, key in enumerate(task_ids, 1):
        task = fetch(session, Task, key, "task")
        task.workstream_id, task.position = workstream_id, last + at
        task.chapter_id = chapter_id or task.chapter_id


@operation
def delete_task(session: Session, /, *, task_id: str) -> None:
    """Take a task with its entries off the desk."""
    delete_tasks(session, task_ids=(task_id,))


@operation
def delete_tasks(session: Session, /, *, task_ids: Sequence[str]) -> None:
    """Take tasks with their entries off the desk."""
    doomed = [fetch(session, Task, key, "task") for key in task_ids]
    for entry in session.scalars(select(ProgressEntry).where(ProgressEntry.task_id.in_(task_ids))):
        session.delete(entry)
    session.flush()
    for task in doomed:
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
    if not is_stored_date(entry.as_of or ""):
        raise DataError(f"“{entry.as_of}” is not a date; write 2026-05-28.", place="as_of")


@operation
def delete_entry(session: Session, /, *, entry_id: str) -> None:
    """Take back a progress entry."""
    session.delete(fetch(session, ProgressEntry, entry_id, "progress entry"))


@operation
def report_progress(
    session: Session,
    /,
    *,
    task_id: str,
    as_of: str,
    status: str | None = None,
    text: str | None = None,
    next_steps: str | None = None,
) -> str:
    """Say how a task stands on a day (ISO): make the entry of that day, or correct the one there is.

    None leaves as it is. A new entry with a text alone takes the status of the one before it; one left
    with neither status nor text is taken back. Returns the key of the entry, "" where there is none.
    Raises DataError for an unknown status or a day that is none.
    """
    task = fetch(session, Task, task_id, "task")
    _check_day(as_of)
    if next_steps is not None:
        assign(task, FIELDS, {"next_steps": next_steps})
    said = {key: told for key, told in (("status", status), ("text", text)) if told is not None}
    entries = list_entries(session, task_id=task_id)
    own = next((row for row in reversed(entries) if row.as_of == as_of), None)
    if own is None:
        if not any(told.strip() for told in said.values()):
            return ""
        said.setdefault("status", _standing(entries, as_of))
        return add_entry(session, task_id=task_id, as_of=as_of, **said)
    entry = fetch(session, ProgressEntry, own.id, "progress entry")
    assign(entry, ENTRY_FIELDS, said)
    if not entry.status and not entry.text:
        session.delete(entry)
        return ""
    _check(entry)
    return entry.id


@operation
def report_on_tasks(session: Session, /, *, task_ids: Sequence[str], as_of: str, **said: str | None) -> None:
    """Say the same of several tasks as of a day, as `report_progress` does of one."""
    for key in task_ids:
        report_progress(session, task_id=key, as_of=as_of, **said)


@operation
def report_each(session: Session, /, *, as_of: str, said: Mapping[str, Mapping[str, str]]) -> None:
    """Say of each task, by its key, its own as of a day, as `report_progress` does of one."""
    for key, told in said.items():
        report_progress(session, task_id=key, as_of=as_of, **told)


@operation
def repeat_progress(session: Session, /, *, task_ids: Sequence[str], as_of: str) -> tuple[str, ...]:
    """Say of tasks that nothing changed until a day (ISO): the last status again, without a text.

    The words of the entry before are not copied: they were said on their own day and would print
    twice. Tasks with an entry of that day, or without a status to repeat, are passed over. Returns the
    keys of the new entries. Raises DataError if there is none.
    """
    _check_day(as_of)
    made = []
    for key in task_ids:
        fetch(session, Task, key, "task")
        entries = list_entries(session, task_id=key)
        status = _standing(entries, as_of)
        if status and all(row.as_of != as_of for row in entries):
            made.append(add_entry(session, task_id=key, status=status, as_of=as_of))
    if not made:
        raise DataError(f"There is no status before {written_date(as_of)} to repeat.", place="status")
    return tuple(made)


def _standing(entries: Sequence[EntryRow], as_of: str) -> str:
    """The last status told up to a day, "" where none was."""
    before = (row.status for row in reversed(entries) if row.as_of <= as_of and row.status)
    return next(before, "")


def _check_day(day: str) -> None:
    if len(day) != 10 or not is_stored_date(day):
        raise DataError(f"“{day}” is not a day; write 2026-05-28.", place="as_of")
