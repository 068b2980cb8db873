"""The list of participants (annex) in its three styles."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal
from unicodedata import east_asian_width

from emgdesk.domain.counting import count
from emgdesk.domain.numbering import counted
from emgdesk.reports.blocks import (
    Block,
    Cell,
    Column,
    Document,
    Entry,
    EntryColumns,
    EntryGroup,
    Heading,
    Note,
    Table,
)
from emgdesk.reports.builders.lines import Include, Order, ParticipantLine, included, nobody, ordered
from emgdesk.reports.builders.meeting import MeetingFacts, title_block
from emgdesk.reports.builders.names import counted_body, counted_together, entity_groups, titled, with_entity
from emgdesk.reports.sheets import Sheet, columns

Style = Literal["list", "two-blocks", "by-entity"]


@dataclass(frozen=True, slots=True)
class ParticipantsOptions:
    """How the list is wanted; `None` leaves `titles` and `function` to the style (on by entity, else off).

    `include` "" means attended if anyone attended, else registered; `split` is
    the number of people in the left block (0: an even split).
    """

    style: Style = "list"
    order: Order = "given"
    columns: Literal[1, 2, 3] = 1
    heading: str = "List of participants"
    titles: bool | None = None
    function: bool | None = None
    email: bool = False
    include: Include = ""
    totals: bool = False
    split: int = 0
    group_lines: bool = True


def build(
    facts: MeetingFacts, lines: Sequence[ParticipantLine], options: ParticipantsOptions | None = None
) -> Document:
    """The annex of a meeting; with nobody to print it says so on the page."""
    options = options or ParticipantsOptions()
    people = ordered(included(lines, options.include), options.order)
    empty = "" if people else nobody(lines, options.include)
    return Document(
        title=f"{options.heading} – {facts.title}" if facts.title else options.heading,
        author="EMG Secretariat",
        subject=facts.symbol,
        blocks=(
            title_block(facts, group_lines=options.group_lines),
            Heading(options.heading, level=1),
            *body(lines, options),
        ),
        remarks=(empty,) if empty else (),
        sheets=(_sheet(people, options),),
    )


def body(lines: Sequence[ParticipantLine], options: ParticipantsOptions) -> list[Block]:
    """What stands below the heading, as an annex to another document has it too."""
    people = ordered(included(lines, options.include), options.order)
    if not people:
        return [Note(nobody(lines, options.include))]
    blocks = list[Block](_BODIES[options.style](people, options))
    if options.totals:
        blocks.append(Note(totals(people)))
    return blocks


def totals(people: Sequence[ParticipantLine]) -> str:
    """The closing line, counted from the very rows of the list as the screen counts them."""
    nouns = (
        ("EMG member", "EMG members"),
        ("observing entity", "observing entities"),
        ("guest entity", "guest entities"),
    )
    counts = count(people, "", counted_body)
    bodies = (counts.member_entities, counts.observer_entities, counts.guest_entities)
    parts = [counted(number, *words) for number, words in zip(bodies, nouns, strict=True) if number]
    whole = counted(counts.people, "participant", "participants")
    if not parts:
        return whole
    together = counted_together(people)
    closing = f"; {together}" if together else ""
    return f"{whole} from {' and '.join(filter(None, (', '.join(parts[:-1]), parts[-1])))}{closing}"


def _list(people: Sequence[ParticipantLine], options: ParticipantsOptions) -> list[Block]:
    entries = tuple(
        Entry(
            text=with_entity(titled(line, options.titles), line.entity),
            label=f"{number}.",
            details=_details(line, options.function, options.email),
        )
        for number, line in enumerate(people, start=1)
    )
    return [EntryColumns((EntryGroup(entries),), options.columns)]


def _two_blocks(people: Sequence[ParticipantLine], options: ParticipantsOptions) -> list[Block]:
    left = min(options.split, len(people)) if options.split > 0 else (len(people) + 1) // 2
    cells = [_three_cells(number, line, options) for number, line in enumerate(people, start=1)]
    nothing: tuple[Cell, Cell, Cell] = ("", "", "")
    height = max(left, len(cells) - left)
    lefts = cells[:left] + [nothing] * (height - left)
    rights = cells[left:] + [nothing] * (height - (len(cells) - left))
    number = 5.5 if len(people) < 1000 else 7.0
    name, entity = _shared(
        50 - number, [titled(line, options.titles) for line in people], [line.entity for line in people]
    )
    columns = (Column(number, "No.", align="right"), Column(name, "Name"), Column(entity, "Entity"))
    right_columns = (Column(number, "No.", align="right", starts_block=True), *columns[1:])
    rows = tuple(a + b for a, b in zip(lefts, rights, strict=True))
    return [Table((*columns, *right_columns), rows, lines="rows")]


def _shared(room: float, names: Sequence[str], entities: Sequence[str]) -> tuple[float, float]:
    """The widths of names and entities, of `room` together: as nineteen in twenty of each ask.

    A word of an entity is not to be broken; names have half of the room at least, four fifths at most.
    """
    longest_word = max((_letters(word) for entity in set(entities) for word in entity.split()), default=0)
    asked, wanted = _most(names), max(_most(entities), longest_word, len("Entity"))
    share = min(0.8, max(0.5, asked / (asked + wanted)))
    name = round(room * share, 1)
    return name, round(room - name, 1)


def _most(texts: Sequence[str]) -> int:
    """The length that all but the longest twentieth of `texts` keep to."""
    return sorted(map(_letters, texts))[(len(texts) - 1) * 19 // 20]


def _letters(text: str) -> int:
    """The length of a text in letters of middle width."""
    return len(text) if text.isascii() else sum(1 + (east_asian_width(c) in "WF") for c in text)


def _three_cells(number: int, line: ParticipantLine, options: ParticipantsOptions) -> tuple[Cell, Cell, Cell]:
    name = titled(line, options.titles)
    details = _details(line, options.function, options.email)
    cell: Cell = (Entry(name, details=details),) if details else name
    return (str(number), cell, line.entity)


def _by_entity(people: Sequence[ParticipantLine], options: ParticipantsOptions) -> list[Block]:
    sections = (
        ("EMG members", ("member",)),
        ("Observers and guests", ("observer", "guest")),
        ("Secretariat", ("secretariat",)),
    )
    blocks: list[Block] = []
    for heading, capacities in sections:
        rows = [line for line in people if line.capacity in capacities]
        if rows:
            blocks.append(Heading(heading, level=2))
            blocks.append(EntryColumns(_groups(rows, options), options.columns))
    return blocks[1:] if len(blocks) == 2 else blocks


def _groups(rows: Sequence[ParticipantLine], options: ParticipantsOptions) -> tuple[EntryGroup, ...]:
    titles, function = options.titles is not False, options.function is not False
    return tuple(
        EntryGroup(
            heading=heading or "Without entity",
            entries=tuple(
                Entry(titled(line, titles), details=_details(line, function, options.email)) for line in group
            ),
        )
        for heading, group in entity_groups(rows)
    )


def _details(line: ParticipantLine, function: bool | None, email: bool) -> tuple[str, ...]:
    return tuple(text for text, wanted in ((line.function, function), (line.email, email)) if wanted and text)


def _sheet(people: Sequence[ParticipantLine], options: ParticipantsOptions) -> Sheet:
    head = ("No.", "Title", "Name", "Entity", "Entity name", "Function", "Capacity", "Mode")
    rows = [
        (number, p.title, p.name, p.entity, p.entity_name, p.function, p.capacity, p.mode)
        for number, p in enumerate(people, start=1)
    ]
    if options.email:
        addressed = [(*row, person.email) for row, person in zip(rows, people, strict=True)]
        return Sheet("Participants", columns(*head, "Email"), addressed)
    return Sheet("Participants", columns(*head), rows)


_BODIES = {"list": _list, "two-blocks": _two_blocks, "by-entity": _by_entity}
