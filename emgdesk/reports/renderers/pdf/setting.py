"""Blocks to pages: hands each block of a document to what sets its kind."""

from collections.abc import Sequence

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
    Part,
    Table,
    TitleBlock,
    introduces,
)
from emgdesk.reports.renderers.pdf.cards import place_cards
from emgdesk.reports.renderers.pdf.charting import place_chart
from emgdesk.reports.renderers.pdf.columns import place_columns
from emgdesk.reports.renderers.pdf.heads import document_title, heading, title_bands
from emgdesk.reports.renderers.pdf.mandates import place_mandates
from emgdesk.reports.renderers.pdf.pages import Pages
from emgdesk.reports.renderers.pdf.prose import Prose, tied
from emgdesk.reports.renderers.pdf.tables import place_table
from emgdesk.reports.renderers.pdf.text.lines import Typesetter
from emgdesk.reports.renderers.pdf.theme import BODY, PAPERS, PARAGRAPH_SPACE


def set_document(document: Document, setter: Typesetter, job: Job, *, endless: bool = False) -> Pages:
    """The filled pages of a document; CancelledError from `job` between two of them."""
    width, height = PAPERS[document.paper]
    pages = Pages(job, (height, width) if document.landscape else (width, height), endless=endless)
    prose, blocks = Prose(setter), document.blocks
    for index, block in enumerate(blocks):
        _place(block, blocks[index + 1 : index + 2], pages, prose)
    pages.close()
    return pages


def _place(block: Block, following: Sequence[Block], pages: Pages, prose: Prose) -> None:
    match block:
        case TitleBlock():
            pages.add(title_bands(block, prose.setter, pages.width))
        case DocumentTitle():
            pages.add(document_title(block, prose.setter, pages.width))
        case Heading():
            pages.add(heading(block, prose.setter, pages.width))
        case EntryColumns():
            place_columns(block, prose.setter, pages)
        case Table():
            place_table(block, pages, prose.cell)
        case Cards():
            place_cards(block, prose.setter, pages)
        case Chart():
            place_chart(block, prose.setter, pages)
        case MandateChart():
            place_mandates(block, prose.setter, pages)
        case PageBreak():
            pages.break_page()
        case Part(title, symbol):
            pages.begin_part(title, symbol)
        case _:
            bands = prose.block(block, BODY, pages.width, PARAGRAPH_SPACE)
            pages.add(tied(bands) if introduces(block, following) else bands)
