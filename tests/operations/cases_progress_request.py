"""Cases of the operations on requests for progress."""

from collections.abc import Callable, Mapping
from typing import Any

from emgdesk.operations.progress_request import ask_for_progress
from emgdesk.workspace import Workspace
from tests.desks import entity_id

Case = Callable[[Workspace], Mapping[str, Any]]


def asked(desk: Workspace) -> tuple[str, ...]:
    """Requests to UNEP and to a body the desk does not know."""
    return desk.do(
        "Ask", ask_for_progress, entities=((entity_id(desk, "UNEP"), ""), (None, "Harbour Union")),
        as_of="2031-06-30", asked_on="2031-06-01", due="2031-06-20",
    ).value  # fmt: skip


CASES: Mapping[str, Case] = {
    "progress_request.ask_for_progress": lambda desk: {
        "entities": ((entity_id(desk, "FAO"), ""), (None, "Harbour Union")),
        "as_of": "2031-06-30" if asked(desk) else "", "asked_on": "2031-06-21", "due": "2031-07-01",
    },
    "progress_request.mark_answered": lambda desk: {
        "request_ids": asked(desk), "answered_on": "2031-06-18", "file": "UNEP.xlsx",
    },
    "progress_request.withdraw_requests": lambda desk: {"request_ids": asked(desk)[:1]},
}  # fmt: skip
