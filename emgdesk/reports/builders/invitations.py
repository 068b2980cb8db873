"""The sheet Word merges invitations from: one row a person, headers without blanks."""

from collections.abc import Sequence
from dataclasses import dataclass

from emgdesk.reports.blocks import Block, Cell, Column, Document, Entry, Heading, Note, Table
from emgdesk.reports.builders.lines import Include, Order, ParticipantLine, included, nobody, ordered
from emgdesk.reports.builders.meeting import MeetingFacts, title_block
from emgdesk.reports.builders.names import pointed, titled
from emgdesk.reports.sheets import Sheet, columns

HEADERS = (
    "Title", "Given_name", "Family_name", "Name", "Salutation", "Entity", "Entity_name", "Function", "Email",
    "Meeting", "Meeting_title", "Date", "Time", "Venue",
)  # fmt: skip
_TABLE = (
    Column(5, "No.", align="right"), Column(24, "Name"), Column(26, "Salutation"), Column(16, "Entity"),
    Column(26, "E-mail"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class InvitationOptions:
    """`order` "" keeps the order of the roster."""

    order: Order = ""
    include: Include = "all"
    group_lines: bool = True


def build(
    facts: MeetingFacts, lines: Sequence[ParticipantLine], options: InvitationOptions | None = None
) -> Document:
    """The sheet; the page shows whom it names."""
    options = options or InvitationOptions()
    people = ordered(included(lines, options.include), options.order)
    empty = "" if people else nobody(lines, options.include)
    body: Block = Note(empty) if empty else Table(_TABLE, tuple(map(_row, range(1, len(people) + 1), people)))
    return Document(
        title=f"Invitations – {facts.title}",
        author="EMG Secretariat",
        blocks=(title_block(facts, group_lines=options.group_lines), Heading("Whom invitations go to"), body),
        remarks=(empty,) if empty else (),
        sheets=(Sheet("Invitations", columns(*HEADERS), [_values(facts, line) for line in people]),),
    )


def salutation(line: ParticipantLine) -> str:
    """How a letter begins: "Dear Ms. Quell", the whole name where title or family part are not known."""
    if line.title and line.family:
        return f"Dear {pointed(line.title)} {line.family}"
    return f"Dear {line.name}"


def _row(number: int, line: ParticipantLine) -> tuple[Cell, ...]:
    name: Cell = (Entry(titled(line), details=(line.function,)),) if line.function else titled(line)
    return (str(number), name, salutation(line), line.entity, line.email)


def _values(facts: MeetingFacts, line: ParticipantLine) -> tuple[str, ...]:
    time = " ".join(part for part in (facts.time_text, facts.zone_label if facts.time_text else "") if part)
    return (
        pointed(line.title), line.given, line.family, line.name, salutation(line), line.entity,
        line.entity_name, line.function, line.email, facts.code, facts.title, facts.date_text, time,
        facts.venue,
    )  # fmt: skip
