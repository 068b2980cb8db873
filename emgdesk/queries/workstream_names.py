"""What a workstream is called, was called, and how else it is written, from day to day."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from sqlalchemy import select
from sqlalchemy.orm import Session

from emgdesk.db.models import WorkstreamAlias
from emgdesk.domain.folding import fold
from emgdesk.domain.lineage import Event
from emgdesk.domain.terms import is_held
from emgdesk.queries.mandates import Lineage, read_lineage

IN_USE, FORMER, SPELLING = "in use", "former", "spelling"


@dataclass(frozen=True, slots=True)
class NameRow:
    """A name with the term in which it was used (ISO; "" open).

    `kind` is in use, former (a renaming or its dates ended it) or spelling. `alias_id` is None for a
    name that is no alias, `event_id` that of the event that gave the name, None without one.
    """

    name: str
    kind: str
    since: str = ""
    until: str = ""
    alias_id: str | None = None
    event_id: str | None = None

    @property
    def id(self) -> str:
        """Tells it from the other names of the workstream."""
        return self.alias_id or f"{self.kind} {self.name}"


def list_names(session: Session, *, workstream_id: str) -> tuple[NameRow, ...]:
    """The name in use, former names from the last to the first, then other spellings.

    Of a name that an event gave or ended the event says when; of others the dates of the alias.
    () of a workstream that is gone.
    """
    lineage = read_lineage(session)
    named = _given(lineage, workstream_id) if workstream_id in lineage.bodies else []
    found = {fold(row.name): row for row in named}
    aliases = select(WorkstreamAlias).where(WorkstreamAlias.workstream_id == workstream_id)
    for alias in session.scalars(aliases.order_by(WorkstreamAlias.id)):
        held = found.get(fold(alias.name))
        if held is None:
            kind = FORMER if alias.until else SPELLING
            found[fold(alias.name)] = NameRow(alias.name, kind, alias.since, alias.until, alias.id)
        elif held.kind != IN_USE:
            since, until = held.since or alias.since, held.until or alias.until
            found[fold(alias.name)] = replace(held, since=since, until=until, alias_id=alias.id)
    rows = sorted(found.values(), key=lambda row: row.until, reverse=True)
    return tuple(sorted(rows, key=lambda row: (IN_USE, FORMER, SPELLING).index(row.kind)))


def name_as_of(names: Sequence[NameRow], day: str) -> str:
    """How the workstream was called on an ISO day, "" being now; without a former name of that day as now.

    On the day of a renaming the new name is used already.
    """
    now = next(row.name for row in names if row.kind == IN_USE)
    former = [row for row in names if row.kind == FORMER]
    if not day or not former:
        return now
    then = [row for row in former if is_held(row.since, row.until, day) and row.until[: len(day)] != day]
    return min(then, key=lambda row: row.until).name if then else now


def _given(lineage: Lineage, workstream_id: str) -> list[NameRow]:
    """The names events gave, and the one before them; the last one is in use."""
    body = lineage.bodies[workstream_id]
    giving = [
        event
        for event in lineage.events
        if event.workstream_id == workstream_id and event.new_name and event.kind != "proposed"
    ]
    steps: list[tuple[str, Event | None]] = [(body.first_name or body.name, None)]
    steps += [(event.new_name, event) for event in giving]
    rows = []
    for (name, event), (_, after) in zip(steps, [*steps[1:], ("", None)], strict=True):
        kind = FORMER if after else IN_USE
        rows.append(
            NameRow(
                name, kind, event.date if event else "", after.date if after else "", None,
                event.id if event else None,
            )
        )  # fmt: skip
    rows[-1] = replace(rows[-1], name=body.name)
    return [row for row in rows if row.kind == IN_USE or fold(row.name) != fold(body.name)]
