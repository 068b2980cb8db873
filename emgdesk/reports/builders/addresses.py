"""The addresses of a meeting's people: a line for the mail program, and a sheet."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from emgdesk.domain.numbering import counted
from emgdesk.domain.people import tidy
from emgdesk.reports.blocks import Block, Column, Document, Heading, Note, Table
from emgdesk.reports.builders.lines import Include, Order, ParticipantLine, included, nobody, ordered
from emgdesk.reports.builders.meeting import MeetingFacts, title_block
from emgdesk.reports.sheets import Sheet, columns

_QUOTED = re.compile(r"""[()<>\[\]:;@\\,."]""")
"""What in a display name asks for quotation marks (the specials of RFC 5322)."""

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


def addressees(people: Sequence[ParticipantLine]) -> tuple[list[ParticipantLine], list[ParticipantLine]]:
    """Those to write to, each address once (the first who has it), and those without an address."""
    first: dict[str, ParticipantLine] = {}
    for person in people:
        if person.email:
            first.setdefault(person.email.strip().lower(), person)
    return list(first.values()), [person for person in people if not person.email]


def address_line(people: Sequence[ParticipantLine]) -> str:
    """What is pasted into the To field: "Ana Quell <aq@mail.example>; ..."."""
    return "; ".join(mailbox(person.name, person.email) for person in people)


def mailbox(name: str, email: str) -> str:
    """A name and its address as a mail program reads it, the name quoted where it must be."""
    shown = tidy(name)
    if _QUOTED.search(shown):
        escaped = shown.replace("\\", "\\\\").replace('"', '\\"')
        shown = f'"{escaped}"'
    return f"{shown} <{tidy(email)}>" if shown else tidy(email)


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
