"""The chair's annotated agenda: each item with what the chair needs in the room."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from emgdesk.domain.dates import Clock
from emgdesk.reports import richtext
from emgdesk.reports.blocks import (
    Block,
    Column,
    Document,
    DocumentTitle,
    Heading,
    Note,
    Paragraph,
    Run,
    Table,
)
from emgdesk.reports.builders.agenda import EMPTY
from emgdesk.reports.builders.agenda_lines import (
    AgendaFacts,
    AgendaLine,
    PaperLine,
    in_words,
    item_label,
    item_times,
    paper_name,
)
from emgdesk.reports.builders.footnotes import before
from emgdesk.reports.builders.meeting import by_clock, title_block

TITLE = "Annotated Agenda"
_ROW = 8.0
"""Height of a line to write on, in millimetres."""


@dataclass(frozen=True, slots=True)
class AnnotatedOptions:
    """`room` is the number of empty lines below each item without items below it, to write on."""

    clock: Clock = "12"
    documents: bool = True
    conclusions: bool = True
    room: int = 0
    heading: str = TITLE
    group_lines: bool = True


def build(facts: AgendaFacts, options: AnnotatedOptions | None = None) -> Document:
    """The annotated agenda; without items it says so."""
    options = options or AnnotatedOptions()
    meeting = by_clock(facts.meeting, options.clock)
    papers = {paper.id: paper for paper in facts.papers} if options.documents else {}
    blocks: list[Block] = [
        title_block(meeting, group_lines=options.group_lines),
        DocumentTitle(options.heading, f"For the Chair, {facts.chair}" if facts.chair else "For the Chair"),
    ]
    for line, after in zip(facts.items, (*facts.items[1:], None), strict=False):
        blocks.extend(_item(line, papers, options))
        if options.room and (after is None or after.depth <= line.depth):
            blocks.append(Table((Column(1),), (("",),) * options.room, "rows", _ROW))
    if not facts.items:
        blocks.append(Note(EMPTY))
    return Document(
        title=f"{options.heading} – {meeting.title}",
        author="EMG Secretariat",
        subject=meeting.symbol,
        blocks=tuple(blocks),
        remarks=() if facts.items else (EMPTY,),
        listed=len(facts.items),
    )


def _item(line: AgendaLine, papers: Mapping[str, PaperLine], options: AnnotatedOptions) -> Iterator[Block]:
    times = item_times(line, options.clock)
    if line.label:
        yield Heading(line.title, min(line.depth + 2, 4), item_label(line))
    else:
        yield Heading(f"{times} {line.title}".strip(), min(line.depth + 2, 4))
    who = f"Presented by {in_words(line.presenter)}" if line.presenter.strip() else ""
    told = " · ".join(part for part in (times if line.label else "", who) if part)
    if told:
        yield Paragraph((Run(told, italic=True),))
    yield from richtext.to_blocks(line.notes)
    known = [papers[key] for key in line.papers if key in papers]
    if known:
        yield Paragraph(tuple(_documents(known)))
    if options.conclusions and line.draft_conclusion.strip():
        yield from before(richtext.to_blocks(line.draft_conclusion), (Run("Draft conclusion: ", bold=True),))


def _documents(papers: list[PaperLine]) -> Iterator[Run]:
    yield Run("Documents: " if len(papers) > 1 else "Document: ", bold=True)
    for n, paper in enumerate(papers):
        if n:
            yield Run("; ")
        yield Run(paper_name(paper), link=paper.address or None)
