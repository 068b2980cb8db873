"""What was done to the desk: every step, what it changed, and the way back."""

from emgdesk.ui.dialogs.history_dialog.dialog import HistoryDialog

__all__ = ["HistoryDialog"]
