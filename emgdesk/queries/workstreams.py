"""The work plan: chapters, workstreams with their generated letters, tasks with their entries."""

from collections import defaultdict
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Row, select, text
from sqlalchemy.orm import Session

from emgdesk.db.models import Chapter, ProgressEntry, Task, Workstream, WorkstreamAlias
from emgdesk.domain.lineage import OVER
from emgdesk.domain.mandate_ends import until_words
from emgdesk.domain.numbering import letter, roman
from emgdesk.domain.progress import known_by, last_status
from emgdesk.domain.statuses import CLOSED
from emgdesk.domain.terms import in_work_plan
from emgdesk.domain.workstream_names import workstream_key
from emgdesk.queries.mandates import read_lineage
from emgdesk.queries.memberships import written_members


@dataclass(frozen=True, slots=True)
class ChapterRow:
    """A chapter with its generated Roman label ("I.")."""

    id: str
    label: str
    title: str
    position: int


@dataclass(frozen=True, slots=True)
class WorkstreamRow:
    """A workstream as of a day; `letter` runs on through the chapters, "" for one without chapter.

    Name, kind, parent and status follow from the events of its mandate; `status` is "" for one that
    did not exist yet. `until` says in words until when the mandate runs, `since` and `ended` (ISO) from
    when to when there was one, `ended_by` the kind of event that ended it. `leads`, `members` and
    `officer` are names as one cell.
    """

    id: str
    letter: str
    name: str
    short_name: str
    kind: str
    chapter_id: str | None
    chapter: str
    parent_id: str | None
    parent: str
    leads: str
    members: str
    purpose: str
    status: str
    since: str
    until: str
    ended: str
    ended_by: str
    officer: str
    proposer: str
    aliases: tuple[str, ...]
    tasks: int
    open_tasks: int
    last_entry: str  # ISO date of the newest progress entry


@dataclass(frozen=True, slots=True)
class EntryRow:
    id: str
    status: str
    text: str
    as_of: str
    position: int


@dataclass(frozen=True, slots=True)
class TaskRow:
    """A task with its entries in order; `status` is the last one that was told by the day asked about.

    `since` and `until` (ISO, "" open) are the days it came into the work plan and left it.
    """

    id: str
    chapter_id: str
    workstream_id: str | None
    position: int
    text: str
    source: str
    responsible: str
    due: str
    next_steps: str
    action_id: str | None
    since: str
    until: str
    entries: tuple[EntryRow, ...]
    status: str


def list_chapters(session: Session) -> tuple[ChapterRow, ...]:
    """The chapters of the report in order."""
    rows = session.scalars(select(Chapter).order_by(Chapter.position, Chapter.id))
    return tuple(ChapterRow(c.id, f"{roman(n).upper()}.", c.title, c.position) for n, c in enumerate(rows, 1))


_WORKSTREAMS = text(
    """
    SELECT w.id, w.short_name, w.chapter_id, w.purpose, w.proposer
    FROM workstream w LEFT JOIN chapter c ON c.id = w.chapter_id
    ORDER BY c.id IS NULL, c.position, c.id, w.position, w.id
    """
)


def list_workstreams(session: Session, *, as_of: str = "") -> tuple[WorkstreamRow, ...]:
    """All workstreams in the order of the report, those without a chapter last.

    `as_of` (ISO) tells them as they stood that day, "" with all that is known. Counted are the
    tasks in the work plan on that day, with "" those that never left it.
    """
    chapters = {c.id: f"{c.label} {c.title}" for c in list_chapters(session)}
    lineage, members = read_lineage(session), written_members(session, as_of=as_of)
    aliases: dict[str, list[str]] = defaultdict(list)
    for key, name in session.execute(text("SELECT workstream_id, name FROM workstream_alias ORDER BY id")):
        aliases[key].append(name)
    tasks: dict[str | None, list[TaskRow]] = defaultdict(list)
    for task in list_tasks(session, as_of=as_of):
        if in_work_plan(task, as_of):
            tasks[task.workstream_id].append(task)
    lettered = 0
    rows = []
    for row in session.execute(_WORKSTREAMS):
        lettered += row.chapter_id is not None
        own = tasks.get(row.id, [])
        stands = lineage.standing(row.id, as_of)
        parent = lineage.standing(stands.parent_id, as_of).name if stands.parent_id else stands.parent
        rows.append(
            WorkstreamRow(
                id=row.id,
                letter=letter(lettered) if row.chapter_id else "",
                name=stands.name,
                short_name=row.short_name,
                kind=stands.kind,
                chapter_id=row.chapter_id,
                chapter=chapters.get(row.chapter_id, ""),
                parent_id=stands.parent_id,
                parent=parent,
                leads=members.get((row.id, "lead"), ""),
                members=members.get((row.id, "member"), ""),
                purpose=row.purpose,
                status=stands.status,
                since=stands.since,
                until=until_words(stands.end) if stands.given else "",
                ended=stands.ended,
                ended_by=stands.ended_by,
                officer=members.get((row.id, "officer"), ""),
                proposer=row.proposer,
                aliases=tuple(aliases.get(row.id, ())),
                tasks=len(own),
                open_tasks=sum(task.status not in CLOSED for task in own),
                last_entry=max((e.as_of for task in own for e in task.entries), default=""),
            )
        )
    return tuple(rows)


