"""The work plan of a workstream or a chapter: its tasks and what was reported on them."""

from emgdesk.ui.panels.work_plan.panel import Body, WorkPlanPanel

__all__ = ["Body", "WorkPlanPanel"]
