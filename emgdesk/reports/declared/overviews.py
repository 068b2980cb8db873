"""Documents on more than one meeting: progress report, statistics."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from emgdesk.domain.dates import long_date
from emgdesk.errors import UsageError
from emgdesk.reports.builders.progress_selection import ProgressOptions
from emgdesk.reports.builders.statistics import StatisticsOptions
from emgdesk.reports.declared.shared import GROUP_LINES, PROSE
from emgdesk.reports.options import DocumentKind, Option, choices


def _progress_options(values: Mapping[str, object]) -> ProgressOptions:
    named: dict[str, Any] = dict(values)
    options = ProgressOptions(**named)
    if options.since is not None and options.changes is not None:
        raise UsageError(
            "Options since and changes cannot go together: one leaves out what is old, the other prints all.",
            place="changes",
        )
    for key, day in (("since", options.since), ("changes", options.changes)):
        if isinstance(day, date) and options.as_of and day > options.as_of:
            raise UsageError(
                f"The report is of {long_date(options.as_of)}: option {key} cannot be a later day.", place=key
            )
    return options


PROGRESS = DocumentKind(
    name="progress-report",
    title="Progress report",
    needs="desk",
    suffixes=PROSE,
    options=(
        Option("as-of", "As of", "date"),
        Option("since", "Only what is new since", "report"),
        Option("changes", "Everything, with changes marked since", "report", only_with=("since", ("",))),
        Option("concluded", "With concluded work", "flag", "yes"),
        Option(
            "tasks",
            "Tasks",
            "choice",
            "",
            choices(("", "All"), ("open", "Open ones"), ("finished", "Finished ones")),
        ),
        Option("chapter-tasks", "Tasks of the chapters themselves", "flag", "yes"),
        Option("workstreams", "Workstreams", "names"),
        Option("statistics", "Table and chart of figures", "flag", "no"),
        GROUP_LINES,
    ),
    options_from=_progress_options,
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
