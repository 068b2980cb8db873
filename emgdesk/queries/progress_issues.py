"""Progress reports as they were issued: what a later one is compared with."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from emgdesk.db.models import IssuedDocument
from emgdesk.domain.symbols import symbol_key
from emgdesk.errors import UsageError
from emgdesk.queries.inputs.meeting import last_day, stored_day
from emgdesk.queries.issues import get_issue
from emgdesk.queries.meetings import get_meeting
from emgdesk.reports.builders.progress_facts import EarlierReport


@dataclass(frozen=True, slots=True)
class IssuedReport:
    """An issued progress report: `name` as a list shows it, `day` the one it is of.

    `option` is what names it as an option of a document: its symbol, or its key where that is not enough.
    """

    id: str
    name: str
    option: str
    meeting_id: str
    meeting: str
    day: date | None


def list_issued_reports(session: Session) -> tuple[IssuedReport, ...]:
    """The progress reports issued of any meeting, the newest first."""
    wanted = (
        select(IssuedDocument.id)
        .where(IssuedDocument.name == "progress-report")
        .order_by(IssuedDocument.at.desc(), IssuedDocument.id.desc())
    )
    found: list[IssuedReport] = []
    for key in session.scalars(wanted):
        row = get_issue(session, issue_id=key)
        meeting = get_meeting(session, meeting_id=row.meeting_id)
        day = stored_day(row.options.get("as-of", "")) or last_day(meeting) or stored_day(row.at[:10])
        taken = {symbol_key(one.option) for one in found}
        name = row.symbol or f"{meeting.code}{f' Rev.{row.revision}' if row.revision else ''}"
        own = bool(row.symbol) and symbol_key(row.symbol) not in taken
        found.append(IssuedReport(key, name, row.symbol if own else key, meeting.id, meeting.code, day))
    return tuple(found)


def earlier_report(session: Session, *, option: str, key: str = "changes") -> EarlierReport:
    """The issued report that `option` names by its symbol in any spelling, or by its key.

    Raises UsageError, naming option `key`, where none was issued under it.
    """
    reports = list_issued_reports(session)
    wanted = symbol_key(option)
    for one in reports:
        if option == one.id or (wanted and symbol_key(one.option) == wanted):
            return EarlierReport(get_issue(session, issue_id=one.id).lines, one.day, one.name)
    held = ", ".join(one.option for one in reports)
    of_these = (
        f"of an issued progress report ({held})" if held else "of a progress report; none is issued yet"
    )
    raise UsageError(
        f"Option {key} cannot be {option!r}; it takes a date such as 2022-05-18, or the symbol {of_these}.",
        place=key,
    )
