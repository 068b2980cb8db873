"""What now: the next meetings with their deadlines, and everything that waits for somebody."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from emgdesk.db.models import Document, Setting
from emgdesk.domain.deadlines import DEADLINES, Due, deadlines, read_days
from emgdesk.domain.entity_lists import split_entities
from emgdesk.queries.due import (
    DueFollowUp,
    DueMandate,
    OpenDecision,
    SilentTask,
    decisions_without_task,
    follow_ups_due,
    mandates_due,
    silent_tasks,
)
from emgdesk.queries.findings import Finding, list_desk_findings, list_findings
from emgdesk.queries.meetings import MeetingRow, list_meetings
from emgdesk.queries.memberships import list_members, officers
from emgdesk.queries.progress_requests import ANSWERED, RequestRow, list_requests
from emgdesk.queries.roster import RosterNumbers, count_roster

_AHEAD = 4  # meetings shown
_OVER = frozenset(("held", "cancelled"))


@dataclass(frozen=True, slots=True)
class MeetingAhead:
    """A meeting to come; `days` until it (None while its day is not known).

    `documents` are those of its register, `planned` those of them that nobody circulated yet.
    """

    meeting: MeetingRow
    days: int | None
    numbers: RosterNumbers
    documents: int
    planned: int
    deadlines: tuple[Due, ...]


@dataclass(frozen=True, slots=True)
class Overview:
    """All that the page shows.

    `officers` are those who answer for a workstream today, `officer` says whose work was asked for ("":
    everybody's). `requests` are the entities whose sheet is not back yet. `findings` counts those of the
    next meeting that nobody marked as intended, by severity, `contradictions` are those of the desk itself.
    """

    officer: str
    officers: tuple[str, ...]
    ahead: tuple[MeetingAhead, ...]
    mandates: tuple[DueMandate, ...]
    silent: tuple[SilentTask, ...]
    decisions: tuple[OpenDecision, ...]
    follow_ups: tuple[DueFollowUp, ...]
    requests: tuple[RequestRow, ...]
    findings: tuple[tuple[str, int], ...]
    contradictions: tuple[Finding, ...]
    is_empty: bool


def house_days(session: Session) -> dict[str, int]:
    """The days of the house rules that were set, by key of the deadline."""
    names = {rule.setting: rule.key for rule in DEADLINES}
    rows = session.execute(select(Setting.name, Setting.value).where(Setting.name.in_(names)))
    return {names[name]: days for name, value in rows if (days := read_days(value)) is not None}


def read_overview(session: Session, *, today: date, officer: str = "") -> Overview:
    """What waits as of a day: of everybody, or of the workstreams one officer answers for."""
    meetings = list_meetings(session)
    held = list_members(session, as_of=today.isoformat())
    answering = [row for row in held if row.role == "officer"]
    own = {row.workstream_id for row in answering if officer in (row.person, row.entity)}
    ahead = _ahead(session, meetings, today)
    mandates = mandates_due(session, today=today)
    decisions, silent = decisions_without_task(session), silent_tasks(session, today=today)
    owed = follow_ups_due(session, today=today)
    asked = tuple(row for row in list_requests(session, today=today) if row.state != ANSWERED)
    if officer:
        mandates = tuple(row for row in mandates if row.workstream_id in own)
        silent = tuple(row for row in silent if row.workstream_id in own)
        decisions = tuple(row for row in decisions if row.workstream_id in own)
        ahead = tuple(one for one in ahead if one.meeting.workstream_id in (None, *own))
        owed = tuple(row for row in owed if _answers(officer, row.officer))
        asked = tuple(row for row in asked if _answers(officer, row.officers))
    return Overview(
        officer=officer,
        officers=officers(session, as_of=today.isoformat()),
        ahead=ahead,
        mandates=tuple(row for row in mandates if row.state != "later"),
        silent=silent,
        decisions=decisions,
        follow_ups=owed,
        requests=asked,
        findings=_findings(session, ahead, today),
        contradictions=_contradictions(session, today, own if officer else None),
        is_empty=not meetings and not held and not mandates,
    )


def _answers(officer: str, cell: str) -> bool:
    """Whether one is among the officers of a cell, alone or with the entity behind the name."""
    return any(name == officer or name.startswith(f"{officer} (") for name in split_entities(cell))


def _ahead(session: Session, meetings: Sequence[MeetingRow], today: date) -> tuple[MeetingAhead, ...]:
    day, rules = today.isoformat(), house_days(session)
    statuses: dict[str, list[str]] = defaultdict(list)
    for meeting_id, status in session.execute(select(Document.meeting_id, Document.status)):
        statuses[meeting_id].append(status)
    coming = [
        m for m in meetings
        if m.status not in _OVER and (not m.date or max(m.date, m.end_date) >= day[: len(m.date)])
    ]  # fmt: skip
    coming.sort(key=lambda m: (m.date or "9999", m.code))
    return tuple(
        MeetingAhead(
            meeting=m,
            days=(date.fromisoformat(m.date) - today).days if len(m.date) == 10 else None,
            numbers=count_roster(session, meeting_id=m.id),
            documents=len(statuses[m.id]),
            planned=statuses[m.id].count("planned"),
            deadlines=deadlines(m.date, rules, today),
        )
        for m in coming[:_AHEAD]
    )


def _contradictions(session: Session, today: date, own: set[str] | None) -> tuple[Finding, ...]:
    """What does not fit together on the desk as a whole, of the workstreams in `own` or of all.

    What ran out stands among the mandates.
    """
    found = list_desk_findings(session, today=today)
    open_ones = (one for one in found if not one.intended and one.kind != "mandate-expired")
    return tuple(one for one in open_ones if own is None or one.workstream_id in own)


def _findings(session: Session, ahead: Sequence[MeetingAhead], today: date) -> tuple[tuple[str, int], ...]:
    if not ahead:
        return ()
    found = list_findings(session, meeting_id=ahead[0].meeting.id, today=today)
    counts = Counter(one.severity for one in found if not one.intended)
    return tuple((word, counts[word]) for word in ("error", "warning", "note") if counts[word])
