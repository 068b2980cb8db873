"""Reading a registration sheet through the child, against bare openpyxl on the same file.

`python -m benchmarks.reading` prints, for 10,000 and 100,000 rows of 12 columns and
for both ways workbooks keep their texts, the seconds of each (best of several runs),
their ratio, the growth, and the peak memory of the child.
"""

import re
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

from openpyxl import load_workbook

from benchmarks.crowd import make_sheet
from emgdesk.importing.read import read

_ACRONYMS = [f"ENT{number}" for number in range(60)]
_INLINE = re.compile(rb't="inlineStr"><is><t[^>]*>([^<]*)</t></is>')
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OVERRIDE = (
    b'<Override PartName="/xl/sharedStrings.xml" ContentType='
    b'"application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/>'
)
_PEAK = "import resource; print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)"


def with_shared_texts(path: Path, target: Path) -> None:
    """The same workbook with its texts in one table, as Excel writes it (openpyxl puts them in the cells)."""
    texts: dict[bytes, int] = {}

    def shared(match: re.Match[bytes]) -> bytes:
        return b't="s"><v>%d</v>' % texts.setdefault(match[1], len(texts))

    with zipfile.ZipFile(path) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.namelist():
            content = old.read(part)
            if part.startswith("xl/worksheets/"):
                content = _INLINE.sub(shared, content)
            content = content.replace(b"</Types>", _OVERRIDE + b"</Types>")
            if part != "xl/sharedStrings.xml":
                new.writestr(part, content)
        inner = b"".join(b"<si><t>%s</t></si>" % text for text in texts)
        new.writestr("xl/sharedStrings.xml", f'<sst xmlns="{_MAIN}">'.encode() + inner + b"</sst>")


def iterate(path: Path) -> int:
    """openpyxl, read-only, handing over every row."""
    book = load_workbook(path, read_only=True)
    cells = sum(len(row) for sheet in book for row in sheet.iter_rows(values_only=True))
    book.close()
    return cells


def best(work: Callable[[], object], runs: int) -> float:
    times = []
    for _ in range(runs):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return min(times)


def child_peak(path: Path) -> float:
    """MB of the largest child of a fresh process that reads the file."""
    code = (
        "from pathlib import Path; from emgdesk.importing.read import read; "
        f"read(Path({str(path)!r})); {_PEAK}"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return int(done.stdout) / 1024


def main() -> None:
    """Print one line for each file."""
    print("rows     texts    openpyxl   read   ratio   growth   child")
    with tempfile.TemporaryDirectory() as folder:
        tenth: dict[str, float] = {}
        for rows, runs in ((10_000, 5), (100_000, 2)):
            inline, shared = Path(folder) / f"inline{rows}.xlsx", Path(folder) / f"shared{rows}.xlsx"
            make_sheet(inline, rows, min(rows, 50_000), _ACRONYMS)
            with_shared_texts(inline, shared)
            for name, path in (("in cells", inline), ("shared", shared)):
                base, own = best(lambda p=path: iterate(p), runs), best(lambda p=path: read(p), runs)
                growth = own / tenth.setdefault(name, own)
                print(
                    f"{rows:7,}  {name:8} {base:7.2f} s {own:5.2f} s {own / base:6.2f} {growth:8.1f} "
                    f"{child_peak(path):6.0f} MB"
                )


if __name__ == "__main__":
    main()
