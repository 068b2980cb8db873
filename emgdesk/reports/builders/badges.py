"""Name badges to cut out of A4 sheets."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from emgdesk.reports.blocks import Block, Card, CardBand, Cards, CardText, Document, Heading, Note
from emgdesk.reports.builders.lines import Include, Order, ParticipantLine, included, nobody, ordered
from emgdesk.reports.builders.meeting import MeetingFacts, title_block
from emgdesk.reports.builders.names import titled

Size = Literal["90x55", "86x54", "105x74", "96x134"]

_COLOURS = {
    "chair": (0.55, 0.05, 0.10),
    "presenter": (0.42, 0.22, 0.02),
    "secretariat": (0.12, 0.12, 0.12),
    "observer": (0.02, 0.36, 0.28),
    "member": (0.05, 0.25, 0.50),
}
"""Dark enough for white letters; in black and white the word tells them apart. Guests are outlined."""


@dataclass(frozen=True, slots=True)
class BadgeOptions:
    """`size` in millimetres, across and down; `band` "role" in colour, "plain" in black, or "none"."""

    size: Size = "90x55"
    order: Order = "given"
    include: Include = "registered"
    titles: bool = False
    function: bool = True
    meeting_title: bool = True
    band: Literal["role", "plain", "none"] = "role"
    marks: Literal["marks", "lines", "none"] = "marks"


def build(
    facts: MeetingFacts, lines: Sequence[ParticipantLine], options: BadgeOptions | None = None
) -> Document:
    """The badges; with nobody to print one for the page says so."""
    options = options or BadgeOptions()
    people = ordered(included(lines, options.include), options.order)
    width, height = (float(part) for part in options.size.split("x"))
    blocks: tuple[Block, ...] = (
        Cards(
            tuple(_card(line, facts, options, height) for line in people),
            width,
            height,
            padding=5.0 if height < 100 else 8.0,
            marks=options.marks,
        ),
    )
    if not people:
        blocks = (title_block(facts), Heading("Name badges"), Note(nobody(lines, options.include)))
    return Document(
        title=f"Name badges – {facts.title}", author="EMG Secretariat", blocks=blocks, listed=len(people)
    )


def _card(line: ParticipantLine, facts: MeetingFacts, options: BadgeOptions, height: float) -> Card:
    unit = min(height, 80.0)
    texts = [
        CardText(facts.title if options.meeting_title else "", unit * 0.052, unit * 0.15, "top"),
        CardText(titled(line, options.titles), unit * 0.135, unit * 0.36, bold=True),
        CardText(line.entity, unit * 0.095, unit * 0.21),
        CardText(line.function if options.function else "", unit * 0.062, unit * 0.16),
    ]
    return Card(tuple(text for text in texts if text.text), _band(line, options, unit), whose=line.name)


def _band(line: ParticipantLine, options: BadgeOptions, unit: float) -> CardBand | None:
    if options.band == "none":
        return None
    role = line.role if line.role in ("chair", "presenter", "secretariat", "observer") else line.capacity
    colour = _COLOURS.get(role)
    if options.band == "plain":
        colour = None if role in ("member", "guest") else (0.0, 0.0, 0.0)
    return CardBand(role.upper(), unit * 0.125, colour)
