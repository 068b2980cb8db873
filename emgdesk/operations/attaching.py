"""Files kept in the desk: looked at before they are read, stored once, whatever refers to them."""

import os
import stat
from base64 import b64encode
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from emgdesk.db.models import Attachment, AttachmentPart
from emgdesk.errors import DataError, InputError

LIMIT = 25 * 1024 * 1024
"""Bytes of the largest file a desk keeps."""
STRETCH = 768 * 1024
"""Bytes of a part; as base64 they are 1 MB."""


@dataclass(frozen=True, slots=True)
class FileToAttach:
    """A file's own name, without folders, and its bytes."""

    name: str
    data: bytes = field(repr=False)


def read_file(path: Path) -> FileToAttach:
    """The file at `path`, to be attached; one that is too large is refused before it is read.

    Raises InputError, naming the file: gone, a folder, too large, empty, or not to be read.
    """
    name = path.name or str(path)
    try:
        facts = path.stat()
        if stat.S_ISDIR(facts.st_mode):
            raise InputError(f"“{name}” is a folder; attach the files in it one by one.", place=str(path))
        if not stat.S_ISREG(facts.st_mode):
            raise InputError(f"“{name}” is no file that could be attached.", place=str(path))
        _check_size(name, facts.st_size, str(path))
        with path.open("rb") as file:
            data = file.read(LIMIT + 1)
    except FileNotFoundError:
        raise InputError(f"“{name}” is no longer in {path.parent}.", place=str(path)) from None
    except OSError as error:
        reason = (
            "access to it is denied" if isinstance(error, PermissionError) else os.strerror(error.errno or 0)
        )
        raise InputError(f"“{name}” cannot be read: {reason}.", place=str(path)) from error
    _check_size(name, len(data), str(path))
    return FileToAttach(name, data)


def read_files(paths: Sequence[Path]) -> tuple[FileToAttach, ...]:
    """As `read_file`, for several: none is read before all have been looked at."""
    for path in paths:
        if path.is_file():
            _check_size(path.name, path.stat().st_size, str(path))
    return tuple(read_file(path) for path in paths)


def size_in_words(size: int) -> str:
    """A number of bytes as people say it: "2.0 GB", "340 KB"."""
    for unit, power in (("GB", 30), ("MB", 20)):
        if size >= 1 << power:
            return f"{size / (1 << power):.1f} {unit}"
    return f"{max(1, round(size / 1024))} KB"


def _check_size(name: str, size: int, place: str | None) -> None:
    if size > LIMIT:
        raise InputError(
            f"“{name}” has {size_in_words(size)}; a file of up to {LIMIT >> 20} MB can be attached. "
            "Enter its web address instead.",
            place=place,
        )
    if size == 0:
        raise InputError(f"“{name}” is empty; there is nothing to attach.", place=place)


def store(session: Session, name: str, data: bytes) -> str:
    """Keep a file in the desk and answer its key; the same bytes are kept once, under their first name.

    Raises InputError if it is too large or empty, DataError if it has no name.
    """
    name = name.replace("\\", "/").rpartition("/")[2].strip()
    if not name:
        raise DataError("A file to attach needs a name.", place="name")
    _check_size(name, len(data), None)
    digest = sha256(data).hexdigest()
    held = session.scalar(select(Attachment.id).where(Attachment.sha256 == digest))
    if held is not None:
        return held
    at = datetime.now(UTC).isoformat(timespec="seconds")
    attachment = Attachment(name=name, size=len(data), sha256=digest, added_at=at)
    session.add(attachment)
    session.flush()
    for position, start in enumerate(range(0, len(data), STRETCH)):
        part = b64encode(data[start : start + STRETCH]).decode("ascii")
        session.add(AttachmentPart(attachment_id=attachment.id, position=position, data=part))
    session.flush()
    return attachment.id
