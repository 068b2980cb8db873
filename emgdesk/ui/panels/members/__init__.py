"""Who is in a workstream: leads, members, focal points, officer; and who was at its meetings."""

from emgdesk.ui.panels.members.names import NamesDialog
from emgdesk.ui.panels.members.panel import MembersPanel

__all__ = ["MembersPanel", "NamesDialog"]
