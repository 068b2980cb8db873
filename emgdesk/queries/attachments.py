"""Files kept in the desk, put together again."""

from base64 import b64decode
from dataclasses import dataclass, field
from hashlib import sha256

from sqlalchemy import select
from sqlalchemy.orm import Session

from emgdesk.db.models import Attachment, AttachmentPart
from emgdesk.errors import DataError


@dataclass(frozen=True, slots=True)
class AttachedFile:
    """A file as it was attached: its name without folders, its bytes, their sha256 in hexadecimal."""

    name: str
    data: bytes = field(repr=False)
    sha256: str


def read_attachment(session: Session, *, attachment_id: str) -> AttachedFile:
    """A stored file. Raises DataError if it is gone or no longer what was attached."""
    found = session.get(Attachment, attachment_id)
    if found is None:
        raise DataError("This file is no longer on the desk.")
    wanted = select(AttachmentPart.data).where(AttachmentPart.attachment_id == attachment_id)
    parts = session.scalars(wanted.order_by(AttachmentPart.position))
    try:
        data = b"".join(b64decode(part, validate=True) for part in parts)
    except ValueError:
        data = b""
    if sha256(data).hexdigest() != found.sha256:
        raise DataError(f"“{found.name}” is damaged in the desk; attach it again.")
    return AttachedFile(found.name, data, found.sha256)
