"""The next meeting made from the last: agenda, invited people, document list, what to come back to."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date as today
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from emgdesk.db.models import (
    AgendaItem,
    Document,
    Entity,
    Meeting,
    Participation,
    Person,
)
from emgdesk.domain.register import Registered, renewed_symbols
from emgdesk.domain.statuses import REGISTERED
from emgdesk.domain.symbols import fill_pattern, guess_pattern
from emgdesk.operations.agenda import copy_agenda
from emgdesk.operations.forwarding import copy_deferred
from emgdesk.operations.marking import operation
from emgdesk.operations.meeting import create_meeting
from emgdesk.operations.roster import capacity_of
from emgdesk.operations.rows import fetch
from emgdesk.queries.offices import list_designations, list_offices

_KEPT = (
    "start_time", "end_time", "zone_label", "mode", "venue", "distribution", "kind", "workstream_id",
    "symbol_pattern", "agenda_style",
)  # fmt: skip
_DOCUMENT = ("position", "number", "title", "kind", "distribution", "language", "submitted_by")
_PRINTED = ("title", "name", "given", "family", "function")
INVITED = ("senior official", "alternate", "focal point")


@operation
def make_next_meeting(
    session: Session, /, *, meeting_id: str, code: str, title: str = "", date: str = "", **facts: Any
) -> str:
    """A meeting like this one, made from it; returns its key.

    It takes over times, place, distribution and symbol pattern; the agenda without what was said of it;
    everybody who had registered, as invited and as known today (of whom no entity is known, as printed),
    and whom the entities have designated;
    the list of documents, planned, with symbols from the pattern; the deferred actions, to come back to.
    The chair is who holds the office on its day; offices and designations of an undated meeting are those
    of today. Open follow-ups are carried to it by themselves.
    Raises DataError if the meeting is gone, or the code empty or taken.
    """
    last = fetch(session, Meeting, meeting_id, "meeting")
    kept = {name: getattr(last, name) for name in _KEPT} | {"symbol_pattern": _pattern(last)}
    told = {**kept, "chair": _chair(session, date) or last.chair, **facts}
    made_id = create_meeting(session, code=code, title=title, date=date, previous_id=meeting_id, **told)
    made = fetch(session, Meeting, made_id, "meeting")
    if session.scalar(select(AgendaItem.id).where(AgendaItem.meeting_id == meeting_id).limit(1)):
        copy_agenda(session, from_meeting_id=meeting_id, to_meeting_id=made_id)
    _copy_documents(session, last, made)
    copy_deferred(session, last, made)
    came = session.execute(
        select(Participation.person_id, Participation.entity, Participation.entity_id, Participation.capacity)
        .where(Participation.meeting_id == meeting_id, Participation.attendance.in_(REGISTERED))
        .order_by(Participation.position, Participation.id)
    ).all()
    texts = {key: (entity, capacity) for key, entity, known, capacity in came if entity and known is None}
    people = (key for key, *_ in came)
    _invite(session, made_id, (*people, *_designated(session, INVITED, date)), texts)
    return made_id


@operation
def invite_designated(session: Session, /, *, meeting_id: str, roles: Sequence[str] = INVITED) -> int:
    """Put whom the entities have designated in these roles on the roster, as invited; answers how many.

    Who holds the role on the meeting's day counts, today where it has none; who is on the roster already
    stays as they are.
    """
    meeting = fetch(session, Meeting, meeting_id, "meeting")
    return _invite(session, meeting_id, _designated(session, roles, meeting.date))


def _pattern(last: Meeting) -> str:
    """The pattern of its symbols, with fields for the SOM and the segment where it names its own."""
    pattern = last.symbol_pattern or ""
    if "{som" in pattern or "{number" not in pattern:
        return pattern
    return guess_pattern([fill_pattern(pattern, 1, segment=last.segment)]) or pattern


def _chair(session: Session, day: str) -> str:
    held = list_offices(session, as_of=_day(day))
    return next((row.person for row in held if row.office == "Chair"), "")


def _day(day: str) -> str:
    """The day whose terms count: that of the meeting, today where it has none yet."""
    return day or today.today().isoformat()


def _designated(session: Session, roles: Sequence[str], day: str) -> list[str]:
    held = list_designations(session, as_of=_day(day))
    return [row.person_id for row in held if row.role in roles]


def _invite(
    session: Session,
    meeting_id: str,
    people: Iterable[str],
    texts: Mapping[str, tuple[str, str]] | None = None,
) -> int:
    """Put people on the roster; `texts` are entity and capacity of those of an entity the desk lacks."""
    mine = select(Participation).where(Participation.meeting_id == meeting_id)
    held = session.scalars(mine).all()
    seated = {line.person_id for line in held}
    last = max((line.position for line in held), default=0)
    wanted = [key for key in dict.fromkeys(people) if key not in seated]
    for position, key in enumerate(wanted, start=last + 1):
        person = session.get_one(Person, key)
        entity = session.get(Entity, person.entity_id) if person.entity_id else None
        written = (texts or {}).get(key, ("", capacity_of(None)))
        printed = {name: getattr(person, name) for name in _PRINTED}
        line = Participation(
            meeting_id=meeting_id, person_id=key, position=position, original="", attendance="invited",
            role="participant", entity_id=person.entity_id, entity=entity.acronym if entity else written[0],
            capacity=capacity_of(entity) if entity else written[1], **printed,
        )  # fmt: skip
        session.add(line)
    session.flush()
    return len(wanted)


def _copy_documents(session: Session, last: Meeting, made: Meeting) -> None:
    own = select(Document).where(Document.meeting_id == last.id)
    lines = session.scalars(own.order_by(Document.position, Document.id)).all()
    symbols = renewed_symbols(
        [Registered(line.id, line.number, line.symbol or "") for line in lines],
        made.symbol_pattern, som=made.som_number, segment=made.segment,
    )  # fmt: skip
    for line in lines:
        copied = Document(
            meeting_id=made.id, status="planned", symbol=symbols[line.id], **_values(line, _DOCUMENT)
        )
        session.add(copied)
    session.flush()


def _values(row: Any, names: Iterable[str]) -> dict[str, Any]:
    return {name: getattr(row, name) for name in names}
