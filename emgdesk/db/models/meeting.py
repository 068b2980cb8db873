from sqlalchemy import Text
from sqlalchemy.orm import Mapped, mapped_column

from emgdesk.db.types import Base, Key, Word, reference


class Meeting(Base):
    """A sitting with its own code; a segment of a SOM is a meeting of its own."""

    __tablename__ = "meeting"

    id: Mapped[Key]
    code: Mapped[str] = mapped_column(Text)
    code_key: Mapped[str] = mapped_column(Text, unique=True)  # domain.codes.code_key(code)
    title: Mapped[Word]
    som_number: Mapped[int | None]
    segment: Mapped[Word]  # mid-term, technical, senior, other
    date: Mapped[Word]  # ISO: a day, a month, or empty
    end_date: Mapped[Word]
    start_time: Mapped[Word]  # HH:MM
    end_time: Mapped[Word]
    zone_label: Mapped[Word]  # as typed
    mode: Mapped[Word]  # online, in person, hybrid
    venue: Mapped[Word]
    chair: Mapped[Word]
    status: Mapped[Word]  # planned, confirmed, held, postponed, cancelled
    distribution: Mapped[Word]
    opened_at: Mapped[Word]
    opened_by: Mapped[Word]
    closed_at: Mapped[Word]
    agenda_adopted: Mapped[Word]
    head_count: Mapped[int | None]
    agenda_symbol: Mapped[Word]
    report_symbol: Mapped[Word]
    summary_symbol: Mapped[Word]
    summary_title: Mapped[Word]
    summary_subtitle: Mapped[Word]
    kind: Mapped[Word]  # segment, workstream meeting, nexus dialogue, event
    workstream_id: Mapped[str | None] = reference("workstream.id", optional=True)  # whose meeting it is
    previous_id: Mapped[str | None] = reference("meeting.id", optional=True)  # the one it was made like
    symbol_pattern: Mapped[Word]  # of its documents: "EMG/SOM.{som}/technical/{number}"
    agenda_style: Mapped[Word]  # label style of the agenda's first level; "" is 1
