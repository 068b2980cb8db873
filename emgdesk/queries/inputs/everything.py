"""The whole desk as tables."""

from collections.abc import Iterator, Sequence
from datetime import date

from sqlalchemy.orm import Session

from emgdesk.domain.meeting_books import BookRow
from emgdesk.domain.workbooks import (
    ACTIONS,
    AGENDA,
    DOCUMENTS,
    EFFECTS,
    PARAGRAPHS,
    PARTICIPANTS,
    WORKBOOKS,
    SheetForm,
)
from emgdesk.queries.entities import list_entities
from emgdesk.queries.follow_ups import list_follow_ups
from emgdesk.queries.interventions import list_interventions
from emgdesk.queries.issues import list_issues
from emgdesk.queries.meeting_books import meeting_book
from emgdesk.queries.meetings import MeetingRow, list_meetings
from emgdesk.queries.offices import list_designations, list_offices
from emgdesk.queries.people import list_people
from emgdesk.queries.progress_requests import list_requests
from emgdesk.queries.roster import list_roster
from emgdesk.queries.workplan_books import workplan_book
from emgdesk.queries.workstreams import list_workstreams
from emgdesk.reports.builders.everything import DeskTable

_MEETING = (
    "Code", "Title", "Kind", "SOM number", "Segment", "Date", "End date", "Start time", "End time",
    "Time zone label", "Mode", "Venue", "Chair", "Status", "Distribution", "Opened at", "Opened by",
    "Closed at", "Agenda adopted", "Head count", "People",
)  # fmt: skip
_OF_MEETINGS: tuple[tuple[str, SheetForm, str], ...] = (
    ("agenda", AGENDA, "The items of the agendas"),
    ("documents", DOCUMENTS, "The registers of documents"),
    ("actions", ACTIONS, "Actions with their outcome and reservations"),
    ("effects", EFFECTS, "What decisions do to mandates"),
    ("paragraphs", PARAGRAPHS, "The reports of the meetings"),
)
_OF_THE_PLAN = {
    "Workstreams": "Workstreams as they stand, in the order of the report",
    "Names": "What workstreams were called, from when to when",
    "Mandate": "What happened to each mandate",
    "Members": "Who leads and who is in a workstream",
    "Tasks": "The work plan with all that was reported",
    "Deliverables": "Reports and tools with the stages they reached",
}
_STANDING = ("Status", "Since", "Until", "Ended", "Ended by")


def desk_tables(session: Session, *, today: date, meeting_id: str | None = None) -> tuple[DeskTable, ...]:
    """Every table of the desk; of meetings those of one, if one is given, the newest meeting first.

    `today` tells which requests are overdue.
    """
    meetings = [row for row in list_meetings(session) if meeting_id in (None, row.id)]
    return (
        _meetings(session, meetings),
        _participants(session, meetings),
        *_proceedings(session, meetings),
        _notes(session, meetings),
        _follow_ups(session, {row.id for row in meetings}),
        _issued(session, meetings),
        *_work_plan(session),
        _requests(session, today),
        _entities(session),
        _people(session),
        _offices(session),
        _designations(session),
    )


def _meetings(session: Session, meetings: Sequence[MeetingRow]) -> DeskTable:
    names = {row.id: row.name for row in list_workstreams(session)}
    fields = [{"Time zone label": "zone_label"}.get(c, c.lower().replace(" ", "_")) for c in _MEETING]
    rows = tuple(
        (*(getattr(row, field) for field in fields), names.get(row.workstream_id or "", ""), row.id)
        for row in meetings
    )
    return DeskTable("Meetings", "Meetings, the newest first", (*_MEETING, "Workstream", "ID"), rows)


def _participants(session: Session, meetings: Sequence[MeetingRow]) -> DeskTable:
    rows = tuple(
        (
            meeting.code, p.title, p.given, p.family, p.name, p.entity, p.function, p.email, p.phone,
            p.country, p.role, p.attendance, p.mode, p.notes, p.capacity, p.level,
            "yes" if p.walk_in else "", p.source, p.id,
        )
        for meeting in meetings
        for p in list_roster(session, meeting_id=meeting.id)
    )  # fmt: skip
    columns = ("Meeting", *PARTICIPANTS.columns, "Capacity", "Level", "Walked in", "Source", "ID")
    return DeskTable("Participants", "Who stands on which roster, as printed there", columns, rows)


def _proceedings(session: Session, meetings: Sequence[MeetingRow]) -> Iterator[DeskTable]:
    books = [(meeting.code, meeting_book(session, meeting_id=meeting.id)) for meeting in meetings]
    for part, form, holds in _OF_MEETINGS:
        rows = tuple(
            (code, *(row.cells.get(column, "") for column in form.columns), row.id)
            for code, book in books
            for row in getattr(book, part)
        )
        yield DeskTable(form.name, holds, ("Meeting", *form.columns, "ID"), rows)


