"""What the sheets for filling in hold: one for each request."""

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from emgdesk.db.models import ProgressRequest
from emgdesk.domain.folding import fold
from emgdesk.domain.progress import known_by
from emgdesk.domain.statuses import CLOSED
from emgdesk.queries.asked_tasks import EntityNames, TasksOf, tasks_of_entities
from emgdesk.queries.workstreams import EntryRow, TaskRow, list_chapters, list_workstreams
from emgdesk.reports.builders.progress_sheet import AskedTask, ProgressSheetFacts

_NOTHING = EntryRow("", "", "", "", 0)


def progress_sheets_input(
    session: Session, *, request_ids: Sequence[str], closed: bool = True
) -> tuple[ProgressSheetFacts, ...]:
    """A sheet for each request, in order; without `closed` completed and dropped tasks are left out.

    Requests that are no longer on the desk are passed over.
    """
    rows = {
        row.id: row
        for row in session.scalars(select(ProgressRequest).where(ProgressRequest.id.in_(request_ids)))
    }
    names = EntityNames(session)
    days = {row.as_of for row in rows.values()}
    held = {day: tasks_of_entities(session, as_of=day, names=names) for day in days}
    chapters = {row.id: f"{row.label} {row.title}" for row in list_chapters(session)}
    streams = {day: {w.id: w.name for w in list_workstreams(session, as_of=day)} for day in days}
    sheets = []
    for row in (rows[key] for key in request_ids if key in rows):
        own = _of(held[row.as_of], row, names)
        tasks = [_asked(task, row.as_of, chapters, streams[row.as_of]) for task in (own.tasks if own else ())]
        kept = tuple(task for task in tasks if closed or task.status not in CLOSED)
        name = own.name if own else row.entity
        sheets.append(ProgressSheetFacts(row.id, name, row.as_of, row.due, kept))
    return tuple(sheets)


def _of(held: Sequence[TasksOf], row: ProgressRequest, names: EntityNames) -> TasksOf | None:
    """The tasks of the entity a request went to."""
    key = names.key(row.entity, row.entity_id)
    for one in held:
        if one.entity_id == key[0] and (key[0] or fold(one.name) == key[1]):
            return one
    return None


def _asked(task: TaskRow, day: str, chapters: dict[str, str], streams: dict[str, str]) -> AskedTask:
    known = known_by(task.entries, day)
    last = known[-1] if known else _NOTHING
    return AskedTask(
        task.id, chapters[task.chapter_id], streams.get(task.workstream_id or "", ""), task.text,
        task.responsible, task.due, last.status, last.text, last.as_of, task.next_steps,
    )  # fmt: skip
