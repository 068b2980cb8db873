"""The roster as it stands: a workbook to correct in Excel and import again, and a page to look at."""

from collections.abc import Sequence
from dataclasses import dataclass

from emgdesk.domain.workbooks import PARTICIPANTS
from emgdesk.reports.blocks import Block, Cell, Column, Document, Entry, Heading, Note, Table
from emgdesk.reports.builders.lines import Include, Order, ParticipantLine, included, nobody, ordered
from emgdesk.reports.builders.meeting import MeetingFacts, title_block
from emgdesk.reports.builders.names import titled
from emgdesk.reports.sheets import Sheet, SheetColumn

_TABLE = (
    Column(5, "No.", align="right"), Column(22, "Name"), Column(13, "Entity"), Column(26, "E-mail, phone"),
    Column(11, "Role"), Column(12, "Attendance"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class RosterOptions:
    """`order` "" keeps the order of the roster."""

    order: Order = ""
    include: Include = "all"
    group_lines: bool = True


def build(
    facts: MeetingFacts, lines: Sequence[ParticipantLine], options: RosterOptions | None = None
) -> Document:
    """The roster; its sheet has the columns of the desk's own workbook and the ID that knows a row again."""
    options = options or RosterOptions()
    people = ordered(included(lines, options.include), options.order)
    empty = "" if people else nobody(lines, options.include)
    body: Block = Note(empty) if empty else Table(_TABLE, tuple(map(_row, range(1, len(people) + 1), people)))
    return Document(
        title=f"Roster – {facts.title}",
        author="EMG Secretariat",
        blocks=(title_block(facts, group_lines=options.group_lines), Heading("Roster"), body),
        remarks=(empty,) if empty else (),
        sheets=(participants_sheet(people),),
    )


def _row(number: int, line: ParticipantLine) -> tuple[Cell, ...]:
    name: Cell = (Entry(titled(line), details=(line.function,)),) if line.function else titled(line)
    reached = "\n".join(part for part in (line.email, line.phone) if part)
    role = line.role.capitalize() if line.role != "participant" else line.capacity.capitalize()
    there = "\n".join(part.capitalize() for part in (line.attendance, line.mode) if part)
    return (str(number), name, line.entity, reached, role, there)


def participants_sheet(people: Sequence[ParticipantLine]) -> Sheet:
    """People with the columns of the desk's own workbook and the ID that knows a row again."""
    choices = dict(PARTICIPANTS.choices)
    rows = [
        (
            p.title, p.given, p.family, p.name, p.entity, p.function, p.email, p.phone, p.country, p.role,
            p.attendance, p.mode, p.notes, p.id,
        )
        for p in people
    ]  # fmt: skip
    head = [SheetColumn(header, choices=choices.get(header, ())) for header in PARTICIPANTS.columns]
    return Sheet(PARTICIPANTS.name, (*head, SheetColumn("ID", 12)), rows)
