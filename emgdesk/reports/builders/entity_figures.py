"""Which entities came to meetings, and with how many people."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from emgdesk.domain.collation import text_key
from emgdesk.domain.counting import listed
from emgdesk.reports.builders.attendance_figures import MeetingAttendance
from emgdesk.reports.builders.lines import ParticipantLine
from emgdesk.reports.builders.names import counted_body


@dataclass(frozen=True, slots=True)
class EntityFigures:
    """How many people an entity sent to each meeting, in the order of the meetings."""

    entity: str
    capacity: str
    people: tuple[int, ...]


def entity_figures(meetings: Sequence[MeetingAttendance]) -> tuple[EntityFigures, ...]:
    """Every entity that came to any of them, members first, alphabetically; "" are people without one."""
    counts = [Counter[str]() for _ in meetings]
    named: dict[str, ParticipantLine] = {}
    for meeting, sent in zip(meetings, counts, strict=True):
        for line in listed(meeting.lines)[1]:
            key = counted_body(line)
            sent[key] += 1
            named[key] = line  # the latest meeting tells name and capacity
    found = [
        EntityFigures(line.entity, line.capacity if key else "", tuple(sent[key] for sent in counts))
        for key, line in named.items()
    ]
    order = {"member": 0, "observer": 1, "guest": 1, "secretariat": 2, "": 3}
    return tuple(sorted(found, key=lambda one: (order[one.capacity], text_key(one.entity))))
