"""Workstreams in the order in which their lines of descent are easy to follow."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import permutations

_UPWARD, _BESIDE = 3, 2
_FEW, _MANY, _BLOCK = 6, 12, 3
"""All orders of so few are tried; of more, those made by moving up to so many neighbours at a time."""


@dataclass(frozen=True, slots=True)
class Tie:
    """What connects two workstreams; `upper` is wanted above `lower` on `day`."""

    upper: str
    lower: str
    day: int
    directed: bool = True


def families(keys: Iterable[str], ties: Iterable[Tie]) -> tuple[tuple[str, ...], ...]:
    """Keys that ties connect, in groups; groups and the keys in them in the order given."""
    joined: dict[str, str] = {key: key for key in keys}

    def root(key: str) -> str:
        while joined[key] != key:
            key = joined[key]
        return key

    for tie in ties:
        if tie.upper in joined and tie.lower in joined:
            joined[root(tie.lower)] = root(tie.upper)
    groups: dict[str, list[str]] = defaultdict(list)
    for key in joined:
        groups[root(key)].append(key)
    return tuple(map(tuple, groups.values()))


def in_family_order(
    family: Sequence[str], ties: Sequence[Tie], alive: Mapping[str, Sequence[tuple[int, int]]]
) -> tuple[str, ...]:
    """A family so that lines are short and pass few bars, what came first above what came of it.

    `alive` tells from which days to which each one has a bar. The order given decides between equals.
    """
    own = [tie for tie in ties if tie.upper in alive and tie.lower in alive and tie.upper in family]
    if len(family) <= _FEW:
        return min(permutations(family), key=lambda order: _cost(order, own, alive))
    order = min((tuple(family), tuple(reversed(family))), key=lambda order: _cost(order, own, alive))
    cost = _cost(order, own, alive)
    while True:
        tried = min(_moves(order), key=lambda moved: _cost(moved, own, alive))
        tried_cost = _cost(tried, own, alive)
        if tried_cost >= cost:
            return order
        order, cost = tried, tried_cost


def _moves(order: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """Every order in which up to three neighbours stand elsewhere, of very many one at a time."""
    for length in range(1, (_BLOCK if len(order) <= _MANY else 1) + 1):
        for at in range(len(order) - length + 1):
            block, rest = order[at : at + length], order[:at] + order[at + length :]
            for place in range(len(rest) + 1):
                if place != at:
                    yield rest[:place] + block + rest[place:]


def _cost(order: Sequence[str], ties: Sequence[Tie], alive: Mapping[str, Sequence[tuple[int, int]]]) -> int:
    place = {key: at for at, key in enumerate(order)}
    total = 0
    for tie in ties:
        upper, lower = place[tie.upper], place[tie.lower]
        total += abs(lower - upper) * _BESIDE
        if tie.directed and lower < upper:
            total += _UPWARD
        for key in order[min(upper, lower) + 1 : max(upper, lower)]:
            total += _BESIDE * any(start <= tie.day <= end for start, end in alive[key])
    return total
