"""One person made of two, and the two again."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import func, or_, select, update
from sqlalchemy.orm import Session

from emgdesk.db.models import (
    Designation,
    Intervention,
    Membership,
    Office,
    Participation,
    Person,
    PersonEmail,
    PersonMerge,
    PersonName,
    TwoPeople,
)
from emgdesk.domain.people import parts_fit, split_name
from emgdesk.errors import DataError
from emgdesk.operations.joined_lines import join_line
from emgdesk.operations.joined_members import join_memberships
from emgdesk.operations.person import check_particles, learn_spelling, set_emails
from emgdesk.operations.rows import assign
from emgdesk.operations.traces import Scope, Trace
from emgdesk.operations.two_apart import carry_two

_FILLED = ("title", "function", "phone", "country", "notes", "particles", "entity_id")
FIELDS = frozenset(("name", "given", "family", *_FILLED))
_NAMING = (Office, Designation, Intervention)  # what simply names a person


def person_scopes(kept_id: str, lost_id: str) -> tuple[Scope, ...]:
    """All rows of two people."""
    both = (kept_id, lost_id)
    return (
        Scope(Person, Person.id.in_(both)),
        Scope(PersonName, PersonName.person_id.in_(both)),
        Scope(PersonEmail, PersonEmail.person_id.in_(both)),
        Scope(Participation, Participation.person_id.in_(both)),
        Scope(Membership, Membership.person_id.in_(both)),
        Scope(TwoPeople, or_(TwoPeople.one_id.in_(both), TwoPeople.other_id.in_(both))),
        Scope(PersonMerge, PersonMerge.kept_id.in_(both), ("id", "kept_id")),
        *(Scope(model, model.person_id == lost_id, ("id", "person_id")) for model in _NAMING),
    )


def join_people(session: Session, kept: Person, lost: Person, chosen: Mapping[str, Any]) -> None:
    """Give everything of `lost` to `kept`, the `chosen` fields as told, and take `lost` off the desk.

    Given and family part that the name does not hold are not taken: they follow the name.
    """
    fields = dict(chosen)
    emails = fields.pop("emails", None)
    check_particles(fields)
    _join_names(session, kept, lost)
    _fill(kept, lost, fields)
    learn_spelling(session, kept.id, kept.name)
    _join_emails(session, kept.id, lost.id)
    if emails is not None:
        set_emails(session, kept.id, emails)
    _join_rosters(session, kept.id, lost.id)
    join_memberships(session, Membership.person_id, kept.id, lost.id)
    for model in _NAMING:
        session.execute(update(model).where(model.person_id == lost.id).values(person_id=kept.id))
    carry_two(session, TwoPeople, kept.id, lost.id)
    for merge in session.scalars(select(PersonMerge).where(PersonMerge.kept_id == lost.id)):
        merge.kept_id = kept.id
    session.flush()
    session.delete(lost)
    session.flush()


def _fill(kept: Person, lost: Person, fields: dict[str, Any]) -> None:
    if "name" in fields and not str(fields["name"]).strip():
        raise DataError("A person needs a name.", place="name")
    written = str(fields.get("name", kept.name)).strip()
    given, family = _own_parts(written, kept, lost)
    told = str(fields.get("given", given)).strip(), str(fields.get("family", family)).strip()
    if parts_fit(written, *told):
        given, family = told
    filled = {name: getattr(kept, name) or getattr(lost, name) for name in _FILLED}
    assign(kept, FIELDS, {**filled, **fields, "given": given, "family": family})


def _own_parts(written: str, *people: Person) -> tuple[str, str]:
    """Given and family part as the person of this name has them, guessed where they say nothing or else."""
    for person in people:
        if person.name == written and person.family and parts_fit(written, person.given, person.family):
            return person.given, person.family
    return split_name(written)


def _join_names(session: Session, kept: Person, lost: Person) -> None:
    known = set(session.scalars(select(PersonName.name).where(PersonName.person_id == kept.id)))
    for row in session.scalars(select(PersonName).where(PersonName.person_id == lost.id)):
        if row.name in known:
            session.delete(row)
        else:
            row.person_id = kept.id
    session.flush()
    learn_spelling(session, kept.id, lost.name)


def _join_emails(session: Session, kept_id: str, lost_id: str) -> None:
    """The addresses of the lost one follow those of the kept one."""
    held = session.execute(
        select(func.lower(PersonEmail.email), PersonEmail.position).where(PersonEmail.person_id == kept_id)
    ).all()
    known = {email for email, _ in held}
    position = max((position for _, position in held), default=-1)
    theirs = select(PersonEmail).where(PersonEmail.person_id == lost_id)
    for row in session.scalars(theirs.order_by(PersonEmail.position, PersonEmail.id)):
        if row.email.lower() in known:
            session.delete(row)
            continue
        position += 1
        row.person_id, row.position = kept_id, position
    session.flush()


def _join_rosters(session: Session, kept_id: str, lost_id: str) -> None:
    seated = {
        line.meeting_id: line
        for line in session.scalars(select(Participation).where(Participation.person_id == kept_id))
    }
    for line in session.scalars(select(Participation).where(Participation.person_id == lost_id)):
        if line.meeting_id in seated:
            join_line(seated[line.meeting_id], line)
            session.delete(line)
        else:
            line.person_id = kept_id
            seated[line.meeting_id] = line
    session.flush()


def still_seated(
    session: Session, kept_id: str, _lost_id: str, found: tuple[Trace, ...]
) -> tuple[Trace, ...]:
    """Without the lines that were made one with a line which was taken off its roster since."""
    meetings = set(
        session.scalars(select(Participation.meeting_id).where(Participation.person_id == kept_id))
    )
    return tuple(
        trace
        for trace in found
        if trace.table != "participation"
        or trace.after is not None
        or (trace.before or {})["meeting_id"] in meetings
    )


def settle_people(session: Session, kept_id: str, _lost_id: str) -> None:
    """Let the kept person be known by a name given since that was a spelling of the other."""
    kept = session.get_one(Person, kept_id)
    if session.scalar(select(PersonName.id).where(PersonName.person_id == kept_id).limit(1)):
        learn_spelling(session, kept_id, kept.name)
