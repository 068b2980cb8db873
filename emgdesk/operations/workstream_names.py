"""Other ways a workstream is or was written, each from day to day; imports know it by these too."""

from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from emgdesk.db.models import Workstream, WorkstreamAlias
from emgdesk.domain.folding import fold
from emgdesk.domain.lineage import OVER
from emgdesk.domain.workstream_names import workstream_key
from emgdesk.errors import DataError
from emgdesk.operations.marking import operation
from emgdesk.operations.membership import check_term
from emgdesk.operations.rows import assign, fetch, set_names
from emgdesk.queries.mandates import read_lineage

FIELDS = frozenset(("name", "since", "until"))


@operation
def set_aliases(session: Session, /, *, workstream_id: str, names: Sequence[str]) -> None:
    """Make these the other names of a workstream; those that stay keep their dates.

    Raises DataError for one that another workstream has.
    """
    write_aliases(session, fetch(session, Workstream, workstream_id, "workstream").id, names)


@operation
def add_alias(
    session: Session, /, *, workstream_id: str, name: str, since: str = "", until: str = ""
) -> str:  # fmt: skip
    """Let a workstream also be known by a name, from day to day (ISO; "" open). Returns the key.

    Raises DataError for a name it has already, one that another workstream has, or a term that is none.
    """
    workstream = fetch(session, Workstream, workstream_id, "workstream")
    alias = WorkstreamAlias(workstream_id=workstream.id, name="")
    _fill(session, workstream, alias, {"name": name, "since": since, "until": until})
    session.add(alias)
    session.flush()
    return alias.id


@operation
def update_alias(session: Session, /, *, alias_id: str, **fields: Any) -> None:
    """Change another name or its dates (name, since, until). Raises DataError as `add_alias` does."""
    alias = fetch(session, WorkstreamAlias, alias_id, "name")
    with session.no_autoflush:
        workstream = fetch(session, Workstream, alias.workstream_id, "workstream")
        _fill(session, workstream, alias, fields)
    session.flush()


@operation
def delete_aliases(session: Session, /, *, alias_ids: Sequence[str]) -> None:
    """Forget other names of a workstream."""
    for key in alias_ids:
        session.delete(fetch(session, WorkstreamAlias, key, "name"))


def write_aliases(session: Session, workstream_id: str, names: Iterable[str]) -> None:
    """As `set_aliases`."""
    wanted = [name.strip() for name in names]
    held = {fold(alias.name) for alias in _aliases(session, workstream_id)}
    refuse_names(session, workstream_id, [name for name in wanted if fold(name) not in held])
    set_names(session, WorkstreamAlias, "workstream_id", workstream_id, wanted)


def refuse_names(session: Session, workstream_id: str, names: Iterable[str]) -> None:
    """Raise DataError if one of these is a name of another workstream that is not concluded."""
    wanted = {workstream_key(name): name for name in names if workstream_key(name)}
    rows = (
        *session.execute(select(Workstream.id, Workstream.name)),
        *session.execute(select(WorkstreamAlias.workstream_id, WorkstreamAlias.name)),
    )
    taken = [(key, wanted[workstream_key(name)]) for key, name in rows if workstream_key(name) in wanted]
    others = [(key, name) for key, name in taken if key != workstream_id]
    if not others:
        return
    lineage = read_lineage(session)
    for key, name in others:
        stands = lineage.standing(key)
        if stands.status != OVER:
            raise DataError(f"“{name}” is already a name of “{stands.name}”.", place="name")


def _fill(
    session: Session, workstream: Workstream, alias: WorkstreamAlias, fields: dict[str, Any]
) -> None:  # fmt: skip
    before = alias.name
    assign(alias, FIELDS, fields)
    if not alias.name:
        raise DataError("A name cannot be empty.", place="name")
    check_term(alias.since, alias.until)
    if fold(before) == fold(alias.name):
        return
    others = [other.name for other in _aliases(session, workstream.id) if other is not alias]
    if fold(alias.name) in map(fold, [*others, workstream.name]):
        raise DataError(f"“{alias.name}” is a name of this workstream already.", place="name")
    refuse_names(session, workstream.id, (alias.name,))


def _aliases(session: Session, workstream_id: str) -> list[WorkstreamAlias]:
    mine = select(WorkstreamAlias).where(WorkstreamAlias.workstream_id == workstream_id)
    return list(session.scalars(mine.order_by(WorkstreamAlias.id)))
