"""What the agenda panel shows, read in one go on the worker thread."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from emgdesk.domain.agenda_times import TimesFinding
from emgdesk.domain.zones import zone_finding
from emgdesk.errors import EmgdeskError
from emgdesk.queries.agendas import AgendaRow, AgendaSource, find_times, list_agenda, list_agenda_sources
from emgdesk.queries.documents import DocumentRow, list_documents
from emgdesk.queries.entities import list_entities
from emgdesk.queries.meetings import MeetingRow, get_meeting
from emgdesk.queries.offices import list_designations, list_offices
from emgdesk.queries.roster import list_roster
from emgdesk.queries.workstreams import list_workstreams

if TYPE_CHECKING:
    from emgdesk.workspace import Workspace


@dataclass(frozen=True, slots=True)
class LoadedAgenda:
    """A meeting with its items, what does not fit in them, and what can be chosen for them.

    `workstreams` are names by key; `presenters` those who may present, as they are printed.
    """

    meeting: MeetingRow
    rows: tuple[AgendaRow, ...]
    findings: tuple[TimesFinding, ...]
    zone: str
    documents: tuple[DocumentRow, ...]
    workstreams: Mapping[str, str]
    presenters: tuple[str, ...]
    sources: tuple[AgendaSource, ...]


def load_agenda(workspace: Workspace, *, meeting_id: str) -> LoadedAgenda | None:
    """Everything about the agenda of a meeting; None for one that has just been deleted."""
    try:
        meeting = workspace.read(get_meeting, meeting_id=meeting_id)
    except EmgdeskError:
        return None
    rows = workspace.read(list_agenda, meeting_id=meeting_id)
    return LoadedAgenda(
        meeting=meeting,
        rows=rows,
        findings=workspace.read(find_times, meeting_id=meeting_id),
        zone=zone_finding(meeting.zone_label, meeting.date),
        documents=workspace.read(list_documents, meeting_id=meeting_id),
        workstreams={stream.id: stream.name for stream in workspace.read(list_workstreams)},
        presenters=_presenters(workspace, meeting),
        sources=() if rows else workspace.read(list_agenda_sources, meeting_id=meeting_id),
    )


def _presenters(workspace: Workspace, meeting: MeetingRow) -> tuple[str, ...]:
    """Who may present: the roster, the offices and designations of the day, the entities."""
    day = meeting.date
    roster = workspace.read(list_roster, meeting_id=meeting.id)
    offices = workspace.read(list_offices, as_of=day)
    designated = workspace.read(list_designations, as_of=day)
    names = [
        *(_named(row.name, row.entity) for row in roster),
        *(_named(row.person, row.office) for row in offices),
        *(row.office for row in offices),
        *(_named(row.person, row.acronym) for row in designated),
        *(entity.acronym for entity in workspace.read(list_entities)),
    ]
    return _each_once(names)


def _named(name: str, whose: str) -> str:
    return f"{name}, {whose}" if whose else name


def _each_once(names: Sequence[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for name in names if name))
