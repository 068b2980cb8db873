"""The list of participants (annex) in its three styles."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Literal

from emgdesk.domain.collation import SortKey, family_key, given_key, text_key
from emgdesk.domain.counting import body
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
from emgdesk.reports.builders.meeting import MeetingFacts, title_block

Capacity = Literal["member", "observer", "guest", "secretariat"]
Style = Literal["list", "two-blocks", "by-entity"]
Order = Literal["given", "family", "entity"]
Include = Literal["", "attended", "registered", "all", "online", "in-person"]

REGISTERED = frozenset({"registered", "attended", "absent"})
"""Attendance values of people who had registered, whatever came of it."""


@dataclass(frozen=True, slots=True)
class ParticipantLine:
    """One participation as it was at the meeting.

    `position` is its place on the roster (ties keep it); `name` and `entity`
    are as printed then; `entity_name` is the full name; `entity_id` tells
    entities apart when counting, and without it the printed entity does.
    `attendance` is invited, registered, attended, absent, excused or cancelled;
    `mode` is "online", "in person" or "".
    """

    position: int
    name: str
    given: str = ""
    family: str = ""
    title: str = ""
    entity: str = ""
    entity_name: str = ""
    entity_id: str = ""
    function: str = ""
    email: str = ""
    capacity: Capacity = "member"
    attendance: str = "registered"
    mode: str = ""


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
    blocks: list[Block] = [
        title_block(facts, group_lines=options.group_lines),
        Heading(options.heading, level=1),
    ]
    if not people:
        blocks.append(Note(_nobody(lines, options.include)))
    else:
        blocks.extend(_BODIES[options.style](people, options))
        if options.totals:
            blocks.append(Note(totals(people)))
    return Document(
        title=f"{options.heading} – {facts.title}" if facts.title else options.heading,
        author="EMG Secretariat",
        subject=facts.symbol,
        blocks=tuple(blocks),
    )


def included(lines: Sequence[ParticipantLine], include: Include = "") -> list[ParticipantLine]:
    """Those of `lines` the list names, in roster order; a mode picks among those of the default."""
    if include in ("", "online", "in-person"):
        wanted: Include = "attended" if any(line.attendance == "attended" for line in lines) else "registered"
        chosen = included(lines, wanted)
        mode = include.replace("-", " ")
        return [line for line in chosen if line.mode == mode] if mode else chosen
    if include == "all":
        return list(lines)
    kept = {"attended"} if include == "attended" else REGISTERED
    return [line for line in lines if line.attendance in kept]


def ordered(lines: Iterable[ParticipantLine], order: Order = "given") -> list[ParticipantLine]:
    """`lines` in alphabetical order; by entity, people without one come last."""
    return sorted(sorted(lines, key=lambda line: line.position), key=lambda line: _sort_key(line, order))


def totals(people: Sequence[ParticipantLine]) -> str:
    """The closing line, counted from the very rows of the list."""
    nouns = {
        "member": ("EMG member", "EMG members"),
        "observer": ("observing entity", "observing entities"),
        "guest": ("guest entity", "guest entities"),
    }
    parts = []
    for capacity, (one, many) in nouns.items():
        entities = {body(line.entity_id, line.entity) for line in people if line.capacity == capacity} - {""}
        if entities:
            parts.append(counted(len(entities), one, many))
    whole = counted(len(people), "participant", "participants")
    if not parts:
        return whole
    return f"{whole} from {' and '.join(filter(None, (', '.join(parts[:-1]), parts[-1])))}"


def _sort_key(line: ParticipantLine, order: Order) -> SortKey:
    if order == "family":
        return family_key(line.given, line.family, line.name)
    by_name = given_key(line.name)
    if order == "entity":
        return ((not line.entity, ""), text_key(line.entity), *by_name)
    return by_name


def _list(people: Sequence[ParticipantLine], options: ParticipantsOptions) -> list[Block]:
    entries = tuple(
        Entry(
            text=_with_entity(_name(line, options.titles), line.entity),
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
    columns = (Column(7, "No.", align="right"), Column(25, "Name"), Column(18, "Entity"))
    right_columns = (Column(7, "No.", align="right", starts_block=True), *columns[1:])
    rows = tuple(a + b for a, b in zip(lefts, rights, strict=True))
    return [Table((*columns, *right_columns), rows, lines="rows")]


def _three_cells(number: int, line: ParticipantLine, options: ParticipantsOptions) -> tuple[Cell, Cell, Cell]:
    name = _name(line, options.titles)
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
    by_heading = sorted(rows, key=lambda line: (not line.entity, text_key(_entity_heading(line))))
    return tuple(
        EntryGroup(
            heading=heading or "Without entity",
            entries=tuple(
                Entry(_name(line, titles), details=_details(line, function, options.email)) for line in group
            ),
        )
        for heading, group in groupby(by_heading, key=_entity_heading)
    )


def _entity_heading(line: ParticipantLine) -> str:
    if not line.entity_name or line.entity_name == line.entity:
        return line.entity
    return _with_entity(line.entity_name, line.entity)


def _with_entity(name: str, entity: str) -> str:
    return f"{name} ({entity})" if entity else name


def _name(line: ParticipantLine, titles: bool | None) -> str:
    if not titles or not line.title:
        return line.name
    pointed = f"{line.title}." if line.title in ("Mr", "Ms", "Mrs", "Dr", "Prof") else line.title
    return f"{pointed} {line.name}"


def _details(line: ParticipantLine, function: bool | None, email: bool) -> tuple[str, ...]:
    return tuple(text for text, wanted in ((line.function, function), (line.email, email)) if wanted and text)


def _nobody(lines: Sequence[ParticipantLine], include: Include) -> str:
    if not lines:
        return "Nobody is on the roster of this meeting yet."
    wanted = {"attended": "attended", "online": "online", "in-person": "in person"}.get(include, "registered")
    roster = counted(len(lines), "person", "people")
    return f"Nobody to list: of {roster} on the roster none is marked as {wanted}."


_BODIES = {"list": _list, "two-blocks": _two_blocks, "by-entity": _by_entity}
