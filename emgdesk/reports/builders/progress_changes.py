"""What differs between a progress report printed before and the work plan as it stands: marked and listed."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from emgdesk.domain.workstream_names import chapter_key, workstream_key
from emgdesk.reports.builders.printed_progress import PrintedBody, PrintedRow, printed_bodies
from emgdesk.reports.builders.progress_facts import (
    FINISHED,
    Chapter,
    EarlierReport,
    Mark,
    TaskProgress,
    WorkstreamProgress,
)
from emgdesk.reports.builders.progress_pairs import (
    entry_text,
    marked_against,
    paired,
    progress_text,
    steps_text,
    task_text,
    tidy,
    wholly_new,
)

_LONGEST, _NAMED = 160, 80
"""Letters the list quotes of a text, and of a task beside what was reported on it."""
What = Literal["new", "changed", "finished", "gone"]


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that differs, in words; `task_id` is "" where it is no task of the desk any more."""

    what: What
    words: str
    task_id: str = ""


@dataclass(frozen=True, slots=True)
class BodyChanges:
    """What differs in a workstream, or in the table of a chapter itself (`workstream_id` "")."""

    name: str
    changes: tuple[Change, ...]
    workstream_id: str = ""


def compared(
    chapters: Sequence[Chapter], earlier: EarlierReport
) -> tuple[tuple[Chapter, ...], tuple[BodyChanges, ...]]:
    """`chapters` with their marks, and what differs of each workstream in order; those gone come last."""
    left = list(printed_bodies(earlier.lines))
    marked, found = [], []
    for chapter in chapters:
        streams = []
        for stream in chapter.workstreams:
            before = _same_body(stream, chapter, left)
            if before is not None:
                left.remove(before)
            one, changes = _stream(stream, before)
            streams.append(one)
            if changes:
                found.append(BodyChanges(stream.name or chapter.title, changes, stream.id))
        marked.append(replace(chapter, workstreams=tuple(streams)))
    gone = (Change("gone", "No longer in the report."),)
    found += [BodyChanges(body.name or body.chapter, gone) for body in left]
    return tuple(marked), tuple(found)


def _same_body(
    stream: WorkstreamProgress, chapter: Chapter, bodies: Sequence[PrintedBody]
) -> PrintedBody | None:
    """What was printed of a workstream under any of its names, or of the chapter itself."""
    if not stream.name:
        key = chapter_key(chapter.title)
        return next((b for b in bodies if not b.name and chapter_key(b.chapter) == key), None)
    keys = [workstream_key(name) for name in (stream.name, *stream.names)]
    found = {workstream_key(body.name): body for body in reversed(bodies) if body.name}
    return next((found[key] for key in keys if key in found), None)


def _stream(
    stream: WorkstreamProgress, before: PrintedBody | None
) -> tuple[WorkstreamProgress, tuple[Change, ...]]:
    if before is None:
        tasks = tuple(wholly_new(task) for task in stream.tasks)
        told = _whole_new(stream)
        return replace(stream, tasks=tasks, mark="new"), told
    changes = list(_of_the_body(stream, before))
    mark: Mark = "changed" if changes else ""
    tasks, of_tasks = _rows(stream.tasks, before.rows)
    return replace(stream, tasks=tasks, mark=mark), (*changes, *of_tasks)


def _whole_new(stream: WorkstreamProgress) -> tuple[Change, ...]:
    if not stream.name:
        return tuple(Change("new", f"Task: {_quoted(task)}", task.id) for task in stream.tasks)
    head = Change("new", "Workstream not in the earlier report.")
    return (head, *(Change("new", f"Task: {_quoted(task)}", task.id) for task in stream.tasks))


def _of_the_body(stream: WorkstreamProgress, before: PrintedBody) -> Iterator[Change]:
    if stream.name and tidy(stream.name) != tidy(before.name):
        yield Change("changed", f"Called {before.name} before.")
    if tidy(stream.standing) != tidy(before.standing):
        if stream.concluded:
            yield Change("finished", stream.standing)
        else:
            yield Change("changed", stream.standing or f"No longer: {before.standing}")


def _rows(
    tasks: Sequence[TaskProgress], rows: Sequence[PrintedRow]
) -> tuple[tuple[TaskProgress, ...], tuple[Change, ...]]:
    """Tasks with their marks, what differs of each, and the rows that are gone."""
    left = list(rows)
    pairs = paired(tasks, left)
    marked, changes = [], []
    for task, row in zip(tasks, pairs, strict=True):
        if row is None:
            marked.append(wholly_new(task))
            changes.append(Change("new", f"Task: {_quoted(task)}", task.id))
        else:
            one = marked_against(task, row)
            marked.append(one)
            changes += _told(one, row)
    changes += [
        Change("gone", f"No longer in the report: {_short(row.task or row.progress)}") for row in left
    ]
    return tuple(marked), tuple(changes)


def _told(task: TaskProgress, row: PrintedRow) -> Iterator[Change]:
    if task.mark:
        yield Change("changed", f"Task reworded: {_quoted(task)}", task.id)
    last = len(task.entries) - 1
    for at, entry in enumerate(task.entries):
        if entry.mark and at == last and entry.status in FINISHED:
            yield Change("finished", _beside(task, entry_text(entry)), task.id)
        elif entry.mark:
            yield Change(entry.mark, _beside(task, entry_text(entry)), task.id)
    if not any(entry.mark for entry in task.entries) and progress_text(task) != row.progress:
        yield Change("gone", f"Progress taken out of: {_quoted(task)}", task.id)
    if task.steps_mark:
        steps = steps_text(task)
        words = (
            _beside(task, f"Next steps: {steps}") if steps else f"Next steps taken out of: {_quoted(task)}"
        )
        yield Change(task.steps_mark if steps else "gone", words, task.id)


def _beside(task: TaskProgress, words: str) -> str:
    """What was reported on a task, behind its text: "Draw up a joint offer – Ongoing: Half of it."."""
    named = _short(task_text(task).rstrip("."), _NAMED)
    return f"{named} – {_short(words)}" if named else _short(words)


def _quoted(task: TaskProgress) -> str:
    return _short(task_text(task) or progress_text(task) or steps_text(task))


def _short(text: str, longest: int = _LONGEST) -> str:
    if len(text) <= longest:
        return text
    return text[:longest].rsplit(" ", 1)[0].rstrip(" ,;:.") + " …"
