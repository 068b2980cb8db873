"""The present work plan as the rows of its workbook, sheet by sheet."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby

from sqlalchemy import select
from sqlalchemy.orm import Session

from emgdesk.db.models import Deliverable, DeliverableStage, Meeting, Workstream, WorkstreamAlias
from emgdesk.domain.meeting_books import BookRow
from emgdesk.domain.workbooks import DELIVERABLES, MANDATE, MEMBERS, NAMES, TASKS, WORKSTREAMS
from emgdesk.queries.citations import read_citations
from emgdesk.queries.mandates import list_events
from emgdesk.queries.memberships import list_members, written_members
from emgdesk.queries.workstreams import (
    EntryRow,
    TaskRow,
    WorkstreamRow,
    list_chapters,
    list_tasks,
    list_workstreams,
)

WorkplanBook = Mapping[str, tuple[BookRow, ...]]
"""The rows of each sheet of a work-plan workbook, by the sheet's name."""
_NO_ENTRY = EntryRow("", "", "", "", 0)


def workplan_book(session: Session) -> WorkplanBook:
    """What the workbook of the work plan says now.

    A row of the sheet Tasks is a progress entry and has its key; a task nobody reported on is one row
    with the key of the task. So a row of Deliverables is a stage, or a deliverable without any.
    """
    workstreams = list_workstreams(session)
    besides = besides_tasks(session, workstreams)
    return {
        WORKSTREAMS.name: tuple(_workstreams(session, workstreams)),
        NAMES.name: besides[NAMES.name],
        MANDATE.name: besides[MANDATE.name],
        MEMBERS.name: besides[MEMBERS.name],
        TASKS.name: tuple(_tasks(session, workstreams)),
        DELIVERABLES.name: besides[DELIVERABLES.name],
    }


def besides_tasks(session: Session, workstreams: Sequence[WorkstreamRow]) -> WorkplanBook:
    """The rows of the sheets Names, Mandate, Members and Deliverables alone, of all `workstreams`."""
    order = {row.id: at for at, row in enumerate(workstreams)}
    return {
        NAMES.name: tuple(_names(session, workstreams)),
        MANDATE.name: tuple(_mandate(session, order)),
        MEMBERS.name: tuple(_members(session, workstreams)),
        DELIVERABLES.name: tuple(_deliverables(session)),
    }


def tasks_in_order(
    tasks: Iterable[TaskRow], chapters: Iterable[str], workstreams: Iterable[str]
) -> list[TaskRow]:
    """Tasks as the report has them: by chapter, by workstream, those of the chapter itself last.

    `chapters` and `workstreams` are keys in their order.
    """
    place = {key: at for at, key in enumerate(chapters)}
    within = {key: at for at, key in enumerate(workstreams)}
    return sorted(tasks, key=lambda t: (place[t.chapter_id], within.get(t.workstream_id or "", len(within))))


def _workstreams(session: Session, rows: Iterable[WorkstreamRow]) -> Iterator[BookRow]:
    members = written_members(session)
    for row in rows:
        cells = {
            "Name": row.name, "Aliases": "\n".join(row.aliases), "Short name": row.short_name,
            "Kind": row.kind, "Parent": row.parent, "Chapter": row.chapter, "Letter": row.letter,
            "Leads": row.leads, "Members": row.members, "Purpose": row.purpose,
            "Co-chairs": members.get((row.id, "co-chair"), ""),
            "Focal points": members.get((row.id, "focal point"), ""),
            "Officer": row.officer, "Proposer": row.proposer,
        }  # fmt: skip
        yield BookRow(row.id, cells)


def _names(session: Session, workstreams: Iterable[WorkstreamRow]) -> Iterator[BookRow]:
    held: dict[str, list[WorkstreamAlias]] = {}
    for alias in session.scalars(select(WorkstreamAlias).order_by(WorkstreamAlias.id)):
        held.setdefault(alias.workstream_id, []).append(alias)
    for row in workstreams:
        for alias in held.get(row.id, ()):
            cells = {"Workstream": row.name, "Name": alias.name, "Since": alias.since, "Until": alias.until}
            yield BookRow(alias.id, cells, owner_id=row.id)


