"""What the text of a report needs to be shown and written, read in one go."""

from __future__ import annotations

from dataclasses import dataclass

from emgdesk.queries.actions import ActionSectionRow, list_actions
from emgdesk.queries.agendas import AgendaRow, list_agenda
from emgdesk.queries.deliverables import DeliverableRow, list_deliverables
from emgdesk.queries.meetings import get_meeting
from emgdesk.queries.reports import ParagraphRow, ReportSectionRow, list_report
from emgdesk.queries.roster import list_roster
from emgdesk.queries.workstreams import list_workstreams
from emgdesk.workspace import Workspace


@dataclass(frozen=True, slots=True)
class ReportView:
    """A report and what it refers to.

    `people` are (name, entity) of the roster, `workstreams` (key, name).
    """

    meeting_id: str
    sections: tuple[ReportSectionRow, ...] = ()
    agenda: tuple[AgendaRow, ...] = ()
    actions: tuple[ActionSectionRow, ...] = ()
    people: tuple[tuple[str, str], ...] = ()
    workstreams: tuple[tuple[str, str], ...] = ()
    deliverables: tuple[DeliverableRow, ...] = ()
    segment: str = ""

    def section(self, key: str) -> ReportSectionRow | None:
        return next((section for section in self.sections if section.id == key), None)

    def paragraph(self, key: str) -> ParagraphRow | None:
        return next((p for section in self.sections for p in section.paragraphs if p.id == key), None)

    def citation(self, action_id: str) -> str:
        """What a decision is called: "III. b)"."""
        found = (a.citation for section in self.actions for a in section.actions if a.id == action_id)
        return next(found, "")

    def action_section(self, key: str | None) -> ActionSectionRow | None:
        return next((section for section in self.actions if section.id == key), None)


def read_report(workspace: Workspace, meeting_id: str) -> ReportView:
    """The report of a meeting with everything its editor offers."""
    read = workspace.read
    return ReportView(
        meeting_id=meeting_id,
        sections=read(list_report, meeting_id=meeting_id),
        agenda=read(list_agenda, meeting_id=meeting_id),
        actions=read(list_actions, meeting_id=meeting_id),
        people=tuple((row.name, row.entity) for row in read(list_roster, meeting_id=meeting_id)),
        workstreams=tuple((row.id, row.name) for row in read(list_workstreams)),
        deliverables=read(list_deliverables),
        segment=read(get_meeting, meeting_id=meeting_id).segment,
    )
