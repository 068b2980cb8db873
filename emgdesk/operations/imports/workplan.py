"""A work-plan plan becomes chapters, workstreams, their mandates and members, tasks and entries."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from emgdesk.db.models import Chapter, ProgressEntry, Task, Workstream
from emgdesk.domain.entity_lists import split_entities
from emgdesk.domain.keys import new_key
from emgdesk.domain.workstream_names import kind_name
from emgdesk.importing.workplans.plan import TaskLine, WorkplanPlan, WorkstreamLine
from emgdesk.importing.workplans.streams import MEMBER_FIELDS
from emgdesk.jobs import QUIET, Job
from emgdesk.operations.imports.bulk import insert_rows, update_rows
from emgdesk.operations.imports.placing import place_workstreams
from emgdesk.operations.imports.runs import record_run, refuse_if_moved_on
from emgdesk.operations.imports.workplan_sheets import SheetWriter, write_name
from emgdesk.operations.marking import operation
from emgdesk.operations.membership import write_members
from emgdesk.operations.progress_request import mark_answered
from emgdesk.operations.rows import fetch

_TEXTS = ("short_name", "kind", "purpose", "proposer")
_REFERENCES = {"parent": "parent_id", "chapter": "chapter_id"}
_TASK = ("text", "source", "responsible", "due", "next_steps", "since", "until")


@dataclass(frozen=True, slots=True)
class WorkplanImported:
    """What an import made or changed, counted by noun; `rows` are those of the other sheets."""

    import_id: str
    chapters: int
    workstreams: int
    tasks: int
    entries: int
    rows: int = 0
    answered: int = 0  # entities that have answered with these files


@dataclass(slots=True)
class _Writer:
    """Writes the lines of one plan; `keys` leads from a plan's refs to keys of the desk."""

    session: Session
    keys: dict[str, str] = field(default_factory=dict)

    def key(self, ref: str | None) -> str | None:
        return self.keys.get(ref, ref) if ref else None

    def last(self, model: Any) -> int:
        return self.session.scalar(select(func.max(model.position))) or 0

    def chapters(self, plan: WorkplanPlan) -> int:
        last = self.last(Chapter)
        new = [line for line in plan.chapters if line.is_new]
        for line in new:
            chapter = Chapter(title=line.title, position=last + line.position)
            self.session.add(chapter)
            self.session.flush()
            self.keys[line.ref] = chapter.id
        return len(new)

    def workstreams(self, plan: WorkplanPlan) -> int:
        last = self.last(Workstream)
        lines = [line for line in plan.workstreams if line.verdict in ("new", "changed")]
        for line in lines:
            if line.verdict == "new":
                self._make_workstream(line, last)
            else:
                self._change_workstream(line, last)
            for alias in line.new_aliases:
                write_name(self.session, self.key(line.ref) or "", alias)
        for line in lines:  # a parent may stand below its part
            if line.verdict == "new" and line.parent:
                self._workstream(line).parent_id = self.key(line.parent)
            self._members(line)
        self.session.flush()
        self._place(plan)
        return len(lines)

    def _place(self, plan: WorkplanPlan) -> None:
        held = sorted((line for line in plan.workstreams if line.position), key=lambda line: line.position)
        placed = [line for line in held if line.verdict == "new" or "chapter" in line.changes]
        keys = {self.key(line.ref) or "" for line in placed if line.chapter}
        if keys:
            place_workstreams(self.session, [self.key(line.ref) or "" for line in held], keys)

    def _make_workstream(self, line: WorkstreamLine, last: int) -> None:
        texts = {name: getattr(line, name) for name in _TEXTS}
        if line.first_name and kind_name(line.first_name):
            texts["kind"] = kind_name(line.first_name)
        workstream = Workstream(
            name=line.first_name or line.name,
            chapter_id=self.key(line.chapter),
            position=last + line.position,
            status="active",
            **texts,
        )
        self.session.add(workstream)
        self.session.flush()
        self.keys[line.ref] = workstream.id

    def named_now(self, plan: WorkplanPlan) -> None:
        """Let new workstreams have the name and kind of their row, whatever the events of the file say."""
        for line in plan.workstreams:
            if line.verdict == "new" and line.first_name:
                workstream = self._workstream(line)
                workstream.name, workstream.kind = line.name, line.kind or workstream.kind
        self.session.flush()

    def _workstream(self, line: WorkstreamLine) -> Workstream:
        return fetch(self.session, Workstream, self.key(line.ref) or "", "workstream")

    def _change_workstream(self, line: WorkstreamLine, last: int) -> None:
        workstream = self._workstream(line)
        for name, (_, new) in line.changes.items():
            if name in _REFERENCES:
                setattr(workstream, _REFERENCES[name], self.key(new))
            elif name in (*_TEXTS, "name"):
                setattr(workstream, name, new)
        if "chapter" in line.changes:
            if not line.changes["chapter"][0]:
                workstream.position = last + line.position  # it stood nowhere in the report
            for task in self.session.scalars(select(Task).where(Task.workstream_id == workstream.id)):
                task.chapter_id = workstream.chapter_id or task.chapter_id

    def _members(self, line: WorkstreamLine) -> None:
        """Who is in a workstream by the cells of its row."""
        for name, role in MEMBER_FIELDS.items():
            told = line.changes.get(name, ("", ""))[1] if line.verdict == "changed" else getattr(line, name)
            if told or name in line.changes:
                write_members(self.session, self._workstream(line), role, split_entities(told))

    def tasks(self, plan: WorkplanPlan, job: Job) -> tuple[int, int]:
        """Tasks, then their entries: each kind goes to the file in one go."""
        last, lines = self.last(Task), [line for line in plan.tasks if line.verdict != "same"]
        ends = self._last_entries() if any(line.verdict != "new" for line in lines) else {}
        tasks: list[dict[str, Any]] = []
        entries: list[dict[str, Any]] = []
        entry_changes = []
        for count, line in enumerate(lines, 1):
            job.check_cancelled()
            job.report("Writing tasks", count, len(lines))
            if line.verdict == "new":
                tasks.append(self._task(line, last + count))
            entries += self._new_entries(line, ends)
            entry_changes += [
                (one.id, _told(one.changes)) for one in line.entries if one.id and one.verdict == "changed"
            ]
        self.session.flush()
        insert_rows(self.session, Task, tasks)
        update_rows(self.session, Task, [(line.ref, _told(line.changes)) for line in lines if line.changes])
        insert_rows(self.session, ProgressEntry, entries)
        update_rows(self.session, ProgressEntry, entry_changes)
        return len(lines), len(entries) + len(entry_changes)

    def _last_entries(self) -> dict[str, int]:
        """The place of the last entry of each task of the desk."""
        last = select(ProgressEntry.task_id, func.max(ProgressEntry.position))
        return {row[0]: row[1] for row in self.session.execute(last.group_by(ProgressEntry.task_id))}

    def _task(self, line: TaskLine, position: int) -> dict[str, Any]:
        self.keys[line.ref] = key = new_key()
        return {
            "id": key,
            "chapter_id": self.key(line.chapter),
            "workstream_id": self.key(line.workstream),
            "position": position,
            "action_id": line.action_id or None,
            **{name: getattr(line, name) for name in _TASK},
        }

    def _new_entries(self, line: TaskLine, ends: Mapping[str, int]) -> Iterator[dict[str, Any]]:
        task_id = self.key(line.ref) or ""
        new = (entry for entry in line.entries if entry.verdict == "new")
        for position, one in enumerate(new, ends.get(task_id, 0) + 1):
            yield {
                "id": new_key(), "task_id": task_id, "position": position, "status": one.status,
                "text": one.text, "as_of": one.as_of,
            }  # fmt: skip


