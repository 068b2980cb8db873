"""Which chapters, workstreams, tasks and entries a progress report shows."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from emgdesk.domain.statuses import CLOSED
from emgdesk.domain.workstream_names import workstream_key
from emgdesk.reports.builders.progress_facts import (
    Chapter,
    ProgressEntry,
    ProgressFacts,
    TaskProgress,
    WorkstreamProgress,
)

Shown = Literal["", "open", "finished"]


@dataclass(frozen=True, slots=True)
class ProgressOptions:
    """Which entries: dated up to `as_of` (None: today), after `since`; undated ones always count as older.

    `since` and `changes` are days, or symbols of issued reports; with `changes` everything is printed and
    what differs is marked. `concluded` False leaves out concluded workstreams and finished tasks,
    `chapter_tasks` False the tables of chapters themselves; `workstreams` names those wanted (empty: all).
    """

    as_of: date | None = None
    since: date | str | None = None
    changes: date | str | None = None
    concluded: bool = True
    tasks: Shown = ""
    chapter_tasks: bool = True
    workstreams: tuple[str, ...] = ()
    statistics: bool = False
    group_lines: bool = True


def as_of(facts: ProgressFacts, options: ProgressOptions) -> date:
    """The day the report is of."""
    return options.as_of or facts.today


def known(facts: ProgressFacts, options: ProgressOptions) -> tuple[Chapter, ...]:
    """All chapters with the entries known on the day of the report."""
    until = as_of(facts, options)
    return tuple(
        replace(chapter, workstreams=tuple(_known(stream, until) for stream in chapter.workstreams))
        for chapter in facts.chapters
    )


def _known(stream: WorkstreamProgress, until: date) -> WorkstreamProgress:
    tasks = (
        replace(task, entries=tuple(e for e in task.entries if e.as_of is None or e.as_of <= until))
        for task in stream.tasks
        if task.text.strip() or not _is_later(task, until)
    )
    return replace(stream, tasks=tuple(tasks))


def _is_later(task: TaskProgress, until: date) -> bool:
    """Whether all that is told of a task came after a day: a row without a task did not exist then."""
    return bool(task.entries) and all(e.as_of is not None and e.as_of > until for e in task.entries)


def selected(chapters: Sequence[Chapter], options: ProgressOptions) -> list[Chapter]:
    """The chapters the options leave, each with something to show."""
    found = []
    for chapter in chapters:
        kept = [
            replace(stream, tasks=tuple(_tasks(stream.tasks, options)))
            for stream in chapter.workstreams
            if wanted(stream, options)
        ]
        kept = [stream for stream in kept if _has_something(stream, options)]
        if kept:
            found.append(replace(chapter, workstreams=tuple(kept)))
    return found


def wanted(stream: WorkstreamProgress, options: ProgressOptions) -> bool:
    """Whether the options ask for a workstream."""
    if (stream.concluded and not options.concluded) or not (stream.name or options.chapter_tasks):
        return False
    if not options.workstreams:
        return True
    asked = {workstream_key(name) for name in options.workstreams}
    return any(workstream_key(name) in asked for name in (stream.name, *stream.names) if name)


def _has_something(stream: WorkstreamProgress, options: ProgressOptions) -> bool:
    """Whether it has tasks to show; an active one without any says so where everything is printed."""
    if stream.tasks:
        return True
    whole = options.since is None and not options.tasks
    return bool(stream.name) and whole and (not stream.concluded or bool(stream.mark))


def _tasks(tasks: Sequence[TaskProgress], options: ProgressOptions) -> Iterator[TaskProgress]:
    for task in tasks:
        if _is_left_out(task, options):
            continue
        if isinstance(options.since, date):
            new = tuple(entry for entry in task.entries if entry.as_of and entry.as_of > options.since)
            if new:
                yield replace(task, entries=new)
        elif options.since is None:
            yield task
        elif task.marked:
            yield replace(task, entries=tuple(_new(task)), mark="", steps_mark="")


def _new(task: TaskProgress) -> Iterator[ProgressEntry]:
    """The entries a report without the old ones shows; a reworded task has all of them."""
    marked = [entry for entry in task.entries if entry.mark]
    for entry in marked or (task.entries if task.mark else ()):
        yield replace(entry, mark="")


def _is_left_out(task: TaskProgress, options: ProgressOptions) -> bool:
    finished = task.status in CLOSED
    if finished:
        return not options.concluded or options.tasks == "open"
    return options.tasks == "finished"
