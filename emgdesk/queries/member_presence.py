"""Who of a workstream was at its meetings, and who came without being in it."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import select, text
from sqlalchemy.orm import Session

from emgdesk.db.models import Entity, Participation, Person
from emgdesk.domain.folding import fold
from emgdesk.domain.statuses import MEMBERSHIPS, REGISTERED, strength
from emgdesk.domain.terms import is_held
from emgdesk.queries.entities import counted_as
from emgdesk.queries.memberships import MemberRow, list_members


@dataclass(frozen=True, slots=True)
class Seat:
    """Somebody on the roster of a meeting; `body_id` is the entity this one is counted as."""

    person_id: str
    person: str
    entity_id: str | None
    entity: str
    body_id: str | None
    attendance: str


@dataclass(frozen=True, slots=True)
class AttendedMeeting:
    """A meeting of a workstream with its roster; `told` says that the roster tells who was there.

    `people` and `entities` count who was there, or who is registered as long as that is not told.
    """

    id: str
    code: str
    title: str
    date: str
    status: str
    seats: tuple[Seat, ...]
    told: bool
    people: int
    entities: int


@dataclass(frozen=True, slots=True)
class Mark:
    """What a roster says of an entity or a person: an attendance or "" for nothing, of how many people.

    `counts` says that it was in the workstream then and that the roster tells who was there.
    """

    attendance: str = ""
    people: int = 0
    counts: bool = False


@dataclass(frozen=True, slots=True)
class PresenceLine:
    """An entity or a person with a mark for each meeting; `roles` is empty for one that is no member."""

    id: str
    who: str
    roles: tuple[str, ...]
    entity_id: str | None
    entity: str
    person_id: str | None
    person: str
    marks: tuple[Mark, ...]

    @property
    def came(self) -> int:
        """At how many of the meetings that count somebody was."""
        return sum(mark.counts and mark.attendance == "attended" for mark in self.marks)

    @property
    def meetings(self) -> int:
        """How many meetings count."""
        return sum(mark.counts for mark in self.marks)


@dataclass(frozen=True, slots=True)
class Presence:
    """The meetings of a workstream by date, its members, and who came without being one."""

    meetings: tuple[AttendedMeeting, ...]
    members: tuple[PresenceLine, ...]
    others: tuple[PresenceLine, ...]


_MEETINGS = text(
    "SELECT id, code, title, date, status FROM meeting WHERE workstream_id = :workstream "
    "ORDER BY date = '', date, start_time, code"
)
_SEATS = (
    select(
        Participation.meeting_id, Participation.person_id, Person.name, Participation.entity_id,
        Entity.acronym, Participation.entity, Participation.attendance,
    )
    .join(Person, Person.id == Participation.person_id)
    .outerjoin(Entity, Entity.id == Participation.entity_id)
    .order_by(Participation.position, Participation.id)
)  # fmt: skip


def attended_meetings(session: Session, *, workstream_id: str) -> tuple[AttendedMeeting, ...]:
    """The meetings of a workstream by date, with who was on their rosters."""
    rows = session.execute(_MEETINGS, {"workstream": workstream_id}).all()
    wholes = counted_as(session)
    seats: dict[str, list[Seat]] = defaultdict(list)
    wanted = _SEATS.where(Participation.meeting_id.in_([row.id for row in rows]))
    for meeting_id, person_id, name, entity_id, acronym, printed, attendance in session.execute(wanted):
        whole = wholes.get(entity_id or "")
        seats[meeting_id].append(
            Seat(
                person_id, name, entity_id, acronym or printed,
                whole.whole_id if whole else entity_id, attendance,
            )
        )  # fmt: skip
    return tuple(_meeting(row, tuple(seats[row.id])) for row in rows)


def _meeting(row: Any, seats: tuple[Seat, ...]) -> AttendedMeeting:
    told = any(seat.attendance == "attended" for seat in seats)
    there = [s for s in seats if s.attendance == "attended" or (not told and s.attendance in REGISTERED)]
    bodies = {seat.body_id or fold(seat.entity) for seat in there} - {""}
    there_now = len({seat.person_id for seat in there})
    return AttendedMeeting(
        row.id, row.code, row.title, row.date, row.status, seats, told, there_now, len(bodies)
    )


def member_presence(session: Session, *, workstream_id: str) -> Presence:
    """The members of a workstream with what the rosters of its meetings say of them.

    An entity was there if somebody of it was, or of an entity that counts as it. A meeting before or
    after the term of a member does not count for it.
    """
    meetings = attended_meetings(session, workstream_id=workstream_id)
    lines: dict[str, _Member] = {}
    for row in list_members(session, workstream_id=workstream_id):
        lines.setdefault(_identity(row), _Member(row)).add(row)
    members = tuple(line.on(meetings) for line in lines.values())
    return Presence(meetings, members, _others(meetings, members))


def _identity(row: MemberRow) -> str:
    person = row.person_id or fold(row.person)
    return f"person {person}" if person else f"entity {row.entity_id or fold(row.entity)}"


@dataclass(slots=True)
class _Member:
    """All rows of one entity or one person in a workstream."""

    row: MemberRow
    roles: list[str] = field(default_factory=list)
    terms: list[tuple[str, str]] = field(default_factory=list)

    def add(self, row: MemberRow) -> None:
        self.terms.append((row.since, row.until))
        if row.role not in self.roles:
            self.roles.append(row.role)

    def on(self, meetings: Iterable[AttendedMeeting]) -> PresenceLine:
        row = self.row
        roles = tuple(sorted(self.roles, key=MEMBERSHIPS.index))
        marks = tuple(self._mark(meeting) for meeting in meetings)
        return PresenceLine(
            _identity(row), row.named, roles, row.entity_id, row.entity, row.person_id, row.person, marks
        )

    def _mark(self, meeting: AttendedMeeting) -> Mark:
        day = meeting.date
        within = any(
            not (since or until) or (day and is_held(since, until, day)) for since, until in self.terms
        )
        own = [seat for seat in meeting.seats if self._is_own(seat)]
        return _strongest(own, meeting.told and within)

    def _is_own(self, seat: Seat) -> bool:
        row = self.row
        if row.person:
            return seat.person_id == row.person_id or fold(seat.person) == fold(row.person)
        if row.entity_id is not None:
            return row.entity_id in (seat.entity_id, seat.body_id)
        return fold(seat.entity) == fold(row.entity)


def _strongest(seats: Sequence[Seat], counts: bool) -> Mark:
    said = max((seat.attendance for seat in seats), key=strength, default="")
    people = len({seat.person_id for seat in seats if seat.attendance == said})
    return Mark(said, people if said else 0, counts)


def _others(meetings: Sequence[AttendedMeeting], members: Sequence[PresenceLine]) -> tuple[PresenceLine, ...]:
    """Entities (of people without one: the people) that came and are in no role, the most faithful first."""
    known: set[str] = set()
    for line in members:
        known |= {line.entity_id or fold(line.entity), line.person_id or fold(line.person)}
    own: dict[str, dict[str, list[Seat]]] = defaultdict(lambda: defaultdict(list))
    for meeting in meetings:
        for seat in meeting.seats:
            names = {seat.entity_id or fold(seat.entity), seat.body_id or "", seat.person_id} - {""}
            if seat.attendance == "attended" and not names & known:
                own[seat.entity_id or fold(seat.entity) or seat.person_id][meeting.id].append(seat)
    lines = [_other(key, seats, meetings) for key, seats in own.items()]
    return tuple(sorted(lines, key=lambda line: (-sum(m.people > 0 for m in line.marks), fold(line.who))))


def _other(
    key: str, seats: Mapping[str, Sequence[Seat]], meetings: Sequence[AttendedMeeting]
) -> PresenceLine:
    first = next(iter(seats.values()))[0]
    marks = tuple(_strongest(seats.get(meeting.id, ()), meeting.told) for meeting in meetings)
    alone = not first.entity
    return PresenceLine(
        f"other {key}", first.entity or first.person, (), first.entity_id, first.entity,
        first.person_id if alone else None, first.person if alone else "", marks,
    )  # fmt: skip
