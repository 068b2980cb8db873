"""The work plan of one body as the panel shows it, read in one go on the worker thread."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from emgdesk.domain.dates import decided_on
from emgdesk.domain.statuses import CLOSED
from emgdesk.domain.terms import in_work_plan
from emgdesk.queries.entities import list_entities
from emgdesk.queries.meetings import MeetingRow, list_meetings
from emgdesk.queries.soms import is_over, som_ahead, soms
from emgdesk.queries.task_decisions import TaskDecision, decisions_of_tasks
from emgdesk.queries.workstreams import (
    ChapterRow,
    EntryRow,
    TaskRow,
    WorkstreamRow,
    list_chapters,
    list_tasks,
    list_workstreams,
)
from emgdesk.ui.panels.work_plan.dues import is_overdue

if TYPE_CHECKING:
    from emgdesk.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Body:
    """Whose work plan is shown: a workstream, or with `workstream_id` None the chapter itself."""

    chapter_id: str
    workstream_id: str | None
    name: str


@dataclass(frozen=True, slots=True)
class TaskLine:
    """A task with the decision it comes from; `left` says that it left the work plan before today.

    `overdue` says that it is open though what it was due at has passed.
    """

    task: TaskRow
    decision: TaskDecision | None = None
    left: bool = False
    overdue: bool = False

    @property
    def id(self) -> str:
        return self.task.id

    @property
    def text(self) -> str:
        return self.task.text

    @property
    def source(self) -> str:
        return self.task.source

    @property
    def responsible(self) -> str:
        return self.task.responsible

    @property
    def due(self) -> str:
        return self.task.due

    @property
    def next_steps(self) -> str:
        return self.task.next_steps

    @property
    def entries(self) -> tuple[EntryRow, ...]:
        return self.task.entries

    @property
    def status(self) -> str:
        return self.task.status

    @property
    def since(self) -> str:
        return self.task.since

    @property
    def until(self) -> str:
        return self.task.until

    @property
    def open(self) -> bool:
        """Whether it still waits to be done."""
        return self.status not in CLOSED and not self.left

    @property
    def source_words(self) -> str:
        """The decision as it is cited, else the source as written."""
        return self.decision.cited if self.decision is not None else self.source

    @property
    def differs(self) -> bool:
        """Whether its wording is not that of the decision."""
        return self.decision is not None and _plain(self.text) != _plain(self.decision.text)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a task may stand: a workstream, or a chapter itself."""

    name: str
    workstream_id: str | None
    chapter_id: str


@dataclass(frozen=True, slots=True)
class PlanView:
    """A body's tasks in order, and what they are written with; `dues` are proposals.

    `since` is the day from which a new task stands in the work plan: that of the last SOM, "" for none.
    """

    body: Body
    lines: tuple[TaskLine, ...]
    entities: tuple[str, ...] = ()
    places: tuple[Place, ...] = ()
    dues: tuple[str, ...] = ()
    since: str = ""


def load_plan(workspace: Workspace, *, body: Body, today: date) -> PlanView:
    """Read the work plan of `body`; for a workstream its chapter is looked up where it has one."""
    chapters, bodies = workspace.read(list_chapters), workspace.read(list_workstreams)
    if body.workstream_id is not None:
        chapter = next((w.chapter_id for w in bodies if w.id == body.workstream_id), None)
        first = chapters[0].id if chapters else ""
        body = replace(body, chapter_id=chapter or body.chapter_id or first)
        tasks = workspace.read(list_tasks, workstream_id=body.workstream_id, as_of=today.isoformat())
    else:
        tasks = workspace.read(list_tasks, chapter_id=body.chapter_id, as_of=today.isoformat())
    decisions, meetings = workspace.read(decisions_of_tasks), workspace.read(list_meetings)
    ahead = som_ahead(meetings, today).number
    return PlanView(
        body=body,
        lines=tuple(_line(t, decisions.get(t.action_id or ""), today, ahead) for t in tasks),
        entities=tuple(row.acronym for row in workspace.read(list_entities)),
        places=_places(chapters, bodies),
        dues=_dues(meetings),
        since=_last_som(meetings, today),
    )


def _line(task: TaskRow, decision: TaskDecision | None, today: date, ahead: int) -> TaskLine:
    left = _left(task, today.isoformat())
    late = not left and task.status not in CLOSED and is_overdue(task.due, today, ahead)
    return TaskLine(task, decision, left, late)


def _last_som(meetings: Sequence[MeetingRow], today: date) -> str:
    """The ISO day of the last SOM that is over, "" where none is or its day is not known."""
    days = (decided_on(one.date, one.end_date) for one in soms(meetings) if is_over(one, today))
    return max((day for day in days if len(day) == 10 and day <= today.isoformat()), default="")


def _left(task: TaskRow, day: str) -> bool:
    return bool(task.until) and task.until <= day and not in_work_plan(task, day)


def _places(chapters: tuple[ChapterRow, ...], bodies: tuple[WorkstreamRow, ...]) -> tuple[Place, ...]:
    """Chapter after chapter: its workstreams, then the chapter itself; at last those without a chapter."""
    made = []
    for chapter in chapters:
        own = (w for w in bodies if w.chapter_id == chapter.id)
        made += [Place(f"{w.letter}) {w.name}", w.id, chapter.id) for w in own]
        made.append(Place(f"{chapter.label} {chapter.title} (the chapter itself)", None, chapter.id))
    made += [Place(w.name, w.id, "") for w in bodies if w.chapter_id is None]
    return tuple(made)


def _dues(meetings: Sequence[MeetingRow]) -> tuple[str, ...]:
    """The SOMs a task may be due at: the newest one on the desk and the two after it."""
    last = max((m.som_number or 0 for m in meetings), default=0)
    return tuple(f"SOM {number}" for number in range(last, last + 3)) if last else ()


def _plain(text: str) -> str:
    return " ".join(text.split())
