"""Registrations that come after the list of who was there: who is on neither of them walked in.

The rule: a meeting ends up the same whichever of the two lists comes first. Where everybody on
its roster stands there by a list of who was there and nothing tells a registration yet, a list of
registrations makes walk-ins of those who were there and whom it does not name. It says so
beforehand. Whoever a later list of registrations names is a walk-in no more, so
registrations may come in several files.
"""

from collections.abc import Iterable, Sequence

from emgdesk.domain.numbering import counted
from emgdesk.importing.plan import PlanRow, RosterPlan
from emgdesk.importing.snapshot import KnownParticipation

_OF_REGISTRATION = frozenset(("invited", "registered", "cancelled"))


def late_walk_ins(plan: RosterPlan, roster: Sequence[KnownParticipation]) -> tuple[KnownParticipation, ...]:
    """The lines of the `roster` that applying a plan of registrations makes walk-ins; () for other plans.

    Nobody whom a row still to be decided on may name is among them.
    """
    if plan.is_attendance or plan.update == "add-only":
        return ()
    if not all(line.from_attendance and not line.walk_in for line in roster):
        return ()
    if not any(_registers(row, plan.default_attendance) for row in plan.rows):
        return ()
    named = set(_named(plan.rows))
    there = (line for line in roster if line.attendance == "attended")
    return tuple(line for line in there if named.isdisjoint((line.id, line.person_id)))


def late_note(lines: Sequence[KnownParticipation]) -> str:
    """What is told beforehand of those who become walk-ins; "" of nobody."""
    if not lines:
        return ""
    people = counted(len(lines), "person who was there is", "people who were there are")
    what = "a walk-in" if len(lines) == 1 else "walk-ins"
    return f"{people} not on this list of registrations and will count as {what}."


def _registers(row: PlanRow, default: str) -> bool:
    """Whether a row that is taken tells a registration."""
    if row.record is None or (row.action == "none" and row.verdict != "already"):
        return False
    return bool(row.record.registered) or (row.record.attendance or default) in _OF_REGISTRATION


def _named(rows: Iterable[PlanRow]) -> Iterable[str]:
    """The keys of all lines and people that rows name or may name."""
    for row in rows:
        for key in (row.participation_id, row.person_id, row.target_id):
            if key is not None:
                yield key
        if row.action == "none":
            for candidate in row.candidates:
                yield candidate.person_id
