"""How much a meeting holds: the numbers beside the titles of its sub-tabs."""

from dataclasses import dataclass, replace

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from emgdesk.db.models import Action, ActionSection, AgendaItem, Document, Paragraph, ReportSection
from emgdesk.domain.statuses import DECIDED
from emgdesk.queries.actions import list_actions
from emgdesk.queries.origins import put_before


@dataclass(frozen=True, slots=True)
class MeetingSizes:
    """Items of the agenda, lines of the register, actions, paragraphs of the report.

    `undecided` are those of `undecided_actions`.
    """

    agenda: int
    documents: int
    actions: int
    report: int
    undecided: int = 0


def meeting_sizes(session: Session, *, meeting_id: str) -> MeetingSizes:
    """The sizes of a meeting's parts."""
    actions = select(func.count(Action.id)).join(ActionSection, ActionSection.id == Action.section_id)
    report = select(func.count(Paragraph.id)).join(ReportSection, ReportSection.id == Paragraph.section_id)
    counts = (
        select(func.count(AgendaItem.id)).where(AgendaItem.meeting_id == meeting_id),
        select(func.count(Document.id)).where(Document.meeting_id == meeting_id),
        actions.where(ActionSection.meeting_id == meeting_id),
        report.where(ReportSection.meeting_id == meeting_id),
    )
    held = MeetingSizes(*(session.scalar(count) or 0 for count in counts))
    return replace(held, undecided=undecided_actions(session, meeting_id=meeting_id))


def undecided_actions(session: Session, *, meeting_id: str) -> int:
    """How many actions of the first level a meeting has left open, put before no later one."""
    later = put_before(session, meeting_id=meeting_id)
    rows = (row for section in list_actions(session, meeting_id=meeting_id) for row in section.actions)
    return sum(row.outcome not in DECIDED and not row.parent_id and row.id not in later for row in rows)
