"""Hostile files in the real window: what is said, how long it takes, how much memory the window needs.

`python -m benchmarks.hostile [WORD...]` prints one line for each file of the corpus of
`tests.importing.read.hostile_corpus` (those with one of the words in their names): the seconds from opening
the import window until it shows an answer, and the peak memory of the window's process.
"""

import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

from benchmarks.memory import peak
from tests.importing.read.hostile_corpus import CASES

_MB = 1024 * 1024
_ROOT = Path(__file__).parent.parent


class Measured(NamedTuple):
    """One file in a window of its own."""

    seconds: float
    peak: int  # bytes, of the window's process alone
    said: str


def measure(name: str) -> Measured:
    """Make the file and open it in a window of its own."""
    with tempfile.TemporaryDirectory() as folder:
        path = CASES[name].make(Path(folder))
        desk = Path(folder) / "measured.emgdesk"
        done = subprocess.run(
            [sys.executable, "-m", "benchmarks.hostile", "--window", str(path), str(desk)],
            cwd=_ROOT,
            env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
            capture_output=True,
            text=True,
            check=True,
        )
    return Measured(*json.loads(done.stdout.splitlines()[-1]))


def _open_window(path: Path, desk: Path) -> Measured:
    from PySide6.QtWidgets import QApplication, QLabel

    from emgdesk.operations.meeting import create_meeting
    from emgdesk.settings import Settings
    from emgdesk.ui.dialogs.import_dialog import ImportDialog
    from emgdesk.ui.main_window import MainWindow
    from emgdesk.ui.theme import Appearance
    from emgdesk.workspace import open_desk

    app = QApplication([])
    with open_desk(desk, author="Ada Test") as workspace:
        meeting = workspace.do("New meeting", create_meeting, code="REEF 1", title="Reefs").value
    window = MainWindow(Settings(desk.with_suffix(".json")), Appearance(app))
    window.show()
    window.opener.open(desk)
    window.tasks.settle()
    assert window.services is not None
    start = time.perf_counter()
    dialog = ImportDialog(window.services, path, meeting, window)
    dialog.show()
    window.tasks.settle()
    app.processEvents()
    spent = time.perf_counter() - start
    said = " ".join(label.text() for label in dialog.findChildren(QLabel) if label.isVisible())
    return Measured(spent, peak(), " ".join(said.split()))


def main(words: list[str]) -> None:
    """Print one line for each file."""
    if words[:1] == ["--window"]:
        print(json.dumps(_open_window(Path(words[1]), Path(words[2]))), flush=True)
        os._exit(0)  # the window is not tidied up: it was measured
    for name, case in CASES.items():
        if not words or any(word in name for word in words):
            found = measure(name)
            outcome = case.sentence() or f"imported: {', '.join(case.people)}"
            seen = "" if case.sentence() in found.said else "   NOT SEEN"
            print(
                f"{name[:40]!r:36} {found.seconds:6.2f} s {found.peak // _MB:5} MB   {outcome}{seen}",
                flush=True,
            )


if __name__ == "__main__":
    main(sys.argv[1:])
