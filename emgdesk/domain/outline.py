"""Labels of a tree, generated from its order: agenda items, actions, sections (rule 4)."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from emgdesk.domain.numbering import LabelStyle, label

BY_DEPTH: tuple[LabelStyle, ...] = ("1", "a", "i", "A", "I")
"""The style of each level where a branch says none."""


@dataclass(frozen=True, slots=True)
class Node:
    """One line of a tree: `style` is the label style of the lines below it ("" by depth).

    A line that is not `numbered` prints no label and does not count among its neighbours.
    """

    id: str
    parent_id: str | None
    numbered: bool = True
    style: str = ""


@dataclass(frozen=True, slots=True)
class Placed:
    """A line in its place: `depth` from 0, `label` its own ("" where it has none), `path` all labels to it.

    A line without a label has the path of the one above it: what is below it is cited from there.
    """

    id: str
    depth: int
    label: str
    path: tuple[str, ...]


def place(nodes: Sequence[Node], style: str = "", styles: Sequence[LabelStyle] = BY_DEPTH) -> list[Placed]:
    """The lines in printed order, each below its parent; `nodes` come in the order of their positions.

    `style` is that of the first level, `styles` those of the levels where a branch says none: a line
    below an unlabelled one goes on with the level that one would have had. A line whose parent is not
    among `nodes`, or is its own ancestor, stands on the first level, so that none is ever lost.
    """
    below: dict[str | None, list[Node]] = defaultdict(list)
    known = {node.id: node for node in nodes}
    for node in nodes:
        parent = node.parent_id if node.parent_id in known and not _circles(node, known) else None
        below[parent].append(node)
    placed: list[Placed] = []
    _place(below, None, style, styles, 0, (), placed)
    return placed


def _place(
    below: dict[str | None, list[Node]],
    parent: str | None,
    style: str,
    styles: Sequence[LabelStyle],
    depth: int,
    path: tuple[str, ...],
    placed: list[Placed],
) -> None:
    number = 0
    for node in below[parent]:
        own = ""
        if node.numbered:
            number += 1
            own = label(number, label_style(style, len(path), styles))
        here = (*path, own) if own else path
        placed.append(Placed(node.id, depth, own, here))
        _place(below, node.id, node.style, styles, depth + 1, here, placed)


def label_style(style: str, level: int, styles: Sequence[LabelStyle] = BY_DEPTH) -> LabelStyle:
    """The style a branch prints in: its own, or that of its level (0 the first) where it says none."""
    known: dict[str, LabelStyle] = {one: one for one in BY_DEPTH}
    return known.get(style) or styles[min(level, len(styles) - 1)]


def _circles(node: Node, known: dict[str, Node]) -> bool:
    seen = {node.id}
    while node.parent_id in known:
        node = known[node.parent_id]
        if node.id in seen:
            return True
        seen.add(node.id)
    return False
