"""What is on the desk, as rows with the workbooks' column names."""

import argparse
from collections.abc import Callable, Sequence
from dataclasses import asdict
from datetime import date
from typing import Any

from emgdesk.cli.desk import meeting, opened
from emgdesk.cli.naming import find_workstream
from emgdesk.cli.output import Answer, table
from emgdesk.domain.meeting_books import BookRow, MeetingBook
from emgdesk.domain.workbooks import ACTIONS, DOCUMENTS, MANDATE, SheetForm
from emgdesk.errors import UsageError
from emgdesk.queries.citations import read_citations
from emgdesk.queries.duplicates import find_duplicates
from emgdesk.queries.entities import list_entities
from emgdesk.queries.meeting_books import meeting_book
from emgdesk.queries.meetings import MeetingRow, list_meetings
from emgdesk.queries.people import PersonRow, list_people
from emgdesk.queries.progress_requests import list_requests
from emgdesk.queries.roster import RosterRow, list_roster
from emgdesk.queries.workplan_books import tasks_in_order, workplan_book
from emgdesk.queries.workstreams import list_chapters, list_tasks, list_workstreams
from emgdesk.reports.builders.mailboxes import address_line
from emgdesk.workspace import Workspace

Rows = list[dict[str, Any]]


def run_list(arguments: argparse.Namespace) -> Answer:
    rows_of, columns = LISTS[arguments.what]
    with opened(arguments) as desk:
        rows = rows_of(desk, arguments)
    empty = _EMPTY.get(arguments.what, f"There are no {arguments.what} on this desk yet.")
    return Answer({arguments.what: rows}, table(rows, columns, empty))


_EMPTY = {
    "mandates": "Nothing has happened to a mandate on this desk yet.",
    "requests": "Nobody was asked for progress yet; export progress-sheets asks.",
}


def run_duplicates(arguments: argparse.Namespace) -> Answer:
    """People who look alike, the likeliest pair first."""
    with opened(arguments) as desk:
        rows = [asdict(pair) | {"together": list(pair.together)} for pair in desk.read(find_duplicates)]
    return Answer({"duplicates": rows}, table(rows, _ALIKE, "Nobody on this desk looks like somebody else."))


_ALIKE = {
    "one_name": "Name", "one_entity": "Entity", "other_name": "Other name", "other_entity": "Other entity",
    "score": "Score", "why": "Why",
}  # fmt: skip


def _meetings(desk: Workspace, _: argparse.Namespace) -> Rows:
    return [_meeting(row) for row in desk.read(list_meetings)]


def _meeting(row: MeetingRow) -> dict[str, Any]:
    facts = asdict(row)
    facts["time_zone_label"] = facts.pop("zone_label")
    return facts


def _entities(desk: Workspace, _: argparse.Namespace) -> Rows:
    rows = (asdict(row) for row in desk.read(list_entities))
    return [
        {k: v for k, v in row.items() if k != "parent_id"}
        | {"aliases": list(row["aliases"]), "domains": list(row["domains"])}
        for row in rows
    ]


def _people(desk: Workspace, _: argparse.Namespace) -> Rows:
    return [_person(row) | {"particles": row.particles} for row in desk.read(list_people)]


def _person(row: PersonRow | RosterRow) -> dict[str, Any]:
    return {
        "id": row.id, "title": row.title, "given_name": row.given, "family_name": row.family,
        "name": row.name, "entity": row.entity, "function": row.function, "email": row.email,
        "phone": row.phone, "country": row.country, "notes": row.notes,
    }  # fmt: skip


def _participants(desk: Workspace, arguments: argparse.Namespace) -> Rows:
    chosen = meeting(desk, arguments.meeting)
    if chosen is None:
        raise UsageError("list participants: name the meeting with --meeting CODE.")
    return [
        _person(row) | {
            "person_id": row.person_id, "capacity": row.capacity, "role": row.role,
            "attendance": row.attendance, "walk_in": row.walk_in, "mode": row.mode, "source": row.source,
        }
        for row in desk.read(list_roster, meeting_id=chosen.id)
    ]  # fmt: skip


def _workstreams(desk: Workspace, arguments: argparse.Namespace) -> Rows:
    day = _day(arguments.as_of)
    told = desk.read(list_workstreams, as_of=day or date.today().isoformat())
    rows = tuple(row for row in told if row.status or not day)
    if arguments.workstream:
        rows = (find_workstream(rows, arguments.workstream),)
    return [
        {
            "id": w.id, "name": w.name, "aliases": list(w.aliases), "short_name": w.short_name,
            "kind": w.kind, "parent": w.parent, "chapter": w.chapter, "letter": w.letter, "leads": w.leads,
            "members": w.members, "purpose": w.purpose, "officer": w.officer, "proposer": w.proposer,
            "status": w.status, "since": w.since, "until": w.until, "ended": w.ended, "ended_by": w.ended_by,
            "tasks": w.tasks, "open_tasks": w.open_tasks, "last_entry": w.last_entry,
        }
        for w in rows
    ]  # fmt: skip


def _day(text: str | None) -> str:
    """An ISO day, "" where none was given. Raises UsageError."""
    try:
        return date.fromisoformat(text).isoformat() if text else ""
    except ValueError:
        raise UsageError(f"--as-of {text}: write a date such as 2026-05-28.") from None


