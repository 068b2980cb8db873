"""Pasted rows on their way into the import window: a file of their own, gone once it was read."""

import shutil
import tempfile
from pathlib import Path

_PREFIX = "emgdesk-pasted-"


def keep_pasted(text: str) -> Path:
    """Put rows copied from a spreadsheet into a file that can be imported."""
    path = Path(tempfile.mkdtemp(prefix=_PREFIX)) / "pasted.tsv"
    path.write_text(text, encoding="utf-8")
    return path


def drop_pasted(path: Path) -> None:
    """Remove what `keep_pasted` made; any other file stays."""
    folder = path.parent
    if folder.name.startswith(_PREFIX) and folder.parent == Path(tempfile.gettempdir()):
        shutil.rmtree(folder, ignore_errors=True)
