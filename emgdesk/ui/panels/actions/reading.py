"""What the panel shows of a meeting, read at once."""

from dataclasses import dataclass
from typing import Any

from emgdesk.domain.statuses import ADOPTED, DECIDED
from emgdesk.domain.workstream_names import workstream_key
from emgdesk.queries.actions import ActionRow, ActionSectionRow, list_actions
from emgdesk.queries.decisions import (
    OfferedTask,
    PlannedEffect,
    meetings_with_actions,
    offered_tasks,
    planned_effects,
)
from emgdesk.queries.entities import list_entities
from emgdesk.queries.meetings import MeetingRow, list_meetings
from emgdesk.queries.workstreams import ChapterRow, WorkstreamRow, list_chapters, list_workstreams


@dataclass(frozen=True, slots=True)
class Board:
    """The actions of a meeting with what can be chosen beside them; `meetings` are the other ones."""

    meeting: MeetingRow | None = None
    sections: tuple[ActionSectionRow, ...] = ()
    planned: tuple[PlannedEffect, ...] = ()
    offered: tuple[OfferedTask, ...] = ()
    meetings: tuple[MeetingRow, ...] = ()
    with_actions: frozenset[str] = frozenset()
    workstreams: tuple[WorkstreamRow, ...] = ()
    chapters: tuple[ChapterRow, ...] = ()
    entities: tuple[tuple[str, str], ...] = ()  # acronym, key

    def section(self, section_id: str) -> ActionSectionRow | None:
        return next((row for row in self.sections if row.id == section_id), None)

    def action(self, action_id: str) -> ActionRow | None:
        return next((row for row in self.actions if row.id == action_id), None)

    @property
    def actions(self) -> tuple[ActionRow, ...]:
        """All actions in printed order."""
        return tuple(action for section in self.sections for action in section.actions)

    @property
    def undecided(self) -> int:
        return sum(action.outcome not in DECIDED for action in self.actions)

    @property
    def decisions(self) -> int:
        return sum(action.outcome in ADOPTED for action in self.actions)

    def workstream_named(self, name: str) -> dict[str, str | None]:
        """The fields that say which workstream is meant by what was typed: its key, or the words."""
        key = workstream_key(name)
        for row in self.workstreams if key else ():
            if key in (workstream_key(row.name), *map(workstream_key, row.aliases)):
                return {"id": row.id, "name": ""}
        return {"id": None, "name": name}

    def entity_named(self, name: str) -> str | None:
        return next((key for acronym, key in self.entities if acronym == name.strip()), None)


def read_board(session: Any, *, meeting_id: str) -> Board:
    """Everything the panel shows of a meeting; an empty board once the meeting is gone."""
    meetings = list_meetings(session)
    meeting = next((row for row in meetings if row.id == meeting_id), None)
    if meeting is None:
        return Board()
    return Board(
        meeting=meeting,
        sections=list_actions(session, meeting_id=meeting_id),
        planned=planned_effects(session, meeting_id=meeting_id),
        offered=offered_tasks(session, meeting_id=meeting_id),
        meetings=tuple(row for row in meetings if row is not meeting),
        with_actions=meetings_with_actions(session),
        workstreams=list_workstreams(session),
        chapters=list_chapters(session),
        entities=tuple((row.acronym, row.id) for row in list_entities(session)),
    )
