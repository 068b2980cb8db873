"""Who leads a workstream and who is in it, from day to day: entities and people."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from sqlalchemy.orm import Session

from emgdesk.db.models import Entity, Membership, Person, Workstream
from emgdesk.domain.dates import written_date
from emgdesk.domain.statuses import MEMBERSHIPS
from emgdesk.domain.terms import ends_before_it_begins, has_ended, is_day_month_or_year
from emgdesk.errors import DataError
from emgdesk.operations.marking import operation
from emgdesk.operations.member_names import Directory, Whom
from emgdesk.operations.member_rows import (
    find_row,
    place_last,
    row_for,
    row_named,
    rows_of,
    settle_texts,
    settled,
    shown_name,
    store_last,
    twin_of,
)
from emgdesk.operations.rows import assign, fetch, reorder

FIELDS = frozenset(("role", "entity_id", "entity", "person_id", "person", "since", "until", "note"))


@operation
def add_member(
    session: Session, /, *, workstream_id: str, role: str, entity_id: str | None = None, entity: str = "",
    person_id: str | None = None, person: str = "", since: str = "", until: str = "", note: str = "",
) -> str:  # fmt: skip
    """Put an entity, a person, or a person for an entity into a workstream. Returns the key.

    Names without a key are linked where they are surely known, else kept as written. Dates are ISO
    (day, month, year; "" open). Raises DataError for an unknown role, nobody, a term that ends before
    it begins, or who is in it in this role already.
    """
    workstream = settled(session, workstream_id)
    row = row_for(workstream, role, Whom())
    who = {"entity_id": entity_id, "entity": entity, "person_id": person_id, "person": person}
    _fill(session, row, {**who, "role": role, "since": since, "until": until, "note": note})
    _refuse_twin(session, row)
    return store_last(session, row)


@operation
def add_members(
    session: Session, /, *, workstream_id: str, members: Iterable[tuple[str, Whom]], since: str = ""
) -> tuple[str, ...]:
    """Put several (role, whom) into a workstream; who is in it already is passed over. Returns their keys.

    Raises DataError as `add_member` does, and if all of them are in it already.
    """
    check_term(since, "")
    workstream, made = settled(session, workstream_id), []
    for role, whom in members:
        check_role(role)
        row = row_for(workstream, role, whom, since)
        if twin_of(session, row) is None:
            made.append(store_last(session, row))
    if not made:
        raise DataError(f"Nobody was added to “{workstream.name}”: they are in it already.")
    return tuple(made)


@operation
def update_member(session: Session, /, *, member_id: str, **fields: Any) -> None:
    """Change a member (role, entity, person, since, until, note). Raises DataError as `add_member` does."""
    _change(session, find_row(session, member_id), fields)


@operation
def update_members(session: Session, /, *, member_ids: Sequence[str], **fields: Any) -> None:
    """Give several members the same values. Raises DataError as `add_member` does."""
    for row in [find_row(session, key) for key in member_ids]:
        _change(session, row, dict(fields))


@operation
def move_member(session: Session, /, *, member_id: str, offset: int) -> None:
    """Move a member by `offset` places among those of its role."""
    row = find_row(session, member_id)
    reorder(rows_of(session, row.workstream_id, row.role), row.id, offset)


@operation
def delete_members(session: Session, /, *, member_ids: Sequence[str]) -> None:
    """Take members out of their workstream as if they never were in it."""
    for row in [find_row(session, key) for key in member_ids]:
        session.delete(row)


@operation
def set_members(session: Session, /, *, workstream_id: str, role: str, names: Sequence[str]) -> None:
    """Make these the members of a role; as `write_members`."""
    write_members(session, fetch(session, Workstream, workstream_id, "workstream"), role, names)


def write_members(
    session: Session, workstream: Workstream, role: str, names: Iterable[str], *, today: str = ""
) -> None:
    """Let `names` be who is in a workstream in this role, in this order; none of them is refused.

    Who is named already stays with all dates, others are added, and who is named no longer is taken
    out, except whose time is over on the ISO day `today` (by default that of the clock). Same names
    change nothing. Raises DataError for an unknown role.
    """
    check_role(role)
    settle_texts(session, workstream)
    directory, day = Directory(session), today or date.today().isoformat()
    held = rows_of(session, workstream.id, role)
    standing = [row for row in held if not has_ended(row.until, day)]
    kept: list[Membership] = []
    for name in dict.fromkeys(name.strip() for name in names if name.strip()):
        row = row_named(session, standing, directory, name, role)
        if row is None:
            row = row_for(workstream, role, directory.whom(name, role))
            store_last(session, row)
            standing.append(row)
        if row not in kept:
            kept.append(row)
    for row in standing:
        if row not in kept:
            session.delete(row)
    if sorted(kept, key=lambda row: row.position) != kept:
        for at, row in enumerate([*kept, *(row for row in held if row not in standing)], 1):
            row.position = at
    session.flush()


# --- checking --------------------------------------------------------------------------------


def _change(session: Session, row: Membership, fields: dict[str, Any]) -> None:
    with session.no_autoflush:
        before = row.role
        _fill(session, row, fields)
        if row.role != before:
            place_last(session, row)
        _refuse_twin(session, row)
    session.flush()


def _fill(session: Session, row: Membership, fields: dict[str, Any]) -> None:
    assign(row, FIELDS, _linked(session, row, fields))
    check_role(row.role)
    if not (row.entity or row.person):
        raise DataError("Say which entity or person it is.", place="entity")
    check_term(row.since, row.until)


def _linked(session: Session, row: Membership, fields: dict[str, Any]) -> dict[str, Any]:
    """`fields` with keys for names that are surely known, and names for keys."""
    linked = dict(fields)
    if fields.get("entity_id") is not None:
        linked["entity"] = fetch(session, Entity, fields["entity_id"], "entity").acronym
    elif "entity" in fields:
        linked["entity_id"] = Directory(session).entity(fields["entity"])
    if fields.get("person_id") is not None:
        linked["person"] = fetch(session, Person, fields["person_id"], "person").name
    elif "person" in fields:
        entity_id = linked.get("entity_id", row.entity_id)
        linked["person_id"] = Directory(session).person(fields["person"], entity_id)
    return linked


def check_role(role: str) -> None:
    """Raise DataError for a role nobody has in a workstream."""
    if role not in MEMBERSHIPS:
        raise DataError(f"A role in a workstream is one of: {', '.join(MEMBERSHIPS)}.", place="role")


def check_term(since: str, until: str) -> None:
    """Raise DataError unless these are days, months or years (or ""), the first no later than the last."""
    for name, text in (("since", since), ("until", until)):
        if not is_day_month_or_year(text):
            raise DataError(
                f"“{text}” is not a date; write 2026-05-28, 2026-05 for a month or 2026 for a year.",
                place=name,
            )
    if ends_before_it_begins(since, until):
        raise DataError(
            f"It would end ({written_date(until)}) before it begins ({written_date(since)}).", place="until"
        )


def _refuse_twin(session: Session, row: Membership) -> None:
    if twin_of(session, row) is not None:
        workstream = fetch(session, Workstream, row.workstream_id, "workstream")
        raise DataError(f"{shown_name(session, row)} is {row.role} of “{workstream.name}” already.")
