"""Which entities came to meetings, and with how many people."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from emgdesk.domain.collation import text_key
from emgdesk.domain.counting import listed
from emgdesk.reports.builders.attendance_figures import CAPACITIES, MeetingAttendance
from emgdesk.reports.builders.lines import ParticipantLine
from emgdesk.reports.builders.names import counted_body, with_entity

_Sent = tuple[str, str]  # a capacity, and the body whose people sat in it


@dataclass(frozen=True, slots=True)
class EntityFigures:
    """How many people an entity sent to each meeting in one capacity, in the order of the meetings.

    People keep the capacity they sat in and the entity is the body they are counted with, so an
    entity may stand under several capacities; "UNEP (SUN)" where its part alone sat in this one.
    """

    entity: str
    capacity: str
    people: tuple[int, ...]


def entity_figures(meetings: Sequence[MeetingAttendance]) -> tuple[EntityFigures, ...]:
    """Every entity that came to any of them, by capacity, members first, then alphabetically.

    Last in each capacity are its people without an entity, as "".
    """
    counts = [Counter[_Sent]() for _ in meetings]
    named: dict[_Sent, list[ParticipantLine]] = {}
    for meeting, sent in zip(meetings, counts, strict=True):
        for line in listed(meeting.lines)[1]:
            key = line.capacity, counted_body(line)
            sent[key] += 1
            named.setdefault(key, []).append(line)
    found = [
        EntityFigures(_name(lines), key[0], tuple(sent[key] for sent in counts))
        for key, lines in named.items()
    ]
    return tuple(
        sorted(found, key=lambda one: (CAPACITIES.index(one.capacity), not one.entity, text_key(one.entity)))
    )


def _name(lines: Sequence[ParticipantLine]) -> str:
    """The body's name as the latest line has it, with its parts if nobody else is of these lines."""
    parts = sorted({line.counted_with[0] for line in lines if line.counted_with})
    alone = all(line.counted_with for line in lines)
    return with_entity(lines[-1].entity, ", ".join(parts) if alone else "")
