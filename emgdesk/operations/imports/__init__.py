"""Applying import plans: the very value that was previewed, in one transaction."""

from emgdesk.operations.imports.roster import RosterImported, apply_roster_plan

__all__ = ["RosterImported", "apply_roster_plan"]
