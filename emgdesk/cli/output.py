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
    """Rows as aligned text under the headers `columns` (key -> header); long cells are cut at 60."""
    if not rows:
        return empty
    lines = [list(columns.values())]
    lines += [[_cell(row.get(key)) for key in columns] for row in rows]
    widths = [max(len(line[n]) for line in lines) for n in range(len(columns))]
    return "\n".join(
        "  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip()
        for line in lines
    )


def _cell(value: Any) -> str:
    text = (
        "; ".join(map(str, value))
        if isinstance(value, (list, tuple))
        else ""
        if value is None
        else str(value)
    )
    text = " ".join(text.split())
    return text if len(text) <= 60 else text[:57] + "..."
