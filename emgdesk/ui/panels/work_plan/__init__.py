"""The work plan of a workstream or a chapter: its tasks and what was reported on them."""

from emgdesk.ui.panels.work_plan.panel import WorkPlanPanel
from emgdesk.ui.panels.work_plan.reading import Body

__all__ = ["Body", "WorkPlanPanel"]
