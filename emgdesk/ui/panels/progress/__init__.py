"""The work plan in figures, and what has changed since an earlier report."""

from emgdesk.ui.panels.progress.panel import ProgressPanel

__all__ = ["ProgressPanel"]
