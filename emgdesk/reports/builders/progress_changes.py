"""What differs between a progress report printed before and the work plan as it stands: marked and listed."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from emgdesk.domain.statuses import CLOSED
from emgdesk.domain.workstream_names import chapter_key, workstream_key
from emgdesk.reports.builders.printed_progress import PrintedBody, PrintedRow, printed_bodies
from emgdesk.reports.builders.progress_facts import (
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
What = Literal["new", "reported", "changed", "moved", "finished", "gone"]


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


@dataclass(slots=True)
class _Body:
    """A workstream beside what was printed of it; `rows` are those no task of it was found for yet."""

    stream: WorkstreamProgress
    before: PrintedBody | None
    pairs: list[PrintedRow | None]
    rows: list[PrintedRow]
    came_from: dict[int, str] = field(default_factory=dict)


def compared(
    chapters: Sequence[Chapter], earlier: EarlierReport
) -> tuple[tuple[Chapter, ...], tuple[BodyChanges, ...]]:
    """`chapters` with their marks, and what differs of each workstream in order; those gone come last."""
    left = list(printed_bodies(earlier.lines))
    bodies = [[_beside(stream, chapter, left) for stream in chapter.workstreams] for chapter in chapters]
    _find_moved([body for of_chapter in bodies for body in of_chapter], left)
    marked, found = [], []
    for chapter, of_chapter in zip(chapters, bodies, strict=True):
        streams = []
        for body in of_chapter:
            one, changes = _stream(body)
            streams.append(one)
            if changes:
                found.append(BodyChanges(one.name or chapter.title, changes, one.id))
        marked.append(replace(chapter, workstreams=tuple(streams)))
    gone = (Change("gone", "No longer in the report."),)
    found += [BodyChanges(body.name or body.chapter, gone) for body in left]
    return tuple(marked), tuple(found)


def _beside(stream: WorkstreamProgress, chapter: Chapter, left: list[PrintedBody]) -> _Body:
    before = _same_body(stream, chapter, left)
    if before is None:
        return _Body(stream, None, [None] * len(stream.tasks), [])
    left.remove(before)
    rows = list(before.rows)
    return _Body(stream, before, paired(stream.tasks, rows), rows)


def _find_moved(bodies: Sequence[_Body], gone: Sequence[PrintedBody]) -> None:
    """Tasks that are new where they stand, and were printed word for word elsewhere, came from there."""
    elsewhere = [(_called(body.before), body.rows) for body in bodies if body.before]
    elsewhere += [(_called(body), list(body.rows)) for body in gone]
    for body in bodies:
        for at, task in enumerate(body.stream.tasks):
            text = task_text(task) if body.pairs[at] is None else ""
            for name, rows in elsewhere:
                row = next((row for row in rows if text and row.task == text), None)
                if row is not None:
                    rows.remove(row)
                    body.pairs[at], body.came_from[at] = row, name
                    break


def _called(body: PrintedBody) -> str:
    return body.name or body.chapter


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


def _stream(body: _Body) -> tuple[WorkstreamProgress, tuple[Change, ...]]:
    stream, before = body.stream, body.before
    changes: list[Change] = []
    mark: Mark = "new"
    if before is not None:
        changes += _of_the_body(stream, before)
        mark = "changed" if changes else ""
    elif stream.name:
        changes.append(Change("new", "Workstream not in the earlier report."))
    tasks, of_tasks = _rows(body)
    return replace(stream, tasks=tasks, mark=mark), (*changes, *of_tasks)


def _of_the_body(stream: WorkstreamProgress, before: PrintedBody) -> Iterator[Change]:
    if stream.name and tidy(stream.name) != tidy(before.name):
        yield Change("changed", f"Called {before.name} before.")
    if tidy(stream.standing) != tidy(before.standing):
        if stream.concluded:
            yield Change("finished", stream.standing)
        else:
            yield Change("changed", stream.standing or f"No longer: {before.standing}")


def _rows(body: _Body) -> tuple[tuple[TaskProgress, ...], tuple[Change, ...]]:
    """Tasks with their marks, what differs of each, and the rows that are gone."""
    marked, changes = [], []
    for at, (task, row) in enumerate(zip(body.stream.tasks, body.pairs, strict=True)):
        if row is None:
            marked.append(wholly_new(task))
            changes.append(Change("new", f"Task: {_quoted(task)}", task.id))
            continue
        one = marked_against(task, row)
        if at in body.came_from:
            marked.append(replace(one, mark="changed"))
            changes.append(Change("moved", f"From {body.came_from[at]}: {_quoted(task)}", task.id))
        else:
            marked.append(one)
        changes += _told(one, row)
    changes += [
        Change("gone", f"No longer in the report: {_short(row.task or row.progress)}") for row in body.rows
    ]
    return tuple(marked), tuple(changes)


def _told(task: TaskProgress, row: PrintedRow) -> Iterator[Change]:
    if task.mark:
        yield Change("changed", f"Task reworded: {_quoted(task)}", task.id)
    last = len(task.entries) - 1
    for at, entry in enumerate(task.entries):
        if entry.mark and at == last and entry.status in CLOSED:
            yield Change("finished", _on(task, entry_text(entry)), task.id)
        elif entry.mark:
            what: What = "reported" if entry.mark == "new" else "changed"
            yield Change(what, _on(task, entry_text(entry)), task.id)
    if not any(entry.mark for entry in task.entries) and progress_text(task) != row.progress:
        yield Change("gone", f"Progress taken out of: {_quoted(task)}", task.id)
    if task.steps_mark:
        steps = steps_text(task)
        words = _on(task, f"Next steps: {steps}") if steps else f"Next steps taken out of: {_quoted(task)}"
        yield Change(task.steps_mark if steps else "gone", words, task.id)


def _on(task: TaskProgress, words: str) -> str:
    """What was reported on a task, behind its text: "Draw up a joint offer – Ongoing: Half of it."."""
    named = _short(task_text(task).rstrip("."), _NAMED)
    return f"{named} – {_short(words)}" if named else _short(words)


def _quoted(task: TaskProgress) -> str:
    return _short(task_text(task) or progress_text(task) or steps_text(task))


def _short(text: str, longest: int = _LONGEST) -> str:
    if len(text) <= longest:
        return text
    return text[:longest].rsplit(" ", 1)[0].rstrip(" ,;:.") + " …"
