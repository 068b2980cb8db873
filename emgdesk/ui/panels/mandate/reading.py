"""What the mandate of a workstream shows, read in one go."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any

from emgdesk.domain.lineage import Standing
from emgdesk.queries.findings import Finding, list_desk_findings
from emgdesk.queries.inputs.mandate_chart import mandate_chart_facts
from emgdesk.queries.mandates import EventRow, list_events, read_lineage
from emgdesk.queries.meetings import MeetingRow, list_meetings
from emgdesk.queries.standing_told import told
from emgdesk.reports.mandates import MandateChartFacts
from emgdesk.workspace import Workspace


@dataclass(frozen=True, slots=True)
class LoadedMandate:
    """A workstream as of an ISO day: `facts` say how it stands, in words; `bodies` are all names by key.

    `findings` are those about it, `chart` that of its family.
    """

    id: str
    day: str
    name: str
    stands: Standing
    facts: tuple[str, ...]
    events: tuple[EventRow, ...]
    bodies: Mapping[str, str]
    kinds: tuple[str, ...]
    meetings: tuple[MeetingRow, ...]
    findings: tuple[Finding, ...]
    chart: MandateChartFacts


def load_mandate(workspace: Workspace, workstream_id: str, as_of: str) -> LoadedMandate | None:
    """The mandate of a workstream as of an ISO day ("": today), None if it has gone meanwhile."""
    return workspace.read(partial(_read, workstream_id=workstream_id, as_of=as_of))


def _read(session: Any, /, *, workstream_id: str, as_of: str) -> LoadedMandate | None:
    lineage, today = read_lineage(session), date.today()
    if workstream_id not in lineage.bodies:
        return None
    day = as_of or today.isoformat()
    stands, meetings = lineage.standing(workstream_id, day), list_meetings(session)
    return LoadedMandate(
        id=workstream_id,
        day=day,
        name=lineage.bodies[workstream_id].name,
        stands=stands,
        facts=told(lineage, workstream_id, meetings, today=today, as_of=as_of),
        events=list_events(session, workstream_id=workstream_id),
        bodies={key: body.name for key, body in lineage.bodies.items()},
        kinds=tuple(sorted({body.kind for body in lineage.bodies.values() if body.kind})),
        meetings=meetings,
        findings=list_desk_findings(session, workstream_id=workstream_id, today=today),
        chart=mandate_chart_facts(session, today=today, workstream_id=workstream_id, as_of=as_of),
    )
