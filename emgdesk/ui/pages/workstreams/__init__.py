"""The workstreams page: the outline of the report, and the work plan of one body of it."""

from emgdesk.ui.pages.workstreams.page import WorkstreamsPage

__all__ = ["WorkstreamsPage"]
