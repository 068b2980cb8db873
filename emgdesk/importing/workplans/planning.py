"""From a work-plan workbook to its plan: what is new, what changes, what the desk has already."""

from collections import Counter
from collections.abc import Iterable, Mapping

from emgdesk.importing.plan import Decision, Doubtful, Update
from emgdesk.importing.records import RowNote
from emgdesk.importing.sheets.cell_dates import DateOrder
from emgdesk.importing.snapshot import WorkplanSnapshot
from emgdesk.importing.tables import RawFile
from emgdesk.importing.workplans.plan import SheetCounts, WorkplanPlan
from emgdesk.importing.workplans.rows import TaskRow, read_workplan
from emgdesk.importing.workplans.streams import StreamPlanner
from emgdesk.importing.workplans.tasks import TaskPlanner
from emgdesk.jobs import QUIET, Job

_WORKSTREAMS, _TASKS = "Workstreams", "Tasks"


def plan_workplan(
    raw: RawFile,
    snapshot: WorkplanSnapshot,
    *,
    update: Update = "fill",
    doubtful: Doubtful = "skip",
    decisions: Mapping[str, Decision] | None = None,
    date_order: DateOrder | None = None,
    job: Job = QUIET,
) -> WorkplanPlan:
    """The plan of a work-plan workbook.

    A workstream whose name is like a known one's but not surely the same is left out with
    its tasks, and says so, unless `doubtful` is "new" or "match" or `decisions` ({name as
    written: decision, its `person_id` the workstream's key}) tell what it is.
    Raises `InputError` if the file is no work plan.
    """
    rows = read_workplan(raw, date_order)
    streams = StreamPlanner(snapshot, update, doubtful, decisions or {})
    tasks = TaskPlanner(snapshot, update)
    streams.add_rows(rows.workstreams, _WORKSTREAMS)
    problems: list[RowNote] = []
    for row in rows.tasks:
        job.check_cancelled()
        said = _add_task(row, streams, tasks)
        if said:
            problems.append(RowNote(row.row, "problem", said, _TASKS))
    lines = tasks.tasks()
    counts: dict[str, SheetCounts] = {}
    if rows.has_workstreams:
        counts[_WORKSTREAMS] = _counts(line.verdict for line in streams.lines if line.sheet == _WORKSTREAMS)
    if rows.has_tasks:
        counts[_TASKS] = _counts((*tasks.verdicts.values(), *("problem" for _ in problems)))
    return WorkplanPlan(
        revision=snapshot.revision,
        file=raw.name,
        sha256=raw.sha256,
        chapters=tuple(sorted(streams.chapters.values(), key=lambda chapter: chapter.position)),
        workstreams=tuple(streams.lines),
        tasks=lines,
        sheets=counts,
        problems=tuple(problems),
        notes=(*rows.notes, *tasks.notes),
        update=update,
        doubtful=doubtful,
        decisions=dict(decisions or {}),
    )


def _add_task(row: TaskRow, streams: StreamPlanner, tasks: TaskPlanner) -> str:
    """Give a row to the planners; the sentence that says why it cannot be taken, "" if it can."""
    if not (row.text or row.has_entry or row.next_steps):
        return "The row names no task, no progress and no next steps."
    chapter = streams.chapter(row.chapter)
    workstream = None
    if row.workstream:
        workstream = streams.named(row.workstream, _TASKS, row.row, chapter)
        if workstream is None:
            return f"Workstream “{row.workstream}” must be decided on first."
        chapter = chapter or streams.chapter_of(workstream)
    if chapter is None:
        return "The row names no chapter, and its workstream stands in none."
    if workstream is not None:
        streams.place(workstream, chapter)
    tasks.add(row, chapter, workstream)
    return ""


def _counts(verdicts: Iterable[str]) -> SheetCounts:
    found = Counter(verdicts)
    return SheetCounts(found.total(), found["new"], found["changed"], found["same"], found["problem"])
