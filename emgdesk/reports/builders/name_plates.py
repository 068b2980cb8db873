"""Name plates for the table: folded tents, the name on both faces."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from emgdesk.reports.blocks import Block, Card, Cards, CardText, Document, Heading, Note
from emgdesk.reports.builders.lines import Include, Order, ParticipantLine, included, nobody, ordered
from emgdesk.reports.builders.meeting import MeetingFacts, title_block
from emgdesk.reports.builders.names import titled

Size = Literal["a4", "two", "a5"]
Paper = Literal["a4", "a4-landscape", "a5-landscape"]

_FACES: dict[str, tuple[Paper, float, float]] = {
    "a4": ("a4-landscape", 297.0, 105.0),
    "two": ("a4", 210.0, 74.25),
    "a5": ("a5-landscape", 210.0, 74.0),
}
"""The paper, and width and height of one face in millimetres."""


@dataclass(frozen=True, slots=True)
class PlateOptions:
    """`size`: an A4 page folded once, two plates on an A4 page to cut apart, or A5 paper folded once."""

    size: Size = "a4"
    order: Order = "given"
    include: Include = "registered"
    titles: bool = False
    function: bool = False
    marks: bool = True


def build(
    facts: MeetingFacts, lines: Sequence[ParticipantLine], options: PlateOptions | None = None
) -> Document:
    """The plates; with nobody to print one for the page says so."""
    options = options or PlateOptions()
    people = ordered(included(lines, options.include), options.order)
    paper, width, height = _FACES[options.size]
    blocks: tuple[Block, ...] = (
        Cards(
            tuple(_card(line, options, height) for line in people),
            width,
            height,
            padding=height * 0.13,
            paper=paper,
            marks="marks" if options.marks else "none",
            tent=True,
        ),
    )
    if not people:
        blocks = (title_block(facts), Heading("Name plates"), Note(nobody(lines, options.include)))
    return Document(
        title=f"Name plates – {facts.title}", author="EMG Secretariat", blocks=blocks, listed=len(people)
    )


def _card(line: ParticipantLine, options: PlateOptions, height: float) -> Card:
    texts = (
        CardText(titled(line, options.titles), height * 0.24, height * 0.46, bold=True),
        CardText(line.entity, height * 0.14, height * 0.24),
        CardText(line.function if options.function else "", height * 0.075, height * 0.15),
    )
    return Card(tuple(text for text in texts if text.text), whose=line.name)
