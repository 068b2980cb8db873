from sqlalchemy.orm import Mapped

from emgdesk.db.types import Base, Key, Number, Word, reference


class Attachment(Base):
    """A file kept in the desk; its bytes stand in the parts."""

    __tablename__ = "attachment"

    id: Mapped[Key]
    name: Mapped[Word]  # the file's own name, without folders
    size: Mapped[Number]  # bytes
    sha256: Mapped[Word]  # hexadecimal, of the bytes
    added_at: Mapped[Word]  # ISO, UTC


class AttachmentPart(Base):
    """A stretch of a file's bytes as base64: the journal keeps text alone."""

    __tablename__ = "attachment_part"

    id: Mapped[Key]
    attachment_id: Mapped[str] = reference("attachment.id")
    position: Mapped[Number]
    data: Mapped[Word]


class Document(Base):
    """A line of a meeting's document register."""

    __tablename__ = "document"

    id: Mapped[Key]
    meeting_id: Mapped[str] = reference("meeting.id")
    position: Mapped[Number]
    number: Mapped[Word]  # as printed: "04", "04.A", "3a"
    symbol: Mapped[Word]  # as printed, in whatever spelling
    title: Mapped[Word]
    kind: Mapped[Word]
    distribution: Mapped[Word]
    language: Mapped[Word]  # a language tag: "en"
    submitted_by: Mapped[Word]
    status: Mapped[Word]  # planned, circulated, final
    circulated_on: Mapped[Word]  # ISO date
    web_address: Mapped[Word]
    workstream_id: Mapped[str | None] = reference("workstream.id", optional=True)  # whose paper it is
    attachment_id: Mapped[str | None] = reference("attachment.id", optional=True)


class IssuedDocument(Base):
    """A document as it was issued: what was printed then, whatever the desk says since."""

    __tablename__ = "issued_document"

    id: Mapped[Key]
    meeting_id: Mapped[str] = reference("meeting.id")
    document_id: Mapped[str | None] = reference("document.id", optional=True)  # its line in the register
    name: Mapped[Word]  # as in the catalog: "meeting-report"
    symbol: Mapped[Word]
    revision: Mapped[Number]  # 0 as first issued, then Rev.1, Rev.2 ...
    at: Mapped[Word]  # ISO, UTC
    options: Mapped[Word]  # JSON: {key: value} as typed
    lines: Mapped[Word]  # JSON: the paragraphs of its text in reading order
    changes: Mapped[Word]  # JSON: what differs from the issue before
    attachment_id: Mapped[str | None] = reference("attachment.id", optional=True)  # the PDF
