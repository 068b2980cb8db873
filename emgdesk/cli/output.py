"""What a command answers: data for --json, text for people."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Answer:
    """`data` is printed by --json, `text` without it; `warnings` go to stderr."""

    data: Mapping[str, Any] = field(default_factory=dict)
    text: str = ""
    warnings: tuple[str, ...] = ()


def table(rows: Sequence[Mapping[str, Any]], columns: Mapping[str, str], empty: str) -> str:
    """Rows as aligned text under the headers `columns` (key -> header).

    Cells are cut at 60 characters, those of the last column are not.
    """
    if not rows:
        return empty
    lines = [list(columns.values())]
    last = list(columns)[-1]
    lines += [[_cell(row.get(key), None if key == last else 60) for key in columns] for row in rows]
    widths = [max(len(line[n]) for line in lines) for n in range(len(columns))]
    return "\n".join(
        "  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip()
        for line in lines
    )


def _cell(value: Any, most: int | None) -> str:
    text = (
        "; ".join(map(str, value))
        if isinstance(value, (list, tuple))
        else ""
        if value is None
        else str(value)
    )
    text = " ".join(text.split())
    return text if most is None or len(text) <= most else text[: most - 3] + "..."
