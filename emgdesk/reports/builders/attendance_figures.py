"""Who came to meetings, counted: by capacity, entity and mode, registered and there; and drawn."""

from collections import Counter
from dataclasses import dataclass
from datetime import date

from emgdesk.domain.counting import count, listed
from emgdesk.domain.statuses import REGISTERED
from emgdesk.reports.builders.lines import ParticipantLine
from emgdesk.reports.builders.meeting import MeetingFacts
from emgdesk.reports.builders.names import counted_body

CAPACITIES = ("member", "observer", "guest", "secretariat")
CAPACITY_WORDS = ("Members", "Observers", "Guests", "Secretariat")


@dataclass(frozen=True, slots=True)
class MeetingAttendance:
    """A meeting with its whole roster; in a line only what is counted need be filled in.

    `days` are its first and last day where they are known, `date_text` tells them as printed.
    """

    code: str
    title: str = ""
    date_text: str = ""
    lines: tuple[ParticipantLine, ...] = ()
    days: tuple[date, ...] = ()


@dataclass(frozen=True, slots=True)
class StatisticsFacts:
    """What is counted, the earliest meeting first; `meeting` is the one in view, if there is one."""

    meetings: tuple[MeetingAttendance, ...]
    meeting: MeetingFacts | None = None


@dataclass(frozen=True, slots=True)
class MeetingFigures:
    """The numbers of one meeting, of those who attended or, before anyone did, of those registered.

    `capacities` counts people as (members, observers, guests, secretariat), `entities`
    the bodies of the first three, `modes` people as (online, in person, not recorded).
    `attended`, `absent` and `walk_ins` are None where nobody is marked as attended.
    """

    code: str
    date_text: str
    people: int
    capacities: tuple[int, int, int, int]
    entities: tuple[int, int, int]
    modes: tuple[int, int, int]
    registered: int
    attended: int | None
    absent: int | None
    walk_ins: int | None
    days: tuple[date, ...] = ()


def figures(meeting: MeetingAttendance) -> MeetingFigures:
    """The numbers of a meeting, counted from the rows its list of participants prints."""
    word, counted_lines = listed(meeting.lines)
    counts = count(counted_lines, word, counted_body)
    modes = Counter(line.mode for line in counted_lines)
    came = word == "attended"
    attendance = Counter(line.attendance for line in meeting.lines)
    walked = sum(line.walk_in for line in meeting.lines)
    registered = sum(line.attendance in REGISTERED and not line.walk_in for line in meeting.lines)
    online, in_person = modes["online"], modes["in person"]
    return MeetingFigures(
        code=meeting.code,
        date_text=meeting.date_text,
        people=counts.people,
        capacities=(counts.members, counts.observers, counts.guests, counts.secretariat),
        entities=(counts.member_entities, counts.observer_entities, counts.guest_entities),
        modes=(online, in_person, len(counted_lines) - online - in_person),
        registered=registered,
        attended=attendance["attended"] if came else None,
        absent=attendance["absent"] if came else None,
        walk_ins=walked if came else None,
        days=meeting.days,
    )
