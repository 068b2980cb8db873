"""Who is missing in a workstream, and who is not where it is said any more."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from emgdesk.domain.dates import written_date
from emgdesk.domain.folding import fold
from emgdesk.domain.terms import is_held
from emgdesk.queries.findings.facts import DeskFacts
from emgdesk.queries.findings.finding import Finding, Spot, found
from emgdesk.queries.memberships import MemberRow

_LEADING = frozenset(("lead", "co-chair"))
_ENTITIES = _LEADING | {"member"}


def without_lead(facts: DeskFacts) -> Iterator[Finding]:
    """An active workstream has members, and nobody leads it now."""
    for key, rows in _active(facts).items():
        if rows and not any(row.role in _LEADING for row in _standing(facts, rows)):
            name = facts.work.workstreams[key]
            yield _found(facts, "workstream-without-lead", key, None, f"{name} has members and no lead.")


def without_officer(facts: DeskFacts) -> Iterator[Finding]:
    """Nobody answers for an active workstream, and somebody does for another one."""
    active = _active(facts)
    has = {key: any(row.role == "officer" for row in _standing(facts, rows)) for key, rows in active.items()}
    for key in active:
        if any(has.values()) and not has[key]:
            name = facts.work.workstreams[key]
            yield _found(facts, "workstream-without-officer", key, None, f"No officer answers for {name}.")


def focal_point_ended(facts: DeskFacts) -> Iterator[Finding]:
    """The time of the last focal point of an entity is over, and the entity is still in the workstream."""
    for key, rows in _active(facts).items():
        standing = _standing(facts, rows)
        here = {row.entity_id for row in standing if row.role in _ENTITIES and row.entity_id}
        served = {row.entity_id for row in standing if row.role == "focal point"}
        last: dict[str, MemberRow] = {}
        for row in sorted(rows, key=lambda row: row.until):
            if row.role == "focal point" and row.entity_id in here - served and row.person:
                last[str(row.entity_id)] = row
        for row in last.values():
            name, day = facts.work.workstreams[key], written_date(row.until)
            text = f"{row.person} was focal point of {row.entity} in {name} until {day}; nobody followed."
            yield _found(facts, "focal-point-ended", key, row, text, row.until)


def focal_point_moved(facts: DeskFacts) -> Iterator[Finding]:
    """A focal point is somewhere else today than in the entity he or she speaks for."""
    for key, rows in _active(facts).items():
        for row in _standing(facts, rows):
            now = facts.work.homes.get(row.person_id or "", "")
            if row.role == "focal point" and row.entity and now and fold(now) != fold(row.entity):
                name = facts.work.workstreams[key]
                text = f"{row.person} is focal point of {row.entity} in {name} and is at {now} today."
                yield _found(facts, "focal-point-moved", key, row, text, now)


def member_unknown(facts: DeskFacts) -> Iterator[Finding]:
    """A member is named that is no entity of the desk; told once for a name."""
    named: dict[str, list[tuple[str, MemberRow]]] = defaultdict(list)
    for key, rows in _active(facts).items():
        for row in _standing(facts, rows):
            if row.role in _ENTITIES and row.entity and row.entity_id is None and not row.person:
                named[fold(row.entity)].append((key, row))
    for places in named.values():
        key, row = places[0]
        more = f" and {len(places) - 1} more" if len(places) > 1 else ""
        text = f"“{row.entity}” in {facts.work.workstreams[key]}{more} is no entity of the desk."
        yield _found(facts, "member-unknown", key, row, text, fold(row.entity))


def _active(facts: DeskFacts) -> dict[str, list[MemberRow]]:
    """All rows, also those whose time is over, of the workstreams that are active on the day of the check."""
    day, lineage = facts.today.isoformat(), facts.work.lineage
    own: dict[str, list[MemberRow]] = {
        key: [] for key in lineage.bodies if lineage.standing(key, day).status == "active"
    }
    for row in facts.work.members:
        if row.workstream_id in own:
            own[row.workstream_id].append(row)
    return own


def _standing(facts: DeskFacts, rows: Sequence[MemberRow]) -> list[MemberRow]:
    day = facts.today.isoformat()
    return [row for row in rows if is_held(row.since, row.until, day)]


def _found(facts: DeskFacts, kind: str, key: str, row: MemberRow | None, text: str, *what: str) -> Finding:
    place = f"Workstreams, {facts.work.workstreams[key]}, Members"
    spot = Spot(place, "member", row.id) if row is not None and row.id else Spot(place, "workstream", key)
    return replace(found(kind, spot, text, *what), workstream_id=key)


RULES = (without_lead, without_officer, focal_point_ended, focal_point_moved, member_unknown)
