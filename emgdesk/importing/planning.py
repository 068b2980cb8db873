"""From matches to the plan: every row one verdict, what it changes, what the user decided.

Matching is done once; a decision only replans the rows it touches.
"""

from collections.abc import Mapping
from dataclasses import replace

from emgdesk.errors import InputError
from emgdesk.importing.changes import corrections, line_changes, person_changes
from emgdesk.importing.matching import RosterMatches, RowMatch
from emgdesk.importing.plan import (
    NO_CHANGES,
    ROW_PERSON,
    Action,
    Decision,
    Doubtful,
    PlanRow,
    RosterPlan,
    Update,
    Verdict,
)
from emgdesk.importing.records import RowNote
from emgdesk.importing.snapshot import KnownPerson


def plan_roster(
    matches: RosterMatches,
    *,
    update: Update = "fill",
    doubtful: Doubtful = "skip",
    decisions: Mapping[int, Decision] | None = None,
) -> RosterPlan:
    """The plan of all rows under the policies and decisions given."""
    planner = RowPlanner(matches, update, doubtful)
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
        notes=mapped.notes,
        default_attendance=mapped.default_attendance,
    )
    return decide_many(plan, matches, decisions) if decisions else plan


def decide(plan: RosterPlan, matches: RosterMatches, row: int, decision: Decision | None) -> RosterPlan:
    """The plan with one more decision on a row (its number), or with that one taken back (None).

    Raises `InputError` if the row is no person or the decision names nobody the desk knows.
    """
    return decide_many(plan, matches, {row: decision})


def decide_many(
    plan: RosterPlan, matches: RosterMatches, decisions: Mapping[int, Decision | None]
) -> RosterPlan:
    """The plan with several decisions more (or taken back), as for "the same for all like this"."""
    planner = RowPlanner(matches, plan.update, plan.doubtful)
    made = {number: known for number, known in plan.decisions.items() if number not in decisions}
    made |= {number: known for number, known in decisions.items() if known is not None}
    for number in decisions:
        if matches.row(number) is None:
            raise InputError(_no_person(plan, number), place=f"row {number}")
    rows = [
        planner.row(match, made.get(row.row))
        if (row.row in decisions or planner.is_open(row)) and (match := matches.row(row.row))
        else row
        for row in plan.rows
    ]
    return replace(plan, rows=tuple(planner.one_each(rows)), decisions=made)


def _no_person(plan: RosterPlan, number: int) -> str:
    row = next((row for row in plan.rows if row.row == number), None)
    if row is None:
        return f"There is no row {number} in the table of {plan.file}."
    return f"Nothing can be decided on row {number} of {plan.file}: {row.messages[0]}"


def _aside(note: RowNote) -> PlanRow:
    verdict: Verdict = "problem" if note.verdict == "problem" else "skipped"
    return PlanRow(note.row, verdict, note.name, note.entity, messages=(note.message,))


