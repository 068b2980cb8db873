"""What was said during a meeting, as noted."""

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from emgdesk.db.models import Intervention
from emgdesk.queries.agendas import list_agenda


@dataclass(frozen=True, slots=True)
class InterventionRow:
    """A note: `item` is the path of its agenda item ("3.a"), `at` HH:MM; `written` once it is a paragraph."""

    id: str
    agenda_item_id: str | None
    item: str
    item_title: str
    person_id: str | None
    speaker: str
    entity_id: str | None
    entity: str
    kind: str
    gist: str
    at: str
    paragraph_id: str | None

    @property
    def written(self) -> bool:
        """Whether it was turned into a paragraph of the report."""
        return self.paragraph_id is not None


def list_interventions(session: Session, *, meeting_id: str) -> tuple[InterventionRow, ...]:
    """The notes of a meeting in their order."""
    items = {row.id: row for row in list_agenda(session, meeting_id=meeting_id)}
    mine = select(Intervention).where(Intervention.meeting_id == meeting_id)
    rows = []
    for note in session.scalars(mine.order_by(Intervention.position, Intervention.id)):
        item = items.get(note.agenda_item_id or "")
        rows.append(
            InterventionRow(
                note.id, note.agenda_item_id, item.path if item else "", item.title if item else "",
                note.person_id, note.speaker, note.entity_id, note.entity, note.kind, note.gist, note.at,
                note.paragraph_id,
            )
        )  # fmt: skip
    return tuple(rows)
