"""The file itself: opened once, for reading only, and taken whole."""

import hashlib
import stat
import unicodedata
from pathlib import Path
from typing import NamedTuple

from emgdesk.errors import InputError
from emgdesk.importing.read.limits import MAX_FILE_BYTES

_SHARING_VIOLATIONS = (32, 33)  # Windows: another program has the file, or a part of it, locked


class Source(NamedTuple):
    """A file's bytes; `sha256` is of exactly these."""

    name: str
    data: bytes
    sha256: str


def shown_name(path: Path) -> str:
    """The file's name as a sentence or a label can show it: without line breaks, directions, broken bytes."""
    return plain_name(path.name)


def plain_name(name: str) -> str:
    """A name of a file, folder or sheet in one line."""
    if name.isprintable():
        return name
    return " ".join("".join(map(_shown, name)).split()) or "(no name)"


def _shown(character: str) -> str:
    if character.isprintable():
        return character
    kind = unicodedata.category(character)
    return " " if kind in ("Cc", "Zl", "Zp", "Zs") else "" if kind == "Cf" else "\ufffd"


def open_source(path: Path) -> Source:
    """The file at `path`. Raises InputError when it cannot be opened or is empty or too large."""
    name = shown_name(path)
    if name.startswith("~$"):
        raise InputError(
            f"{name} is only the mark Excel leaves beside an open file: choose {name[2:]} itself."
        )
    try:
        about = path.stat()
        if stat.S_ISDIR(about.st_mode):
            raise InputError(f"{name} is a folder: choose a file inside it.")
        if not stat.S_ISREG(about.st_mode):
            raise InputError(f"{name} is not a file that can be read.")
        with path.open("rb") as file:
            data = file.read(MAX_FILE_BYTES + 1)
    except (OSError, ValueError) as error:
        raise refusal(path, error) from error
    if not data:
        raise InputError(f"{name} is empty (0 bytes).")
    if len(data) > MAX_FILE_BYTES:
        raise InputError(
            f"{name} is larger than {MAX_FILE_BYTES // 1_000_000} MB: split it into smaller files."
        )
    return Source(name, data, hashlib.sha256(data).hexdigest())


def refusal(path: Path, error: OSError | ValueError) -> InputError:
    """What to tell of a file that does not open."""
    name = shown_name(path)
    if isinstance(error, FileNotFoundError):
        return InputError(f"There is no file {name} in {plain_name(str(path.parent))}.")
    if getattr(error, "winerror", None) in _SHARING_VIOLATIONS:
        return InputError(f"{name} is open in another program: close it there and try again.")
    if isinstance(error, PermissionError):
        return InputError(f"You have no permission to read {name}, or another program keeps it locked.")
    reason = getattr(error, "strerror", None) or error
    return InputError(f"{name} cannot be read: {reason}.")
