"""The work plan as a table shows it, as of a day, of all or of one entity."""

from collections import defaultdict
from datetime import date

from sqlalchemy.orm import Session

from emgdesk.domain.dates import written_date
from emgdesk.domain.progress import known_by, last_status
from emgdesk.errors import UsageError
from emgdesk.queries.asked_tasks import EntityNames, tasks_of_entities
from emgdesk.queries.inputs.chosen import chosen_workstreams
from emgdesk.queries.inputs.meeting import meeting_facts, stored_day
from emgdesk.queries.inputs.progress import chapters_of, printed_places
from emgdesk.queries.inputs.references import Linked, linked_texts
from emgdesk.queries.workstreams import (
    TaskRow,
    WorkstreamRow,
    list_chapters,
    list_tasks,
    list_workstreams,
)
from emgdesk.reports.builders.progress_facts import ProgressEntry
from emgdesk.reports.builders.workplan_table import (
    TableBody,
    TableChapter,
    TableFacts,
    TableOptions,
    TableTask,
)


def workplan_table_input(
    session: Session, *, options: TableOptions, today: date, meeting_id: str | None = None
) -> TableFacts:
    """The tasks in the work plan on the day asked for, in the order of the report.

    Raises UsageError for an entity or a workstream the desk does not know.
    """
    as_of = options.as_of or today
    day, linked = as_of.isoformat(), linked_texts(session)
    entity, mine = _whose(session, options.entity, day)
    chosen = chosen_workstreams(session, names=options.workstreams)
    wanted = frozenset(chosen) if options.workstreams else None
    rows = [row for row in list_workstreams(session, as_of=day) if row.status]
    held = (task for task in list_tasks(session) if mine is None or task.id in mine)
    places = printed_places(held, rows, day)
    tasks = defaultdict[tuple[str, str | None], list[TableTask]](
        list, {at: [table_task(task, linked, day) for task in own] for at, own in places.items()}
    )
    bodies: dict[str, list[WorkstreamRow]] = defaultdict(list)
    for row in rows:
        for chapter_id in chapters_of(row, places):
            bodies[chapter_id].append(row)
    chapters = []
    for chapter in list_chapters(session):
        own = [
            TableBody(
                row.name, tuple(tasks[chapter.id, row.id]) if wanted is None or row.id in wanted else ()
            )
            for row in bodies[chapter.id]
        ]
        if wanted is None:
            own.append(TableBody("", tuple(tasks[chapter.id, None])))
        chapters.append(TableChapter(chapter.title, tuple(own)))
    meeting = meeting_facts(session, meeting_id=meeting_id) if meeting_id else None
    return TableFacts(tuple(chapters), as_of, meeting, entity)


def table_task(task: TaskRow, linked: Linked, day: str) -> TableTask:
    """A task with what was known of it on an ISO day; a remark without a status leaves the one before."""
    known = known_by(task.entries, day)
    last = known[-1] if known else None
    status = last_status(known)
    return TableTask(
        text=linked(task.text),
        source=task.source,
        responsible=task.responsible,
        due=written_date(task.due),
        last=ProgressEntry(status, linked(last.text), stored_day(last.as_of)) if last else None,
        next_steps=linked(task.next_steps),
    )


def known_entity(names: EntityNames, written: str) -> tuple[str, str]:
    """The key and acronym of the entity of a name in any spelling; UsageError where there is none."""
    key, acronym = names.key(written)
    if key is None:
        raise UsageError(f"There is no entity called “{written}”.", place="entity")
    return key, acronym


def _whose(session: Session, written: str, day: str) -> tuple[str, frozenset[str] | None]:
    """The acronym of the entity asked for and its tasks; ("", None) for the tasks of all."""
    if not written:
        return "", None
    names = EntityNames(session)
    key, acronym = known_entity(names, written)
    held = tasks_of_entities(session, as_of=day, names=names)
    return acronym, frozenset(task.id for one in held if one.entity_id == key for task in one.tasks)
