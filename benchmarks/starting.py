"""Start to usable window on a large desk, against a bare PySide6 window with three empty tables.

`python -m benchmarks.starting bare` and `... desk FILE` each open a window, wait
until it has drawn what it shows, print their memory and end.
"""

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.memory import peak

PEOPLE, LINES = 50_000, 100_000


def bare() -> None:
    """A window with three empty tables."""
    from PySide6.QtWidgets import QApplication, QMainWindow, QTableView, QTabWidget

    application = QApplication([])
    window = QMainWindow()
    tabs = QTabWidget()
    for name in ("Meetings", "Workstreams", "Rosters"):
        tabs.addTab(QTableView(), name)
    window.setCentralWidget(tabs)
    window.resize(1366, 768)
    window.show()
    application.processEvents()
    window.grab()
    _finish()


def desk(path: Path) -> None:
    """The main window on the desk at `path`, its first screen filled."""
    from PySide6.QtCore import QEventLoop

    from emgdesk.app import assemble

    application, window = assemble(path)
    window.resize(1366, 768)
    while window.services is None or window.services.tasks.busy:
        application.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)  # not in the worker's way
    application.processEvents()
    window.grab()
    _finish()


def _finish() -> None:
    print(peak(), flush=True)
    os._exit(0)  # how a window closes is not measured


def timed(*words: str) -> tuple[float, int]:
    """Seconds from nothing to the printed line, and the memory it tells in bytes."""
    start = time.perf_counter()
    result = subprocess.run(
        [sys.executable, "-m", "benchmarks.starting", *words], capture_output=True, text=True, check=True
    )
    return time.perf_counter() - start, int(result.stdout)


def measure(runs: int = 5) -> dict[str, float]:
    """The best of `runs`, bare and desk in turn."""
    from benchmarks.crowd import make_desk

    with tempfile.TemporaryDirectory() as folder:
        os.environ["XDG_CONFIG_HOME"] = os.environ["XDG_STATE_HOME"] = folder
        path = Path(folder) / "large.emgdesk"
        make_desk(path, PEOPLE, LINES)
        pairs = [(timed("bare"), timed("desk", str(path))) for _ in range(runs)]
    return {
        "bare": min(b[0] for b, _ in pairs),
        "desk": min(d[0] for _, d in pairs),
        "bare memory": min(b[1] for b, _ in pairs),
        "desk memory": max(d[1] for _, d in pairs),
    }


if __name__ == "__main__":
    if sys.argv[1] == "bare":
        bare()
    else:
        desk(Path(sys.argv[2]))
