"""Cases of the operations on the mandates of workstreams."""

from collections.abc import Callable, Mapping
from typing import Any

from emgdesk.operations.mandate import add_event
from emgdesk.workspace import Workspace
from tests.desks import make_workplan

Case = Callable[[Workspace], Mapping[str, Any]]


def renamed(desk: Workspace) -> dict[str, str]:
    """The work plan of `make_workplan` whose Task Team on Reefs was renamed."""
    keys = make_workplan(desk)
    event = desk.do(
        "Rename", add_event, workstream_id=keys["reefs"], kind="renamed", date="2031-05-02",
        new_name="Task Team on Corals",
    )  # fmt: skip
    return {**keys, "renamed": event.value}


CASES: Mapping[str, Case] = {
    "mandate.add_event": lambda desk: {
        "workstream_id": (keys := make_workplan(desk))["reefs"], "kind": "became part of",
        "other_workstream_id": keys["ports"], "new_name": "Working Group on Reefs",
        "new_kind": "Working Group", "date": "2031",
    },
    "mandate.update_event": lambda desk: {
        "event_id": renamed(desk)["renamed"], "new_name": "Task Team on Coral Reefs",
    },
    "mandate.delete_events": lambda desk: {"event_ids": [renamed(desk)["renamed"]]},
}  # fmt: skip
