"""The addresses of a meeting's people: a line for the mail program, and a sheet."""

from collections.abc import Sequence
from dataclasses import dataclass

from emgdesk.domain.numbering import counted
from emgdesk.reports.blocks import Block, Column, Document, Heading, Note, Table
from emgdesk.reports.builders.lines import Include, Order, ParticipantLine, included, nobody, ordered
from emgdesk.reports.builders.mailboxes import address_line, addressees, mailbox
from emgdesk.reports.builders.meeting import MeetingFacts, title_block
from emgdesk.reports.sheets import Sheet, columns

_TABLE = (
    Column(5, "No.", align="right"), Column(26, "Name"), Column(18, "Entity"), Column(32, "E-mail"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class AddressOptions:
    """`order` "" keeps the order of the roster."""

    order: Order = ""
    include: Include = "all"
    group_lines: bool = True


def build(
    facts: MeetingFacts, lines: Sequence[ParticipantLine], options: AddressOptions | None = None
) -> Document:
    """The addresses; people without one are named in the remarks and on the page."""
    options = options or AddressOptions()
    people = ordered(included(lines, options.include), options.order)
    addressed, without = addressees(people)
    remarks = _remarks(people, addressed, without)
    if not people:
        remarks.append(nobody(lines, options.include))
    blocks: list[Block] = [title_block(facts, group_lines=options.group_lines), Heading("Address list")]
    if addressed:
        rows = enumerate(addressed, start=1)
        blocks.append(
            Table(_TABLE, tuple((str(n), p.name, p.entity, p.email) for n, p in rows), lines="rows")
        )
    blocks.extend(Note(remark) for remark in remarks)
    values = [(p.name, p.email, p.entity, mailbox(p.name, p.email)) for p in addressed]
    return Document(
        title=f"Address list – {facts.title}",
        author="EMG Secretariat",
        blocks=tuple(blocks),
        remarks=tuple(remarks),
        sheets=(Sheet("Addresses", columns("Name", "Email", "Entity", "Address"), values),),
        line=address_line(addressed),
    )


def _remarks(
    people: Sequence[ParticipantLine],
    addressed: Sequence[ParticipantLine],
    without: Sequence[ParticipantLine],
) -> list[str]:
    """Who is on the roster and not in the list, and why."""
    kept = {line.position for line in (*addressed, *without)}
    sharing = [line for line in people if line.position not in kept]
    told = (
        (without, "has no e-mail address", "have no e-mail address"),
        (
            sharing,
            "shares an address that is in the list already",
            "share addresses that are in the list already",
        ),
    )
    return [
        f"{counted(len(who), f'person {one}', f'people {many}')}: {'; '.join(line.name for line in who)}."
        for who, one, many in told
        if who
    ]
