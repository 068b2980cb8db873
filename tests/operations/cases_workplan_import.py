"""The case of a work-plan workbook: every sheet makes and changes something."""

from collections.abc import Callable, Mapping
from typing import Any

from emgdesk.workspace import Workspace
from tests.desks import make_workplan
from tests.workplan_books import planned

Case = Callable[[Workspace], Mapping[str, Any]]
_REEFS = "Task Team on Reefs"


def _workplan_plan(desk: Workspace) -> Mapping[str, Any]:
    make_workplan(desk)
    intake = planned(
        desk,
        update="replace",
        Workstreams=[
            (_REEFS, "Reef Team", "TT-R", None, None, "I. Oceans and coasts", "a", "UNEP, WHO", "FAO"),
            ("IMG on Kelp", None, None, None, _REEFS, "II. Outreach"),
        ],
        Names=[(_REEFS, "Team on Reefs", "2029", "2030")],
        Mandate=[
            (_REEFS, "established", "2029"),
            (_REEFS, "renamed", "2030-05", None, None, None, "Task Team on Coral Reefs"),
            ("IMG on Kelp", "became part of", "2031", None, None, _REEFS),
        ],
        Members=[(_REEFS, "lead", "UNEP", None, "2030"), ("IMG on Kelp", "officer", None, "Bo Lindh")],
        Tasks=[
            ("I. Oceans and coasts", _REEFS, "Make the map.", "SOM 40", None, None, "completed", "Done."),
            ("II. Outreach", "IMG on Kelp", "Count it.", None, None, None, None, None, "Go on."),
        ],
        Deliverables=[("Atlas", "report", "2031", _REEFS, "UNEP", None, "draft", "2031-05")],
    )
    return {"plan": intake.plan}


CASES: Mapping[str, Case] = {"imports.workplan.apply_workplan_plan": _workplan_plan}
