"""From a work-plan workbook to its plan: what is new, what changes, what the desk has already."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from emgdesk.domain.lineage import Event, in_order
from emgdesk.domain.numbering import counted
from emgdesk.domain.workbooks import DELIVERABLES, MANDATE, MEMBERS, NAMES
from emgdesk.domain.workstream_names import workstream_key
from emgdesk.errors import InputError
from emgdesk.importing.matching.entities import EntityIndex
from emgdesk.importing.plan import Decision, Doubtful, Update
from emgdesk.importing.records import RowNote
from emgdesk.importing.sheets.cell_dates import DateOrder, order_of
from emgdesk.importing.snapshot import WorkplanSnapshot
from emgdesk.importing.tables import RawFile
from emgdesk.importing.workplans.deliverables import DeliverablePlanner
from emgdesk.importing.workplans.mandate import MandatePlanner
from emgdesk.importing.workplans.members import MemberPlanner
from emgdesk.importing.workplans.names import NamePlanner
from emgdesk.importing.workplans.plan import (
    SheetCounts,
    SheetLine,
    WorkplanPlan,
)
from emgdesk.importing.workplans.requests import answers
from emgdesk.importing.workplans.rows import TaskRow, WorkplanRows, read_workplans
from emgdesk.importing.workplans.sheets import Means, SheetPlanner
from emgdesk.importing.workplans.streams import StreamPlanner
from emgdesk.importing.workplans.tasks import TaskPlanner
from emgdesk.jobs import QUIET, Job

_WORKSTREAMS, _TASKS = "Workstreams", "Tasks"
_ORDER = ("problem", "new", "changed", "same")


def plan_workplan(
    raw: RawFile,
    snapshot: WorkplanSnapshot,
    *,
    others: Sequence[RawFile] = (),
    update: Update = "fill",
    doubtful: Doubtful = "skip",
    decisions: Mapping[str, Decision] | None = None,
    date_order: DateOrder | None = None,
    read: Sequence[WorkplanRows] | None = None,
    job: Job = QUIET,
) -> WorkplanPlan:
    """The plan of a work-plan workbook, or of several sheets that came back, taken in together.

    A workstream whose name is like a known one's but not surely the same is left out with
    its tasks, and says so, unless `doubtful` is "new" or "match" or `decisions` ({name as
    written: decision, its `person_id` the workstream's key}) tell what it is. Of several files
    none may have more than the sheet Tasks. `read` are the rows of all files, if they were read already.
    Raises `InputError` if a file is no work plan.
    """
    raws = (raw, *others)
    read = read if read is not None else read_workplans(raws, date_order)
    for one, rows in zip(raws, read, strict=True) if others else ():
        _refuse_whole(one, rows)
    planner = _Planner(snapshot, update, doubtful, decisions or {})
    if not others:
        planner.take_sheets(read[0])
    for rows in read:
        planner.take_tasks(rows, job)
    return planner.plan(raws, read)


def _refuse_whole(raw: RawFile, rows: WorkplanRows) -> None:
    """Of several files the tasks alone are read, so none may have more to tell."""
    filled = [name for name, sheet in rows.others.items() if sheet.rows]
    if rows.workstreams or filled:
        first = _WORKSTREAMS if rows.workstreams else filled[0]
        raise InputError(
            f"{raw.name} is a whole work plan (it has a sheet “{first}”): only sheets of tasks are taken in "
            "together; import it by itself."
        )


class _Planner:
    def __init__(
        self,
        snapshot: WorkplanSnapshot,
        update: Update,
        doubtful: Doubtful,
        decisions: Mapping[str, Decision],
    ) -> None:
        self._snapshot, self._update, self._doubtful, self._decisions = snapshot, update, doubtful, decisions
        self._streams = StreamPlanner(snapshot, update, doubtful, decisions)
        self._tasks = TaskPlanner(snapshot, update, self._streams.clearing)
        self._titles = {chapter.id: chapter.title for chapter in snapshot.chapters}
        self._lines: list[SheetLine] = []
        self._problems: list[RowNote] = []
        self._notes: list[str] = []

    def take_sheets(self, rows: WorkplanRows) -> None:
        """The sheets besides Tasks, in the order in which one needs the other."""
        once: dict[str, list[str]] = defaultdict(list)
        named = rows.others.get(NAMES.name)
        for row in named.rows if named else ():
            once[workstream_key(row.get("Workstream"))].append(row.get("Name"))
        self._streams.add_rows(rows.workstreams, _WORKSTREAMS, rows.places, once)
        dates = [
            row.get(column)
            for sheet in rows.others.values()
            for row in sheet.rows
            for column in ("Date", "Since", "Until", "Stage date")
            if sheet.name != MANDATE.name or column == "Date"
        ]
        means = Means(self._streams, self._update, rows.order or order_of(dates))
        book = self._snapshot.book
        for name, sheet in rows.others.items():
            desk = book.get(name, ())
            if name == NAMES.name:
                names = NamePlanner(sheet, desk, means)
                names.plan()
                self._keep(names)
            elif name == MANDATE.name:
                mandate = MandatePlanner(sheet, desk, means)
                mandate.plan(self._snapshot.meetings, self._snapshot.decided)
                self._keep(mandate)
            elif name == MEMBERS.name:
                members = MemberPlanner(sheet, desk, means)
                members.plan(EntityIndex(self._snapshot.entities))
                self._keep(members)
            elif name == DELIVERABLES.name:
                deliverables = DeliverablePlanner(sheet, desk, means)
                deliverables.plan(self._snapshot.meetings)
                self._keep(deliverables)
        self._name_first()

    def _keep(self, planner: SheetPlanner) -> None:
        self._lines += planner.lines
        self._notes += planner.notes

    def _name_first(self) -> None:
        """What new workstreams that the file renames were called before: the name that ended that day."""
        events: dict[str, list[Event]] = defaultdict(list)
        names: dict[tuple[str, str], str] = {}
        for at, line in enumerate(self._lines):
            told, owner = line.values, line.workstream or ""
            if line.sheet == MANDATE.name and line.verdict == "new" and told.get("new_name"):
                events[owner].append(
                    Event(str(at), owner, told["kind"] or "", told["date"] or "", position=at)
                )
            elif line.sheet == NAMES.name and line.verdict == "new" and told.get("until"):
                names[owner, told["until"] or ""] = told["name"] or ""
        for at, stream in enumerate(self._streams.lines):
            if stream.verdict != "new" or stream.ref not in events:
                continue
            first = in_order(events[stream.ref])[0]
            name = names.get((stream.ref, first.date), "")
            if name:
                self._streams.lines[at] = replace(stream, first_name=name)

    def take_tasks(self, rows: WorkplanRows, job: Job) -> None:
        """The rows of the sheet Tasks of one file."""
        for row in rows.tasks:
            job.check_cancelled()
            said = self._add_task(row)
            if said:
                said = f"{row.file}: {said}" if row.file else said
                self._problems.append(RowNote(row.row, "problem", said, _TASKS))

    def _add_task(self, row: TaskRow) -> str:
        """Give a row to the planners; the sentence that says why it cannot be taken, "" if it can."""
        if not (row.text or row.has_entry or row.next_steps):
            return "The row names no task, no progress and no next steps."
        if row.is_answer:
            return self._tasks.add_answer(row, self._titles, self._streams.index.bears)
        known = self._tasks.known(row)
        if known is None and not row.text and "Task" in row.unread:
            return "The wording of the task cannot be read."
        if known is not None and not (row.chapter or row.workstream):
            self._tasks.add(row, known.chapter_id, known.workstream_id)
            return ""
        chapter = self._streams.chapter(row.chapter)
        workstream = None
        if row.workstream:
            own = known.workstream_id if known is not None else None
            workstream = self._streams.named(row.workstream, _TASKS, row.row, chapter, own=own)
            if workstream is None:
                return f"Workstream “{row.workstream}” must be decided on first."
            chapter = chapter or self._streams.chapter_of(workstream)
        if chapter is None:
            return "The row names no chapter, and its workstream stands in none."
        if workstream is not None:
            self._streams.place(workstream, chapter)
        self._tasks.add(row, chapter, workstream)
        return ""

    def plan(self, raws: Sequence[RawFile], read: Sequence[WorkplanRows]) -> WorkplanPlan:
        """The whole, counted."""
        tasks = self._tasks.tasks()
        several = len(raws) > 1
        answered, told = answers(read, raws, self._tasks.verdicts, self._snapshot)
        notes = [
            f"{one.name}: {note}" if several else note
            for one, r in zip(raws, read, strict=True)
            for note in r.notes
        ]
        return WorkplanPlan(
            revision=self._snapshot.revision,
            file=counted(len(raws), "file", "files") if several else raws[0].name,
            sha256=raws[0].sha256,
            chapters=tuple(sorted(self._streams.chapters.values(), key=lambda chapter: chapter.position)),
            workstreams=tuple(self._streams.lines),
            tasks=tasks,
            sheets=self._counts(read),
            lines=tuple(self._lines),
            answers=answered,
            files=tuple(one.name for one in raws) if several else (),
            problems=tuple(self._problems),
            notes=(*notes, *self._notes, *self._tasks.notes, *self._streams.clearing.told(), *told),
            update=self._update,
            doubtful=self._doubtful,
            decisions=dict(self._decisions),
        )

    def _counts(self, read: Sequence[WorkplanRows]) -> dict[str, SheetCounts]:
        counts: dict[str, SheetCounts] = {}
        several = len(read) > 1
        if read[0].has_workstreams and not several:
            own = (line.verdict for line in self._streams.lines if line.sheet == _WORKSTREAMS)
            counts[_WORKSTREAMS] = _counted(own)
        for name in read[0].others if not several else ():
            rows: dict[int, str] = {}
            for line in self._lines:
                if line.sheet == name:
                    rows[line.row] = min(rows.get(line.row, "same"), line.verdict, key=_ORDER.index)
            counts[name] = _counted(rows.values())
        if any(one.has_tasks for one in read):
            counts[_TASKS] = _counted((*self._tasks.verdicts.values(), *("problem" for _ in self._problems)))
        return counts


def _counted(verdicts: Iterable[str]) -> SheetCounts:
    found = Counter(verdicts)
    return SheetCounts(found.total(), found["new"], found["changed"], found["same"], found["problem"])
