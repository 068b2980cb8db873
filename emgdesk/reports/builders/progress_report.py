"""The progress report ("Note by the Secretariat"): chapters, workstreams, tasks with their progress."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from emgdesk.domain.dates import long_date
from emgdesk.domain.numbering import counted
from emgdesk.reports import richtext
from emgdesk.reports.blocks import (
    Block,
    Document,
    DocumentTitle,
    Heading,
    ItemList,
    ListItem,
    Note,
    Paragraph,
    Run,
    TitleBlock,
)
from emgdesk.reports.builders.meeting import GROUP_LINES, MeetingFacts, title_block
from emgdesk.reports.builders.progress_changes import BodyChanges, Change, compared
from emgdesk.reports.builders.progress_facts import Chapter, EarlierReport, ProgressFacts
from emgdesk.reports.builders.progress_figures import figures, statistics
from emgdesk.reports.builders.progress_rows import body
from emgdesk.reports.builders.progress_selection import ProgressOptions, as_of, known, selected, wanted

UNTOLD = (
    "Compared with a day, what has a date is told. Texts and next steps that were reworded, entries without "
    "a date and tasks that went from one workstream to another are told against an issued report only."
)
"""What a comparison with a day cannot know."""
_BARS = "In the text below, a bar in the margin marks what is new or has changed."
_WHAT = {
    "new": "New",
    "reported": "Reported",
    "changed": "Changed",
    "moved": "Moved",
    "finished": "Finished",
    "gone": "Gone",
}


@dataclass(frozen=True, slots=True)
class Reported:
    """What a report shows: its chapters, and what differs from the earlier one (nothing without one)."""

    chapters: tuple[Chapter, ...]
    changes: tuple[BodyChanges, ...] = ()


def reported(
    facts: ProgressFacts, options: ProgressOptions, earlier: EarlierReport | None = None
) -> Reported:
    """The chapters as the options leave them, marked and listed against `earlier`."""
    chapters = known(facts, options)
    changes: tuple[BodyChanges, ...] = ()
    if earlier is not None:
        chapters, changes = compared(chapters, earlier)
        changes = tuple(one for one in changes if _is_wanted(one, facts, options))
    return Reported(tuple(selected(chapters, options)), changes)


def _is_wanted(changes: BodyChanges, facts: ProgressFacts, options: ProgressOptions) -> bool:
    """Whether a report of some workstreams lists these changes."""
    streams = {stream.id: stream for chapter in facts.chapters for stream in chapter.workstreams if stream.id}
    if changes.workstream_id in streams:
        return wanted(replace(streams[changes.workstream_id], concluded=False), options)
    return not options.workstreams


def build(
    facts: ProgressFacts, options: ProgressOptions | None = None, earlier: EarlierReport | None = None
) -> Document:
    """The report; chapters and workstreams left without a row by the options are not printed.

    `earlier` is what it is compared with, where the options say so.
    """
    options = options or ProgressOptions()
    shown = reported(facts, options, earlier)
    meeting = facts.meeting
    title = "Mid-Term Progress Report" if meeting and meeting.segment == "mid-term" else "Progress Report"
    blocks: list[Block] = [
        _head(meeting, options.group_lines),
        DocumentTitle(title, "Note by the Secretariat"),
    ]
    blocks.extend(
        richtext.to_blocks(facts.introduction) or (Paragraph(_introduction(facts, options, earlier)),)
    )
    if options.statistics and shown.chapters:
        blocks.extend(statistics(figures(shown.chapters)))
    if options.changes is not None and earlier is not None:
        blocks.extend(_changes(shown.changes, earlier, by_day=isinstance(options.changes, date)))
    blocks.extend(body(shown.chapters))
    if not shown.chapters:
        blocks.append(Note(_nothing(options, earlier)))
    return Document(
        title=f"{title} – {meeting.title}" if meeting else title,
        author="EMG Secretariat",
        subject=meeting.symbol if meeting else "",
        blocks=tuple(blocks),
        remarks=_remarks(facts, options),
        listed=sum(len(stream.tasks) for chapter in shown.chapters for stream in chapter.workstreams),
    )


def _remarks(facts: ProgressFacts, options: ProgressOptions) -> tuple[str, ...]:
    """What was reported after the day the report is of, and so is missing from it."""
    until = as_of(facts, options)
    later = [
        entry
        for chapter in facts.chapters
        for stream in chapter.workstreams
        if wanted(stream, options)
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


def _introduction(facts: ProgressFacts, options: ProgressOptions, earlier: EarlierReport | None) -> str:
    opening = "This note "
    if facts.meeting and facts.meeting.title:
        opening = f"This note has been prepared for the {facts.meeting.title}. It "
    day = f"as of {long_date(as_of(facts, options))}"
    since = f", with what is new since {_since(options, earlier)}" if options.since else ""
    return (
        f"{opening}sets out the progress of the Issue Management Groups, Consultative Processes and other "
        f"workstreams of the Environment Management Group and their next steps, {day}{since}."
    )


def _since(options: ProgressOptions, earlier: EarlierReport | None) -> str:
    return long_date(options.since) if isinstance(options.since, date) else called(earlier)


def called(earlier: EarlierReport | None) -> str:
    """How an earlier report is named in a sentence: "EMG SOM27/03 of 30 June 2021", "30 June 2021"."""
    if earlier is None:
        return "the earlier report"
    day = long_date(earlier.day) if earlier.day else ""
    return " of ".join(part for part in (earlier.name, day) if part) or "the earlier report"


def _changes(changes: Sequence[BodyChanges], earlier: EarlierReport, *, by_day: bool) -> Iterator[Block]:
    yield Heading(f"What has changed since {called(earlier)}")
    yield Paragraph(_BARS if changes else "Nothing has changed.")
    if by_day:
        yield Note(UNTOLD)
    for one in changes:
        yield Paragraph((Run(one.name, bold=True),), keeps_next=True)
        yield ItemList(tuple(ListItem("•", (Paragraph(_in_words(change)),)) for change in one.changes))


def _in_words(change: Change) -> tuple[Run, ...]:
    return (Run(f"{_WHAT[change.what]}: ", bold=True), Run(change.words))


def _nothing(options: ProgressOptions, earlier: EarlierReport | None) -> str:
    if options.workstreams:
        return "Nothing to report: the chosen workstreams have no tasks that fit the options."
    if options.since:
        return f"Nothing to report: no progress has been entered since {_since(options, earlier)}."
    if options.tasks:
        return "Nothing to report: no tasks fit the options."
    return "Nothing to report: the desk holds no workstreams with tasks yet."
