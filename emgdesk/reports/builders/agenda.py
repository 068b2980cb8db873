"""The agenda of a meeting: its documents, then the items with their times and presenters."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from emgdesk.domain.dates import Clock
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
)
from emgdesk.reports.builders.agenda_lines import (
    AgendaFacts,
    AgendaLine,
    item_label,
    item_times,
    paper_list,
    presented,
)
from emgdesk.reports.builders.branches import branches
from emgdesk.reports.builders.meeting import by_clock, title_block

State = Literal["provisional", "adopted"]
TITLES: dict[State, str] = {"provisional": "Provisional Agenda", "adopted": "Agenda"}
EMPTY = "The agenda of this meeting has no items yet."


@dataclass(frozen=True, slots=True)
class AgendaOptions:
    """`heading` "" goes by the state: an adopted agenda names who did present, where that is known."""

    state: State = "provisional"
    clock: Clock = "12"
    heading: str = ""
    documents: bool = True
    symbols: bool = False
    presenters: bool = True
    group_lines: bool = True


def build(facts: AgendaFacts, options: AgendaOptions | None = None) -> Document:
    """The agenda as a document of its own; without items it says so."""
    options = options or AgendaOptions()
    meeting = by_clock(facts.meeting, options.clock)
    title = options.heading or TITLES[options.state]
    blocks: list[Block] = [title_block(meeting, group_lines=options.group_lines), DocumentTitle(title)]
    return Document(
        title=f"{title} – {meeting.title}",
        author="EMG Secretariat",
        subject=meeting.symbol,
        blocks=(*blocks, *agenda_blocks(facts, options)),
        remarks=() if facts.items else (EMPTY,),
        listed=len(facts.items),
    )


def agenda_blocks(facts: AgendaFacts, options: AgendaOptions) -> Iterator[Block]:
    """What stands below the title, as an annex has it too."""
    papers = paper_list(facts.papers, symbols=options.symbols) if options.documents else ()
    if papers:
        yield Heading("Meeting documents:", 2)
        yield from papers
    if facts.items:
        yield from _items(facts.items, options)
    else:
        yield Note(EMPTY)


def _items(items: Sequence[AgendaLine], options: AgendaOptions) -> Iterator[Block]:
    """The items under their times; those that follow without a time of their own are taken in the same."""
    shown, waiting = "", list[ListItem]()
    for line, below in branches(items):
        times = item_times(line, options.clock)
        heads = bool(line.label and times and times != shown)
        if waiting and (heads or not line.label):
            yield ItemList(tuple(waiting))
            waiting = []
        if heads:
            yield Paragraph((Run(times, bold=True),), keeps_next=True)
        shown = times or shown
        if line.label:
            waiting.append(_item(line, below, options, times=""))
        else:
            yield Paragraph(_words(line, options, times))
            yield from _below(below, options)
    if waiting:
        yield ItemList(tuple(waiting))


def _item(line: AgendaLine, below: Sequence[AgendaLine], options: AgendaOptions, times: str) -> ListItem:
    text = Paragraph(_words(line, options, times))
    return ListItem(item_label(line), (text, *_below(below, options)))


def _below(lines: Sequence[AgendaLine], options: AgendaOptions) -> tuple[Block, ...]:
    if not lines:
        return ()
    items = (_item(line, below, options, item_times(line, options.clock)) for line, below in branches(lines))
    return (ItemList(tuple(items)),)


def _words(line: AgendaLine, options: AgendaOptions, times: str) -> tuple[Run, ...]:
    title = presented(line, planned=options.state == "provisional") if options.presenters else line.title
    return (*((Run(f"{times} ", bold=True),) if times else ()), Run(title))
