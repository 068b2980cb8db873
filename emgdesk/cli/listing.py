"""What is on the desk, as rows with the workbooks' column names."""

import argparse
from collections.abc import Callable, Sequence
from dataclasses import asdict
from typing import Any

from emgdesk.cli.desk import meeting, opened
from emgdesk.cli.output import Answer, table
from emgdesk.domain.folding import fold
from emgdesk.domain.meeting_books import BookRow, MeetingBook
from emgdesk.domain.workbooks import ACTIONS, DOCUMENTS, SheetForm
from emgdesk.errors import DataError, UsageError
from emgdesk.queries.duplicates import find_duplicates
from emgdesk.queries.entities import list_entities
from emgdesk.queries.meeting_books import meeting_book
from emgdesk.queries.meetings import MeetingRow, list_meetings
from emgdesk.queries.people import PersonRow, list_people
from emgdesk.queries.roster import RosterRow, list_roster
from emgdesk.queries.workstreams import WorkstreamRow, list_chapters, list_tasks, list_workstreams
from emgdesk.workspace import Workspace

Rows = list[dict[str, Any]]


def run_list(arguments: argparse.Namespace) -> Answer:
    rows_of, columns = LISTS[arguments.what]
    with opened(arguments) as desk:
        rows = rows_of(desk, arguments)
    return Answer(
        {arguments.what: rows}, table(rows, columns, f"There are no {arguments.what} on this desk yet.")
    )


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


def _workstreams(desk: Workspace, _: argparse.Namespace) -> Rows:
    return [
        {
            "id": w.id, "name": w.name, "aliases": list(w.aliases), "short_name": w.short_name,
            "kind": w.kind, "parent": w.parent, "chapter": w.chapter, "letter": w.letter, "leads": w.leads,
            "members": w.members, "purpose": w.purpose, "status": w.status, "tasks": w.tasks,
        }
        for w in desk.read(list_workstreams)
    ]  # fmt: skip


def find_workstream(rows: tuple[WorkstreamRow, ...], name: str) -> WorkstreamRow:
    """The workstream of a name, short name or alias. Raises DataError with the list of names."""
    for row in rows:
        if fold(name) in {fold(known) for known in (row.name, row.short_name, *row.aliases) if known}:
            return row
    known = "; ".join(row.name for row in rows) or "none yet"
    raise DataError(f"There is no workstream “{name}” on this desk; its workstreams are: {known}.")


def _tasks(desk: Workspace, arguments: argparse.Namespace) -> Rows:
    workstreams = desk.read(list_workstreams)
    names = {row.id: row.name for row in workstreams}
    chapters = {row.id: f"{row.label} {row.title}" for row in desk.read(list_chapters)}
    wanted = find_workstream(workstreams, arguments.workstream).id if arguments.workstream else None
    order = {key: n for n, key in enumerate(chapters)}
    place = {row.id: n for n, row in enumerate(workstreams)}
    tasks = desk.read(list_tasks, workstream_id=wanted)
    return [
        {
            "id": task.id, "chapter": chapters[task.chapter_id],
            "workstream": names.get(task.workstream_id or "", ""), "task": task.text, "source": task.source,
            "responsible": task.responsible, "due": task.due, "status": task.status,
            "next_steps": task.next_steps,
            "entries": [
                {"id": e.id, "status": e.status, "progress": e.text, "as_of": e.as_of} for e in task.entries
            ],
        }
        for task in sorted(
            tasks, key=lambda t: (order[t.chapter_id], place.get(t.workstream_id or "", len(place)))
        )
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
        {"letter": "Letter", "name": "Name", "kind": "Kind", "chapter": "Chapter", "tasks": "Tasks"},
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
}