def _notes(session: Session, meetings: Sequence[MeetingRow]) -> DeskTable:
    rows = tuple(
        (meeting.code, one.item, one.speaker, one.entity, one.kind, one.gist, one.at, one.id)
        for meeting in meetings
        for one in list_interventions(session, meeting_id=meeting.id)
    )
    columns = ("Meeting", "Item", "Speaker", "Entity", "Kind", "Text", "At", "ID")
    return DeskTable("Notes", "What was said, as noted during the meetings", columns, rows)


def _follow_ups(session: Session, meetings: set[str]) -> DeskTable:
    rows = tuple(
        (
            one.meeting, one.who, one.whom, one.what, one.due, one.status, one.answer, one.answered_on,
            one.answered_at, one.id,
        )
        for one in list_follow_ups(session)
        if one.meeting_id in meetings
    )  # fmt: skip
    columns = (
        "Meeting", "Who", "To whom", "What", "Due", "Status", "Answer", "Answered on", "Answered at", "ID",
    )  # fmt: skip
    return DeskTable("Follow-ups", "Who owes what to whom, and what came of it", columns, rows)


def _issued(session: Session, meetings: Sequence[MeetingRow]) -> DeskTable:
    rows = tuple(
        (meeting.code, one.name, one.symbol, one.revision, one.at, one.attachment, one.id)
        for meeting in meetings
        for one in list_issues(session, meeting_id=meeting.id)
    )
    columns = ("Meeting", "Document", "Symbol", "Revision", "Issued at (UTC)", "File", "ID")
    return DeskTable("Issued", "Documents as they were issued", columns, rows)


def _work_plan(session: Session) -> Iterator[DeskTable]:
    book = workplan_book(session)
    stands = {
        w.id: (w.status, w.since, w.until, w.ended, w.ended_by) for w in list_workstreams(session)
    }  # fmt: skip
    for form in WORKBOOKS["workplan"]:
        more, added = (_STANDING, stands) if form.name == "Workstreams" else ((), {})
        rows = tuple(
            (*_cells(form, row), *added.get(row.id, ()), row.id) for row in book[form.name]
        )  # fmt: skip
        yield DeskTable(form.name, _OF_THE_PLAN[form.name], (*form.columns, *more, "ID"), rows)


def _cells(form: SheetForm, row: BookRow) -> Iterator[str]:
    return (row.cells.get(column, "") for column in form.columns)


def _requests(session: Session, today: date) -> DeskTable:
    rows = tuple(
        (one.entity, one.as_of, one.asked_on, one.due, one.state, one.answered_on, one.file, one.id)
        for one in list_requests(session, today=today)
    )
    columns = ("Entity", "As of", "Asked on", "Return by", "State", "Answered on", "File", "ID")
    return DeskTable("Progress requests", "Who was asked to report, and who has answered", columns, rows)


def _entities(session: Session) -> DeskTable:
    rows = tuple(
        (
            e.acronym, e.full_name, "\n".join(e.aliases), e.status, "yes" if e.unsure else "", e.parent,
            "yes" if e.counts_as_parent else "", "\n".join(e.domains), e.people, e.meetings, e.id,
        )
        for e in list_entities(session)
    )  # fmt: skip
    columns = (
        "Acronym", "Full name", "Aliases", "Status", "To be confirmed", "Part of", "Counted as that",
        "E-mail domains", "People", "Meetings", "ID",
    )  # fmt: skip
    return DeskTable("Entities", "Entities with all they are called", columns, rows)


def _people(session: Session) -> DeskTable:
    rows = tuple(
        (
            p.title, p.given, p.family, p.name, p.entity, p.function, p.email, p.emails, p.phone, p.country,
            p.spellings, p.notes, p.meetings, p.id,
        )
        for p in list_people(session)
    )  # fmt: skip
    columns = (
        "Title", "Given name", "Family name", "Name", "Entity", "Function", "Email", "E-mails", "Phone",
        "Country", "Spellings", "Notes", "Meetings", "ID",
    )  # fmt: skip
    return DeskTable("People", "Everybody, as known today", columns, rows)


def _offices(session: Session) -> DeskTable:
    rows = tuple((o.office, o.person, o.title, o.since, o.until, o.id) for o in list_offices(session))
    columns = ("Office", "Person", "Title", "Since", "Until", "ID")
    return DeskTable("Offices", "Who holds the offices of the Group", columns, rows)


def _designations(session: Session) -> DeskTable:
    rows = tuple((d.acronym, d.role, d.person, d.since, d.until, d.id) for d in list_designations(session))
    columns = ("Entity", "Role", "Person", "Since", "Until", "ID")
    return DeskTable("Designations", "Whom entities have designated", columns, rows)
