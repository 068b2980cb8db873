"""The roster of a meeting as a table with its numbers."""

from emgdesk.ui.panels.roster.panel import RosterPanel

__all__ = ["RosterPanel"]
