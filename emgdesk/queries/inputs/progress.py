"""The work plan in the order of the progress report, as it stood on a day."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import TypeAlias

from sqlalchemy.orm import Session

from emgdesk.domain.lineage import OVER
from emgdesk.domain.standing_words import standing_words
from emgdesk.domain.terms import in_work_plan
from emgdesk.queries.inputs.meeting import meeting_facts, stored_day
from emgdesk.queries.inputs.references import Linked, linked_texts
from emgdesk.queries.inputs.symbols import symbol_of
from emgdesk.queries.mandates import Lineage, read_lineage
from emgdesk.queries.settings import get_setting
from emgdesk.queries.workstreams import (
    TaskRow,
    WorkstreamRow,
    list_chapters,
    list_tasks,
    list_workstreams,
)
from emgdesk.reports.builders.progress_facts import (
    Chapter,
    ProgressEntry,
    ProgressFacts,
    TaskProgress,
    WorkstreamProgress,
)


def progress_report_input(
    session: Session, *, today: date, meeting_id: str | None = None, as_of: date | None = None
) -> ProgressFacts:
    """The whole work plan in the order of the report, as it stood on `as_of` (None: today).

    Workstreams that did not exist yet and tasks that were not in the work plan are left out; entries are
    all there.
    """
    day = (as_of or today).isoformat()
    linked, lineage = linked_texts(session), read_lineage(session)
    symbol = symbol_of(session, meeting_id=meeting_id, name="progress-report") if meeting_id else ""
    rows = [row for row in list_workstreams(session, as_of=day) if row.status]
    places = printed_places(list_tasks(session), rows, day)
    bodies: dict[str, list[WorkstreamProgress]] = defaultdict(list)
    for row in rows:
        for chapter_id in chapters_of(row, places):
            own = tuple(_task(task, linked) for task in places.get((chapter_id, row.id), ()))
            bodies[chapter_id].append(_workstream(row, own, lineage, day))
    chapters = []
    for chapter in list_chapters(session):
        loose = tuple(_task(task, linked) for task in places.get((chapter.id, None), ()))
        own_table = (WorkstreamProgress("", loose),) if loose else ()
        chapters.append(Chapter(chapter.title, (*bodies[chapter.id], *own_table)))
    return ProgressFacts(
        chapters=tuple(chapters),
        today=today,
        meeting=meeting_facts(session, meeting_id=meeting_id, symbol=symbol) if meeting_id else None,
        introduction=get_setting(session, name="progress-introduction"),
    )


Places: TypeAlias = Mapping[tuple[str, str | None], Sequence[TaskRow]]
"""Tasks by the chapter they are printed in and by their workstream (None: the table of the chapter)."""


def printed_places(tasks: Iterable[TaskRow], rows: Iterable[WorkstreamRow], day: str) -> Places:
    """The tasks in the work plan on an ISO day where they are printed.

    Those of a workstream stand with it, whatever chapter they are of, and in their own where it has none;
    those of one that is not among `rows` are left out.
    """
    home = {row.id: row.chapter_id for row in rows}
    found: dict[tuple[str, str | None], list[TaskRow]] = defaultdict(list)
    for task in tasks:
        body = task.workstream_id
        if in_work_plan(task, day) and (body is None or body in home):
            found[(home[body] if body else None) or task.chapter_id, body].append(task)
    return found


def chapters_of(row: WorkstreamRow, places: Places) -> Iterator[str]:
    """The chapters a workstream is printed in: its own, else those of its tasks."""
    if row.chapter_id:
        yield row.chapter_id
        return
    yield from dict.fromkeys(chapter for chapter, body in places if body == row.id)


def _entry_day(iso: str) -> date | None:
    """The day of an entry; of one dated by a month or a year, the first: it counts from then on."""
    return stored_day(f"{iso}-01-01"[:10] if len(iso) < 10 else iso) if iso else None


def _task(task: TaskRow, linked: Linked) -> TaskProgress:
    entries = tuple(ProgressEntry(e.status, linked(e.text), _entry_day(e.as_of)) for e in task.entries)
    return TaskProgress(linked(task.text), entries, linked(task.next_steps), task.id)


def _workstream(
    row: WorkstreamRow, tasks: tuple[TaskProgress, ...], lineage: Lineage, day: str
) -> WorkstreamProgress:
    body = lineage.bodies[row.id]
    names = dict.fromkeys((body.name, body.first_name, *row.aliases))
    return WorkstreamProgress(
        name=row.name,
        tasks=tasks,
        concluded=row.status == "concluded",
        id=row.id,
        standing=_standing(row.id, lineage, day),
        names=tuple(name for name in names if name and name != row.name),
    )


def _standing(key: str, lineage: Lineage, day: str) -> str:
    """A sentence on a workstream that is concluded, proposed or part of another, "" of any other."""
    stands = lineage.standing(key, day)
    if stands.status == "proposed":
        return "Proposed topic."
    parent, taker = (
        lineage.standing(other, day).name if other and other in lineage.bodies else typed
        for other, typed in ((stands.parent_id, stands.parent), (stands.taker_id, stands.taker))
    )
    if stands.status == OVER:
        return f"{standing_words(stands, day, taker=taker)[0]}."
    return f"Part of {parent}." if parent else ""
