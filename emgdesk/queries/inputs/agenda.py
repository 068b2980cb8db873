"""An agenda and a register for the documents of a meeting."""

from sqlalchemy.orm import Session

from emgdesk.queries.agendas import AgendaRow, list_agenda
from emgdesk.queries.documents import list_documents
from emgdesk.queries.inputs.meeting import meeting_facts
from emgdesk.queries.inputs.references import Linked, linked_texts
from emgdesk.queries.inputs.symbols import symbol_of
from emgdesk.queries.meetings import get_meeting
from emgdesk.reports.builders.agenda_lines import AgendaFacts, AgendaLine, PaperLine


def agenda_input(session: Session, *, meeting_id: str, name: str = "agenda") -> AgendaFacts:
    """Facts for document `name`, whose symbol stands at its head."""
    linked = linked_texts(session)
    symbol = symbol_of(session, meeting_id=meeting_id, name=name)
    return AgendaFacts(
        meeting=meeting_facts(session, meeting_id=meeting_id, symbol=symbol),
        items=tuple(_line(row, linked) for row in list_agenda(session, meeting_id=meeting_id)),
        papers=tuple(
            PaperLine(row.id, row.number, row.title, row.symbol, row.web_address)
            for row in list_documents(session, meeting_id=meeting_id)
        ),
        chair=get_meeting(session, meeting_id=meeting_id).chair,
    )


def _line(row: AgendaRow, linked: Linked) -> AgendaLine:
    return AgendaLine(
        id=row.id,
        depth=row.depth,
        level=row.path.count("."),
        label=row.label,
        title=row.title,
        start=row.start_time,
        end=row.end_time,
        presenter=row.presenter,
        presented_by=row.presented_by,
        notes=linked(row.notes),
        draft_conclusion=linked(row.draft_conclusion),
        papers=row.documents,
    )
