"""What waits: mandates, silent tasks, decisions without task, follow-ups; the most urgent first."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from emgdesk.db.models import Action, ActionSection, Chapter, Workstream
from emgdesk.domain.dates import is_stored_date
from emgdesk.domain.lineage import Event
from emgdesk.domain.mandate_ends import End, until_words
from emgdesk.domain.report_texts import EVERY_MEETING
from emgdesk.queries.follow_ups import FollowUpRow, list_follow_ups
from emgdesk.queries.mandates import read_lineage
from emgdesk.queries.meetings import MeetingRow, list_meetings
from emgdesk.queries.memberships import written_members
from emgdesk.queries.open_decisions import OpenDecision, decisions_without_task
from emgdesk.queries.silent_tasks import SilentTask, silent_tasks
from emgdesk.queries.soms import SomAhead, is_over, next_som, reported_until, som_ahead, soms
from emgdesk.queries.standing import carries, row_of

__all__ = [
    "DueFollowUp", "DueMandate", "OpenDecision", "SilentTask", "SomAhead", "decisions_without_task",
    "follow_ups_due", "in_report_order", "is_over", "known_end", "mandate_state",
    "mandates_due", "next_som", "reported_until", "silent_tasks", "som_ahead", "soms",
]  # fmt: skip

LAPSED, DUE, CONDITION, LATER = "lapsed", "due", "condition", "later"
STATES = (LAPSED, DUE, CONDITION, LATER)
"""Of a mandate: ran out, decided at the SOM ahead, asked about at each SOM, runs on."""
OVERDUE, AT_NEXT, AT_EVERY = "overdue", "next meeting", "every meeting"
URGENCIES = (OVERDUE, DUE, AT_NEXT, AT_EVERY)
"""Of a follow-up: its day or meeting has passed, its day comes by the next meeting, due at that meeting."""


@dataclass(frozen=True, slots=True)
class DueMandate:
    """A mandate that runs: `until` in words, `state` one of `STATES`, `event_id` the event that gave it.

    `since` (ISO) is when the workstream was established, else when the mandate was last given;
    `officer` who answers for it, "" if nobody does.
    """

    workstream_id: str
    workstream: str
    until: str
    state: str
    event_id: str
    since: str
    officer: str


@dataclass(frozen=True, slots=True)
class DueFollowUp:
    """An open follow-up to be answered: `state` one of `URGENCIES`, `due` as stored.

    `at` is the code of the meeting it comes up at, "" where that is not on the desk yet. `officer`
    answers for the workstream it is about, where it is about one.
    """

    follow_up_id: str
    meeting_id: str
    meeting: str
    who: str
    whom: str
    what: str
    due: str
    state: str
    at: str
    officer: str


def mandates_due(session: Session, *, today: date) -> tuple[DueMandate, ...]:
    """All mandates that run or ran out: lapsed, due at the SOM ahead, with a condition, then later ones."""
    meetings, lineage = list_meetings(session), read_lineage(session)
    ahead, day = som_ahead(meetings, today), today.isoformat()
    officers = written_members(session, as_of=day)
    found = []
    for key in in_report_order(session):
        now = lineage.standing(key, day)
        if now.given is not None:
            state = mandate_state(now.given, ahead, meetings, today)
            until = until_words(known_end(now.given, meetings))
            officer = officers.get((key, "officer"), "")
            since = now.since or now.given.date
            found.append(DueMandate(key, now.name, until, state, now.given.id, since, officer))
    return tuple(sorted(found, key=lambda one: STATES.index(one.state)))


def mandate_state(given: Event, ahead: SomAhead, meetings: Sequence[MeetingRow], today: date) -> str:
    """One of `STATES`, for a mandate given by an event.

    One given until the next SOM by nobody knows which SOM ends with the first SOM after its day.
    """
    end, day = known_end(given, meetings), today.isoformat()
    if end.condition:
        return CONDITION
    if end.day:
        if end.day < day[: len(end.day)]:
            return LAPSED
        return DUE if end.day[:4] <= (ahead.date or day)[:4] else LATER
    som = end.som or ahead.number
    if not ahead.number or som > ahead.number:
        return LATER
    return DUE if som == ahead.number else LAPSED


def known_end(given: Event, meetings: Sequence[MeetingRow]) -> End:
    """Until when a mandate runs; without a word of it until the first SOM after its day, if there is one.

    An event nobody dated counts from the one before it: it cures no lapse.
    """
    if any(given.end):
        return given.end
    if given.until:
        return End(condition=given.until)
    return End(som=_som_after(given.date or given.day or "", meetings))


def _som_after(day: str, meetings: Sequence[MeetingRow]) -> int:
    """The number of the first SOM that decided after a day, 0 if none did."""
    after = (m for m in soms(meetings) if m.segment != "mid-term" and day and m.date > day)
    return next((m.som_number or 0 for m in after), 0)


def in_report_order(session: Session) -> dict[str, str | None]:
    """The chapter of each workstream (keys), in the order of the report, those without one last."""
    wanted = select(Workstream.id, Workstream.chapter_id)
    wanted = wanted.outerjoin(Chapter, Chapter.id == Workstream.chapter_id)
    order = (Chapter.id.is_(None), Chapter.position, Chapter.id, Workstream.position, Workstream.id)
    return dict(session.execute(wanted.order_by(*order)).all())


def follow_ups_due(session: Session, *, today: date) -> tuple[DueFollowUp, ...]:
    """Open follow-ups to be answered by the next meeting of their row; the overdue ones first."""
    meetings = list_meetings(session)
    by_id = {m.id: m for m in meetings}
    ahead = {m.id: _ahead_of(m, meetings, today) for m in meetings}
    officers = written_members(session, as_of=today.isoformat())
    about = _bodies_of_actions(session)
    found = []
    for row in list_follow_ups(session):
        arose, then = by_id[row.meeting_id], ahead[row.meeting_id]
        state = _urgency(row, arose, then, meetings, today) if row.status == "open" else ""
        if state:
            body = about.get(row.action_id or "") or arose.workstream_id or ""
            found.append(
                DueFollowUp(
                    row.id, row.meeting_id, row.meeting, row.who, row.whom, row.what, row.due, state,
                    then.code if then else "", officers.get((body, "officer"), ""),
                )
            )  # fmt: skip
    return tuple(sorted(found, key=_by_urgency))


def _by_urgency(one: DueFollowUp) -> tuple[int, str]:
    return URGENCIES.index(one.state), one.due if is_stored_date(one.due) else ""


def _urgency(
    row: FollowUpRow, arose: MeetingRow, then: MeetingRow | None, meetings: Sequence[MeetingRow], today: date
) -> str:
    """One of `URGENCIES`, "" for what is not due by the next meeting of its row."""
    day = today.isoformat()
    if row.due and is_stored_date(row.due):
        if row.due < day[: len(row.due)]:
            return OVERDUE
        latest = then.date if then and then.date else day
        return DUE if row.due <= latest[: len(row.due)] else ""
    if not row.due or not is_over(arose, today):
        return ""
    if row.due == EVERY_MEETING:
        return AT_EVERY
    passed = any(carries(arose, m) and is_over(m, today) for m in meetings)
    return OVERDUE if passed else AT_NEXT


def _ahead_of(meeting: MeetingRow, meetings: Sequence[MeetingRow], today: date) -> MeetingRow | None:
    """The first meeting ahead to which what is owed since this one is carried."""
    line = row_of(meeting, meetings)
    return next((m for m in line if not is_over(m, today) and carries(meeting, m)), None)


def _bodies_of_actions(session: Session) -> Mapping[str, str | None]:
    wanted = select(Action.id, ActionSection.workstream_id).join(
        ActionSection, ActionSection.id == Action.section_id
    )
    return dict(session.execute(wanted).all())
