"""What the panel shows, as one reading of the desk: the report of a day, its figures, what differs."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from emgdesk.errors import UsageError
from emgdesk.queries.inputs.progress import progress_report_input
from emgdesk.queries.inputs.progress_earlier import earlier_progress
from emgdesk.queries.progress_issues import IssuedReport, list_issued_reports
from emgdesk.reports.builders.progress_changes import BodyChanges
from emgdesk.reports.builders.progress_figures import ProgressFigures, figures
from emgdesk.reports.builders.progress_report import called, reported
from emgdesk.reports.catalog import parse_options


@dataclass(frozen=True, slots=True)
class ProgressView:
    """`against` names the earlier report ("" without one); `problem` is a sentence where there is none."""

    reports: tuple[IssuedReport, ...]
    figures: ProgressFigures
    against: str = ""
    changes: tuple[BodyChanges, ...] = ()
    problem: str = ""


def read_progress(session: Any, *, as_of: str, changes: str, today: date) -> ProgressView:
    """The report as of a day ("" today), compared with an issued one or another day ("" with nothing)."""
    reports = list_issued_reports(session)
    problem = ""
    try:
        options: Any = parse_options("progress-report", {"as-of": as_of, "changes": changes})
        earlier = earlier_progress(session, options=options, today=today)
    except UsageError as error:
        problem, earlier = str(error), None
        options = parse_options("progress-report", {"as-of": as_of})
    facts = progress_report_input(session, today=today, as_of=options.as_of)
    shown = reported(facts, options, earlier)
    against = called(earlier) if earlier else ""
    return ProgressView(reports, figures(shown.chapters), against, shown.changes, problem)
