"""What was decided on a file, kept when the file is read otherwise: another sheet, header or columns."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from emgdesk.domain.folding import fold
from emgdesk.importing.matching.finding import RosterMatches
from emgdesk.importing.plan import ROW_PERSON, Decision, EntityDecision, RosterPlan
from emgdesk.importing.planning.entity_decisions import entity_texts
from emgdesk.importing.planning.roster import decide_entities, decide_many, take_proposals
from emgdesk.importing.records import RosterRecord
from emgdesk.jobs import Job
from emgdesk.ui.dialogs.import_dialog import source
from emgdesk.ui.dialogs.import_dialog.rows import view_rows
from emgdesk.ui.dialogs.import_dialog.source import Opened


@dataclass(frozen=True, slots=True)
class Kept:
    """A file read otherwise, with the decisions that still fit; `dropped` is how many do not."""

    opened: Opened
    dropped: int = 0


def keep_decisions(before: Opened, after: Opened, job: Job) -> Kept:
    """`after` with what was decided of `before`, for rows whose name, entity and e-mail are the same.

    Raises InputError where decisions on entities contradict one another, CancelledError.
    """
    made = decided_on(before)
    if before.roster is None or not made:
        return Kept(after)
    if after.roster is None:
        return Kept(after, made)
    plan, matches = before.roster
    now, found = after.roster
    entities = _entities(plan.entity_decisions, found)
    if entities:
        now, found = decide_entities(now, found, entities, job=job)
    same = _same_rows(plan, matches, now, found)
    rows = {row: said for row, said in plan.decisions.items() if row in same and _fits(said, same, found)}
    proposed = {row.row: row.proposal for row in now.rows if row.proposal is not None}
    was = {row.row: row.proposal for row in plan.rows}
    taken = {row for row in plan.proposals_taken & same if proposed.get(row) == was.get(row)}
    now = take_proposals(decide_many(now, found, rows), found, taken)
    now = replace(now, mark_absent=plan.mark_absent)
    opened = source.with_roster(after, now, found)
    opened = replace(opened, shown=tuple(view_rows(now.rows)))
    return Kept(opened, made - len(rows) - len(entities) - len(taken))


def decided_on(opened: Opened) -> int:
    """How many answers were given on a file."""
    if opened.roster is None:
        return 0
    plan = opened.roster[0]
    return len(plan.decisions) + len(plan.entity_decisions) + len(plan.proposals_taken)


def _entities(
    decisions: Mapping[str, EntityDecision], matches: RosterMatches
) -> dict[str, EntityDecision | None]:
    texts = entity_texts(matches.mapped)
    return {key: said for key, said in decisions.items() if key in texts}


def _same_rows(plan: RosterPlan, before: RosterMatches, now: RosterPlan, after: RosterMatches) -> set[int]:
    """The rows of one sheet that name the same person as before."""
    if plan.sheet != now.sheet:
        return set()
    was = {match.record.row: _told(match.record) for match in before.rows}
    return {match.record.row for match in after.rows if was.get(match.record.row) == _told(match.record)}


def _told(record: RosterRecord) -> tuple[str, str, str]:
    return fold(record.name), fold(record.entity), fold(record.email)


def _fits(said: Decision, same: set[int], matches: RosterMatches) -> bool:
    """Whether the person a decision names is still there."""
    if said.person_id is None:
        return True
    if said.person_id.startswith(ROW_PERSON):
        return int(said.person_id.removeprefix(ROW_PERSON)) in same
    return said.person_id in matches.people
