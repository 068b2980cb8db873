from sqlalchemy import Text
from sqlalchemy.orm import Mapped, mapped_column

from emgdesk.db.types import Base, Key, Word, reference


class ImportRun(Base):
    """One file taken in, and how its columns were read (remembered for the same header)."""

    __tablename__ = "import_run"

    id: Mapped[Key]
    at: Mapped[Word]  # ISO, UTC
    file: Mapped[Word]
    sha256: Mapped[Word]
    kind: Mapped[Word]  # roster, workplan, meeting
    sheet: Mapped[Word]
    fingerprint: Mapped[str] = mapped_column(Text, default="", server_default="", index=True)
    mapping: Mapped[Word]  # JSON: {field: header}
    headers: Mapped[Word]  # JSON: every header in column order
    decisions: Mapped[Word]  # JSON: {row: key of the person it is, or "skip"}, as somebody decided
    meeting_id: Mapped[str | None] = reference("meeting.id", optional=True)
