"""The whole check: every rule over one meeting, or over all of them."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from emgdesk.db.models import IntendedFinding
from emgdesk.errors import DataError
from emgdesk.queries.findings import (
    actions,
    agenda,
    documents,
    follow_ups,
    mandates,
    meeting,
    people,
    report,
    tasks,
    texts,
)
from emgdesk.queries.findings.facts import Checked, read_desk, read_meeting
from emgdesk.queries.findings.finding import Finding
from emgdesk.queries.findings.kinds import KINDS, SEVERITIES
from emgdesk.queries.meetings import MeetingRow

Rule = Callable[[Checked], Iterable[Finding]]
RULES: tuple[Rule, ...] = (
    *meeting.RULES, *people.RULES, *agenda.RULES, *documents.RULES, *actions.RULES, *report.RULES,
    *texts.RULES, *mandates.RULES, *tasks.RULES, *follow_ups.RULES,
)  # fmt: skip
_ORDER = {name: at for at, name in enumerate(KINDS)}


def list_findings(
    session: Session, *, meeting_id: str | None = None, today: date | None = None
) -> tuple[Finding, ...]:
    """What does not fit in a meeting, or in all that are not cancelled, the gravest first.

    Findings marked as intended are among them, and say so. `today` is the day of the check (None: this
    one). Raises DataError if the meeting is gone.
    """
    desk = read_desk(session, today or date.today())
    wanted = [m for m in desk.meetings if meeting_id in (None, m.id)]
    if meeting_id is None:
        wanted = [m for m in wanted if m.status != "cancelled"]
    elif not wanted:
        raise DataError("This meeting is no longer on the desk.")
    reasons = _reasons(session)
    return tuple(
        _of(row, one, reasons) for row in wanted for one in check_meeting(read_meeting(session, desk, row))
    )


def _of(row: MeetingRow, one: Finding, reasons: Mapping[tuple[str, str], str]) -> Finding:
    """A finding of a meeting, and whether it is meant so."""
    reason = reasons.get((row.id, one.id))
    return replace(one, meeting_id=row.id, meeting=row.code, intended=reason is not None, reason=reason or "")


def check_meeting(facts: Checked) -> tuple[Finding, ...]:
    """What the rules find, each thing once, the gravest first and then as `KINDS` are declared."""
    kept: dict[str, Finding] = {}
    for one in _all(facts):
        kept.setdefault(one.id, one)
    return tuple(sorted(kept.values(), key=lambda one: (SEVERITIES.index(one.severity), _ORDER[one.kind])))


def _all(facts: Checked) -> Iterator[Finding]:
    for rule in RULES:
        yield from rule(facts)


def _reasons(session: Session) -> Mapping[tuple[str, str], str]:
    """{(meeting, finding): why it is meant so}."""
    return {
        (row.meeting_id or "", row.finding): row.reason for row in session.scalars(select(IntendedFinding))
    }
