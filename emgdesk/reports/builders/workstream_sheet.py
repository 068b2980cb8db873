"""One page a workstream: what it is for, who is in it, its mandate and decisions, what is open."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from emgdesk.domain.dates import long_date
from emgdesk.domain.symbols import file_stem
from emgdesk.reports import richtext
from emgdesk.reports.blocks import (
    Block,
    Cell,
    Column,
    Document,
    Heading,
    Note,
    PageBreak,
    Paragraph,
    Run,
    Table,
    TitleBlock,
)
from emgdesk.reports.builders.mandate_history import History, SheetEvent, history_table
from emgdesk.reports.builders.meeting import GROUP_LINES
from emgdesk.reports.builders.progress_facts import ProgressEntry
from emgdesk.reports.builders.progress_rows import entry_blocks

_MOST_MEETINGS = 12


@dataclass(frozen=True, slots=True)
class SheetOptions:
    """`workstreams` are names, or "all" alone; `as_of` None is today.

    `history` says whether extensions stand in one line ("short"), each in its own ("whole"), or in one
    where there are many (""); `group_lines` whether the group's name stands on a sheet by itself
    ("single"), on every sheet ("yes") or on none ("no"). `files` is what sheets by themselves are written
    as in a folder.
    """

    workstreams: tuple[str, ...] = ()
    as_of: date | None = None
    tasks: bool = True
    deliverables: bool = True
    meetings: bool = True
    history: History = ""
    files: Literal["pdf", "docx"] = "pdf"
    group_lines: Literal["single", "yes", "no"] = "single"


@dataclass(frozen=True, slots=True)
class SheetPaper:
    """A paper of the workstream: `words` are its kind, title and symbol."""

    words: str
    address: str = ""


@dataclass(frozen=True, slots=True)
class SheetTask:
    """An open task (CommonMark) with its last entry; `due` in words, `responsible` as written."""

    text: str
    last: ProgressEntry | None = None
    due: str = ""
    responsible: str = ""


@dataclass(frozen=True, slots=True)
class WorkstreamSheet:
    """A workstream as of a day; `facts` are (word, text) lines such as ("Leads", "UNEP, WHO").

    `deliverables` are (title, stages in words).
    """

    name: str
    caption: str
    status: str
    purpose: str = ""
    facts: tuple[tuple[str, str], ...] = ()
    papers: tuple[SheetPaper, ...] = ()
    events: tuple[SheetEvent, ...] = ()
    deliverables: tuple[tuple[str, str], ...] = ()
    tasks: tuple[SheetTask, ...] = ()
    meetings: tuple[str, ...] = ()


def build(sheets: Sequence[WorkstreamSheet], today: date, options: SheetOptions | None = None) -> Document:
    """The sheets, each beginning a page."""
    options = options or SheetOptions()
    day = long_date(options.as_of or today)
    headed = options.group_lines == "yes" or (options.group_lines == "single" and len(sheets) < 2)
    blocks: list[Block] = []
    for sheet in sheets:
        if blocks:
            blocks.append(PageBreak())
        blocks.append(TitleBlock(GROUP_LINES if headed else ()))
        blocks.extend(_sheet(sheet, day, options))
    if not sheets:
        blocks.append(Note("The desk holds no workstreams as of that day."))
    title = sheets[0].name if len(sheets) == 1 else "Workstreams"
    return Document(
        title=f"{title} – as of {day}", author="EMG Secretariat", blocks=tuple(blocks), listed=len(sheets)
    )


def file_names(sheets: Sequence[WorkstreamSheet], suffix: str) -> tuple[str, ...]:
    """A file name for each sheet: the name of its workstream; no two are equal."""
    names: list[str] = []
    for sheet in sheets:
        stem = file_stem(sheet.name)
        taken = {name.casefold() for name in names}
        tries = (f"{stem}{f' ({n})' if n > 1 else ''}{suffix}" for n in range(1, len(sheets) + 2))
        names.append(next(name for name in tries if name.casefold() not in taken))
    return tuple(names)


def _sheet(sheet: WorkstreamSheet, day: str, options: SheetOptions) -> Iterator[Block]:
    yield Heading(sheet.name)
    caption = " · ".join(part for part in (sheet.caption, f"as of {day}") if part)
    yield Paragraph((Run(caption, italic=True),))
    yield Table((Column(20), Column(80)), tuple(_facts(sheet)), lines="none")
    if sheet.events:
        yield Heading("Mandate", 2)
        yield history_table(sheet.events, options.history)
    if options.deliverables and sheet.deliverables:
        yield Heading("Deliverables", 2)
        yield Table((Column(50, "Deliverable"), Column(50, "Stages")), sheet.deliverables, "rows")
    if options.tasks:
        yield Heading("Open tasks", 2)
        yield _tasks(sheet.tasks) if sheet.tasks else Paragraph("None.")
    if options.meetings and sheet.meetings:
        yield Heading("Meetings", 2)
        yield Paragraph(_meetings(sheet.meetings))


def _facts(sheet: WorkstreamSheet) -> Iterator[tuple[Cell, ...]]:
    yield _line("Status", sheet.status)
    if sheet.purpose.strip():
        yield ((Run("Purpose", bold=True),), richtext.to_blocks(sheet.purpose))
    yield from (_line(word, text) for word, text in sheet.facts if text)
    if sheet.papers:
        papers = (Paragraph((Run(paper.words, link=paper.address or None),)) for paper in sheet.papers)
        yield ((Run("Papers", bold=True),), tuple(papers))


def _line(word: str, text: str) -> tuple[Cell, ...]:
    return ((Run(word, bold=True),), text)


def _tasks(tasks: Sequence[SheetTask]) -> Table:
    rows = [_task(task) for task in tasks]
    columns: tuple[Column, ...]
    if any(task.due for task in tasks):
        columns = (Column(38, "Task"), Column(17, "Due"), Column(45, "Last progress"))
        return Table(columns, tuple(rows), "rows")
    columns = (Column(46, "Task"), Column(54, "Last progress"))
    return Table(columns, tuple((text, last) for text, _, last in rows), "rows")


def _task(task: SheetTask) -> tuple[Cell, Cell, Cell]:
    last: tuple[Block, ...] = entry_blocks(task.last) if task.last else ()
    if task.last and task.last.as_of:
        last = with_words(last, long_date(task.last.as_of))
    text = with_words(richtext.to_blocks(task.text), task.responsible)
    return (text, task.due, last or "Nothing reported yet.")


def with_words(blocks: tuple[Block, ...], words: str) -> tuple[Block, ...]:
    """`blocks` with words in italics and brackets behind their last paragraph."""
    if not words:
        return blocks
    run = Run(f"({words})", italic=True)
    if blocks and isinstance(blocks[-1], Paragraph):
        text = blocks[-1].text
        runs = (Run(text),) if isinstance(text, str) else text
        return (*blocks[:-1], Paragraph((*runs, Run(" "), run)))
    return (*blocks, Paragraph((run,)))


def _meetings(meetings: Sequence[str]) -> str:
    """The newest meetings in a line; of many, how many came before."""
    shown = "; ".join(meetings[:_MOST_MEETINGS])
    left = len(meetings) - _MOST_MEETINGS
    return f"{shown}; and {left} before." if left > 0 else f"{shown}."
