"""From SOM n to the next: what is to be carried over, as proposals one ticks."""

from emgdesk.queries.roll_forward.gathering import propose, som_to_leave
from emgdesk.queries.roll_forward.mandates import suggested
from emgdesk.queries.roll_forward.proposals import (
    ASK,
    BRING,
    CONDITION,
    DECISION,
    DEFERRED,
    DROP,
    ENDED,
    FINISHED,
    GO_ON,
    KINDS,
    LEAVE,
    MAKE,
    MANDATE,
    MEETING,
    SILENT,
    Choice,
    Obstacle,
    Proposal,
    RollForward,
    Target,
)

__all__ = [
    "ASK",
    "BRING", "CONDITION", "DECISION",
    "DEFERRED", "DROP", "ENDED", "FINISHED", "GO_ON", "KINDS", "LEAVE", "MAKE", "MANDATE",
    "MEETING", "SILENT", "Choice", "Obstacle", "Proposal", "RollForward", "Target", "propose", "som_to_leave",
    "suggested",
]  # fmt: skip
