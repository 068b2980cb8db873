"""What an import answers to a script: plans as plain dictionaries, with stable names."""

from typing import Any

from emgdesk.importing.plan import PlanRow, RosterPlan


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
