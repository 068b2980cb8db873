"""Words made to fit: broken into lines, the last one cut short."""

from emgdesk.reports.charts.shapes import Measure


def shortened(text: str, room: float, measure: Measure, size: float, *, bold: bool = False) -> str:
    """`text`, or as much of it as fits with an ellipsis behind it; "" where not even three letters do."""
    if measure(text, size, bold) <= room:
        return text
    low, high = 0, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        if measure(text[:middle].rstrip() + "…", size, bold) <= room:
            low = middle
        else:
            high = middle - 1
    return text[:low].rstrip(" ,;:–-") + "…" if low >= 3 else ""


def wrapped(
    text: str, room: float, measure: Measure, size: float, *, most: int, bold: bool = False
) -> tuple[str, ...]:
    """`text` in at most `most` lines, broken between words."""
    lines: list[str] = []
    rest = text.split()
    while rest and len(lines) < most - 1:
        taken = 1
        while taken < len(rest) and measure(" ".join(rest[: taken + 1]), size, bold) <= room:
            taken += 1
        lines.append(shortened(" ".join(rest[:taken]), room, measure, size, bold=bold))
        rest = rest[taken:]
    if rest:
        lines.append(shortened(" ".join(rest), room, measure, size, bold=bold))
    return tuple(lines)
