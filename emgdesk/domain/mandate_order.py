"""Workstreams in the order in which their lines of descent are easy to follow."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

_UPWARD, _BESIDE = 3, 2
_PASSES = 6


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
    order = list(family)
    cost = _cost(order, own, alive)
    for _ in range(_PASSES):
        better = False
        for key in family:
            at = order.index(key)
            for place in range(len(order)):
                if place == at:
                    continue
                tried = order[:at] + order[at + 1 :]
                tried.insert(place, key)
                tried_cost = _cost(tried, own, alive)
                if tried_cost < cost:
                    order, cost, at, better = tried, tried_cost, place, True
        if not better:
            break
    return tuple(order)


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
