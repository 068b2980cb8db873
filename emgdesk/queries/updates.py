"""The open tasks of the whole work plan as they are to be updated on a day, beside what was said last."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from emgdesk.domain.lineage import OVER
from emgdesk.domain.progress import last_status
from emgdesk.domain.statuses import CLOSED
from emgdesk.domain.terms import in_work_plan
from emgdesk.queries.due import silent_tasks
from emgdesk.queries.workstreams import (
    EntryRow,
    TaskRow,
    WorkstreamRow,
    list_chapters,
    list_tasks,
    list_workstreams,
)


@dataclass(frozen=True, slots=True)
class TaskUpdate:
    """A task to be updated: `last` was said before the day, `own` on it.

    `place` is the letter and name of its workstream, or the label and title of its chapter. `silent` says
    that nothing was reported on it since progress was last reported. `leads` of its workstream answer
    for it where it names nobody as responsible.
    """

    id: str
    workstream_id: str | None
    place: str
    officer: str
    text: str
    responsible: str
    due: str
    next_steps: str
    last: EntryRow | None
    own: EntryRow | None
    silent: bool
    leads: str


def tasks_to_update(session: Session, *, as_of: str) -> tuple[TaskUpdate, ...]:
    """The tasks open on an ISO day, in the order of the report.

    Left out are those that were closed before, stand outside the work plan that day, or belong to a
    workstream that has ended.
    """
    bodies = {row.id: row for row in list_workstreams(session, as_of=as_of)}
    order = {key: at for at, key in enumerate(bodies)}
    chapters = {row.id: (at, f"{row.label} {row.title}") for at, row in enumerate(list_chapters(session))}
    silent = {one.task_id for one in silent_tasks(session, today=date.fromisoformat(as_of))}
    found = []
    for task in list_tasks(session):
        body = bodies.get(task.workstream_id or "")
        last, own = _around(task, as_of)
        before = last_status([entry for entry in task.entries if entry.as_of < as_of])
        closed = own is None and before in CLOSED
        if closed or not in_work_plan(task, as_of) or (body is not None and body.status == OVER):
            continue
        at = (chapters[task.chapter_id][0], body is None, order.get(task.workstream_id or "", 0))
        place = _place(body) if body else chapters[task.chapter_id][1]
        row = TaskUpdate(
            task.id, task.workstream_id, place, body.officer if body else "", task.text, task.responsible,
            task.due, task.next_steps, last, own, task.id in silent, body.leads if body else "",
        )  # fmt: skip
        found.append((at, row))
    return tuple(row for _, row in sorted(found, key=lambda pair: pair[0]))


def _around(task: TaskRow, as_of: str) -> tuple[EntryRow | None, EntryRow | None]:
    """The last entry before a day and the one of that day."""
    before = [entry for entry in task.entries if entry.as_of < as_of]
    own = [entry for entry in task.entries if entry.as_of == as_of]
    return (before[-1] if before else None, own[-1] if own else None)


def _place(body: WorkstreamRow) -> str:
    name = body.short_name or body.name
    return f"{body.letter}) {name}" if body.letter else name
