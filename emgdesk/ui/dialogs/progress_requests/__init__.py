"""Sheets for entities to fill in: who is asked, what came back, who has not answered."""

from emgdesk.ui.dialogs.progress_requests.dialog import ProgressRequestsDialog

__all__ = ["ProgressRequestsDialog"]
