"""One row at a time: its verdict, what it changes, what becomes of it, under policies and decisions."""

from collections.abc import Sequence
from dataclasses import replace

from emgdesk.domain.folding import fold, name_key
from emgdesk.errors import InputError
from emgdesk.importing.matching.finding import RosterMatches, RowMatch
from emgdesk.importing.plan import (
    NO_CHANGES,
    ROW_PERSON,
    Action,
    Candidate,
    Decision,
    Doubtful,
    PlanRow,
    Update,
    Verdict,
)
from emgdesk.importing.planning.attendance import is_attendance, mode_of
from emgdesk.importing.planning.changes import (
    capacity_change,
    corrections,
    entity_link,
    line_changes,
    person_changes,
)
from emgdesk.importing.planning.proposals import propose, with_entity_of, with_proposal
from emgdesk.importing.records import said_row
from emgdesk.importing.snapshot import KnownParticipation, KnownPerson

_NOBODY = "The ID in this row names nobody on this roster; the row is taken by its name."


class RowPlanner:
    """Plans single rows under one pair of policies; `taken` are the rows whose proposal is taken."""

    def __init__(
        self,
        matches: RosterMatches,
        update: Update,
        doubtful: Doubtful,
        taken: frozenset[int] = frozenset(),
    ) -> None:
        self.matches = matches
        self.update = update
        self.doubtful = doubtful
        self.taken = taken
        self.attendance = is_attendance(matches.mapped)
        self.mode = mode_of(matches.mapped)

    def row(self, match: RowMatch, decision: Decision | None = None) -> PlanRow:
        """The planned row of a match; other rows are not looked at."""
        if match.record.entity:
            return self._row(match, decision)
        return self._without_entity(match, decision)

    def _without_entity(self, match: RowMatch, decision: Decision | None) -> PlanRow:
        """A row that names no entity, with what is proposed for it, taken if somebody agreed."""
        row = self._row(match, decision)
        if row.verdict in ("skipped", "problem"):
            return row
        entities = self.matches.entities
        person = self.matches.people.get(row.person_id or "")
        line = self._line(match, person) if person is not None else None
        proposal = propose(match, entities, person, line)
        if proposal is None:
            return row
        if match.record.row in self.taken:
            row = self._row(with_proposal(match, proposal, entities), decision)
        return replace(row, proposal=proposal)

    def _row(self, match: RowMatch, decision: Decision | None) -> PlanRow:
        key = match.record.id
        if key and match.line is None and not match.problem and key not in self.matches.people:
            match = replace(match, messages=(*match.messages, _NOBODY))
        if decision is not None:
            return self._decided(match, decision)
        if match.problem:
            return _planned(match, "problem", "none", said=match.problem)
        if match.same_as is not None:
            return self._double(match, match.same_as, match.why)
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
            row = _planned(match, "new", "create", decision)
            return replace(row, candidates=row.candidates or self._passed_over(match))
        chosen = decision.person_id or ""
        chosen = self.matches.snapshot.merged.get(chosen, chosen)
        if chosen.startswith(ROW_PERSON):
            other = int(chosen.removeprefix(ROW_PERSON)) if chosen[len(ROW_PERSON) :].isdigit() else -1
            if self.matches.row(other) is None or other == number:
                raise InputError(f"Row {number} cannot be the person of “{chosen}”: no such row.")
            return replace(self._double(match, other, "by decision"), decision=decision)
        person = self.matches.people.get(chosen)
        if person is None:
            raise InputError(f"Row {number} cannot be “{chosen}”: the desk knows nobody by that key.")
        return replace(self._known(match, person, decided=True), decision=decision)

    def _double(self, match: RowMatch, row: int, why: str) -> PlanRow:
        said = f"Same person as {self._said(row)} ({why})."
        return replace(_planned(match, "skipped", "none", said=said), double_of=row)

    def _said(self, row: int) -> str:
        return said_row(row, self.matches.mapped.lines)

    def _passed_over(self, match: RowMatch) -> tuple[Candidate, ...]:
        """Who a row surely was until somebody decided otherwise: these are remembered as two."""
        said = "taken for sure before you decided"
        if match.person is not None:
            known = self.matches.entities.by_id(match.person.entity_id)
            acronym = known.acronym if known is not None else match.person.entity
            return (Candidate(match.person.id, match.person.name, acronym, 0.99, said),)
        other = self.matches.row(match.same_as) if match.same_as is not None else None
        if other is None:
            return ()
        record = other.record
        return (Candidate(f"{ROW_PERSON}{record.row}", record.name, record.entity, 0.99, said),)

    def _possible(self, match: RowMatch) -> PlanRow:
        row = _planned(match, "possible", "create" if self.doubtful == "new" else "none")
        best = match.candidates[0].person_id
        if self.doubtful != "match" or best.startswith(ROW_PERSON):
            return row
        known = self._known(match, self.matches.people[best], decided=True)
        return replace(
            row,
            record=known.record,
            entity=known.entity,
            entity_id=known.entity_id,
            entity_acronym=known.entity_acronym,
            messages=known.messages,
            action=known.action,
            target_id=best,
            participation_id=known.participation_id,
            person_changes=known.person_changes,
            line_changes=known.line_changes,
        )

    def _known(self, match: RowMatch, person: KnownPerson, *, decided: bool = False) -> PlanRow:
        entities, update = self.matches.entities, self.update
        line = self._line(match, person)
        if line is None and not match.record.entity:
            match = with_entity_of(match, person, entities)
        record = match.record
        if line is not None and line is match.line and update != "add-only":
            on_person, on_line = corrections(record, line, person)
        else:
            on_person = person_changes(record, match.entity, person, entities, update, decided=decided)
            on_line = NO_CHANGES
            if line is not None:
                on_line = line_changes(record, line, update, mode=self.mode, attendance_list=self.attendance)
        if line is not None and self._is_taught(record.entity, line):
            on_line = {**on_line, **entity_link(match.entity, line, update)}
        if line is not None and not on_line.keys().isdisjoint(("entity", "entity_id")):
            on_line = {**on_line, **capacity_change(match.entity, line, entities, update)}
        if decided and name_key(record.name) not in person.keys:
            on_person = {**on_person, "spelling": ("", record.name)}
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

    def _is_taught(self, text: str, line: KnownParticipation) -> bool:
        """Whether somebody decided what the text of this row means, which the line prints too."""
        taught = self.matches.snapshot.taught
        return bool(taught) and fold(text) in taught and fold(line.entity) == fold(text)

    def _line(self, match: RowMatch, person: KnownPerson) -> KnownParticipation | None:
        """The person's line on the roster: the one the row's ID names, or the only one there is."""
        named = match.line if match.line is not None and match.line.person_id == person.id else None
        return named or self.matches.lines.get(person.id)

    def is_open(self, row: PlanRow) -> bool:
        """Whether what other rows are may have decided what this one is."""
        if row.double_of is not None or (row.verdict == "possible" and self.doubtful == "match"):
            return True
        if row.record is None or (match := self.matches.row(row.row)) is None:
            return False
        return match.record.attendance != row.record.attendance

    def one_each(self, rows: list[PlanRow]) -> list[PlanRow]:
        """The rows with each person taken once: by the row that says most of who was there, else by the
        first; the others are skipped. Of answers to a form the latest is taken.
        """
        sure = [row for row in rows if row.person_id and row.verdict in ("matched", "already")]
        taken = {row.person_id: row.row for row in sure if row.person_id and _is_identified(row)}
        order = self._order(rows)
        for index in order:
            row = rows[index]
            if row.person_id is None or row.verdict not in ("matched", "already"):
                continue
            first = taken.setdefault(row.person_id, row.row)
            if first != row.row:
                rows[index] = _repeated(row, first, self._said(first))
        if self.doubtful == "match":
            for index in order:
                row = rows[index]
                if row.verdict == "possible" and row.target_id and row.target_id in taken:
                    rows[index] = replace(
                        row, action="none", target_id=None, person_changes={}, line_changes={}
                    )
                elif row.verdict == "possible" and row.target_id:
                    taken[row.target_id] = row.row
        self._heed_doubles(rows)
        return rows

    def _order(self, rows: list[PlanRow]) -> Sequence[int]:
        """The positions of the rows in the order they count."""
        order: Sequence[int] = range(len(rows))
        if self.matches.mapped.latest:
            order = sorted(order, key=lambda at: _registered(rows[at]), reverse=True)
        return sorted(order, key=lambda at: -self._weight(rows[at]))

    def _weight(self, row: PlanRow) -> int:
        return self.matches.mapped.weight(row.record) if row.record is not None else 0

    def _heed_doubles(self, rows: list[PlanRow]) -> None:
        """A row taken for its ID or by decision has the attendance of a skipped one that says more."""
        at: dict[int, int] = {}
        for double in [row for row in rows if row.double_of is not None and self._weight(row)]:
            at = at or {row.row: index for index, row in enumerate(rows)}
            index = at[double.row]
            passed = {index}
            while (of := rows[index].double_of) is not None and at[of] not in passed:
                index = at[of]
                passed.add(index)
            stays, said = rows[index], double.record
            match = self.matches.row(stays.row)
            if match is None or said is None or self._weight(double) <= self._weight(stays):
                continue
            if stays.action != "none" or stays.verdict == "already":
                mode = said.mode or match.record.mode
                record = replace(match.record, attendance=said.attendance, mode=mode)
                rows[index] = self.row(replace(match, record=record), stays.decision)


def _registered(row: PlanRow) -> str:
    return row.record.registered if row.record is not None else ""


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


def _is_identified(row: PlanRow) -> bool:
    """Whether the row's own ID names its person or line."""
    return (
        row.record is not None
        and bool(row.record.id)
        and row.record.id in (row.participation_id, row.person_id)
    )


def _repeated(row: PlanRow, first: int, named: str) -> PlanRow:
    said = f"Same person as {named} ({row.person_name})."
    return replace(
        row, verdict="skipped", action="none", target_id=None, double_of=first, person_changes={},
        line_changes={}, messages=(*row.messages, said), proposal=None,
    )  # fmt: skip


def _messages(match: RowMatch) -> tuple[str, ...]:
    said = match.entity.message
    if not said and not match.messages:
        return match.record.messages
    return (*match.record.messages, *((said,) if said else ()), *match.messages)
