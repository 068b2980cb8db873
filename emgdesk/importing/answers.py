"""What an import answers to a script: plans as plain dictionaries, with stable names."""

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from emgdesk.importing.meeting import MeetingPlan
from emgdesk.importing.plan import VERDICTS, PlanRow, RosterPlan
from emgdesk.importing.workplan import SheetCounts, WorkplanPlan


def plan_json(plan: RosterPlan) -> dict[str, Any]:
    """The plan in the documented shape; the caller fills in `committed` and `revision`."""
    return {
        "file": plan.file,
        "format": plan.format,
        "sheet": plan.sheet,
        "header_row": plan.header_row,
        "columns": dict(plan.columns),
        "unused_columns": list(plan.unused_columns),
        "totals": plan.totals(),
        "rows": [_row(row) for row in plan.rows],
        "notes": list(plan.notes),
        "committed": False,
        "revision": None,
    }


def workplan_json(plan: WorkplanPlan) -> dict[str, Any]:
    """A work-plan import in the same shape: no participants, one count per sheet."""
    said = [f"{line.sheet} row {line.row}: {text}" for line in plan.workstreams for text in line.messages]
    said += [f"{note.name} row {note.row}: {note.message}" for note in plan.problems]
    return _workbook(plan.file, None, plan.sheets, (*plan.notes, *said))


def meeting_json(plan: MeetingPlan) -> dict[str, Any]:
    """A meeting import in the same shape: its participants as rows, one count per other sheet."""
    answer = _workbook(plan.file, plan.roster, plan.sheets, plan.notes)
    changes = {name: list(change) for name, change in plan.changes.items()}
    answer["meeting"] = {"code": plan.facts.code, "verdict": plan.verdict, "changes": changes}
    return answer


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
            "committed": False,
            "revision": None,
        }
    answer["sheets"] = {name: asdict(counts) for name, counts in sheets.items()}
    answer["notes"] = [*answer.get("notes", ()), *notes]
    return answer


def _row(row: PlanRow) -> dict[str, Any]:
    person = {"id": row.person_id, "name": row.person_name} if row.person_id else None
    return {
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
