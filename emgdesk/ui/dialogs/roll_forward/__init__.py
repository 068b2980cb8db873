"""From one SOM to the next: what is proposed, ticked, worded, and done in one step."""

from emgdesk.ui.dialogs.roll_forward.dialog import RollForwardDialog

__all__ = ["RollForwardDialog"]
