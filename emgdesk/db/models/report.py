from sqlalchemy.orm import Mapped

from emgdesk.db.types import Base, Key, Number, Word, reference


class ReportSection(Base):
    """A section of a meeting's report, or a sub-section below one."""

    __tablename__ = "report_section"

    id: Mapped[Key]
    meeting_id: Mapped[str] = reference("meeting.id")
    parent_id: Mapped[str | None] = reference("report_section.id", optional=True)
    position: Mapped[Number]
    heading: Mapped[Word]
    workstream_id: Mapped[str | None] = reference("workstream.id", optional=True)


class SectionItem(Base):
    """A section reports on an item of the agenda; both ways there may be several."""

    __tablename__ = "section_item"

    id: Mapped[Key]
    section_id: Mapped[str] = reference("report_section.id")
    agenda_item_id: Mapped[str] = reference("agenda_item.id")


class Paragraph(Base):
    """A paragraph of a report, a bullet, a conclusion, or a block taken from elsewhere.

    A conclusion with an `action_id` is that decision: its text stands there alone.
    """

    __tablename__ = "paragraph"

    id: Mapped[Key]
    section_id: Mapped[str] = reference("report_section.id")
    position: Mapped[Number]
    kind: Mapped[Word]  # domain.report_texts.KINDS
    text: Mapped[Word]  # CommonMark; [^1] refers to the first footnote
    speaker: Mapped[Word]
    entity: Mapped[Word]
    action_section_id: Mapped[str | None] = reference("action_section.id", optional=True)
    action_id: Mapped[str | None] = reference("action.id", optional=True)
    fill: Mapped[Word]  # the sentence filled from the desk's data, "" for words of one's own
    frozen: Mapped[Number]  # 1: the filled sentence no longer follows the data


class Footnote(Base):
    """A footnote of a paragraph; its mark is generated from the order."""

    __tablename__ = "footnote"

    id: Mapped[Key]
    paragraph_id: Mapped[str] = reference("paragraph.id")
    position: Mapped[Number]
    text: Mapped[Word]  # CommonMark
