"""Applying import plans: the very value that was previewed, in one transaction."""

from emgdesk.operations.imports.meeting import MeetingImported, apply_meeting_plan
from emgdesk.operations.imports.roster import RosterImported, apply_roster_plan
from emgdesk.operations.imports.workplan import WorkplanImported, apply_workplan_plan

__all__ = [
    "MeetingImported",
    "RosterImported",
    "WorkplanImported",
    "apply_meeting_plan",
    "apply_roster_plan",
    "apply_workplan_plan",
]