class RowPlanner:
    """Plans single rows under one pair of policies."""

    def __init__(self, matches: RosterMatches, update: Update, doubtful: Doubtful) -> None:
        self.matches = matches
        self.update = update
        self.doubtful = doubtful

    def row(self, match: RowMatch, decision: Decision | None = None) -> PlanRow:
        """The planned row of a match; other rows are not looked at."""
        if decision is not None:
            return self._decided(match, decision)
        if match.problem:
            return _planned(match, "problem", "none", said=match.problem)
        if match.same_as is not None:
            return _double(match, match.same_as, match.why)
        if match.person is not None:
            return self._known(match, match.person)
        if match.candidates:
            return self._possible(match)
        return _planned(match, "new", "create")

    def _decided(self, match: RowMatch, decision: Decision) -> PlanRow:
        number = match.record.row
        if decision.kind == "skip":
            return _planned(match, "skipped", "none", decision, said="Left out by decision.")
        if decision.kind == "new":
            return _planned(match, "new", "create", decision)
        chosen = decision.person_id or ""
        if chosen.startswith(ROW_PERSON):
            other = int(chosen.removeprefix(ROW_PERSON)) if chosen[len(ROW_PERSON) :].isdigit() else -1
            if self.matches.row(other) is None or other == number:
                raise InputError(f"Row {number} cannot be the person of “{chosen}”: no such row.")
            return replace(_double(match, other, "by decision"), decision=decision)
        person = self.matches.people.get(chosen)
        if person is None:
            raise InputError(f"Row {number} cannot be “{chosen}”: the desk knows nobody by that key.")
        return replace(self._known(match, person, decided=True), decision=decision)

    def _possible(self, match: RowMatch) -> PlanRow:
        row = _planned(match, "possible", "create" if self.doubtful == "new" else "none")
        best = match.candidates[0].person_id
        if self.doubtful != "match" or best.startswith(ROW_PERSON):
            return row
        known = self._known(match, self.matches.people[best])
        return replace(
            row,
            action=known.action,
            target_id=best,
            participation_id=known.participation_id,
            person_changes=known.person_changes,
            line_changes=known.line_changes,
        )

    def _known(self, match: RowMatch, person: KnownPerson, *, decided: bool = False) -> PlanRow:
        record, update = match.record, self.update
        named = match.line if match.line is not None and match.line.person_id == person.id else None
        line = named or self.matches.lines.get(person.id)
        if named is not None and update != "add-only":
            on_person, on_line = corrections(record, named, person)
        else:
            entities = self.matches.entities
            on_person = person_changes(record, match.entity, person, entities, update, decided=decided)
            on_line = line_changes(record, line, update) if line is not None else NO_CHANGES
        verdict: Verdict = "matched"
        action: Action = "join"
        if line is not None:
            verdict, action = ("matched", "update") if on_person or on_line else ("already", "none")
        entity = match.entity.entity
        return PlanRow(
            record.row, verdict, record.name, record.entity, record,
            entity.id if entity else None, entity.acronym if entity else "",
            person.id, person.name, line.id if line else None, match.candidates, on_person, on_line,
            _messages(match), None, action, person.id,
        )  # fmt: skip

    def is_open(self, row: PlanRow) -> bool:
        """Whether what other rows are may have decided what this one is."""
        return row.double_of is not None or (row.verdict == "possible" and self.doubtful == "match")

    def one_each(self, rows: list[PlanRow]) -> list[PlanRow]:
        """The rows with each person taken once: a later row of somebody taken before is skipped."""
        sure = [row for row in rows if row.person_id and row.verdict in ("matched", "already")]
        taken = {row.person_id: row.row for row in sure if row.person_id and _is_identified(row)}
        for index, row in enumerate(rows):
            if row.person_id is None or row.verdict not in ("matched", "already"):
                continue
            first = taken.setdefault(row.person_id, row.row)
            if first != row.row:
                rows[index] = _repeated(row, first)
        if self.doubtful == "match":
            for index, row in enumerate(rows):
                if row.verdict == "possible" and row.target_id and row.target_id in taken:
                    rows[index] = replace(
                        row, action="none", target_id=None, person_changes={}, line_changes={}
                    )
                elif row.verdict == "possible" and row.target_id:
                    taken[row.target_id] = row.row
        return rows


def _planned(
    match: RowMatch, verdict: Verdict, action: Action, decision: Decision | None = None, said: str = ""
) -> PlanRow:
    record, entity = match.record, match.entity.entity
    messages = _messages(match)
    return PlanRow(
        record.row, verdict, record.name, record.entity, record,
        entity.id if entity else None, entity.acronym if entity else "",
        candidates=match.candidates, messages=(*messages, said) if said else messages,
        decision=decision, action=action,
    )  # fmt: skip


def _double(match: RowMatch, row: int, why: str) -> PlanRow:
    said = f"Same person as row {row} ({why})."
    return replace(_planned(match, "skipped", "none", said=said), double_of=row)


def _is_identified(row: PlanRow) -> bool:
    """Whether the row's own ID names its person or line."""
    return (
        row.record is not None
        and bool(row.record.id)
        and row.record.id in (row.participation_id, row.person_id)
    )


def _repeated(row: PlanRow, first: int) -> PlanRow:
    said = f"Same person as row {first} ({row.person_name})."
    return replace(
        row, verdict="skipped", action="none", target_id=None, double_of=first, person_changes={},
        line_changes={}, messages=(*row.messages, said),
    )  # fmt: skip


def _messages(match: RowMatch) -> tuple[str, ...]:
    said = match.entity.message
    if not said and not match.messages:
        return match.record.messages
    return (*match.record.messages, *((said,) if said else ()), *match.messages)
