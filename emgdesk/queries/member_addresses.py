"""Whom one writes to in a workstream, and at which address."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from sqlalchemy import text
from sqlalchemy.orm import Session

from emgdesk.domain.terms import is_held
from emgdesk.queries.memberships import MemberRow, list_members
from emgdesk.queries.offices import list_designations

_MOST = 5000  # names


@dataclass(frozen=True, slots=True)
class Reached:
    """Somebody to write to; `email` is the first address of a person, "" without one."""

    name: str
    email: str


def member_addresses(session: Session, *, workstream_id: str, today: date) -> dict[str, tuple[Reached, ...]]:
    """The people to write to for each member, by the key of its row.

    For an entity these are its focal points in the workstream, else those it has designated to the
    Group, on the day `today`; () where there are none.
    """
    day = today.isoformat()
    rows = list_members(session, workstream_id=workstream_id)
    theirs: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for row in rows:
        if row.person_id and row.entity_id and is_held(row.since, row.until, day):
            theirs[row.entity_id].append((row.person_id, row.person))
    designated: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for one in list_designations(session, as_of=day):
        if one.role == "focal point":
            designated[one.entity_id].append((one.person_id, one.person))
    emails = _emails(session)

    def reached(row: MemberRow) -> tuple[Reached, ...]:
        if row.person:
            return (Reached(row.person, emails.get(row.person_id or "", "")),)
        people = theirs.get(row.entity_id or "") or designated.get(row.entity_id or "") or ()
        return tuple(Reached(name, emails.get(key, "")) for key, name in dict.fromkeys(people))

    return {row.key: reached(row) for row in rows}


def _emails(session: Session) -> dict[str, str]:
    wanted = (
        "SELECT person_id, email FROM person_email WHERE person_id IN "
        "(SELECT person_id FROM membership UNION SELECT person_id FROM designation) "
        "ORDER BY position, id"
    )
    emails: dict[str, str] = {}
    for key, email in session.execute(text(wanted)):
        emails.setdefault(key, email)
    return emails


def people_to_propose(session: Session) -> tuple[str, ...]:
    """Names to propose while a member is typed: everybody, as long as that is not too many to choose from."""
    rows = session.scalars(text("SELECT name FROM person ORDER BY name LIMIT :most"), {"most": _MOST})
    return tuple(rows)
