"""The body of a file: its blocks one after the other, and what holds between them."""

from collections.abc import Sequence
from itertools import takewhile

from docx.parts.document import DocumentPart

from emgdesk.jobs import Job
from emgdesk.reports.blocks import (
    Block,
    Cards,
    Chart,
    DocumentTitle,
    EntryColumns,
    Heading,
    PageBreak,
    Part,
    Table,
    TitleBlock,
)
from emgdesk.reports.renderers.docx.charting import place_chart
from emgdesk.reports.renderers.docx.entries import place_entries
from emgdesk.reports.renderers.docx.flow import Flow
from emgdesk.reports.renderers.docx.heads import place_head, place_heading, place_title
from emgdesk.reports.renderers.docx.prose import Prose, introduces
from emgdesk.reports.renderers.docx.tables import place_table

_CARDS = "Badges and name plates are not written as Word: print them as PDF."


def fill(blocks: Sequence[Block], document: DocumentPart, symbol: str, job: Job) -> tuple[str, ...]:
    """Put `blocks` into an empty document; sentences on what could not be."""
    flow = Flow(document, symbol, "SECTIONPAGES" if any(isinstance(b, Part) for b in blocks) else "NUMPAGES")
    prose = Prose(flow)
    missing: dict[str, None] = {}
    for index, block in enumerate(blocks):
        job.check_cancelled()
        job.report(f"Writing block {index + 1} of {len(blocks)}")
        if isinstance(block, Cards):
            missing[_CARDS] = None
        else:
            _place(block, blocks[index + 1 :], flow, prose)
    flow.finish()
    return tuple(missing)


def _place(block: Block, following: Sequence[Block], flow: Flow, prose: Prose) -> None:
    match block:
        case TitleBlock():
            place_head(block, flow)
        case DocumentTitle():
            place_title(block, flow)
        case Heading():
            place_heading(block, flow)
        case EntryColumns():
            place_entries(block, flow)
        case Table():
            place_table(block, flow, prose)
        case Chart():
            place_chart(block, flow, prose)
        case PageBreak():
            flow.break_page()
        case Part(title):
            flow.begin_part(title, _total(following, flow.part + 1))
        case _:
            flow.add(prose.block(block, keeps_next=introduces(block, following)))


def _total(following: Sequence[Block], part: int) -> str:
    """The field that tells the pages of a part: those of its section, or the number of its last one."""
    own = takewhile(lambda block: not isinstance(block, Part), following)
    if any(isinstance(block, EntryColumns) and block.columns > 1 for block in own):
        return f"PAGEREF End_{part}"
    return "SECTIONPAGES"
