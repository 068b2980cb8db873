"""`make bench`: every target of speed and memory in one run, as a table of ratios.

With `--write` the table also replaces the one in benchmarks/README.md.
"""

import platform
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from benchmarks import annex, filtering, importing, starting

_MB = 1024 * 1024
_README = Path(__file__).parent / "README.md"
_BEGIN, _END = "<!-- table: begin -->", "<!-- table: end -->"


@dataclass(frozen=True, slots=True)
class Line:
    """One target: what was measured, in what unit, and the most it may be."""

    what: str
    measured: float
    most: float
    unit: str  # "x" for a ratio
    told: str = ""  # the figures behind it

    def cells(self) -> tuple[str, ...]:
        met = "met" if self.measured <= self.most else "MISSED"
        return (self.what, self._said(self.measured), f"at most {self._said(self.most)}", met, self.told)

    def _said(self, value: float) -> str:
        return f"{value:.2f}x" if self.unit == "x" else f"{value:.0f} {self.unit}"


def import_lines() -> Iterator[Line]:
    """Importing 10,000 and 100,000 registrations into a desk of 50,000 people."""
    small, large = importing.measure(10_000, 5), importing.measure(100_000, 2)
    base = small["base"]
    told = f"{small['import']:.2f} s against {base:.2f} s of openpyxl"
    yield Line("Import of 10,000 rows against reading them bare", small["import"] / base, 2, "x", told)
    told = f"{large['import']:.1f} s; openpyxl alone {large['base']:.1f} s"
    yield Line("Import of 100,000 rows against 10,000", large["import"] / small["import"], 12, "x", told)
    yield Line(
        "Undo of the 10,000 rows against reading", small["undo"] / base, 1.5, "x", f"{small['undo']:.2f} s"
    )
    yield Line("Peak memory at 100,000 rows", large["peak"] / _MB, 300, "MB")
    yield Line("Peak memory of the reading child", large["child"] / _MB, 150, "MB")


def annex_lines() -> Iterator[Line]:
    """The annex of 10,000 people."""
    for style in ("list", "two-blocks"):
        found = annex.measure(style, False)
        told = f"{found.annex:.2f} s against {found.canvas:.2f} s on the canvas"
        yield Line(f"Annex of 10,000 people ({style})", found.ratio, 3, "x", told)
        yield Line(f"Annex of 10,000 against 1,000 ({style})", found.growth, 11, "x")


def start_lines() -> Iterator[Line]:
    """Start on a desk of 50,000 people and 100,000 lines."""
    found = starting.measure()
    told = f"{found['desk']:.2f} s against {found['bare']:.2f} s of a bare window"
    yield Line("Start to usable window", found["desk"] / found["bare"], 4, "x", told)
    told = f"{found['desk memory'] / _MB:.0f} MB against {found['bare memory'] / _MB:.0f} MB"
    yield Line("Memory of the window", found["desk memory"] / found["bare memory"], 3, "x", told)


def filter_lines() -> Iterator[Line]:
    """Typing into the filter over 100,000 rows."""
    found = filtering.measure()
    told = f"mean {found['mean key']:.1f} ms"
    yield Line("Filter over 100,000 rows, slowest key", found["slowest key"], 50, "ms", told)


def table(lines: list[Line]) -> str:
    """The lines as a Markdown table."""
    rows = [("What", "Measured", "Target", "", "Figures"), *(line.cells() for line in lines)]
    rows.insert(1, ("---",) * 5)
    return "\n".join("| " + " | ".join(row) + " |" for row in rows)


def main() -> None:
    lines: list[Line] = []
    for part in (import_lines, annex_lines, start_lines, filter_lines):
        for line in part():
            print(" | ".join(line.cells()), flush=True)
            lines.append(line)
    if "--write" in sys.argv:
        text = _README.read_text(encoding="utf-8")
        head, tail = text[: text.index(_BEGIN)], text[text.index(_END) :]
        when = f"{datetime.now(UTC):%Y-%m-%d}, Python {platform.python_version()}, {platform.system()}"
        _README.write_text(f"{head}{_BEGIN}\n{table(lines)}\n\nMeasured {when}.\n{tail}", encoding="utf-8")


if __name__ == "__main__":
    main()
