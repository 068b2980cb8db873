"""Chapters of the progress report as headings and tables."""

import re
from collections.abc import Iterator, Sequence

from emgdesk.domain.numbering import letter, roman
from emgdesk.reports import richtext
from emgdesk.reports.blocks import Block, Cell, Column, Heading, Note, Paragraph, Run, Table, marked
from emgdesk.reports.builders.progress_facts import Chapter, ProgressEntry, TaskProgress

STATUS_WORDS = {
    "completed": "Completed",
    "ongoing": "Ongoing",
    "upcoming": "Upcoming",
    "not started": "Not started",
    "postponed": "Postponed",
    "dropped": "Dropped",
}
"""The status of an entry as printed before its text; an unknown one prints as it stands, "" not at all."""


def body(chapters: Sequence[Chapter]) -> Iterator[Block]:
    """Chapters with Roman numbers, workstreams with letters that run on, and their tables."""
    lettered = 0
    for number, chapter in enumerate(chapters, start=1):
        yield Heading(bare_title(chapter.title), 1, f"{roman(number).upper()}.")
        for stream in chapter.workstreams:
            if stream.name:
                lettered += 1
                yield Heading(stream.name, 2, f"{letter(lettered)})", marked=bool(stream.mark))
            if stream.standing:
                yield Paragraph((Run(stream.standing, italic=True),), marked=bool(stream.mark))
            yield _table(stream.tasks) if stream.tasks else Note("No tasks recorded.")


def bare_title(title: str) -> str:
    """A chapter's title without a Roman number typed before it."""
    return re.sub(r"^[IVXLC]+\.\s+", "", title)


def _table(tasks: Sequence[TaskProgress]) -> Table:
    columns = (Column(29, "Tasks"), Column(41, "Progress"), Column(30, "Next steps"))
    rows = tuple(cells(task) for task in tasks)
    if any(task.text.strip() for task in tasks):
        return Table(columns, rows)
    return Table((Column(58, "Progress"), Column(42, "Next steps")), tuple(row[1:] for row in rows))


def cells(task: TaskProgress) -> tuple[Cell, Cell, Cell]:
    """The row of a task."""
    return (
        _long(task.text, bool(task.mark)),
        tuple(block for entry in task.entries for block in _entry(entry)),
        _long(task.next_steps, bool(task.steps_mark)),
    )


def _long(text: str, bar: bool) -> tuple[Block, ...]:
    blocks = richtext.to_blocks(text)
    return marked(blocks) if bar else blocks


def _entry(entry: ProgressEntry) -> tuple[Block, ...]:
    blocks = entry_blocks(entry)
    return marked(blocks) if entry.mark else blocks


def entry_blocks(entry: ProgressEntry) -> tuple[Block, ...]:
    """An entry with its status in bold before the text."""
    blocks = richtext.to_blocks(entry.text)
    status = STATUS_WORDS.get(entry.status, entry.status)
    if not status:
        return blocks
    if not blocks:
        return (Paragraph((Run(f"{status}.", bold=True),)),)
    if isinstance(blocks[0], Paragraph):
        first = blocks[0].text
        runs = (Run(first),) if isinstance(first, str) else first
        return (Paragraph((Run(f"{status}: ", bold=True), *runs)), *blocks[1:])
    return (Paragraph((Run(f"{status}:", bold=True),)), *blocks)
