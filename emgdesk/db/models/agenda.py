from sqlalchemy.orm import Mapped

from emgdesk.db.types import Base, Key, Number, Word, reference


class AgendaItem(Base):
    """An item of a meeting's agenda, or a timed line; its label is generated from the order."""

    __tablename__ = "agenda_item"

    id: Mapped[Key]
    meeting_id: Mapped[str] = reference("meeting.id")
    parent_id: Mapped[str | None] = reference("agenda_item.id", optional=True)
    position: Mapped[Number]  # among the items below the same parent
    title: Mapped[Word]
    numbered: Mapped[Number]  # 0: a timed line that prints no label
    children_style: Mapped[Word]  # label style of the items below: 1, a, A, i, I; "" by depth
    start_time: Mapped[Word]  # HH:MM
    end_time: Mapped[Word]
    presenter: Mapped[Word]  # as planned and printed; several are separated by "; "
    presented_by: Mapped[Word]  # who did present
    workstream_id: Mapped[str | None] = reference("workstream.id", optional=True)
    notes: Mapped[Word]  # CommonMark, for the chair
    draft_conclusion: Mapped[Word]  # CommonMark, for the chair


class AgendaDocument(Base):
    """A document before the meeting under an item of its agenda."""

    __tablename__ = "agenda_document"

    id: Mapped[Key]
    agenda_item_id: Mapped[str] = reference("agenda_item.id")
    document_id: Mapped[str] = reference("document.id")
