"""Tasks and the rows printed of them before: which is whose, and what of it differs."""

from collections.abc import Sequence
from dataclasses import replace

from emgdesk.domain.paragraph_changes import likeness
from emgdesk.reports import richtext
from emgdesk.reports.builders.printed_progress import PrintedRow
from emgdesk.reports.builders.progress_facts import Mark, ProgressEntry, TaskProgress
from emgdesk.reports.builders.progress_rows import entry_blocks
from emgdesk.reports.text_lines import cell_line

_ALIKE = 0.5
"""Share of their words two texts have in common to be one, reworded."""


def paired(tasks: Sequence[TaskProgress], left: list[PrintedRow]) -> list[PrintedRow | None]:
    """The row printed of each task, taken out of `left`: the same wording first, then what is most alike."""
    pairs: list[PrintedRow | None] = []
    for task in tasks:
        text = task_text(task)
        row = next((r for r in left if r.task == text), None) if text else None
        pairs.append(row)
        if row is not None:
            left.remove(row)
    for at, task in enumerate(tasks):
        if pairs[at] is None and left:
            row = max(left, key=lambda r: _alike(task, r))
            if _alike(task, row) >= _ALIKE:
                pairs[at] = row
                left.remove(row)
    return pairs


def _alike(task: TaskProgress, row: PrintedRow) -> float:
    """How much a row is the task's: by its wording where both have one, else by what was reported."""
    text = task_text(task)
    if text and row.task:
        return likeness(text, row.task)
    if text or row.task:
        return 0.0
    return likeness(f"{progress_text(task)} {steps_text(task)}", f"{row.progress} {row.next_steps}")


def marked_against(task: TaskProgress, row: PrintedRow) -> TaskProgress:
    """`task` with marks of what the row printed before does not say."""
    entries = _entries(task.entries, row.progress)
    steps = steps_text(task)
    steps_mark: Mark = "" if steps == row.next_steps else "changed" if row.next_steps else "new"
    mark: Mark = "" if task_text(task) == row.task else "changed"
    return replace(task, entries=entries, mark=mark, steps_mark=steps_mark)


def _entries(entries: Sequence[ProgressEntry], printed: str) -> tuple[ProgressEntry, ...]:
    """Entries with their marks: those whose words were printed have none."""
    rest = printed
    known = []
    for entry in entries:
        line = entry_text(entry)
        known.append(line in rest)
        if line:
            rest = rest.replace(line, " ", 1)
    rest = tidy(rest)
    found = []
    for entry, old in zip(entries, known, strict=True):
        changed = not old and bool(rest) and likeness(entry_text(entry), rest) >= _ALIKE
        found.append(replace(entry, mark="" if old else "changed" if changed else "new"))
        rest = "" if changed else rest
    return tuple(found)


def wholly_new(task: TaskProgress) -> TaskProgress:
    """`task` with all of it marked."""
    entries = tuple(replace(entry, mark="new") for entry in task.entries)
    return replace(task, entries=entries, mark="new", steps_mark="new" if task.next_steps.strip() else "")


def task_text(task: TaskProgress) -> str:
    """The wording of a task as a line."""
    return tidy(cell_line(richtext.to_blocks(task.text)))


def steps_text(task: TaskProgress) -> str:
    """Its next steps as a line."""
    return tidy(cell_line(richtext.to_blocks(task.next_steps)))


def progress_text(task: TaskProgress) -> str:
    """Its entries as a line."""
    return tidy(" ".join(entry_text(entry) for entry in task.entries))


def entry_text(entry: ProgressEntry) -> str:
    """An entry with its status as a line."""
    return tidy(cell_line(entry_blocks(entry)))


def tidy(text: str) -> str:
    """`text` with single spaces."""
    return " ".join(text.split())
