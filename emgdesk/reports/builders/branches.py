"""Trees as their lines in printed order, each after the one it stands below."""

from collections.abc import Iterator, Sequence
from typing import Protocol, TypeVar


class _Line(Protocol):
    @property
    def depth(self) -> int: ...


Line = TypeVar("Line", bound=_Line)


def branches(lines: Sequence[Line]) -> Iterator[tuple[Line, Sequence[Line]]]:
    """Each of the uppermost of `lines` with those below it."""
    tops = [n for n, line in enumerate(lines) if line.depth <= lines[0].depth]
    for start, stop in zip(tops, [*tops[1:], len(lines)], strict=True):
        yield lines[start], lines[start + 1 : stop]
