"""The body of a file: its blocks one after the other, and what holds between them."""

from collections.abc import Sequence

from docx.parts.document import DocumentPart

from emgdesk.jobs import Job
from emgdesk.reports.blocks import (
    Block,
    Cards,
    Chart,
    Document,
    DocumentTitle,
    EntryColumns,
    Heading,
    MandateChart,
    PageBreak,
    Paragraph,
    Part,
    Table,
    TitleBlock,
    introduces,
)
from emgdesk.reports.renderers.docx.charting import place_chart, place_mandates
from emgdesk.reports.renderers.docx.entries import place_entries
from emgdesk.reports.renderers.docx.flow import Flow
from emgdesk.reports.renderers.docx.heads import heading_style, place_head, place_heading, place_title
from emgdesk.reports.renderers.docx.numbering import hanging, readings
from emgdesk.reports.renderers.docx.prose import Prose
from emgdesk.reports.renderers.docx.styles import SIZES
from emgdesk.reports.renderers.docx.tables import place_table
from emgdesk.reports.renderers.pdf import count_pages
from emgdesk.reports.renderers.pdf.theme import PAPERS

_NUMBER_INDENT, _HEADING_INDENT = 22.0, 20.0
_CARDS = "Badges and name plates are not written as Word: print them as PDF."


def fill(document: Document, part: DocumentPart, job: Job) -> tuple[str, ...]:
    """Put the blocks of `document` into an empty file; sentences on what could not be."""
    blocks = document.blocks
    flow = Flow(part, document.subject, _totals(document, job), page=_page(document))
    flow.hangings = _hangings(blocks)
    labels = [block.label for block in blocks if isinstance(block, Paragraph) and block.label]
    flow.paragraph_shapes = frozenset(shape for label in labels for shape, _ in readings(label))
    prose = Prose(flow)
    missing: dict[str, None] = {}
    for index, block in enumerate(blocks):
        job.check_cancelled()
        job.report(f"Writing block {index + 1} of {len(blocks)}")
        if isinstance(block, Cards):
            missing[_CARDS] = None
        elif isinstance(block, Chart):
            place_chart(block, flow, job)
        elif isinstance(block, MandateChart):
            place_mandates(block, document, flow, job)
        else:
            _place(block, blocks[index + 1 : index + 2], flow, prose)
    flow.finish()
    return tuple(missing)


def _page(document: Document) -> tuple[float, float]:
    """Width and height of its pages in points."""
    width, height = PAPERS[document.paper]
    return (height, width) if document.landscape else (width, height)


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
        case PageBreak():
            flow.break_page()
        case Part(_, symbol):
            flow.begin_part(symbol)
        case _:
            flow.add(prose.block(block, keeps_next=introduces(block, following)))


def _hangings(blocks: Sequence[Block]) -> dict[str, float]:
    """How far texts hang behind the labels of headings and numbered paragraphs: as the widest label asks."""
    found: dict[str, float] = {}
    for block in blocks:
        if isinstance(block, Heading | Paragraph) and block.label:
            style, least = "NumberedParagraph", _NUMBER_INDENT
            if isinstance(block, Heading):
                style, least = heading_style(block), _HEADING_INDENT
            known = found.get(style, least)
            found[style] = max(known, hanging([block.label], SIZES[style] * 1.08, least))
    return found


def _totals(document: Document, job: Job) -> tuple[int, ...]:
    """The pages of each part of a set as the PDF counts them, whatever comes before the first one first."""
    if not any(isinstance(block, Part) for block in document.blocks):
        return ()
    totals = count_pages(document, job=job)
    return (0, *totals) if isinstance(document.blocks[0], Part) else totals
