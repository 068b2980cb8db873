"""The whole import of a registration sheet against bare openpyxl reading of the same file.

Each run is a process of its own, so that its memory is its own.
"""

import json
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

import psutil

from benchmarks.memory import peak
from emgdesk.intake import commit, plan_import
from emgdesk.operations.meeting import create_meeting
from emgdesk.queries.entities import list_entities
from emgdesk.workspace import open_desk

KNOWN = 50_000


def iterate(path: Path) -> float:
    """Seconds openpyxl needs, read-only, to hand over every row of the file."""
    from openpyxl import load_workbook

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


def prepare(folder: Path, rows: int) -> None:
    """The desk that knows many people and the sheet to import, made in a process of its own."""
    from benchmarks.crowd import make_desk, make_sheet

    known = folder / "known.emgdesk"
    make_desk(known, KNOWN)
    with open_desk(known) as desk:
        acronyms = sorted(e.acronym for e in desk.read(list_entities))
    make_sheet(folder / "registrations.xlsx", rows, KNOWN, acronyms)


def run(folder: Path, number: int) -> dict[str, object]:
    """One run: bare reading, whole import, undo."""
    sheet, fresh = folder / "registrations.xlsx", folder / f"run{number}.emgdesk"
    shutil.copy(folder / "known.emgdesk", fresh)
    imported, undone, totals, child = whole_import(fresh, sheet)
    memory = peak()
    return {
        "base": iterate(sheet),
        "import": imported,
        "undo": undone,
        "totals": totals,
        "peak": memory,
        "child": child,
    }


def measure(rows: int, runs: int) -> dict[str, float]:
    """The best of `runs` of each time, the largest of each memory; every run a process of its own."""
    with tempfile.TemporaryDirectory() as folder:
        _process("prepare", folder, str(rows))
        figures = [json.loads(_process("run", folder, str(n))) for n in range(runs)]
    best = {name: min(f[name] for f in figures) for name in ("base", "import", "undo")}
    worst = {name: max(f[name] for f in figures) for name in ("peak", "child")}
    return {**best, **worst, **figures[0]["totals"]}


def _process(*words: str) -> str:
    command = [sys.executable, "-m", "benchmarks.importing", *words]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


if __name__ == "__main__":
    if sys.argv[1] == "prepare":
        prepare(Path(sys.argv[2]), int(sys.argv[3]))
    else:
        print(json.dumps(run(Path(sys.argv[2]), int(sys.argv[3]))))
