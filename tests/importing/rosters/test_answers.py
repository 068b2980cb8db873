"""What an import answers to a script has the documented shape, whatever file it was."""

import json
from collections.abc import Callable

import pytest

from emgdesk.importing.answers import plan_json
from emgdesk.importing.plan import VERDICTS
from emgdesk.importing.rosters.mapping import map_roster
from emgdesk.importing.tables import Cell
from tests import exports
from tests.importing.files import desk, person, roster, roster_plan

KEYS = {
    "file": str, "format": str, "sheet": str, "header_row": (int, type(None)), "columns": dict,
    "unused_columns": list, "totals": dict, "rows": list, "committed": bool, "revision": type(None),
    "entities": list, "notes": list,
}  # fmt: skip
MAY_HAVE = {"attendance": dict, "walk_ins": list}
ROW = {
    "row": int, "verdict": str, "name": str, "entity": str, "entity_id": (str, type(None)),
    "person": (dict, type(None)), "candidates": list, "changes": dict, "messages": list,
}  # fmt: skip
ROW_MAY_HAVE = {"proposed_entity": dict, "line": int}
FORMATS = (
    "indico", "teams", "zoom", "gotomeeting", "gotowebinar", "webex", "ms-forms", "google-forms", "google-meet",
    "eventbrite", "annex-text", "names-list", "workbook", "generic",
)  # fmt: skip
MET = {
    "registered_present": int,
    "registered_absent": int,
    "registered_unsure": int,
    "present_unregistered": int,
}
ADA = person("p1", "Amélie Durst", "e-unep")
TABLES: dict[str, Callable[[], list[exports.Row]]] = {
    "indico": exports.indico, "headerless": exports.headerless, "teams": exports.teams,
    "teams 2021": exports.teams_2021, "teams 2020": exports.teams_2020, "teams live": exports.teams_live,
    "zoom webinar": exports.zoom_webinar, "gotomeeting": exports.gotomeeting,
    "gotowebinar": exports.gotowebinar, "ms forms": exports.ms_forms, "google forms": exports.google_forms,
    "eventbrite": exports.eventbrite, "webex": exports.webex, "google meet": exports.google_meet,
}  # fmt: skip


def fits(value: dict, must: dict, may: dict) -> bool:
    """Whether a dictionary has the keys it must have, others it may have, and values of their types."""
    known = {**must, **may}
    return must.keys() <= value.keys() <= known.keys() and all(
        isinstance(said, known[key]) for key, said in value.items()
    )


@pytest.mark.parametrize("name", TABLES)
def test_every_export_is_answered_in_the_documented_shape(name):
    cells: list[tuple[Cell, ...]] = [tuple(row) for row in TABLES[name]()]  # type: ignore[misc]
    plan = roster_plan(map_roster(roster(*cells)), desk(ADA))
    answer = json.loads(json.dumps(plan_json(plan)))
    assert fits(answer, KEYS, MAY_HAVE), {key for key in answer if key not in KEYS}
    assert answer["format"] in FORMATS
    assert "attendance" not in answer or fits(answer["attendance"], MET, {})
    assert list(answer["totals"]) == ["rows", *VERDICTS]
    assert answer["totals"]["rows"] == len(answer["rows"]) == sum(answer["totals"][one] for one in VERDICTS)
    numbers = [row["row"] for row in answer["rows"]]
    assert numbers == sorted(set(numbers))
    assert all(
        field in plan.columns and header in plan.headers for field, header in answer["columns"].items()
    )
    for row in answer["rows"]:
        assert fits(row, ROW, ROW_MAY_HAVE)
        assert row["verdict"] in VERDICTS
        assert row["person"] is None or fits(row["person"], {"id": str, "name": str}, {})
        assert row["messages"] or row["verdict"] not in ("problem", "skipped")
        assert row["candidates"] or row["verdict"] != "possible"
        for one in row["candidates"]:
            said = {"id": str, "name": str, "entity": str, "score": (int, float), "why": str}
            assert fits(one, said, {})
            assert 0 <= one["score"] <= 1
        for change in row["changes"].values():
            assert [type(value) for value in change] == [str, str]
