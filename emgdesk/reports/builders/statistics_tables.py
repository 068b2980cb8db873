"""The tables of the attendance statistics, for the page and for the workbook."""

from collections.abc import Iterator, Sequence

from emgdesk.reports.blocks import Block, Cell, Column, Entry, Heading, Paragraph, Run, Table
from emgdesk.reports.builders.attendance_figures import CAPACITY_WORDS, MeetingFigures
from emgdesk.reports.builders.entity_figures import EntityFigures
from emgdesk.reports.sheets import Sheet, SheetBars, Value, columns

_SECTIONS = (
    ("EMG members", "member"),
    ("Observers", "observer"),
    ("Guests", "guest"),
    ("Secretariat", "secretariat"),
)
_COLUMNS_A_TABLE = 8
_UNKNOWN = "–"


def overview(numbers: Sequence[MeetingFigures]) -> list[Block]:
    """A row a meeting: people by capacity and mode, and what came of the registrations."""
    heads = (
        ("People", 10), ("Members", 12), ("Observers", 13), ("Guests", 10), ("Secretariat", 15),
        ("Online", 10), ("In person", 13),
    )  # fmt: skip
    meeting = Column(25, "Meeting")
    people = Table(
        (meeting, *(Column(width, head, align="right") for head, width in heads)),
        tuple((_meeting(n), *map(str, (n.people, *_bodies(n), *n.modes[:2]))) for n in numbers),
    )
    blocks: list[Block] = [
        Heading("Meetings"),
        Paragraph(
            "People who attended or, before a meeting, are registered; in parentheses the number of their "
            "entities."
        ),
        people,
    ]
    if any(n.attended is not None for n in numbers):
        words = ("Registered", "Attended", "Absent", "Walk-ins")
        rows = tuple(
            (_meeting(n), *map(_told, (n.registered, n.attended, n.absent, n.walk_ins))) for n in numbers
        )
        blocks.append(Table((meeting, *(Column(20, head, align="right") for head in words)), rows))
    return blocks


def _meeting(numbers: MeetingFigures) -> Cell:
    return (Entry(numbers.code, details=(numbers.date_text,) if numbers.date_text else ()),)


def _bodies(numbers: MeetingFigures) -> tuple[str, ...]:
    return tuple(
        f"{people} ({entities})" if entities else str(people)
        for people, entities in zip(numbers.capacities, (*numbers.entities, 0), strict=True)
    )


def _told(number: int | None) -> str:
    return _UNKNOWN if number is None else str(number)


def entity_tables(codes: Sequence[str], entities: Sequence[EntityFigures]) -> list[Block]:
    """Entity by meeting, as many meetings beside each other as a page holds; the last column adds all up."""
    blocks: list[Block] = []
    for start in range(0, len(codes), _COLUMNS_A_TABLE):
        chosen = range(start, min(start + _COLUMNS_A_TABLE, len(codes)))
        last = chosen[-1] == len(codes) - 1 and len(codes) > 1
        head = [Column(20, "Entity"), *(Column(11, codes[n], align="right") for n in chosen)]
        if last:
            head.append(Column(10, "Total", align="right"))
        blocks.append(Table(tuple(head), tuple(_entity_rows(entities, chosen, last)), lines="rows"))
    return blocks


def _entity_rows(entities: Sequence[EntityFigures], chosen: range, last: bool) -> Iterator[tuple[Cell, ...]]:
    """A row each under the headings of the sections, then the sums; `last` adds the total of all meetings."""
    for heading, capacity in _SECTIONS:
        part = [one for one in entities if one.capacity == capacity]
        if part:
            yield (heading,)
        for one in part:
            cells = [str(one.people[n]) if one.people[n] else "" for n in chosen]
            yield (one.entity or "No entity given", *cells, *([str(sum(one.people))] if last else []))
    sums = [sum(one.people[n] for one in entities) for n in chosen]
    whole = [sum(sum(one.people) for one in entities)] if last else []
    strong = [(Run(str(number), bold=True),) for number in (*sums, *whole)]
    yield ((Run("All people", bold=True),), *strong)


def _days(numbers: MeetingFigures) -> tuple[Value, Value]:
    """First and last day of a meeting as dates; where the day is not known, as printed."""
    if not numbers.days:
        return numbers.date_text, None
    return numbers.days[0], numbers.days[-1]


def sheets(numbers: Sequence[MeetingFigures], entities: Sequence[EntityFigures]) -> tuple[Sheet, ...]:
    """The same numbers for a workbook, the meetings with a chart below them."""
    head = (
        "Meeting", "Date", "Last day", "People", *CAPACITY_WORDS, "Member entities", "Observing entities",
        "Guest entities", "Online", "In person", "Mode not recorded",
        "Registered", "Attended", "Absent", "Walk-ins",
    )  # fmt: skip
    rows: list[Sequence[Value]] = [
        (
            n.code, *_days(n), n.people, *n.capacities, *n.entities, *n.modes, n.registered, n.attended,
            n.absent, n.walk_ins,
        )
        for n in numbers
    ]  # fmt: skip
    codes = [n.code for n in numbers]
    by_entity: list[Sequence[Value]] = [
        (one.entity or "No entity given", one.capacity, *one.people, sum(one.people)) for one in entities
    ]
    return (
        Sheet("Meetings", columns(*head), rows, SheetBars("People", 5, 8) if rows else None),
        Sheet("Entities", columns("Entity", "Capacity", *codes, "Total"), by_entity),
    )
