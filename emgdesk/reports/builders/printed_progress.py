"""A progress report read back from the lines of its text, as they are kept of an issued one."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

_CHAPTER = re.compile(r"[IVXLC]+\.")
_LETTER = re.compile(r"[a-z]{1,3}\)")
_NO_TASKS = "No tasks recorded."
_HEADS = {"Tasks | Progress | Next steps": 3, "Progress | Next steps": 2}


@dataclass(frozen=True, slots=True)
class PrintedRow:
    """The cells of a row; `task` is "" where the table has no column of tasks or the cell is empty."""

    task: str
    progress: str
    next_steps: str


@dataclass(frozen=True, slots=True)
class PrintedBody:
    """What was printed of a workstream; without a `name` the table of its chapter."""

    chapter: str
    name: str = ""
    standing: str = ""
    rows: tuple[PrintedRow, ...] = ()


def printed_bodies(lines: Sequence[str]) -> tuple[PrintedBody, ...]:
    """The workstreams and tables of a report in order, from its first chapter on."""
    return tuple(body for body in _bodies(lines) if body.name or body.rows)


def _bodies(lines: Sequence[str]) -> Iterator[PrintedBody]:
    body: PrintedBody | None = None
    columns = 0
    for line in lines:
        label, tab, text = line.partition("\t")
        if tab and _CHAPTER.fullmatch(label):
            if body is not None:
                yield body
            body, columns = PrintedBody(text), 0
        elif body is None:
            continue
        elif tab and _LETTER.fullmatch(label):
            yield body
            body, columns = PrintedBody(body.chapter, text), 0
        elif line in _HEADS:
            if columns:  # a table of the chapter itself after that of a workstream
                yield body
                body = PrintedBody(body.chapter)
            columns = _HEADS[line]
        elif line == _NO_TASKS:
            columns = len(_HEADS)  # a table after it is that of the chapter
        elif columns and not tab:
            body = replace(body, rows=(*body.rows, _row(line, columns)))
        elif not columns:
            body = replace(body, standing=line)
    if body is not None:
        yield body


def _row(line: str, columns: int) -> PrintedRow:
    """The cells of a line; a bar too many belongs to the progress, where most is written."""
    parts: list[list[str]] = [[]]
    for word in line.split(" "):
        if word == "|":
            parts.append([])
        else:
            parts[-1].append(word)
    cells = [" ".join(part) for part in parts]
    cells += [""] * (columns - len(cells))
    first, last = cells[0] if columns == 3 else "", cells[-1]
    middle = cells[1:-1] if columns == 3 else cells[:-1]
    return PrintedRow(first, " | ".join(middle), last)
