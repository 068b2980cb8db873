"""What a workstream makes: reports and tools, their editions and the stages they reached."""

from emgdesk.ui.panels.deliverables.panel import DeliverablesPanel

__all__ = ["DeliverablesPanel"]
