"""Documents on more than one meeting: progress report, statistics."""

from emgdesk.reports.builders.progress_report import ProgressOptions
from emgdesk.reports.builders.statistics import StatisticsOptions
from emgdesk.reports.declared.shared import GROUP_LINES
from emgdesk.reports.options import DocumentKind, Option

PROGRESS = DocumentKind(
    name="progress-report",
    title="Progress report",
    needs="desk",
    suffixes=(".pdf",),
    options=(
        Option("as-of", "As of", "date"),
        Option("since", "Only what is new since", "date"),
        Option("concluded", "With concluded work", "flag", "yes"),
        Option("workstreams", "Workstreams", "names"),
        GROUP_LINES,
    ),
    options_from=lambda values: ProgressOptions(**values),  # type: ignore[arg-type]
)

STATISTICS = DocumentKind(
    name="attendance-statistics",
    title="Attendance statistics",
    needs="desk",
    suffixes=(".pdf", ".xlsx"),
    options=(
        Option("heading", "Heading", "text", "Attendance statistics"),
        Option("meetings", "Meetings", "meetings"),
        Option("from", "From", "date"),
        Option("to", "To", "date"),
        Option("charts", "Charts", "flag", "yes"),
        Option("entities", "Table of entities", "flag", "yes"),
        GROUP_LINES,
    ),
    options_from=lambda values: StatisticsOptions(
        **{{"from": "since", "to": "until"}.get(key, key): value for key, value in values.items()}  # type: ignore[arg-type]
    ),
)