def _mandates(desk: Workspace, arguments: argparse.Namespace) -> Rows:
    """The events of all mandates in the order of the report, as the sheet Mandate has them."""
    rows = desk.read(workplan_book)[MANDATE.name]
    if arguments.workstream:
        wanted = find_workstream(desk.read(list_workstreams), arguments.workstream).id
        rows = tuple(row for row in rows if row.owner_id == wanted)
    keys = {column: column.lower().replace(" ", "_") for column in MANDATE.columns}
    return [{"id": row.id} | {key: row.cells.get(column, "") for column, key in keys.items()} for row in rows]


def _requests(desk: Workspace, arguments: argparse.Namespace) -> Rows:
    """Who was asked for progress, and who has answered."""
    asked = desk.read(list_requests, as_of=_day(arguments.as_of) or None, today=date.today())
    return [
        {
            "id": row.id, "entity": row.entity, "full_name": row.full_name, "as_of": row.as_of,
            "asked_on": row.asked_on, "due": row.due, "state": row.state, "answered_on": row.answered_on,
            "file": row.file, "tasks": row.tasks, "officer": row.officers,
            "contacts": [asdict(contact) for contact in row.contacts],
            "write_to": address_line([one for one in row.contacts if one.email]),
        }
        for row in asked
    ]  # fmt: skip


def _tasks(desk: Workspace, arguments: argparse.Namespace) -> Rows:
    workstreams = desk.read(list_workstreams)
    names = {row.id: row.name for row in workstreams}
    chapters = {row.id: f"{row.label} {row.title}" for row in desk.read(list_chapters)}
    wanted = find_workstream(workstreams, arguments.workstream).id if arguments.workstream else None
    tasks = desk.read(list_tasks, workstream_id=wanted, as_of=date.today().isoformat())
    decided = desk.read(read_citations, action_ids=[task.action_id for task in tasks if task.action_id])
    return [
        {
            "id": task.id, "chapter": chapters[task.chapter_id],
            "workstream": names.get(task.workstream_id or "", ""), "task": task.text, "source": task.source,
            "responsible": task.responsible, "due": task.due, "status": task.status,
            "next_steps": task.next_steps, "since": task.since, "left": task.until,
            "decision": decided[task.action_id].words if task.action_id in decided else "",
            "entries": [
                {"id": e.id, "status": e.status, "progress": e.text, "as_of": e.as_of} for e in task.entries
            ],
        }
        for task in tasks_in_order(tasks, chapters, names)
    ]  # fmt: skip


def _documents(desk: Workspace, arguments: argparse.Namespace) -> Rows:
    return [row for code, book in _books(desk, arguments) for row in _cells(book.documents, DOCUMENTS, code)]


def _actions(desk: Workspace, arguments: argparse.Namespace) -> Rows:
    return [row for code, book in _books(desk, arguments) for row in _cells(book.actions, ACTIONS, code)]


def _books(desk: Workspace, arguments: argparse.Namespace) -> list[tuple[str, MeetingBook]]:
    """Code and contents of the meeting named, or of every one, the newest first."""
    chosen = meeting(desk, arguments.meeting)
    meetings = (chosen,) if chosen is not None else desk.read(list_meetings)
    return [(m.code, desk.read(meeting_book, meeting_id=m.id)) for m in meetings]


def _cells(rows: Sequence[BookRow], form: SheetForm, code: str) -> Rows:
    """Rows with the columns of their sheet as keys."""
    keys = {column: column.lower().replace(" ", "_") for column in form.columns}
    return [
        {"id": row.id, "meeting": code} | {key: row.cells.get(column, "") for column, key in keys.items()}
        for row in rows
        if not row.is_section
    ]


LISTS: dict[str, tuple[Callable[[Workspace, argparse.Namespace], Rows], dict[str, str]]] = {
    "meetings": (
        _meetings,
        {"code": "Code", "date": "Date", "status": "Status", "people": "People", "title": "Title"},
    ),
    "workstreams": (
        _workstreams,
        {
            "letter": "Letter", "name": "Name", "kind": "Kind", "status": "Status", "since": "Since",
            "until": "Until", "leads": "Leads", "parent": "Part of", "tasks": "Tasks", "chapter": "Chapter",
        },
    ),
    "mandates": (
        _mandates,
        {
            "workstream": "Workstream", "event": "Event", "date": "Date", "meeting": "Meeting",
            "until": "Until", "other_workstream": "Other workstream", "new_name": "New name",
            "new_kind": "New kind", "note": "Note",
        },
    ),
    "requests": (
        _requests,
        {
            "entity": "Entity", "state": "State", "as_of": "As of", "due": "Return by",
            "answered_on": "Answered on", "tasks": "Tasks", "write_to": "Write to",
        },
    ),
    "entities": (
        _entities,
        {"acronym": "Acronym", "status": "Status", "full_name": "Name", "people": "People"},
    ),
    "people": (
        _people,
        {"name": "Name", "entity": "Entity", "function": "Function", "email": "E-mail", "id": "ID"},
    ),
    "participants": (
        _participants,
        {
            "name": "Name",
            "entity": "Entity",
            "capacity": "Capacity",
            "attendance": "Attendance",
            "mode": "Mode",
        },
    ),
    "documents": (
        _documents,
        {"meeting": "Meeting", "number": "Number", "symbol": "Symbol", "status": "Status", "title": "Title"},
    ),
    "actions": (
        _actions,
        {"meeting": "Meeting", "heading": "Heading", "label": "Label", "outcome": "Outcome", "text": "Text"},
    ),
    "tasks": (
        _tasks,
        {"chapter": "Chapter", "workstream": "Workstream", "task": "Task", "status": "Status", "due": "Due"},
    ),
}  # fmt: skip
