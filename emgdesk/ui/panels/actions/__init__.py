"""The actions before a meeting, and what it made of them."""

from emgdesk.ui.panels.actions.panel import ActionsPanel

__all__ = ["ActionsPanel"]
