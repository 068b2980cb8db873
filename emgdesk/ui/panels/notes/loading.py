"""What the notes of a meeting are written with, read in one go on the worker thread."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from emgdesk.domain.folding import fold
from emgdesk.errors import EmgdeskError
from emgdesk.queries.agendas import AgendaRow, list_agenda
from emgdesk.queries.entities import EntityRow, list_entities
from emgdesk.queries.interventions import InterventionRow, list_interventions
from emgdesk.queries.meetings import MeetingRow, get_meeting
from emgdesk.queries.reports import ReportSectionRow, list_report
from emgdesk.queries.roster import RosterRow, list_roster

if TYPE_CHECKING:
    from emgdesk.workspace import Workspace

_LEAST = 2  # letters of a name that may stand for the whole


@dataclass(frozen=True, slots=True)
class LoadedNotes:
    """A meeting's notes, and who may speak on what; `speakers` are lines of its roster by folded name."""

    meeting: MeetingRow
    notes: tuple[InterventionRow, ...]
    items: tuple[AgendaRow, ...]
    speakers: Mapping[str, RosterRow]
    entities: Mapping[str, EntityRow]
    sections: tuple[ReportSectionRow, ...]

    def speaker(self, name: str) -> RosterRow | None:
        """The line of the roster whose printed name this is."""
        return self.speakers.get(fold(name))

    def speakers_like(self, part: str) -> list[RosterRow]:
        """The lines of the roster a part of a name stands for; a whole name stands for its own alone."""
        typed = fold(part)
        if typed in self.speakers:
            return [self.speakers[typed]]
        return [line for name, line in self.speakers.items() if len(typed) >= _LEAST and typed in name]

    def entity_id(self, name: str) -> str | None:
        """The key of the entity written so."""
        row = self.entities.get(fold(name))
        return row.id if row else None


def load_notes(workspace: Workspace, *, meeting_id: str) -> LoadedNotes | None:
    """Everything about the notes of a meeting; None for one that has just been deleted."""
    try:
        meeting = workspace.read(get_meeting, meeting_id=meeting_id)
    except EmgdeskError:
        return None
    entities: dict[str, EntityRow] = {}
    for row in workspace.read(list_entities):
        for name in (*row.aliases, row.full_name, row.acronym):
            entities[fold(name)] = row
    roster = workspace.read(list_roster, meeting_id=meeting_id)
    return LoadedNotes(
        meeting=meeting,
        notes=workspace.read(list_interventions, meeting_id=meeting_id),
        items=workspace.read(list_agenda, meeting_id=meeting_id),
        speakers={fold(line.name): line for line in roster},
        entities=entities,
        sections=workspace.read(list_report, meeting_id=meeting_id),
    )
