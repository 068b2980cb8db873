"""Cases of the operations on findings of the check."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from emgdesk.operations.finding import mark_intended
from emgdesk.queries.findings import list_findings
from emgdesk.workspace import Workspace
from tests.desks import make_meeting, make_roster

Case = Callable[[Workspace], Mapping[str, Any]]


def _found(desk: Workspace) -> Mapping[str, Any]:
    meeting_id = make_meeting(desk)
    make_roster(desk, meeting_id)
    finding = desk.read(list_findings, meeting_id=meeting_id, today=date.today())[0]
    return {"meeting_id": meeting_id, "finding": finding.id}


def _to_mark(desk: Workspace) -> Mapping[str, Any]:
    return {**_found(desk), "reason": "She speaks for nobody."}


def _marked(desk: Workspace) -> Mapping[str, Any]:
    found = _found(desk)
    desk.do("Mark", mark_intended, reason="She speaks for nobody.", **found)
    return found


CASES: Mapping[str, Case] = {
    "finding.mark_intended": _to_mark,
    "finding.unmark_intended": _marked,
}
