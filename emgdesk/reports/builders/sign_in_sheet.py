"""The sign-in sheet of the meeting room: who is expected, and room for their signatures."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from emgdesk.domain.dates import short_date
from emgdesk.reports.blocks import Block, Cell, Column, Document, Entry, Heading, Note, Table
from emgdesk.reports.builders.lines import Include, Order, ParticipantLine, included, nobody, ordered
from emgdesk.reports.builders.meeting import MeetingFacts, title_block
from emgdesk.reports.builders.names import entity_groups, titled

MOST_DAYS = 7
Row = tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class SignInOptions:
    """How the sheet is wanted.

    `days` is the number of signature columns (None: one for each day of the
    meeting), `height` that of a row in millimetres, `blank` the number of empty
    rows at the end for those who were not expected.
    """

    heading: str = "Sign-in sheet"
    style: Literal["by-name", "by-entity"] = "by-name"
    order: Order = "given"
    titles: bool = False
    include: Include = "registered"
    days: int | None = None
    height: int | None = 11
    blank: int | None = 10
    group_lines: bool = True


def build(
    facts: MeetingFacts, lines: Sequence[ParticipantLine], options: SignInOptions | None = None
) -> Document:
    """The sheet; with nobody expected it says so, above the empty rows."""
    options = options or SignInOptions()
    people = ordered(included(lines, options.include), options.order)
    signatures = _signatures(facts.days, options.days)
    by_entity = options.style == "by-entity"
    rows = _by_entity(people, options) if by_entity else _by_name(people, options)
    named = 2 if by_entity else 3
    rows = [row if len(row) == 1 else (*row, *[""] * len(signatures)) for row in rows]
    blank = max(0, options.blank or 0)
    if by_entity and blank and people:
        rows.append(("Others",))
    rows.extend([("",) * (named + len(signatures))] * blank)
    blocks: list[Block] = [
        title_block(facts, group_lines=options.group_lines),
        Heading(options.heading),
    ]
    if not people:
        blocks.append(Note(nobody(lines, options.include)))
    if rows:
        columns = (
            *_named(by_entity, len(signatures)),
            *(Column(_width(signatures), day) for day in signatures),
        )
        blocks.append(Table(columns, tuple(rows), row_height=float(options.height or 11)))
    title = f"{options.heading} – {facts.title}" if facts.title else options.heading
    return Document(
        title=title,
        author="EMG Secretariat",
        subject=facts.symbol,
        blocks=tuple(blocks),
        listed=len(people),
    )


def _signatures(days: Sequence[date], wanted: int | None) -> list[str]:
    """The headers of the signature columns."""
    count = min(wanted or len(days) or 1, MOST_DAYS)
    if count == 1:
        return ["Signature"]
    dated = [short_date(day) for day in days[:count]]
    return dated + [f"Day {number}" for number in range(len(dated) + 1, count + 1)]


def _named(by_entity: bool, days: int) -> tuple[Column, ...]:
    number, name = Column(5, "No.", align="right"), Column(30 if days < 4 else 24, "Name")
    return (number, name) if by_entity else (number, name, Column(18 if days < 4 else 14, "Entity"))


def _width(signatures: Sequence[str]) -> float:
    return 36 if len(signatures) == 1 else 44 / len(signatures)


def _by_name(people: Sequence[ParticipantLine], options: SignInOptions) -> list[Row]:
    return [
        (str(number), titled(line, options.titles), line.entity)
        for number, line in enumerate(people, start=1)
    ]


def _by_entity(people: Sequence[ParticipantLine], options: SignInOptions) -> list[Row]:
    """Rows under a heading for each entity, those without one last; numbers run through."""
    rows: list[Row] = []
    number = 0
    for heading, group in entity_groups(people):
        rows.append((heading or "Without entity",))
        for line in group:
            number += 1
            name = titled(line, options.titles)
            cell: Cell = (Entry(name, details=(line.function,)),) if line.function else name
            rows.append((str(number), cell))
    return rows
