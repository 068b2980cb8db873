"""The whole check: every rule over one meeting, or over all of them and the work of the desk."""

from collections.abc import Callable, Iterable, Mapping
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
    lineages,
    mandates,
    meeting,
    members,
    people,
    report,
    tasks,
    texts,
)
from emgdesk.queries.findings.facts import Checked, DeskFacts, read_desk, read_desk_alone, read_meeting
from emgdesk.queries.findings.finding import Finding
from emgdesk.queries.findings.kinds import KINDS, SEVERITIES
from emgdesk.queries.meetings import MeetingRow

Rule = Callable[[Checked], Iterable[Finding]]
RULES: tuple[Rule, ...] = (
    *meeting.RULES, *people.RULES, *agenda.RULES, *documents.RULES, *actions.RULES, *report.RULES,
    *texts.RULES, *mandates.RULES, *tasks.RULES, *follow_ups.RULES,
)  # fmt: skip
DESK_RULES: tuple[Callable[[DeskFacts], Iterable[Finding]], ...] = (
    *lineages.RULES, *members.RULES,
)  # fmt: skip
_ORDER = {name: at for at, name in enumerate(KINDS)}


def list_findings(session: Session, *, today: date, meeting_id: str | None = None) -> tuple[Finding, ...]:
    """What does not fit in a meeting, the gravest first; or in all that are not cancelled, one after
    another, and then in the mandates and the work plan of the desk.

    Findings marked as intended are among them, and say so. `today` is the day of the check.
    Raises DataError if the meeting is gone.
    """
    desk = read_desk(session, today)
    wanted = [m for m in desk.meetings if meeting_id in (None, m.id)]
    if meeting_id is None:
        wanted = [m for m in wanted if m.status != "cancelled"]
    elif not wanted:
        raise DataError("This meeting is no longer on the desk.")
    reasons = _reasons(session)
    found = [
        _of(row, one, reasons) for row in wanted for one in check_meeting(read_meeting(session, desk, row))
    ]
    if meeting_id is None:
        told = {one.id for one in found}
        found += [_of_desk(one, reasons) for one in check_desk(desk) if one.id not in told]
    return tuple(found)


def list_desk_findings(
    session: Session, *, today: date, workstream_id: str | None = None
) -> tuple[Finding, ...]:
    """What does not fit in the mandates and the work plan, whatever meeting is next; the gravest first.

    `workstream_id` leaves those about one workstream.
    """
    reasons = _reasons(session)
    found = check_desk(read_desk_alone(session, today))
    return tuple(_of_desk(one, reasons) for one in found if workstream_id in (None, one.workstream_id))


def _of(row: MeetingRow, one: Finding, reasons: Mapping[tuple[str, str], str]) -> Finding:
    """A finding of a meeting, and whether it is meant so, there or on the desk as a whole."""
    reason = reasons.get((row.id, one.id), reasons.get(("", one.id)))
    return replace(one, meeting_id=row.id, meeting=row.code, intended=reason is not None, reason=reason or "")


def _of_desk(one: Finding, reasons: Mapping[tuple[str, str], str]) -> Finding:
    """A finding of the desk itself, and whether it is meant so."""
    reason = reasons.get(("", one.id))
    return replace(one, intended=reason is not None, reason=reason or "")


def check_meeting(facts: Checked) -> tuple[Finding, ...]:
    """What the rules find, each thing once, the gravest first and then as `KINDS` are declared."""
    return _sorted(one for rule in RULES for one in rule(facts))


def check_desk(facts: DeskFacts) -> tuple[Finding, ...]:
    """As `check_meeting`, of what belongs to no meeting."""
    return _sorted(one for rule in DESK_RULES for one in rule(facts))


def _sorted(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    kept: dict[str, Finding] = {}
    for one in findings:
        kept.setdefault(one.id, one)
    return tuple(sorted(kept.values(), key=lambda one: (SEVERITIES.index(one.severity), _ORDER[one.kind])))


def _reasons(session: Session) -> Mapping[tuple[str, str], str]:
    """{(meeting, finding): why it is meant so}."""
    return {
        (row.meeting_id or "", row.finding): row.reason for row in session.scalars(select(IntendedFinding))
    }
