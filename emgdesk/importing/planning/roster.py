"""From matches to the plan: every row one verdict, what it changes, what the user decided.

Matching is done once; a decision only replans the rows it touches.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace

from emgdesk.errors import InputError
from emgdesk.importing.matching.finding import RosterMatches, find_matches
from emgdesk.importing.plan import (
    Decision,
    Doubtful,
    EntityDecision,
    PlanRow,
    RosterPlan,
    Update,
    Verdict,
)
from emgdesk.importing.planning.attendance import meet
from emgdesk.importing.planning.entity_decisions import entity_texts, teach
from emgdesk.importing.planning.entity_questions import entity_questions
from emgdesk.importing.planning.memory import recall
from emgdesk.importing.planning.rows import RowPlanner
from emgdesk.importing.planning.walk_ins import late_note, late_walk_ins
from emgdesk.importing.records import RowNote
from emgdesk.jobs import QUIET, Job


def plan_roster(
    matches: RosterMatches,
    *,
    update: Update = "fill",
    doubtful: Doubtful = "skip",
    decisions: Mapping[int, Decision] | None = None,
    entities: Mapping[str, EntityDecision] | None = None,
    proposals: Iterable[int] = (),
    mark_absent: bool = False,
) -> RosterPlan:
    """The plan of all rows under the policies and decisions given.

    `entities` are the decisions (by key) the matches were made with, `proposals` the rows
    whose proposed entity is taken.
    """
    taken = frozenset(proposals)
    decided = {key: said for key, said in (entities or {}).items() if key in matches.snapshot.taught}
    planner = RowPlanner(matches, update, doubtful, taken)
    mapped, snapshot = matches.mapped, matches.snapshot
    rows = [planner.row(match) for match in matches.rows]
    rows += [_aside(note) for note in mapped.set_aside]
    rows.sort(key=lambda row: row.row)
    plan = RosterPlan(
        revision=snapshot.revision,
        file=mapped.file,
        sha256=mapped.sha256,
        format=mapped.format,
        sheet=mapped.sheet,
        header_row=mapped.header_row,
        fingerprint=mapped.fingerprint,
        columns=mapped.columns,
        headers=mapped.headers,
        unused_columns=mapped.unused,
        rows=tuple(planner.one_each(rows)),
        update=update,
        doubtful=doubtful,
        meeting_id=snapshot.meeting_id,
        notes=(*mapped.notes, *_needless(matches, entities or {})),
        default_attendance=mapped.default_attendance,
        entity_questions=entity_questions(matches, decided),
        entity_decisions=decided,
        proposals_taken=taken,
        is_attendance=planner.attendance,
        mark_absent=mark_absent,
        default_mode=planner.mode,
        lines=mapped.lines,
    )
    return decide_many(plan, matches, decisions) if decisions else _met(plan, matches)


def _needless(matches: RosterMatches, decisions: Mapping[str, EntityDecision]) -> Iterator[str]:
    """A sentence for every decided text the desk knows by itself."""
    texts = entity_texts(matches.mapped) if decisions else {}
    for key in decisions:
        found = matches.entities.find(texts[key]).entity
        if found is not None and key not in matches.snapshot.taught:
            yield f"Entity “{texts[key]}” is known as {found.acronym}; nothing was decided on it."


def decide(plan: RosterPlan, matches: RosterMatches, row: int, decision: Decision | None) -> RosterPlan:
    """The plan with one more decision on a row (its number), or with that one taken back (None).

    Raises `InputError` if the row is no person or the decision names nobody the desk knows.
    """
    return decide_many(plan, matches, {row: decision})


def decide_many(
    plan: RosterPlan, matches: RosterMatches, decisions: Mapping[int, Decision | None]
) -> RosterPlan:
    """The plan with several decisions more (or taken back), as for "the same for all like this"."""
    made = {number: known for number, known in plan.decisions.items() if number not in decisions}
    made |= {number: known for number, known in decisions.items() if known is not None}
    for number in decisions:
        if matches.row(number) is None:
            raise InputError(_no_person(plan, number), place=f"row {number}")
    return _replanned(replace(plan, decisions=made), matches, decisions)


def _replanned(plan: RosterPlan, matches: RosterMatches, touched: Collection[int]) -> RosterPlan:
    """The plan with the rows of these numbers planned anew, and those that depend on others."""
    planner = RowPlanner(matches, plan.update, plan.doubtful, plan.proposals_taken)
    rows = [
        planner.row(match, plan.decisions.get(row.row))
        if (row.row in touched or planner.is_open(row)) and (match := matches.row(row.row))
        else row
        for row in plan.rows
    ]
    return _met(replace(plan, rows=tuple(planner.one_each(rows))), matches)


def _met(plan: RosterPlan, matches: RosterMatches) -> RosterPlan:
    """The plan with what an attendance list says of those registered, or registrations of those there."""
    roster = matches.snapshot.roster
    if plan.is_attendance:
        return replace(plan, meets=meet(plan.rows, roster))
    late = late_walk_ins(plan, roster)
    if late == plan.late_walk_ins:
        return plan
    told = [note for note in plan.notes if note != late_note(plan.late_walk_ins)]
    return replace(plan, late_walk_ins=late, notes=tuple(filter(None, (*told, late_note(late)))))


def decide_entities(
    plan: RosterPlan,
    matches: RosterMatches,
    decisions: Mapping[str, EntityDecision | None],
    *,
    job: Job = QUIET,
) -> tuple[RosterPlan, RosterMatches]:
    """The plan and the matches with entity texts decided (by key), or decided no more (None).

    What a text means is evidence of who a row is, so all rows are matched anew; decisions
    on rows stay. Raises `InputError` where a decision cannot be, `CancelledError`.
    """
    made = {key: known for key, known in plan.entity_decisions.items() if key not in decisions}
    made |= {key: known for key, known in decisions.items() if known is not None}
    snapshot = teach(matches.snapshot, matches.mapped, made)
    matches = recall(find_matches(matches.mapped, snapshot, job=job))
    plan = plan_roster(
        matches,
        update=plan.update,
        doubtful=plan.doubtful,
        decisions=plan.decisions,
        entities=made,
        proposals=plan.proposals_taken,
        mark_absent=plan.mark_absent,
    )
    return plan, matches


def take_proposals(
    plan: RosterPlan, matches: RosterMatches, rows: Iterable[int], taken: bool = True
) -> RosterPlan:
    """The plan with the entities proposed for these rows (their numbers) taken, or not taken.

    Rows without a proposal are passed over.
    """
    wanted = frozenset(rows) & {row.row for row in plan.rows if row.proposal is not None}
    agreed = plan.proposals_taken | wanted if taken else plan.proposals_taken - wanted
    return _replanned(replace(plan, proposals_taken=agreed), matches, wanted)


def _no_person(plan: RosterPlan, number: int) -> str:
    row = next((row for row in plan.rows if row.row == number), None)
    if row is None:
        return f"There is no row {number} in the table of {plan.file}."
    return f"Nothing can be decided on {plan.said(number)} of {plan.file}: {row.messages[0]}"


def _aside(note: RowNote) -> PlanRow:
    verdict: Verdict = "problem" if note.verdict == "problem" else "skipped"
    return PlanRow(note.row, verdict, note.name, note.entity, messages=(note.message,))
