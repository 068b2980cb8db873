"""Documents on more than one meeting: progress report, statistics."""

from collections.abc import Mapping
from typing import Any

from emgdesk.domain.dates import long_date
from emgdesk.errors import UsageError
from emgdesk.reports.builders.progress_report import ProgressOptions
from emgdesk.reports.builders.statistics import StatisticsOptions
from emgdesk.reports.declared.shared import GROUP_LINES, PROSE
from emgdesk.reports.options import DocumentKind, Option

PROGRESS = DocumentKind(
    name="progress-report",
    title="Progress report",
    needs="desk",
    suffixes=PROSE,
    options=(
        Option("as-of", "As of", "date"),
        Option("since", "Only what is new since", "date"),
        Option("concluded", "With concluded work", "flag", "yes"),
        Option("workstreams", "Workstreams", "names"),
        GROUP_LINES,
    ),
    options_from=lambda values: ProgressOptions(**values),  # type: ignore[arg-type]
)


def _statistics_options(values: Mapping[str, object]) -> StatisticsOptions:
    named: dict[str, Any] = {{"from": "since", "to": "until"}.get(key, key): v for key, v in values.items()}
    options = StatisticsOptions(**named)
    if options.since and options.until and options.since > options.until:
        raise UsageError(
            f"The period begins on {long_date(options.since)} and ends before that, on "
            f"{long_date(options.until)}.",
            place="from",
        )
    return options


STATISTICS = DocumentKind(
    name="attendance-statistics",
    of_people=True,
    title="Attendance statistics",
    needs="desk",
    suffixes=(".pdf", ".docx", ".xlsx"),
    options=(
        Option("heading", "Heading", "text", "Attendance statistics"),
        Option("meetings", "Meetings", "meetings"),
        Option("from", "From", "date"),
        Option("to", "To", "date"),
        Option("charts", "Charts", "flag", "yes"),
        Option("entities", "Table of entities", "flag", "yes"),
        GROUP_LINES,
    ),
    options_from=_statistics_options,
)
