"""Which meeting or workstream a thing belongs to: a finding or a search result leads there."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from emgdesk.db.models import (
    Action,
    ActionSection,
    AgendaItem,
    Deliverable,
    Document,
    FollowUp,
    Intervention,
    MandateEvent,
    Membership,
    Paragraph,
    Participation,
    ReportSection,
)

_OWN: Mapping[str, Any] = {
    "agenda_item": AgendaItem,
    "document": Document,
    "action_section": ActionSection,
    "report_section": ReportSection,
    "intervention": Intervention,
    "follow_up": FollowUp,
    "participation": Participation,
}


def meeting_of(session: Session, *, kind: str, item_id: str) -> str | None:
    """The key of the meeting a thing of this kind (as in `Navigator.show`) belongs to, None if it is gone."""
    if kind == "action":
        section = select(ActionSection.meeting_id).join(Action, Action.section_id == ActionSection.id)
        return session.scalar(section.where(Action.id == item_id))
    if kind == "paragraph":
        report = select(ReportSection.meeting_id).join(Paragraph, Paragraph.section_id == ReportSection.id)
        return session.scalar(report.where(Paragraph.id == item_id))
    model = _OWN.get(kind)
    return session.scalar(select(model.meeting_id).where(model.id == item_id)) if model is not None else None


_OF_WORKSTREAM: Mapping[str, Any] = {
    "mandate_event": MandateEvent,
    "member": Membership,
    "deliverable": Deliverable,
}


def workstream_of(session: Session, *, kind: str, item_id: str) -> str | None:
    """The key of the workstream a thing of this kind belongs to, None if it is gone or belongs to none."""
    model = _OF_WORKSTREAM.get(kind)
    found = select(model.workstream_id).where(model.id == item_id) if model is not None else None
    return session.scalar(found) if found is not None else None
