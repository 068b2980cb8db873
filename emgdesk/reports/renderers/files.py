"""Output files: written beside their place and moved there whole, so a failed write leaves the old one."""

import errno
import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from uuid import uuid4

from emgdesk.errors import OutputError

_REASONS = {
    errno.ENOENT: "its folder does not exist",
    errno.ENOTDIR: "its folder is not a folder",
    errno.EISDIR: "a folder has that name",
    errno.EACCES: "the place is protected, or the file is open in another program",
    errno.EPERM: "the place is protected, or the file is open in another program",
    errno.EROFS: "the disk is read-only",
    errno.ENOSPC: "the disk is full",
    errno.ENAMETOOLONG: "its name is too long",
}


@contextmanager
def replacing(path: Path) -> Iterator[Path]:
    """A new file to write; it takes the place of `path` when the block ends, and vanishes if that raises.

    OutputError says in one sentence why `path` cannot be written; a desk is never written over.
    """
    target = Path(os.path.realpath(path))
    part = target.with_name(f".{target.name[:60]}.{uuid4().hex[:8]}.part")
    try:
        if target.is_dir():
            raise IsADirectoryError(errno.EISDIR, "directory")
        if target.exists() and not os.access(target, os.W_OK):
            raise PermissionError(errno.EACCES, "read-only")
        if _is_desk(target):
            raise OutputError(f"{path} is a desk: choose another file to write to.", place=str(path))
        yield part
        part.replace(target)
    except OSError as error:
        reason = _REASONS.get(error.errno or 0, error.strerror or "the system refused")
        if error.errno == errno.ENOENT and target.parent.is_dir():
            reason = "no file can be made in that folder"
        raise OutputError(f"{path} cannot be written: {reason}.", place=str(path)) from error
    finally:
        with suppress(OSError):
            part.unlink()


def _is_desk(path: Path) -> bool:
    """Whether a file is a database. Asked through SQLite: another handle's closing drops a desk's locks."""
    if not path.is_file() or not path.stat().st_size:
        return False
    try:
        with closing(sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True, timeout=0)) as file:
            file.execute("PRAGMA schema_version").fetchone()
    except sqlite3.DatabaseError as error:
        return getattr(error, "sqlite_errorcode", 0) in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)
    return True
