"""The work plan in the order of the progress report."""

from collections import defaultdict
from datetime import date

from sqlalchemy.orm import Session

from emgdesk.queries.inputs.meeting import meeting_facts, stored_day
from emgdesk.queries.settings import get_setting
from emgdesk.queries.workstreams import TaskRow, list_chapters, list_tasks, list_workstreams
from emgdesk.reports.builders.progress_report import (
    Chapter,
    ProgressEntry,
    ProgressFacts,
    TaskProgress,
    WorkstreamProgress,
)


def progress_report_input(session: Session, *, today: date, meeting_id: str | None = None) -> ProgressFacts:
    """The whole work plan in the order of the report."""
    tasks: dict[tuple[str, str | None], list[TaskProgress]] = defaultdict(list)
    for task in list_tasks(session):
        tasks[task.chapter_id, task.workstream_id].append(_task(task))
    bodies: dict[str, list[WorkstreamProgress]] = defaultdict(list)
    for w in list_workstreams(session):
        if w.chapter_id:
            own = tuple(tasks[w.chapter_id, w.id])
            bodies[w.chapter_id].append(WorkstreamProgress(w.name, own, w.status == "concluded"))
    chapters = []
    for chapter in list_chapters(session):
        loose = tuple(tasks[chapter.id, None])
        own_table = (WorkstreamProgress("", loose),) if loose else ()
        chapters.append(Chapter(chapter.title, (*bodies[chapter.id], *own_table)))
    return ProgressFacts(
        chapters=tuple(chapters),
        today=today,
        meeting=meeting_facts(session, meeting_id=meeting_id) if meeting_id else None,
        introduction=get_setting(session, name="progress-introduction"),
    )


def _task(task: TaskRow) -> TaskProgress:
    entries = tuple(ProgressEntry(e.status, e.text, stored_day(e.as_of)) for e in task.entries)
    return TaskProgress(task.text, entries, task.next_steps)
