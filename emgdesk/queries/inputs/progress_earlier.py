"""What a progress report is compared with: an issued one, or the work plan as of a day."""

from datetime import date

from sqlalchemy.orm import Session

from emgdesk.queries.inputs.progress import progress_report_input
from emgdesk.queries.progress_issues import earlier_report
from emgdesk.reports.builders.progress_facts import EarlierReport
from emgdesk.reports.builders.progress_report import build
from emgdesk.reports.builders.progress_selection import ProgressOptions
from emgdesk.reports.text_lines import text_lines


def earlier_progress(session: Session, *, options: ProgressOptions, today: date) -> EarlierReport | None:
    """What `options` name, None where a report stands by itself.

    Raises UsageError for a symbol no progress report was issued under.
    """
    for key, against in (("changes", options.changes), ("since", options.since)):
        if isinstance(against, str):
            return earlier_report(session, option=against, key=key)
    if not isinstance(options.changes, date):
        return None
    then = progress_report_input(session, today=today, as_of=options.changes)
    printed = build(then, ProgressOptions(as_of=options.changes))
    return EarlierReport(text_lines(printed), options.changes)
