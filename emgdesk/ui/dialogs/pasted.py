"""Pasted rows on their way into the import window: a file of their own, gone once it was read."""

import shutil
import tempfile
from pathlib import Path

_PREFIX = "emgdesk-pasted-"


def keep_pasted(text: str) -> Path:
    """Put rows copied from a spreadsheet, a page or a mail into a file that can be imported."""
    path = Path(tempfile.mkdtemp(prefix=_PREFIX)) / "pasted.tsv"
    path.write_text(text, encoding="utf-8")
    return path


def is_pasted(path: Path) -> bool:
    """Whether `keep_pasted` made this file."""
    folder = path.parent
    return folder.name.startswith(_PREFIX) and folder.parent == Path(tempfile.gettempdir())


def drop_pasted(path: Path) -> None:
    """Remove what `keep_pasted` made; any other file stays."""
    if is_pasted(path):
        shutil.rmtree(path.parent, ignore_errors=True)
