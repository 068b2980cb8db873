"""Everything that hangs on a meeting, taken off the desk with it."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import InstrumentedAttribute, Session

from emgdesk.db.models import (
    Action,
    ActionSection,
    AgendaDocument,
    AgendaItem,
    Attachment,
    AttachmentPart,
    DeliverableStage,
    Document,
    Effect,
    FollowUp,
    Footnote,
    ImportRun,
    IntendedFinding,
    Intervention,
    IssuedDocument,
    MandateEvent,
    Meeting,
    Paragraph,
    Participation,
    ReportSection,
    Reservation,
    SectionItem,
    Task,
)

Column = InstrumentedAttribute[Any]


def clear_meeting(session: Session, meeting: Meeting) -> None:
    """Remove what belongs to `meeting`; let go of it what only refers to it."""
    key = meeting.id
    let_go(session, MandateEvent.meeting_id, [key], meeting=meeting.code)
    for column in (
        ImportRun.meeting_id, DeliverableStage.meeting_id, FollowUp.answered_meeting_id, Meeting.previous_id,
    ):  # fmt: skip
        let_go(session, column, [key])
    for column in (Participation.meeting_id, Intervention.meeting_id, IntendedFinding.meeting_id):
        _remove(session, column, [key])
    _remove(session, FollowUp.meeting_id, [key])
    sections = _keys(session, ReportSection.meeting_id, [key])
    remove_paragraphs(session, _keys(session, Paragraph.section_id, sections))
    remove_sections(session, sections)
    remove_actions(
        session, _keys(session, Action.section_id, _keys(session, ActionSection.meeting_id, [key]))
    )
    _remove(session, ActionSection.meeting_id, [key])
    remove_items(session, _keys(session, AgendaItem.meeting_id, [key]))
    files = _attached(session, key)
    _remove(session, IssuedDocument.meeting_id, [key])
    _remove(session, Document.meeting_id, [key])
    remove_attachments(session, files)


def remove_paragraphs(session: Session, paragraphs: Sequence[str]) -> None:
    """Remove paragraphs with their footnotes and reservations; notes and follow-ups made of them stay."""
    _remove(session, Footnote.paragraph_id, paragraphs)
    _remove(session, Reservation.paragraph_id, paragraphs)
    let_go(session, Intervention.paragraph_id, paragraphs)
    let_go(session, FollowUp.paragraph_id, paragraphs)
    _remove(session, Paragraph.id, paragraphs)


def remove_sections(session: Session, sections: Sequence[str]) -> None:
    """Remove report sections, whose paragraphs are gone already; those below one go up to the top."""
    _remove(session, SectionItem.section_id, sections)
    let_go(session, ReportSection.parent_id, sections)
    _remove(session, ReportSection.id, sections)


def remove_actions(session: Session, actions: Sequence[str]) -> None:
    """Remove actions with their effects and reservations; what was made of them stays on its own."""
    let_go(session, MandateEvent.action_id, actions, effect_id=None)
    let_go(session, Task.action_id, actions)
    let_go(session, FollowUp.action_id, actions)
    let_go(session, Action.origin_id, actions)
    _remove(session, Effect.action_id, actions)
    _remove(session, Reservation.action_id, actions)
    let_go(session, Paragraph.action_id, actions)
    let_go(session, Action.parent_id, actions)
    _remove(session, Action.id, actions)


def remove_items(session: Session, items: Sequence[str]) -> None:
    """Remove items of an agenda; what refers to them lets go, those below one go up to the top."""
    _remove(session, AgendaDocument.agenda_item_id, items)
    _remove(session, SectionItem.agenda_item_id, items)
    let_go(session, Intervention.agenda_item_id, items)
    let_go(session, AgendaItem.parent_id, items)
    _remove(session, AgendaItem.id, items)


def remove_attachments(session: Session, files: Sequence[str]) -> None:
    """Remove stored files nothing refers to any more."""
    held = {
        key
        for column in (Document.attachment_id, IssuedDocument.attachment_id)
        for key in session.scalars(select(column).where(column.in_(files)))
    }
    loose = [key for key in files if key not in held]
    _remove(session, AttachmentPart.attachment_id, loose)
    _remove(session, Attachment.id, loose)


def _attached(session: Session, meeting_id: str) -> list[str]:
    found = [
        *session.scalars(select(Document.attachment_id).where(Document.meeting_id == meeting_id)),
        *session.scalars(select(IssuedDocument.attachment_id).where(IssuedDocument.meeting_id == meeting_id)),
    ]
    return [key for key in found if key]


def _keys(session: Session, column: Column, values: Sequence[str]) -> list[str]:
    return list(session.scalars(select(column.class_.id).where(column.in_(values))))


def _remove(session: Session, column: Column, values: Sequence[str]) -> None:
    for row in session.scalars(select(column.class_).where(column.in_(values))):
        session.delete(row)
    session.flush()


def let_go(session: Session, column: Column, values: Sequence[str], **also: str | None) -> None:
    """Empty `column` where it is one of `values`, and set what else is said."""
    for row in session.scalars(select(column.class_).where(column.in_(values))):
        setattr(row, column.key, None)
        for name, value in also.items():
            setattr(row, name, value)
    session.flush()
