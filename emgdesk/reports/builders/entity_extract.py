"""What was asked of one entity: its tasks, the decisions that name it, what it owes, where it takes part."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from emgdesk.domain.dates import long_date
from emgdesk.domain.numbering import counted
from emgdesk.domain.statuses import CLOSED
from emgdesk.reports import richtext
from emgdesk.reports.blocks import (
    Block,
    Cell,
    Column,
    Document,
    DocumentTitle,
    Heading,
    Paragraph,
    Run,
    Table,
    TitleBlock,
)
from emgdesk.reports.builders.meeting import GROUP_LINES
from emgdesk.reports.builders.progress_rows import entry_blocks
from emgdesk.reports.builders.workplan_table import TableTask
from emgdesk.reports.builders.workstream_sheet import with_words


@dataclass(frozen=True, slots=True)
class ExtractOptions:
    """`finished` False leaves out tasks that are completed or dropped."""

    entity: str = ""
    as_of: date | None = None
    finished: bool = True
    group_lines: bool = True


@dataclass(frozen=True, slots=True)
class AskedDecision:
    """A decision that names the entity; `text` is CommonMark."""

    citation: str
    text: str


@dataclass(frozen=True, slots=True)
class OwedFollowUp:
    """Something owed: `what` is CommonMark, `due` in words, `meeting` the code of where it arose."""

    what: str
    whom: str
    due: str
    meeting: str


@dataclass(frozen=True, slots=True)
class TakesPart:
    """A workstream the entity is in: `how` its roles and people."""

    workstream: str
    how: str


@dataclass(frozen=True, slots=True)
class ExtractFacts:
    """All that concerns an entity as of `day`.

    `requests` are sentences on progress asked for and not told yet; `tasks` stand by the name of their
    workstream or chapter; `deliverables` are (title, workstream, last stage).
    """

    acronym: str
    full_name: str
    day: date
    requests: tuple[str, ...] = ()
    tasks: tuple[tuple[str, tuple[TableTask, ...]], ...] = ()
    decisions: tuple[AskedDecision, ...] = ()
    follow_ups: tuple[OwedFollowUp, ...] = ()
    workstreams: tuple[TakesPart, ...] = ()
    deliverables: tuple[tuple[str, str, str], ...] = ()


def build(facts: ExtractFacts, options: ExtractOptions | None = None) -> Document:
    """The extract; of what there is none, its heading says so."""
    options = options or ExtractOptions()
    tasks = [(name, kept) for name, held in facts.tasks if (kept := _kept(held, options))]
    many = sum(len(held) for _, held in tasks)
    subtitle = ", ".join(part for part in (facts.full_name, f"as of {long_date(facts.day)}") if part)
    blocks: list[Block] = [
        TitleBlock(GROUP_LINES if options.group_lines else ()),
        DocumentTitle(f"What was asked of {facts.acronym}", subtitle[:1].upper() + subtitle[1:]),
        *(Paragraph((Run(request, bold=True),)) for request in facts.requests),
        Paragraph(_summary(facts, many)),
    ]
    blocks += _section("Tasks", _tasks(tasks) if tasks else None)
    blocks += _section("Decisions that name it", _decisions(facts.decisions))
    blocks += _section("Follow-ups owed", _follow_ups(facts.follow_ups))
    blocks += _section("Workstreams", _workstreams(facts.workstreams))
    if facts.deliverables:
        columns = (Column(46, "Deliverable"), Column(34, "Workstream"), Column(20, "Stage"))
        blocks += _section("Deliverables", Table(columns, facts.deliverables, "rows"))
    return Document(
        title=f"What was asked of {facts.acronym} – {long_date(facts.day)}",
        author="EMG Secretariat",
        blocks=tuple(blocks),
        listed=many,
    )


def _kept(tasks: Sequence[TableTask], options: ExtractOptions) -> tuple[TableTask, ...]:
    return tuple(task for task in tasks if options.finished or task.status not in CLOSED)


def _summary(facts: ExtractFacts, tasks: int) -> str:
    parts = (
        (tasks, "task", "tasks"),
        (len(facts.decisions), "decision that names it", "decisions that name it"),
        (len(facts.follow_ups), "follow-up owed", "follow-ups owed"),
        (len(facts.workstreams), "workstream", "workstreams"),
    )
    said = ", ".join(counted(*part) if part[0] else f"no {part[2]}" for part in parts)
    return f"{said[:1].upper()}{said[1:]}."


def _section(title: str, table: Table | None) -> Iterator[Block]:
    yield Heading(title)
    yield table or Paragraph("None.")


def _tasks(tasks: Sequence[tuple[str, tuple[TableTask, ...]]]) -> Table:
    columns = (Column(28, "Task"), Column(16, "Due"), Column(33, "Progress"), Column(23, "Next steps"))
    rows: list[tuple[Cell, ...]] = []
    for name, held in tasks:
        rows.append(((Run(name, bold=True),),))
        rows += [_task(task) for task in held]
    return Table(columns, tuple(rows))


def _task(task: TableTask) -> tuple[Cell, ...]:
    progress: tuple[Block, ...] = entry_blocks(task.last) if task.last else ()
    if task.last and task.last.as_of:
        progress = with_words(progress, long_date(task.last.as_of))
    text = with_words(richtext.to_blocks(task.text), task.responsible)
    return (text, task.due, progress or "Nothing reported yet.", richtext.to_blocks(task.next_steps))


def _decisions(decisions: Sequence[AskedDecision]) -> Table | None:
    rows = tuple((one.citation, richtext.to_blocks(one.text)) for one in decisions)
    return Table((Column(26, "Decision"), Column(74, "Wording")), rows, "rows") if rows else None


def _follow_ups(follow_ups: Sequence[OwedFollowUp]) -> Table | None:
    columns = (Column(50, "What"), Column(16, "To whom"), Column(16, "Due"), Column(18, "From"))
    rows = tuple((richtext.to_blocks(one.what), one.whom, one.due, one.meeting) for one in follow_ups)
    return Table(columns, rows, "rows") if rows else None


def _workstreams(workstreams: Sequence[TakesPart]) -> Table | None:
    rows = tuple((one.workstream, one.how) for one in workstreams)
    return Table((Column(60, "Workstream"), Column(40, "As")), rows, "rows") if rows else None
