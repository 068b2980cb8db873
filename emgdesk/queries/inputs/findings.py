"""The findings of the check for their page."""

from datetime import date

from sqlalchemy.orm import Session

from emgdesk.queries.findings import list_findings
from emgdesk.queries.inputs.meeting import meeting_facts
from emgdesk.reports.builders.findings import FindingLine
from emgdesk.reports.builders.meeting import MeetingFacts


def findings_input(
    session: Session, *, meeting_id: str, today: date
) -> tuple[MeetingFacts, tuple[FindingLine, ...]]:
    """A meeting and what its check finds on a day."""
    lines = tuple(
        FindingLine(one.severity, one.place, one.text, one.kind, one.intended, one.reason)
        for one in list_findings(session, meeting_id=meeting_id, today=today)
    )
    return meeting_facts(session, meeting_id=meeting_id), lines
