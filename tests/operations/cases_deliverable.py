"""Cases of several deliverables at once, their order and their next editions."""

from emgdesk.operations.deliverable import add_deliverable
from emgdesk.workspace import Workspace


def _two(desk: Workspace) -> list[str]:
    titles = ("Atlas of Reefs", "Guide to Harbours")
    return [desk.do("Add", add_deliverable, title=title, edition="2nd").value for title in titles]


CASES = {
    "deliverable.add_edition": lambda desk: {"deliverable_id": _two(desk)[0]},
    "deliverable.move_deliverable": lambda desk: {"deliverable_id": _two(desk)[1], "offset": -1},
    "deliverable.update_deliverables": lambda desk: {"deliverable_ids": _two(desk), "entities": "UNEP"},
}
