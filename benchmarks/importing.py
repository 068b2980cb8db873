"""The whole import of a registration sheet against bare openpyxl reading of the same file.

`python -m benchmarks.importing ROWS` prints one line of figures; each size runs in
a process of its own so that memory is its own.
"""

import json
import resource
import shutil
import sys
import tempfile
import threading
import time
from pathlib import Path

import psutil
from openpyxl import load_workbook

from benchmarks.crowd import make_desk, make_sheet
from emgdesk.intake import commit, plan_import
from emgdesk.operations.meeting import create_meeting
from emgdesk.queries.entities import list_entities
from emgdesk.workspace import open_desk

KNOWN = 50_000


def iterate(path: Path) -> float:
    """Seconds openpyxl needs, read-only, to hand over every row of the file."""
    start = time.perf_counter()
    book = load_workbook(path, read_only=True)
    for row in book["Registrations"].iter_rows(values_only=True):
        len(row)
    book.close()
    return time.perf_counter() - start


class ChildWatch(threading.Thread):
    """Notes the largest memory of any child process, sampled every 20 ms."""

    def __init__(self) -> None:
        super().__init__(daemon=True)
        self.peak = 0
        self._over = threading.Event()

    def run(self) -> None:
        here = psutil.Process()
        while not self._over.wait(0.02):
            for child in here.children():
                try:
                    self.peak = max(self.peak, child.memory_info().rss)
                except psutil.Error:
                    continue

    def stop(self) -> int:
        self._over.set()
        self.join()
        return self.peak


def whole_import(desk_file: Path, sheet: Path) -> tuple[float, float, dict[str, int], int]:
    """Seconds of the import and of its undo, the totals, and the child's peak memory in bytes."""
    with open_desk(desk_file, author="bench") as desk:
        meeting = desk.do("New", create_meeting, code="SOM40 senior", title="Senior Segment").value
        watch = ChildWatch()
        watch.start()
        start = time.perf_counter()
        intake = plan_import(desk, sheet, meeting_id=meeting)
        commit(desk, intake)
        imported = time.perf_counter() - start
        child = watch.stop()
        totals = intake.plan.totals()
        del intake
        start = time.perf_counter()
        desk.undo()
        return imported, time.perf_counter() - start, totals, child


def measure(rows: int, runs: int) -> dict[str, object]:
    """The best of `runs` of each figure, base and import in turn."""
    with tempfile.TemporaryDirectory() as folder:
        known, sheet = Path(folder) / "known.emgdesk", Path(folder) / "registrations.xlsx"
        make_desk(known, KNOWN)
        with open_desk(known) as desk:
            acronyms = sorted(e.acronym for e in desk.read(list_entities))
        make_sheet(sheet, rows, KNOWN, acronyms)
        figures = []
        for run in range(runs):
            fresh = Path(folder) / f"run{run}.emgdesk"
            shutil.copy(known, fresh)
            figures.append((iterate(sheet), *whole_import(fresh, sheet)))
    return {
        "rows": rows,
        "base": min(f[0] for f in figures),
        "import": min(f[1] for f in figures),
        "undo": min(f[2] for f in figures),
        "totals": figures[0][3],
        "peak": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024,
        "child": max(f[4] for f in figures),
    }


if __name__ == "__main__":
    size = int(sys.argv[1])
    print(json.dumps(measure(size, 5 if size <= 10_000 else 1)))