def _mandate(session: Session, order: Mapping[str, int]) -> Iterator[BookRow]:
    """The events of each workstream together, by date."""
    for row in sorted(list_events(session), key=lambda row: order[row.event.workstream_id]):
        event = row.event
        cells = {
            "Workstream": row.workstream, "Event": event.kind, "Date": event.date, "Meeting": row.meeting,
            "Until": event.until, "Other workstream": row.other, "New name": event.new_name,
            "New kind": event.new_kind, "Note": row.note,
        }  # fmt: skip
        yield BookRow(row.id, cells, owner_id=event.workstream_id)


def _members(session: Session, workstreams: Iterable[WorkstreamRow]) -> Iterator[BookRow]:
    """Those with a row of their own; names written in one cell stand on the sheet Workstreams alone."""
    names = {row.id: row.name for row in workstreams}
    order = {key: at for at, key in enumerate(names)}
    held = (row for row in list_members(session) if row.id)
    for row in sorted(held, key=lambda row: order[row.workstream_id]):
        cells = {
            "Workstream": names[row.workstream_id], "Role": row.role, "Entity": row.entity,
            "Person": row.person, "Since": row.since, "Until": row.until, "Note": row.note,
        }  # fmt: skip
        yield BookRow(row.id, cells, owner_id=row.workstream_id)


def _tasks(session: Session, workstreams: Iterable[WorkstreamRow]) -> Iterator[BookRow]:
    chapters = {row.id: f"{row.label} {row.title}" for row in list_chapters(session)}
    names = {row.id: row.name for row in workstreams}
    tasks = list_tasks(session)
    decisions = read_citations(session, (task.action_id for task in tasks if task.action_id))
    for task in tasks_in_order(tasks, chapters, names):
        head = {
            "Chapter": chapters[task.chapter_id], "Workstream": names.get(task.workstream_id or "", ""),
            "Task": task.text, "Source": task.source, "Responsible": task.responsible, "Due": task.due,
            "Next steps": task.next_steps,
            "Decision": decisions[task.action_id].words if task.action_id in decisions else "",
            "Since": task.since, "Left": task.until,
        }  # fmt: skip
        for entry in task.entries or (_NO_ENTRY,):
            told = {"Status": entry.status, "Progress": entry.text, "As of": entry.as_of}
            yield BookRow(entry.id or task.id, {**head, **told}, owner_id=task.id)


def _deliverables(session: Session) -> Iterator[BookRow]:
    names = dict(session.execute(select(Workstream.id, Workstream.name)).all())
    codes = dict(session.execute(select(Meeting.id, Meeting.code)).all())
    ordered = select(DeliverableStage).order_by(
        DeliverableStage.deliverable_id, DeliverableStage.position, DeliverableStage.id
    )
    stages = {key: tuple(held) for key, held in groupby(session.scalars(ordered), lambda s: s.deliverable_id)}
    for row in session.scalars(select(Deliverable).order_by(Deliverable.position, Deliverable.id)):
        head = {
            "Title": row.title, "Kind": row.kind, "Edition": row.edition, "Entities": row.entities,
            "Workstream": names.get(row.workstream_id or "", ""), "Web address": row.web_address,
        }  # fmt: skip
        if row.id not in stages:
            yield BookRow(row.id, head, owner_id=row.id)
        for stage in stages.get(row.id, ()):
            told = {
                "Stage": stage.stage, "Stage date": stage.date, "Stage note": stage.note,
                "Stage meeting": codes.get(stage.meeting_id or "", ""),
            }  # fmt: skip
            yield BookRow(stage.id, {**head, **told}, owner_id=row.id)
