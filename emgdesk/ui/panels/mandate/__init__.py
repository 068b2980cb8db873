"""The mandate of a workstream: how it stands, its history, what does not fit, the chart of its family."""

from emgdesk.ui.panels.mandate.panel import MandatePanel

__all__ = ["MandatePanel"]
