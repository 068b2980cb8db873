"""The labels of actions within their section, and what a text calls them."""

from collections.abc import Sequence

from emgdesk.db.models import Action, ActionSection
from emgdesk.domain.numbering import LabelStyle
from emgdesk.domain.outline import Node, Placed, place

STYLES: tuple[LabelStyle, ...] = ("a", "i", "1", "A", "I")
"""Label styles of actions by level, where a branch says none."""


def place_actions(section: ActionSection, actions: Sequence[Action]) -> list[Placed]:
    """The actions of a section in printed order with their labels."""
    # Actions below an unlettered one are lettered as the section is, unless it says otherwise itself.
    nodes = [Node(a.id, a.parent_id, bool(a.lettered), _style(a, section)) for a in actions]
    return place(nodes, section.style or "a", STYLES)


def cited(numeral: str, path: Sequence[str]) -> str:
    """What a text calls an action: ("IV", ("b", "i")) -> "IV. b) i"."""
    first = f"{numeral}. {path[0]})" if path else f"{numeral}."
    return " ".join((first, *path[1:]))


def _style(action: Action, section: ActionSection) -> str:
    if action.children_style or action.lettered or action.parent_id:
        return action.children_style
    return section.style or "a"
