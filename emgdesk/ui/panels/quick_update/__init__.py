"""All open tasks in one table, to be updated for a day by the keyboard alone."""

from emgdesk.ui.panels.quick_update.panel import QuickUpdatePanel

__all__ = ["QuickUpdatePanel"]
