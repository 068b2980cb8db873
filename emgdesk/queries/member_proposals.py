"""Who might be put into a workstream: focal points of its members, and who came to its meetings."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from emgdesk.domain.dates import written_date
from emgdesk.domain.folding import fold
from emgdesk.domain.numbering import counted
from emgdesk.domain.statuses import REGISTERED
from emgdesk.domain.terms import has_ended
from emgdesk.queries.member_presence import AttendedMeeting, Seat, attended_meetings
from emgdesk.queries.memberships import MemberRow, list_members
from emgdesk.queries.offices import list_designations

OF_THE_GROUP = "designations"
"""The source of focal points designated to the Group; other sources are keys of meetings."""
_ENTITIES = frozenset(("lead", "co-chair", "member"))


@dataclass(frozen=True, slots=True)
class Proposal:
    """An entity or a person to be put into a role; `likely` ones are ticked from the start."""

    id: str
    role: str
    entity_id: str | None
    entity: str
    person_id: str | None
    person: str
    detail: str
    likely: bool


@dataclass(frozen=True, slots=True)
class Source:
    """Where proposals come from: `OF_THE_GROUP` or the key of a meeting."""

    id: str
    title: str
    proposals: tuple[Proposal, ...]


def member_proposals(session: Session, *, workstream_id: str, today: date) -> tuple[Source, ...]:
    """Focal points of the Group for its member entities, then who came to each meeting, the newest first.

    Nobody is proposed who is in the workstream already on the day `today`.
    """
    day = today.isoformat()
    held = [
        row for row in list_members(session, workstream_id=workstream_id) if not has_ended(row.until, day)
    ]
    meetings = attended_meetings(session, workstream_id=workstream_id)
    sources = [Source(OF_THE_GROUP, "Focal points of the Group", _designated(session, held, day))]
    for meeting in reversed(meetings):
        if meeting.seats:
            day = written_date(meeting.date)
            title = f"Who was at {meeting.code}" if meeting.told else f"Who is registered for {meeting.code}"
            sources.append(Source(meeting.id, f"{title}, {day}" if day else title, _came(meeting, held)))
    return tuple(sources)


def _designated(session: Session, held: Sequence[MemberRow], today: str) -> tuple[Proposal, ...]:
    entities = {row.entity_id for row in held if row.role in _ENTITIES and row.entity_id}
    known = {row.person_id for row in held if row.person_id}
    return tuple(
        Proposal(
            one.id, "focal point", one.entity_id, one.acronym, one.person_id, one.person,
            f"{one.role} of {one.acronym} to the Group", likely=one.role == "focal point",
        )
        for one in list_designations(session, as_of=today)
        if one.entity_id in entities and one.person_id not in known
    )  # fmt: skip


def _came(meeting: AttendedMeeting, held: Sequence[MemberRow]) -> tuple[Proposal, ...]:
    here = [
        seat
        for seat in meeting.seats
        if seat.attendance == "attended" or (not meeting.told and seat.attendance in REGISTERED)
    ]
    entities = {row.entity_id or fold(row.entity) for row in held}
    people = {row.person_id or fold(row.person) for row in held if row.person}
    return (*_entities(here, entities), *_people(here, people))


def _entities(seats: Sequence[Seat], known: set[str]) -> Iterator[Proposal]:
    own: dict[str, list[Seat]] = {}
    for seat in seats:
        names = {seat.entity_id or fold(seat.entity), seat.body_id or ""} - {""}
        if names and not names & known:
            own.setdefault(seat.entity_id or fold(seat.entity), []).append(seat)
    for key, theirs in own.items():
        people = {seat.person_id for seat in theirs}
        detail = f"{counted(len(people), 'person', 'people')}: {', '.join(seat.person for seat in theirs)}"
        yield Proposal(
            f"entity {key}", "member", theirs[0].entity_id, theirs[0].entity, None, "", detail, likely=True
        )


def _people(seats: Sequence[Seat], known: set[str]) -> Iterator[Proposal]:
    for seat in seats:
        if not {seat.person_id, fold(seat.person)} & known:
            yield Proposal(
                f"person {seat.person_id}", "focal point", seat.entity_id, seat.entity, seat.person_id,
                seat.person, seat.attendance, likely=False,
            )  # fmt: skip
