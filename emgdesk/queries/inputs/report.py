"""The report of a meeting, and what its annexes show."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from sqlalchemy import select
from sqlalchemy.orm import Session

from emgdesk.db.models import Reservation
from emgdesk.domain.folding import fold
from emgdesk.queries.actions import list_actions
from emgdesk.queries.deliverables import endorsed_deliverables
from emgdesk.queries.inputs.actions import action_sections
from emgdesk.queries.inputs.agenda import agenda_input
from emgdesk.queries.inputs.meeting import meeting_facts
from emgdesk.queries.inputs.people import participants_input
from emgdesk.queries.inputs.references import Linked, linked_texts
from emgdesk.queries.inputs.symbols import symbol_of
from emgdesk.queries.reports import ParagraphRow, ReportSectionRow, list_report
from emgdesk.reports.builders.action_lines import ActionBlock
from emgdesk.reports.builders.agenda_lines import AgendaLine
from emgdesk.reports.builders.footnotes import ReservationLine
from emgdesk.reports.builders.report_lines import (
    EndorsedLine,
    MeetingReportFacts,
    ReportParagraph,
    ReportSection,
)

Reservations = Mapping[str, Sequence[ReservationLine]]


def meeting_report_input(session: Session, *, meeting_id: str) -> MeetingReportFacts:
    """The report with every block it takes from elsewhere."""
    agenda = agenda_input(session, meeting_id=meeting_id)
    symbol = symbol_of(session, meeting_id=meeting_id, name="meeting-report")
    report = list_report(session, meeting_id=meeting_id)
    concluded = {p.action_id for section in report for p in section.paragraphs if p.action_id}
    actions = [_without(block, concluded) for block in action_sections(session, meeting_id=meeting_id)]
    linked = linked_texts(session)
    against = _reservations_on_actions(session, meeting_id, linked)
    items = {line.id: line for line in agenda.items}
    return MeetingReportFacts(
        meeting=meeting_facts(session, meeting_id=meeting_id, symbol=symbol),
        agenda=agenda,
        sections=tuple(_section(row, items, actions, against, linked) for row in report),
        endorsed=_endorsed(session, meeting_id, linked),
        people=participants_input(session, meeting_id=meeting_id)[1],
    )


def _without(block: ActionBlock, concluded: Collection[str]) -> ActionBlock:
    """A section of the actions without the decisions that stand in the report as its conclusions."""
    return replace(block, actions=tuple(line for line in block.actions if line.id not in concluded))


def _section(
    row: ReportSectionRow,
    items: Mapping[str, AgendaLine],
    actions: Sequence[ActionBlock],
    against: Reservations,
    linked: Linked,
) -> ReportSection:
    reported = [items[key] for key in row.items if key in items]
    only = reported[0] if len(reported) == 1 else None
    return ReportSection(
        row.depth,
        row.heading,
        tuple(_paragraph(paragraph, actions, against, linked) for paragraph in row.paragraphs),
        (only.presented_by or only.presenter) if only else "",
    )


def _paragraph(
    row: ParagraphRow, actions: Sequence[ActionBlock], against: Reservations, linked: Linked
) -> ReportParagraph:
    own = (ReservationLine(one.entity, linked(one.text)) for one in row.reservations)
    return ReportParagraph(
        kind=row.kind,
        text=linked(row.text),
        notes=tuple(linked(note.text) for note in row.footnotes),
        reservations=(*own, *against.get(row.action_id or "", ())),
        actions=_block(row, actions) if row.kind == "actions" else None,
    )


def _block(row: ParagraphRow, actions: Sequence[ActionBlock]) -> ActionBlock | None:
    """The section a paragraph points to, or the one its text names."""
    named = fold(row.text)
    by_key = [block for block in actions if block.id == row.action_section_id]
    by_name = [block for block in actions if named and named in (fold(block.heading), fold(block.workstream))]
    return next(iter((*by_key, *by_name)), None)


def _reservations_on_actions(session: Session, meeting_id: str, linked: Linked) -> Reservations:
    return {
        action.id: [ReservationLine(one.entity, linked(one.text)) for one in action.reservations]
        for section in list_actions(session, meeting_id=meeting_id)
        for action in section.actions
    }


def _endorsed(session: Session, meeting_id: str, linked: Linked) -> tuple[EndorsedLine, ...]:
    """What the meeting endorsed, in the order of the list of deliverables."""
    rows = endorsed_deliverables(session, meeting_id=meeting_id)
    against: dict[str, list[ReservationLine]] = defaultdict(list)
    said = select(Reservation).where(Reservation.deliverable_id.in_([row.id for row in rows]))
    for one in session.scalars(said.order_by(Reservation.position, Reservation.id)):
        against[one.deliverable_id or ""].append(ReservationLine(one.entity, linked(one.text)))
    return tuple(
        EndorsedLine(row.title, row.kind, row.edition, row.web_address, tuple(against[row.id]))
        for row in rows
    )