def list_tasks(
    session: Session, *, workstream_id: str | None = None, chapter_id: str | None = None, as_of: str = ""
) -> tuple[TaskRow, ...]:
    """Tasks in order: of one workstream, of a chapter itself (those without workstream), or all.

    All their entries are there; how they stand is told by those up to `as_of` (ISO), "" by all.
    """
    statement = select(*_TASK).order_by(Task.position, Task.id)
    if workstream_id is not None:
        statement = statement.where(Task.workstream_id == workstream_id)
    elif chapter_id is not None:
        statement = statement.where(Task.chapter_id == chapter_id, Task.workstream_id.is_(None))
    entries: dict[str, list[EntryRow]] = defaultdict(list)
    ordered = select(ProgressEntry.task_id, *_ENTRY).order_by(ProgressEntry.position, ProgressEntry.id)
    if workstream_id is not None or chapter_id is not None:
        wanted = statement.with_only_columns(Task.id).order_by(None)
        ordered = ordered.where(ProgressEntry.task_id.in_(wanted))
    for entry in session.execute(ordered):
        entries[entry.task_id].append(_entry_row(entry))
    return tuple(
        _task_row(task, _by_date(entries.get(task.id, [])), as_of) for task in session.execute(statement)
    )


def _task_row(task: Row[*tuple[Any, ...]], entries: tuple[EntryRow, ...], as_of: str) -> TaskRow:
    return TaskRow(
        task.id, task.chapter_id, task.workstream_id, task.position, task.text, task.source,
        task.responsible, task.due, task.next_steps, task.action_id, task.since, task.until, entries,
        last_status(known_by(entries, as_of) if as_of else entries),
    )  # fmt: skip


def _entry_row(entry: Row[*tuple[Any, ...]]) -> EntryRow:
    return EntryRow(entry.id, entry.status, entry.text, entry.as_of, entry.position)


_TASK = (
    Task.id, Task.chapter_id, Task.workstream_id, Task.position, Task.text, Task.source, Task.responsible,
    Task.due, Task.next_steps, Task.action_id, Task.since, Task.until,
)  # fmt: skip
_ENTRY = (
    ProgressEntry.id, ProgressEntry.status, ProgressEntry.text, ProgressEntry.as_of, ProgressEntry.position,
)  # fmt: skip
"""Columns, not objects: a full desk has tens of thousands of them."""


def list_entries(session: Session, *, task_id: str) -> tuple[EntryRow, ...]:
    """What was reported on one task, by date."""
    mine = select(*_ENTRY).where(ProgressEntry.task_id == task_id)
    ordered = mine.order_by(ProgressEntry.position, ProgressEntry.id)
    return _by_date([_entry_row(entry) for entry in session.execute(ordered)])


def _by_date(entries: list[EntryRow]) -> tuple[EntryRow, ...]:
    """Entries by date; one without a date stays behind the one it was written after."""
    dated, last = [], ""
    for entry in entries:
        last = entry.as_of or last
        dated.append((last, entry))
    return tuple(entry for _, entry in sorted(dated, key=lambda pair: pair[0]))


def workstream_keys(session: Session) -> dict[str, str]:
    """Keys of workstreams by what spellings of their names, aliases and short names share.

    Of several that bear one, those that are not over go first; then a name before an alias, an alias
    before a short name. A short name of several such means none of them.
    """
    own = session.execute(select(Workstream.id, Workstream.name, Workstream.short_name)).all()
    aliases = select(WorkstreamAlias.workstream_id, WorkstreamAlias.name).order_by(WorkstreamAlias.id)
    named = [
        *((one.short_name, one.id, 0) for one in own if one.short_name),
        *((name, key, 1) for key, name in session.execute(aliases)),
        *((one.name, one.id, 2) for one in own),
    ]
    held: dict[str, dict[str, int]] = defaultdict(dict)  # how well a workstream bears it, by its key
    for name, key, rank in named:
        held[workstream_key(name)][key] = rank
    if all(len(bearers) == 1 for bearers in held.values()):
        return {name: key for name, bearers in held.items() for key in bearers}
    lineage = read_lineage(session)
    clashing = {key for bearers in held.values() if len(bearers) > 1 for key in bearers}
    over = {key for key in clashing if lineage.standing(key).status == OVER}
    found = {}
    for name, bearers in held.items():
        best = max((key not in over, rank) for key, rank in bearers.items())
        fitting = [key for key, rank in bearers.items() if (key not in over, rank) == best]
        if best[1] or len(fitting) == 1:
            found[name] = fitting[-1]
    return found
