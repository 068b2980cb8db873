"""Open tasks nobody reported on, read fast for a screen that is looked at often."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from emgdesk.db.models import ProgressEntry, Task
from emgdesk.domain.lineage import OVER, has_begun
from emgdesk.domain.statuses import CLOSED
from emgdesk.domain.terms import in_work_plan
from emgdesk.queries.mandates import read_lineage
from emgdesk.queries.meetings import list_meetings
from emgdesk.queries.memberships import written_members
from emgdesk.queries.soms import reported_until


@dataclass(frozen=True, slots=True)
class SilentTask:
    """An open task nobody reported on since `since` (ISO day of the last report, "" if there was none).

    `last_entry` is the day of its newest entry, "" without any; `workstream_id` is None for one of a chapter.
    """

    task_id: str
    text: str
    workstream_id: str | None
    workstream: str
    last_entry: str
    since: str
    officer: str


def silent_tasks(session: Session, *, today: date) -> tuple[SilentTask, ...]:
    """Open tasks without an entry since progress was last reported; the oldest silence first.

    Left out are postponed ones and those of workstreams that have ended.
    """
    since, day = reported_until(list_meetings(session), today), today.isoformat()
    lineage, officers = read_lineage(session), written_members(session, as_of=day)
    bodies = {key: lineage.standing(key, day) for key in lineage.bodies}
    told = _told(session, day)
    found = []
    for task in session.execute(_TASKS):
        last = told.get(task.id, _Told())
        body = bodies[task.workstream_id] if task.workstream_id else None
        if last.moved_since(since) or last.status in _AT_REST or not task.text.strip():
            continue
        if not in_work_plan(task, day) or (body is not None and body.status == OVER):
            continue
        officer = officers.get((task.workstream_id or "", "officer"), "")
        name = body.name if body else ""
        found.append(SilentTask(task.id, task.text, task.workstream_id, name, last.day, since, officer))
    return tuple(sorted(found, key=lambda one: one.last_entry))


_AT_REST = (*CLOSED, "postponed")
_TASKS = select(Task.id, Task.text, Task.workstream_id, Task.since, Task.until).order_by(
    Task.position, Task.id
)


class _Told:
    """What was told of a task: the status told last, the newest day, whether one has no day."""

    def __init__(self) -> None:
        self.status = self.day = self._at = ""
        self._undated = False

    def add(self, status: str, day: str, at: str) -> None:
        """The next entry, of a day or "", which stands `at` a day: its own, or that of the one before."""
        if status and at >= self._at:
            self.status, self._at = status, at
        self.day = max(self.day, day)
        self._undated |= not day

    def moved_since(self, day: str) -> bool:
        """Whether something was told after a day; an entry without one counts."""
        return self._undated or self.day > day


def _told(session: Session, today: str) -> dict[str, _Told]:
    """Of every task with entries up to a day, without making a row of each of them."""
    found: dict[str, _Told] = {}
    last: dict[str, str] = {}
    entries = select(ProgressEntry.task_id, ProgressEntry.status, ProgressEntry.as_of)
    for key, status, day in session.execute(entries.order_by(ProgressEntry.position, ProgressEntry.id)):
        last[key] = day or last.get(key, "")
        if not has_begun(day, today):
            continue
        found.setdefault(key, _Told()).add(status, day, last[key])
    return found
