"""What an import answers to a script: plans as plain dictionaries, with stable names."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import Any

from emgdesk.importing.meetings.plan import MeetingPlan
from emgdesk.importing.plan import VERDICTS, AttendanceMeets, Candidate, EntityQuestion, PlanRow, RosterPlan
from emgdesk.importing.workplans.plan import SheetCounts, WorkplanPlan


def plan_json(plan: RosterPlan) -> dict[str, Any]:
    """The plan in the documented shape; the caller fills in `committed` and `revision`."""
    answer = {
        "file": plan.file,
        "format": plan.format,
        "sheet": plan.sheet,
        "header_row": plan.header_row,
        "columns": dict(plan.columns),
        "unused_columns": list(plan.unused_columns),
        "totals": plan.totals(),
        "rows": [_row(row, plan.lines) for row in plan.rows],
        "entities": _questions(plan),
        "notes": list(plan.notes),
        "committed": False,
        "revision": None,
    }
    if plan.late_walk_ins:
        answer["walk_ins"] = [{"name": line.name, "entity": line.entity} for line in plan.late_walk_ins]
    return answer | {"attendance": _attendance(plan.meets)} if plan.meets is not None else answer


def _questions(plan: RosterPlan) -> list[dict[str, Any]]:
    decided = {question.rows[0] for question in plan.entity_questions if question.decision is not None}
    meant = {row.row: row.entity_acronym for row in plan.rows if row.row in decided}
    return [_question(question, meant.get(question.rows[0])) for question in plan.entity_questions]


def _question(question: EntityQuestion, meant: str | None) -> dict[str, Any]:
    said = question.decision
    return {
        "text": question.text,
        "rows": list(question.rows),
        "candidates": [
            {"id": c.acronym, "name": c.name, "score": c.score, "why": c.why} for c in question.candidates
        ],
        "decision": {"kind": said.kind, "entity_id": meant or None} if said is not None else None,
    }


def _attendance(meets: AttendanceMeets) -> dict[str, int]:
    return {
        "registered_present": len(meets.present),
        "registered_absent": len(meets.absent),
        "registered_unsure": len(meets.unsure),
        "present_unregistered": len(meets.walk_ins),
    }


def workplan_json(plan: WorkplanPlan) -> dict[str, Any]:
    """A work-plan import in the same shape: no participants, one count per sheet."""
    said = [f"{line.sheet} row {line.row}: {text}" for line in plan.workstreams for text in line.messages]
    said += [f"{note.name} row {note.row}: {note.message}" for note in plan.problems]
    answer = _workbook(plan.file, None, plan.sheets, (*plan.notes, *said))
    answer["items"] = [
        {
            "sheet": line.sheet,
            "row": line.row,
            "verdict": line.verdict,
            "label": "",
            "text": line.text,
            "changes": {column: list(change) for column, change in line.changes.items()},
            "messages": list(line.messages),
        }
        for line in plan.lines
    ]
    answer["workstreams"] = [
        _asked(line.name, [f"{line.sheet} row {line.row}"], line.candidates)
        for line in plan.workstreams
        if line.candidates
    ]
    answer["answered"] = [{"entity": one.entity, "file": one.file} for one in plan.answers]
    return answer if not plan.files else answer | {"files": list(plan.files)}


def meeting_json(plan: MeetingPlan) -> dict[str, Any]:
    """A meeting import in the same shape: its participants as rows, one count per other sheet.

    `items` are the rows of the other sheets one by one, `workstreams` names that may be one of the desk's.
    """
    answer = _workbook(plan.file, plan.roster, plan.sheets, plan.notes)
    changes = {name: list(change) for name, change in plan.changes.items()}
    answer["items"] = [
        {
            "sheet": line.sheet,
            "row": line.row or None,
            "verdict": line.verdict,
            "label": line.label,
            "text": line.text,
            "changes": {column: list(change) for column, change in line.changes.items()},
            "messages": list(line.messages),
        }
        for line in plan.book.lines
    ]
    answer["workstreams"] = [
        _asked(question.name, question.places, question.candidates) for question in plan.book.questions
    ]
    answer["meeting"] = {"code": plan.facts.code, "verdict": plan.verdict, "changes": changes}
    return answer


def _asked(name: str, places: Sequence[str], candidates: Sequence[Candidate]) -> dict[str, Any]:
    """A name that may be a workstream of the desk."""
    return {
        "name": name,
        "places": list(places),
        "candidates": [
            {"id": c.person_id, "name": c.name, "score": c.score, "why": c.why} for c in candidates
        ],
    }


def _workbook(
    file: str, roster: RosterPlan | None, sheets: Mapping[str, SheetCounts], notes: tuple[str, ...]
) -> dict[str, Any]:
    if roster is not None:
        answer = plan_json(roster)
    else:
        answer = {
            "file": file,
            "format": "workbook",
            "sheet": None,
            "header_row": None,
            "columns": {},
            "unused_columns": [],
            "totals": {"rows": 0, **dict.fromkeys(VERDICTS, 0)},
            "rows": [],
            "entities": [],
            "committed": False,
            "revision": None,
        }
    answer["sheets"] = {name: asdict(counts) for name, counts in sheets.items()}
    answer["notes"] = [*answer.get("notes", ()), *notes]
    return answer


def _row(row: PlanRow, lines: Mapping[int, int]) -> dict[str, Any]:
    person = {"id": row.person_id, "name": row.person_name} if row.person_id else None
    answer = {
        "row": row.row,
        "verdict": row.verdict,
        "name": row.name,
        "entity": row.entity,
        "entity_id": row.entity_acronym or None,
        "person": person,
        "candidates": [
            {"id": c.person_id, "name": c.name, "entity": c.entity, "score": c.score, "why": c.why}
            for c in row.candidates
        ],
        "changes": {field: list(change) for field, change in row.changes.items()},
        "messages": list(row.messages),
    }
    if row.row in lines:  # counted on from the last row: where it stands in the file
        answer["line"] = lines[row.row]
    if row.proposal is not None:
        answer["proposed_entity"] = {"id": row.proposal.acronym, "why": row.proposal.why}
    return answer
