"""The progress report ("Note by the Secretariat"): chapters, workstreams, tasks with their progress."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from emgdesk.domain.dates import long_date
from emgdesk.domain.numbering import counted, letter, roman
from emgdesk.reports import richtext
from emgdesk.reports.blocks import (
    Block,
    Cell,
    Column,
    Document,
    DocumentTitle,
    Heading,
    Note,
    Paragraph,
    Run,
    Table,
    TitleBlock,
)
from emgdesk.reports.builders.meeting import GROUP_LINES, MeetingFacts, title_block

STATUS_WORDS = {
    "completed": "Completed",
    "ongoing": "Ongoing",
    "upcoming": "Upcoming",
    "not started": "Not started",
    "postponed": "Postponed",
    "dropped": "Dropped",
}
"""The status of an entry as printed before its text; an unknown one prints as it stands, "" not at all."""

FINISHED = frozenset({"completed", "dropped"})


@dataclass(frozen=True, slots=True)
class ProgressEntry:
    """One dated entry; `text` is CommonMark, `status` a key of `STATUS_WORDS` or ""."""

    status: str
    text: str
    as_of: date | None = None


@dataclass(frozen=True, slots=True)
class TaskProgress:
    """A task with its entries in order; `text` (may be empty) and `next_steps` are CommonMark."""

    text: str
    entries: tuple[ProgressEntry, ...] = ()
    next_steps: str = ""


@dataclass(frozen=True, slots=True)
class WorkstreamProgress:
    """The tasks of a workstream; with an empty `name` a table of the chapter itself."""

    name: str
    tasks: tuple[TaskProgress, ...] = ()
    concluded: bool = False


@dataclass(frozen=True, slots=True)
class Chapter:
    """A chapter of the report; a Roman number typed before `title` gives way to the generated one."""

    title: str
    workstreams: tuple[WorkstreamProgress, ...] = ()


@dataclass(frozen=True, slots=True)
class ProgressFacts:
    """What is reported on.

    `today` is the day of printing, `introduction` CommonMark ("" for the usual
    words); without a `meeting` the report has no title block of one.
    """

    chapters: tuple[Chapter, ...]
    today: date
    meeting: MeetingFacts | None = None
    introduction: str = ""


@dataclass(frozen=True, slots=True)
class ProgressOptions:
    """Which entries: dated up to `as_of` (None: today), after `since`; undated ones always count as older.

    `concluded` False leaves out concluded workstreams and finished tasks;
    `workstreams` names those wanted (empty: all).
    """

    as_of: date | None = None
    since: date | None = None
    concluded: bool = True
    workstreams: tuple[str, ...] = ()
    group_lines: bool = True


def build(facts: ProgressFacts, options: ProgressOptions | None = None) -> Document:
    """The report; chapters and workstreams left without a row by the options are not printed."""
    options = options or ProgressOptions()
    chapters = _selected(facts, options)
    meeting = facts.meeting
    title = "Mid-Term Progress Report" if meeting and meeting.segment == "mid-term" else "Progress Report"
    blocks: list[Block] = [
        _head(meeting, options.group_lines),
        DocumentTitle(title, "Note by the Secretariat"),
    ]
    blocks.extend(richtext.to_blocks(facts.introduction) or (Paragraph(_introduction(facts, options)),))
    blocks.extend(_body(chapters))
    if not chapters:
        blocks.append(Note(_nothing(options)))
    return Document(
        title=f"{title} – {meeting.title}" if meeting else title,
        author="EMG Secretariat",
        subject=meeting.symbol if meeting else "",
        blocks=tuple(blocks),
        remarks=_remarks(facts, options),
        listed=sum(len(stream.tasks) for chapter in chapters for stream in chapter.workstreams),
    )


def _remarks(facts: ProgressFacts, options: ProgressOptions) -> tuple[str, ...]:
    """What was reported after the day the report is of, and so is missing from it."""
    until = options.as_of or facts.today
    later = [
        entry
        for chapter in facts.chapters
        for stream in chapter.workstreams
        if _wanted(stream, options)
        for task in stream.tasks
        for entry in task.entries
        if entry.as_of is not None and entry.as_of > until
    ]
    if not later:
        return ()
    entries = counted(len(later), "progress entry", "progress entries")
    verb = "is" if len(later) == 1 else "are"
    return (f"{entries} dated after {long_date(until)} {verb} not in this report.",)


def _head(meeting: MeetingFacts | None, group_lines: bool) -> TitleBlock:
    if meeting:
        return title_block(meeting, group_lines=group_lines)
    return TitleBlock(group_lines=GROUP_LINES if group_lines else ())


def _introduction(facts: ProgressFacts, options: ProgressOptions) -> str:
    opening = "This note "
    if facts.meeting and facts.meeting.title:
        opening = f"This note has been prepared for the {facts.meeting.title}. It "
    day = f"as of {long_date(options.as_of or facts.today)}"
    since = f", with what is new since {long_date(options.since)}" if options.since else ""
    return (
        f"{opening}sets out the progress of the Issue Management Groups, Consultative Processes and other "
        f"workstreams of the Environment Management Group and their next steps, {day}{since}."
    )


def _selected(facts: ProgressFacts, options: ProgressOptions) -> list[Chapter]:
    chapters = []
    for chapter in facts.chapters:
        kept = [
            replace(stream, tasks=tuple(_tasks(stream.tasks, facts.today, options)))
            for stream in chapter.workstreams
            if _wanted(stream, options)
        ]
        kept = [stream for stream in kept if stream.tasks or (stream.name and not options.since)]
        if kept:
            chapters.append(replace(chapter, workstreams=tuple(kept)))
    return chapters


def _wanted(stream: WorkstreamProgress, options: ProgressOptions) -> bool:
    if stream.concluded and not options.concluded:
        return False
    return not options.workstreams or stream.name in options.workstreams


def _tasks(tasks: Sequence[TaskProgress], today: date, options: ProgressOptions) -> Iterator[TaskProgress]:
    until = options.as_of or today
    for task in tasks:
        known = [entry for entry in task.entries if entry.as_of is None or entry.as_of <= until]
        if not options.concluded and known and known[-1].status in FINISHED:
            continue
        if options.since is not None:
            known = [entry for entry in known if entry.as_of and entry.as_of > options.since]
            if not known:
                continue
        yield replace(task, entries=tuple(known))


def _body(chapters: Sequence[Chapter]) -> Iterator[Block]:
    lettered = 0
    for number, chapter in enumerate(chapters, start=1):
        yield Heading(_without_numeral(chapter.title), 1, f"{roman(number).upper()}.")
        for stream in chapter.workstreams:
            if stream.name:
                lettered += 1
                yield Heading(stream.name, 2, f"{letter(lettered)})")
            yield _table(stream.tasks) if stream.tasks else Note("No tasks recorded.")


def _table(tasks: Sequence[TaskProgress]) -> Table:
    columns = (Column(29, "Tasks"), Column(41, "Progress"), Column(30, "Next steps"))
    rows = tuple((_long(task.text), _progress(task.entries), _long(task.next_steps)) for task in tasks)
    if any(task.text.strip() for task in tasks):
        return Table(columns, rows)
    return Table((Column(58, "Progress"), Column(42, "Next steps")), tuple(row[1:] for row in rows))


def _long(text: str) -> Cell:
    return richtext.to_blocks(text)


def _progress(entries: Sequence[ProgressEntry]) -> Cell:
    return tuple(block for entry in entries for block in _entry(entry))


def _entry(entry: ProgressEntry) -> Iterator[Block]:
    blocks = richtext.to_blocks(entry.text)
    status = STATUS_WORDS.get(entry.status, entry.status)
    if not status:
        yield from blocks
    elif not blocks:
        yield Paragraph((Run(f"{status}.", bold=True),))
    elif isinstance(blocks[0], Paragraph):
        first = blocks[0].text
        runs = (Run(first),) if isinstance(first, str) else first
        yield Paragraph((Run(f"{status}: ", bold=True), *runs))
        yield from blocks[1:]
    else:
        yield Paragraph((Run(f"{status}:", bold=True),))
        yield from blocks


def _without_numeral(title: str) -> str:
    return re.sub(r"^[IVXLC]+\.\s+", "", title)


def _nothing(options: ProgressOptions) -> str:
    if options.workstreams:
        return "Nothing to report: the chosen workstreams have no tasks that fit the options."
    if options.since:
        return f"Nothing to report: no progress has been entered since {long_date(options.since)}."
    return "Nothing to report: the desk holds no workstreams with tasks yet."
