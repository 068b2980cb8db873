"""The work plan in the order of the progress report."""

from collections import defaultdict
from datetime import date

from sqlalchemy.orm import Session

from emgdesk.queries.inputs.meeting import meeting_facts, stored_day
from emgdesk.queries.inputs.references import Linked, linked_texts
from emgdesk.queries.inputs.symbols import symbol_of
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
    linked = linked_texts(session)
    symbol = symbol_of(session, meeting_id=meeting_id, name="progress-report") if meeting_id else ""
    tasks: dict[tuple[str, str | None], list[TaskProgress]] = defaultdict(list)
    for task in list_tasks(session):
        tasks[task.chapter_id, task.workstream_id].append(_task(task, linked))
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
        meeting=meeting_facts(session, meeting_id=meeting_id, symbol=symbol) if meeting_id else None,
        introduction=get_setting(session, name="progress-introduction"),
    )


def _task(task: TaskRow, linked: Linked) -> TaskProgress:
    entries = tuple(ProgressEntry(e.status, linked(e.text), stored_day(e.as_of)) for e in task.entries)
    return TaskProgress(linked(task.text), entries, linked(task.next_steps))