def _told(changes: Mapping[str, tuple[str, str]]) -> dict[str, str | None]:
    """What is written, by column; a task without a decision has no key of one."""
    return {name: new or (None if name == "action_id" else "") for name, (_, new) in changes.items()}


@operation
def apply_workplan_plan(session: Session, /, *, plan: WorkplanPlan, job: Job = QUIET) -> WorkplanImported:
    """Take a previewed work plan into the desk; requests its files answer are answered.

    Raises DataError if the desk moved on since the preview, CancelledError if
    the job is cancelled; nothing is left behind then.
    """
    refuse_if_moved_on(session, plan.revision)
    writer = _Writer(session)
    chapters = writer.chapters(plan)
    workstreams = writer.workstreams(plan)
    rows = SheetWriter(session, writer.keys).write(plan.lines)
    writer.named_now(plan)
    tasks, entries = writer.tasks(plan, job)
    for answer in plan.answers:
        today = date.today().isoformat()
        mark_answered(session, request_ids=[answer.request_id], answered_on=today, file=answer.file)
    if not any((chapters, workstreams, tasks, entries, rows, plan.answers)):
        return WorkplanImported("", 0, 0, 0, 0)
    run = record_run(session, kind="workplan", file=plan.file, sha256=plan.sha256)
    return WorkplanImported(run, chapters, workstreams, tasks, entries, rows, len(plan.answers))
