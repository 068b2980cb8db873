"""How wide the columns of a table are in the room there is."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ColumnRoom:
    """Pixels of a column: as it is wanted, what it can do with at least; whether it takes what is left."""

    wanted: int
    least: int
    grows: bool = True


def fitted(columns: Mapping[int, ColumnRoom], room: int) -> dict[int, int]:
    """Widths that fill `room` pixels in proportion; more than that only where all are at their least."""
    widths = {at: column.wanted for at, column in columns.items()}
    over = sum(widths.values()) - room
    if over < 0:
        shares = {at: c.wanted for at, c in columns.items() if c.grows} or dict(widths)
        for at, part in _shared(-over, shares).items():
            widths[at] += part
    elif over > 0:
        spare = {at: max(0, c.wanted - c.least) for at, c in columns.items()}
        for at, part in _shared(min(over, sum(spare.values())), spare).items():
            widths[at] -= part
    return widths


def _shared(pixels: int, shares: Mapping[int, int]) -> dict[int, int]:
    """`pixels` in whole parts in proportion to `shares`, none of them lost."""
    whole, given, seen, parts = sum(shares.values()), 0, 0, {}
    for at, share in shares.items():
        seen += share
        parts[at] = (pixels * seen // whole if whole else 0) - given
        given += parts[at]
    return parts
