"""The work plan as a table: chapter by chapter, every task with who does it, by when, and how it stands."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Literal

from emgdesk.domain.dates import long_date
from emgdesk.domain.numbering import letter, roman
from emgdesk.domain.statuses import CLOSED
from emgdesk.reports import richtext
from emgdesk.reports.blocks import (
    Block,
    Cell,
    Column,
    Document,
    DocumentTitle,
    Heading,
    Note,
    Run,
    Table,
    TitleBlock,
    plain,
)
from emgdesk.reports.builders.meeting import GROUP_LINES, MeetingFacts, title_block
from emgdesk.reports.builders.progress_facts import ProgressEntry
from emgdesk.reports.builders.progress_rows import STATUS_WORDS, bare_title
from emgdesk.reports.sheets import Sheet, SheetColumn, Value

Status = Literal["", "open", "completed", "ongoing", "upcoming", "not started", "postponed", "dropped"]
_WIDTHS = {
    "Task": 24, "Source": 12, "Responsible": 11, "Due": 11.5, "Status": 11, "Last progress": 24,
    "Next steps": 18,
}  # fmt: skip
_CAN_BE_EMPTY = ("Source", "Responsible", "Due", "Next steps")
_WIDE = {"Chapter": 24.0, "Workstream": 32.0, "Task": 48.0, "Last progress": 48.0, "Next steps": 36.0}


@dataclass(frozen=True, slots=True)
class TableOptions:
    """`entity` leaves the tasks it answers for, `status` those that stand so ("open": not finished)."""

    as_of: date | None = None
    workstreams: tuple[str, ...] = ()
    status: Status = ""
    entity: str = ""
    group_lines: bool = True


@dataclass(frozen=True, slots=True)
class TableTask:
    """A task; texts are CommonMark, `due` is in words, `last` its last entry on the day of the table."""

    text: str
    source: str = ""
    responsible: str = ""
    due: str = ""
    last: ProgressEntry | None = None
    next_steps: str = ""

    @property
    def status(self) -> str:
        """That of the last entry, "" without one."""
        return self.last.status if self.last else ""


@dataclass(frozen=True, slots=True)
class TableBody:
    """The tasks of a workstream; `name` is "" for those of the chapter itself."""

    name: str
    tasks: tuple[TableTask, ...]


@dataclass(frozen=True, slots=True)
class TableChapter:
    """A chapter with its workstreams in order."""

    title: str
    bodies: tuple[TableBody, ...]


@dataclass(frozen=True, slots=True)
class TableFacts:
    """The work plan as of `day`; `entity` names whose tasks these are, "" for those of all."""

    chapters: tuple[TableChapter, ...]
    day: date
    meeting: MeetingFacts | None = None
    entity: str = ""


def build(facts: TableFacts, options: TableOptions | None = None) -> Document:
    """The table on lying pages, and as a sheet."""
    options = options or TableOptions()
    bodies = list(_bodies(facts, options))
    meeting = facts.meeting
    whose = f"Tasks of {facts.entity}, as" if facts.entity else "As"
    head = TitleBlock(group_lines=GROUP_LINES if options.group_lines else ())
    if meeting:
        head = title_block(meeting, group_lines=options.group_lines)
    blocks: list[Block] = [head, DocumentTitle("Work plan", f"{whose} of {long_date(facts.day)}")]
    headers = _headers(bodies)
    for title, held in groupby(bodies, key=lambda body: body[0]):
        blocks += (Heading(title), _table(headers, list(held)))
    if not bodies:
        blocks.append(Note("No tasks fit the options."))
    return Document(
        title=f"Work plan – {facts.entity or long_date(facts.day)}",
        author="EMG Secretariat",
        blocks=tuple(blocks),
        remarks=() if bodies else ("No tasks fit the options.",),
        sheets=(_sheet(bodies),),
        listed=sum(len(tasks) for _, _, tasks in bodies),
        landscape=True,
    )


_Body = tuple[str, str, tuple[TableTask, ...]]


def _bodies(facts: TableFacts, options: TableOptions) -> Iterator[_Body]:
    """(chapter, workstream, tasks) with generated labels, those without a task to show left out."""
    lettered = 0
    for number, chapter in enumerate(facts.chapters, start=1):
        for body in chapter.bodies:
            lettered += bool(body.name)
            tasks = tuple(task for task in body.tasks if _fits(task, options.status))
            if tasks:
                title = f"{roman(number).upper()}. {bare_title(chapter.title)}"
                yield title, f"{letter(lettered)}) {body.name}" if body.name else "", tasks


def _fits(task: TableTask, status: Status) -> bool:
    if status == "open":
        return task.status not in CLOSED
    return not status or task.status == status


def _table(headers: Sequence[str], bodies: Sequence[_Body]) -> Table:
    """The tasks of a chapter, the names of its workstreams across."""
    rows: list[tuple[Cell, ...]] = []
    for _, name, tasks in bodies:
        if name:
            rows.append(((Run(name, bold=True),),))
        for task in tasks:
            cells = _cells(task)
            rows.append(tuple(cells[header] for header in headers))
    return Table(tuple(Column(_WIDTHS[header], header) for header in headers), tuple(rows))


def _headers(bodies: Sequence[_Body]) -> list[str]:
    """The columns, without those no task has anything in."""
    each = [_cells(task) for _, _, tasks in bodies for task in tasks]
    return [h for h in _WIDTHS if h not in _CAN_BE_EMPTY or any(cells[h] for cells in each)]


def _cells(task: TableTask) -> dict[str, Cell]:
    last = task.last
    reported: Cell = ""
    if last:
        day = (Run(f"{long_date(last.as_of)}\n", italic=True),) if last.as_of else ()
        reported = (*day, *richtext.to_runs(last.text))
    return {
        "Task": richtext.to_blocks(task.text),
        "Source": task.source,
        "Responsible": task.responsible,
        "Due": task.due,
        "Status": (Run(_status(task), bold=True),),
        "Last progress": reported,
        "Next steps": richtext.to_blocks(task.next_steps),
    }


def _status(task: TableTask) -> str:
    return STATUS_WORDS.get(task.status, task.status) or "–"


def _sheet(bodies: Sequence[_Body]) -> Sheet:
    headers = ("Chapter", "Workstream", *_WIDTHS, "As of")
    columns = tuple(SheetColumn(header, _WIDE.get(header)) for header in headers)
    rows = [_row(title, name, task) for title, name, tasks in bodies for task in tasks]
    return Sheet("Work plan", columns, rows)


def _row(chapter: str, workstream: str, task: TableTask) -> tuple[Value, ...]:
    last = task.last
    return (
        chapter, workstream, _plain(task.text), task.source, task.responsible, task.due,
        _status(task) if task.status else "", _plain(last.text) if last else "", _plain(task.next_steps),
        last.as_of if last else None,
    )  # fmt: skip


def _plain(text: str) -> str:
    return plain(richtext.to_runs(text))
