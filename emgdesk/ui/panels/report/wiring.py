"""What is entered below a paragraph's text: decisions, reservations, deliverables."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from emgdesk.operations.deciding import decide_in_room, undecide_in_room
from emgdesk.operations.deliverable import (
    add_deliverable,
    endorse_deliverable,
    unendorse_deliverable,
    update_deliverable,
)
from emgdesk.operations.reservation import add_reservation, delete_reservation, update_reservation
from emgdesk.ui.panels.report.paragraph_editor import ParagraphEditor
from emgdesk.ui.services import Navigator

Do = Callable[..., None]


def wire_blocks(editor: ParagraphEditor, do: Do, meeting: Callable[[], str], navigator: Navigator) -> None:
    """Let the boxes of `editor` do what they ask; `meeting` answers the key of the one in view."""
    _wire_decision(editor, do, navigator)
    _wire_reservations(editor, do)
    _wire_deliverables(editor, do, meeting)


def _wire_decision(editor: ParagraphEditor, do: Do, navigator: Navigator) -> None:
    line = editor.decision
    line.decided.connect(
        lambda key, section: do(
            "Make a decision of a conclusion", decide_in_room, paragraph_id=key, section_id=section
        )
    )
    line.undecided.connect(
        lambda key: do("Make a decision words of the report", undecide_in_room, paragraph_id=key)
    )
    line.opened.connect(lambda key: navigator.show("action", key))


def _wire_reservations(editor: ParagraphEditor, do: Do) -> None:
    box = editor.reservations

    def reserve(entity: str, words: str) -> None:
        row = editor.row
        if row is not None:
            on: dict[str, Any] = {"action_id": row.action_id} if row.action_id else {"paragraph_id": row.id}
            do("Add reservation", add_reservation, entity=entity, text=words, **on)

    box.added.connect(reserve)
    box.changed.connect(
        lambda key, fields: do("Edit reservation", update_reservation, reservation_id=key, **fields)
    )
    box.removed.connect(lambda key: do("Delete reservation", delete_reservation, reservation_id=key))


def _wire_deliverables(editor: ParagraphEditor, do: Do, meeting: Callable[[], str]) -> None:
    box = editor.deliverables
    box.added.connect(
        lambda title: do("Add deliverable", add_deliverable, title=title, endorsed_at=meeting())
    )
    box.changed.connect(
        lambda key, fields: do("Edit deliverable", update_deliverable, deliverable_id=key, **fields)
    )
    box.endorsed.connect(
        lambda key: do("Endorse deliverable", endorse_deliverable, deliverable_id=key, meeting_id=meeting())
    )
    box.removed.connect(
        lambda key: do(
            "Take back an endorsement", unendorse_deliverable, deliverable_id=key, meeting_id=meeting()
        )
    )
