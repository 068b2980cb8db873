"""People: added, corrected, taken off; every spelling once used is kept."""

from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import select
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
from emgdesk.domain.folding import name_key
from emgdesk.domain.people import split_name
from emgdesk.errors import DataError
from emgdesk.operations.clearing import let_go
from emgdesk.operations.marking import operation
from emgdesk.operations.rows import assign, fetch

FIELDS = frozenset(c.name for c in Person.__table__.columns) - {"id"}
_PRINTED = ("title", "given", "family", "function")
PARTICLES = ("", "kept", "skipped")


@operation
def add_person(session: Session, /, *, name: str, emails: Iterable[str] = (), **fields: Any) -> str:
    """A new person; given and family part are guessed from the name unless told. Returns the key."""
    if not name.strip():
        raise DataError("A person needs a name.", place="name")
    check_particles(fields)
    given, family = split_name(name.strip())
    person = Person(name=name.strip())
    assign(person, FIELDS, {"given": given, "family": family, **fields})
    session.add(person)
    session.flush()
    learn_spelling(session, person.id, person.name)
    set_emails(session, person.id, emails)
    return person.id


@operation
def update_person(session: Session, /, *, person_id: str, all_rosters: bool = False, **fields: Any) -> None:
    """Change what is known of a person today; with `all_rosters` also what was printed in the past.

    `emails` is a list of addresses, the one to use first. Raises DataError for an empty name.
    """
    person = fetch(session, Person, person_id, "person")
    if "name" in fields:
        _rename(session, person, fields)
    emails = fields.pop("emails", None)
    check_particles(fields)
    assign(person, FIELDS, fields)
    if emails is not None:
        set_emails(session, person_id, emails)
    if all_rosters:
        printed = {key: getattr(person, key) for key in ("name", *_PRINTED) if key in fields}
        for line in session.scalars(select(Participation).where(Participation.person_id == person_id)):
            assign(line, frozenset(printed), printed)


def _rename(session: Session, person: Person, fields: dict[str, Any]) -> None:
    name = str(fields["name"]).strip()
    if not name:
        raise DataError("A person needs a name.", place="name")
    if "family" not in fields and name != person.name:
        fields["given"], fields["family"] = split_name(name)
    learn_spelling(session, person.id, name)


def learn_spelling(session: Session, person_id: str, name: str) -> None:
    """Remember that this person is also written `name`."""
    key = name_key(name)
    known = select(PersonName).where(PersonName.person_id == person_id, PersonName.name == name)
    if key and session.scalar(known) is None:
        session.add(PersonName(person_id=person_id, name=name, key=key))
        session.flush()


def check_particles(fields: Mapping[str, Any]) -> None:
    """Raise DataError for a rule of sorting by family name that is none."""
    if fields.get("particles", "") not in PARTICLES:
        raise DataError("The particles of a family name are kept, skipped or by the rule.", place="particles")


def set_emails(session: Session, person_id: str, emails: Iterable[str]) -> None:
    """Make these the person's addresses, the one to use first."""
    wanted = list(dict.fromkeys(e.strip() for e in emails if e.strip()))
    held = {
        e.email: e for e in session.scalars(select(PersonEmail).where(PersonEmail.person_id == person_id))
    }
    for email, row in held.items():
        if email not in wanted:
            session.delete(row)
    for position, email in enumerate(wanted):
        if email in held:
            held[email].position = position
        else:
            session.add(PersonEmail(person_id=person_id, email=email, position=position))
    session.flush()


@operation
def delete_person(session: Session, /, *, person_id: str) -> None:
    """Take a person off the desk, with everybody merged into this one.

    Raises DataError while the person stands on a roster, holds an office or is designated.
    """
    person = fetch(session, Person, person_id, "person")
    if session.scalar(select(Participation).where(Participation.person_id == person_id).limit(1)):
        raise DataError(f"{person.name} stands on a roster and cannot be deleted; remove the lines first.")
    if session.scalar(select(Office).where(Office.person_id == person_id).limit(1)):
        raise DataError(
            f"{person.name} holds an office of the Group and cannot be deleted; remove that first."
        )
    if session.scalar(select(Designation).where(Designation.person_id == person_id).limit(1)):
        raise DataError(f"{person.name} is designated by an entity and cannot be deleted; remove that first.")
    for column in (Intervention.person_id, Membership.person_id):  # the name stays as it was noted
        let_go(session, column, [person_id])
    session.flush()
    for column in (
        PersonName.person_id,
        PersonEmail.person_id,
        PersonMerge.kept_id,
        TwoPeople.one_id,
        TwoPeople.other_id,
    ):
        for row in session.scalars(select(column.class_).where(column == person_id)):
            session.delete(row)
        session.flush()
    session.delete(person)
