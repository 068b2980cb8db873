"""What the overview says, as lines under headings, each with the place it leads to."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from emgdesk.domain.dates import long_date, written_date
from emgdesk.domain.deadlines import Due
from emgdesk.domain.numbering import counted
from emgdesk.queries.due import (
    CONDITION,
    LAPSED,
    OVERDUE,
    DueFollowUp,
    DueMandate,
    OpenDecision,
    SilentTask,
)
from emgdesk.queries.findings import Finding
from emgdesk.queries.overview import MeetingAhead, Overview
from emgdesk.queries.progress_requests import OVERDUE as LATE
from emgdesk.queries.progress_requests import RequestRow

_SOON = 7  # days a deadline is told as near


@dataclass(frozen=True, slots=True)
class Line:
    """A line: `kind` and `id` are its place (as in `Navigator.show`), `chip` a word in `tone`."""

    kind: str
    id: str
    text: str
    detail: str = ""
    chip: str = ""
    tone: str = ""


@dataclass(frozen=True, slots=True)
class Card:
    """Lines under a heading; `number` beside it, `nothing` what stands there while there is none."""

    key: str
    title: str
    lines: tuple[Line, ...]
    nothing: str

    @property
    def number(self) -> str:
        """How many there are, "" for none."""
        return str(len(self.lines)) if self.lines else ""


def cards(overview: Overview) -> tuple[Card, ...]:
    """The cards in the order they are read."""
    return (
        Card("ahead", "Meetings ahead", tuple(_ahead(overview)), "No meeting is planned."),
        Card(
            "mandates",
            "Mandates to decide on",
            tuple(map(_mandate, overview.mandates)),
            "No mandate ends or hangs on a condition.",
        ),
        Card(
            "contradictions",
            "What does not fit together",
            tuple(map(_finding, overview.contradictions)),
            "Mandates and work plan fit together.",
        ),
        Card(
            "silent",
            "Tasks without news since the last report",
            tuple(map(_task, overview.silent)),
            "Every open task has news.",
        ),
        Card(
            "decisions",
            "Decisions without a task",
            tuple(map(_decision, overview.decisions)),
            "Every decision that asks for work has its task.",
        ),
        Card(
            "follow_ups",
            "Follow-ups due",
            tuple(map(_follow_up, overview.follow_ups)),
            "Nothing is owed to anybody.",
        ),
        Card(
            "requests",
            "Entities asked for progress",
            tuple(map(_request, overview.requests)),
            "No sheet is out.",
        ),
    )


def _ahead(overview: Overview) -> Iterator[Line]:
    for at, one in enumerate(overview.ahead):
        yield _meeting(one)
        for due in one.deadlines:
            yield _deadline(one, due)
        if at == 0:
            yield from _findings(overview, one)


def _meeting(one: MeetingAhead) -> Line:
    meeting, numbers = one.meeting, one.numbers
    day = written_date(meeting.date, meeting.end_date) or "no date yet"
    people = "nobody registered yet"
    if numbers.people:
        bodies = counted(numbers.member_entities, "member entity", "member entities")
        people = f"{counted(numbers.people, 'person', 'people')} from {bodies} on the roster"
    return Line("meeting", meeting.id, meeting.code, f"{day} · {people}", _days(one.days), "accent")


def _days(days: int | None) -> str:
    if days is None:
        return ""
    if days < 0:
        return "under way"
    return "today" if days == 0 else f"in {counted(days, 'day', 'days')}"


def _deadline(one: MeetingAhead, due: Due) -> Line:
    chip, tone = _left(due.left)
    text, place = f"{due.words} by {long_date(due.day)}", "meeting"
    detail = ""
    if due.key == "invitation":
        place = "participants"
    elif due.key == "circulation":
        place, detail = "documents", _papers(one)
        if due.left < 0 and one.planned:
            tone = "bad"
    return Line(place, one.meeting.id, text, detail, chip, tone)


def _papers(one: MeetingAhead) -> str:
    if not one.documents:
        return "no documents in the register yet"
    papers = counted(one.documents, "document", "documents")
    if not one.planned:
        return "the one document is circulated" if one.documents == 1 else f"all {papers} are circulated"
    return f"{one.planned} of {papers} not circulated yet"


def _left(left: int) -> tuple[str, str]:
    if left < 0:
        return f"{counted(-left, 'day', 'days')} ago", ""
    if left == 0:
        return "today", "warn"
    return f"in {counted(left, 'day', 'days')}", "warn" if left <= _SOON else ""


def _findings(overview: Overview, one: MeetingAhead) -> Iterator[Line]:
    if overview.findings:
        words = ", ".join(counted(number, word, f"{word}s") for word, number in overview.findings)
        tone = "bad" if overview.findings[0][0] == "error" else "warn"
        yield Line("finding", one.meeting.id, f"The check of {one.meeting.code}", words, "look", tone)


def _mandate(row: DueMandate) -> Line:
    if row.state == LAPSED:
        detail, chip, tone = f"ran until {row.until}", "lapsed", "bad"
    elif row.state == CONDITION:
        detail, chip, tone = f"runs until “{row.until}”", "ask", "accent"
    else:
        detail, chip, tone = f"runs until {row.until}", "due", "warn"
    since = f"since {row.since[:4]}" if row.since else ""
    words = " · ".join(part for part in (detail, since, row.officer) if part)
    return Line("mandate", row.workstream_id, row.workstream, words, chip, tone)


def _finding(row: Finding) -> Line:
    tone = {"error": "bad", "warning": "warn"}.get(row.severity, "")
    return Line(row.target_kind, row.target_id, row.text, row.place, row.severity, tone)


def _task(row: SilentTask) -> Line:
    last = f"last news {written_date(row.last_entry)}" if row.last_entry else "no news yet"
    words = " · ".join(part for part in (row.workstream, last, row.officer) if part)
    return Line("task", row.task_id, row.text, words)


def _decision(row: OpenDecision) -> Line:
    words = " · ".join(part for part in (f"{row.meeting}, {row.citation}", row.workstream) if part)
    return Line("action", row.action_id, row.text, words)


def _follow_up(row: DueFollowUp) -> Line:
    due = written_date(row.due) if row.due[:1].isdecimal() else row.due
    who = f"{row.who or 'Somebody'} to {row.whom}" if row.whom else row.who
    words = " · ".join(part for part in (who, f"from {row.meeting}", due) if part)
    chip, tone = ("overdue", "bad") if row.state == OVERDUE else ("", "")
    return Line("follow_up", row.follow_up_id, row.what, words, chip, tone)


def _request(row: RequestRow) -> Line:
    words = f"asked for {written_date(row.as_of)}" + (f", back by {written_date(row.due)}" if row.due else "")
    chip, tone = ("overdue", "bad") if row.state == LATE else ("waiting", "")
    return Line("progress_request", row.id, row.entity, words, chip, tone)


def headline(today: date) -> str:
    """The day of the page: "Friday, 16 October 2026"."""
    names = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
    return f"{names[today.weekday()]}, {long_date(today)}"
