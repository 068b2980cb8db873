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
from emgdesk.queries.reports import ParagraphRow
from emgdesk.ui.panels.report.paragraph_editor import ParagraphEditor
from emgdesk.ui.services import Navigator

Do = Callable[..., None]


def wire_blocks(editor: ParagraphEditor, do: Do, navigator: Navigator) -> None:
    """Let the boxes of `editor` do what they ask, each for the thing it was typed for."""
    _wire_decision(editor, do, navigator)
    _wire_reservations(editor, do)
    _wire_deliverables(editor, do)


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

    def reserve(row: ParagraphRow, entity: str, words: str) -> None:
        on: dict[str, Any] = {"action_id": row.action_id} if row.action_id else {"paragraph_id": row.id}
        do("Add reservation", add_reservation, entity=entity, text=words, **on)

    box.added.connect(reserve)
    box.changed.connect(
        lambda key, fields: do("Edit reservation", update_reservation, reservation_id=key, **fields)
    )
    box.removed.connect(lambda key: do("Delete reservation", delete_reservation, reservation_id=key))


def _wire_deliverables(editor: ParagraphEditor, do: Do) -> None:
    box = editor.deliverables
    box.added.connect(
        lambda meeting, title: do("Add deliverable", add_deliverable, title=title, endorsed_at=meeting)
    )
    box.changed.connect(
        lambda key, fields: do("Edit deliverable", update_deliverable, deliverable_id=key, **fields)
    )
    box.endorsed.connect(
        lambda meeting, key: do(
            "Endorse deliverable", endorse_deliverable, deliverable_id=key, meeting_id=meeting
        )
    )
    box.removed.connect(
        lambda meeting, key: do(
            "Take back an endorsement", unendorse_deliverable, deliverable_id=key, meeting_id=meeting
        )
    )
