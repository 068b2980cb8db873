"""A small agenda and a document, as tests of the agenda need them."""

from emgdesk.operations.agenda import add_agenda_item
from emgdesk.operations.document import add_document
from emgdesk.queries.agendas import list_agenda
from emgdesk.workspace import Workspace

ITEMS: tuple[tuple[str, str, str, str, str], ...] = (
    ("opening", "", "Opening", "15:00", "15:10"),
    ("reefs", "", "Reefs", "15:10", "16:10"),
    ("map", "reefs", "The map", "", ""),
    ("survey", "reefs", "The survey", "15:40", "16:10"),
    ("dust", "", "Dust", "16:10", "16:50"),
)


def make_agenda(desk: Workspace, meeting_id: str) -> dict[str, str]:
    """Three items, two more below the second; keys by name."""
    keys: dict[str, str] = {}
    for name, above, title, start, end in ITEMS:
        keys[name] = desk.do(
            "Item", add_agenda_item, meeting_id=meeting_id, title=title, parent_id=keys.get(above),
            start_time=start, end_time=end,
        ).value  # fmt: skip
    return keys


def make_document(desk: Workspace, meeting_id: str, title: str = "Provisional agenda") -> str:
    """A line in the register of a meeting."""
    return desk.do("Document", add_document, meeting_id=meeting_id, title=title).value


def printed(desk: Workspace, meeting_id: str) -> list[str]:
    """The agenda as path and title of each item, in printed order."""
    return [f"{row.path} {row.title}" for row in desk.read(list_agenda, meeting_id=meeting_id)]
