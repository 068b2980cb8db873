"""Registers for tests."""

from emgdesk.operations.document import add_document, attach_file
from emgdesk.workspace import Workspace
from tests.desks import make_meeting

PDF = b"%PDF-1.7\n" + bytes(range(256)) * 8


def make_register(desk: Workspace) -> tuple[str, list[str]]:
    """A meeting with three lines, and their keys in order; the second has a file."""
    meeting_id = make_meeting(desk, som_number=40, segment="technical")
    keys = [
        desk.do(
            "Add",
            add_document,
            meeting_id=meeting_id,
            number=f"0{number}",
            symbol=f"EMG/SOM.40/technical/0{number}",
            title=title,
        ).value
        for number, title in enumerate(("Provisional agenda", "Progress report", "Note on reefs"), 1)
    ]
    desk.do("Attach", attach_file, document_id=keys[1], name="progress.pdf", data=PDF)
    return meeting_id, keys
