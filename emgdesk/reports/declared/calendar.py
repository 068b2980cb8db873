"""The calendar of meetings."""

from emgdesk.reports.builders.calendar import CalendarOptions
from emgdesk.reports.declared.shared import CLOCK, GROUP_LINES
from emgdesk.reports.options import DocumentKind, Option

CALENDAR = DocumentKind(
    name="calendar",
    title="Calendar of meetings",
    needs="desk",
    suffixes=(".pdf", ".docx", ".ics"),
    options=(CLOCK, Option("cancelled", "With cancelled meetings", "flag", "yes"), GROUP_LINES),
    options_from=lambda values: CalendarOptions(**values),  # type: ignore[arg-type]
)
