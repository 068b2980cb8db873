"""Invented actions with every grammar a summary of action points knows."""

from emgdesk.reports.builders.action_lines import ActionBlock, ActionLine
from emgdesk.reports.builders.footnotes import ReservationLine

OFFICIALS = "The Senior Officials:"


def action(label: str, text: str, depth: int = 0, style: str = "a", **more: object) -> ActionLine:
    more = {"stem": OFFICIALS if depth == 0 else "", **more}
    return ActionLine(depth, label, style, text, **more)  # type: ignore[arg-type]


REEFS = ActionBlock(
    "s1",
    "I",
    "Task Team on Reefs",
    "Task Team on Reefs",
    (
        action("a", "Take note of the *map*;", outcome="approved"),
        action(
            "b",
            "Decide to extend the Task Team for one year.",
            adopted_text="Decide to extend the Task Team for two years.",
            outcome="amended",
            reservations=(ReservationLine("IMO", "The time is too long."), ReservationLine("ITU")),
        ),
        action("i", "to survey;", 1, "i", outcome="approved"),
        action("ii", "to publish.", 1, "i", outcome="approved"),
        action("c", "Request a report.", stem="Request the Secretariat to:", outcome="deferred"),
    ),
)
PORTS = ActionBlock(
    "s2",
    "II",
    "Coalition on Ports",
    "Coalition on Ports",
    (
        action("", "Agree to extend the Coalition to:", outcome="approved"),
        action("i", "Finish the survey;", 1, "i", outcome="approved"),
        action("ii", "Present it.", 1, "i", outcome="withdrawn"),
    ),
)
SOILS = ActionBlock(
    "s3",
    "III",
    "Soils",
    "",
    (action("", "Welcome the note on soils.", stem="", outcome="approved", in_room=True),),
)
SECTIONS = (REEFS, PORTS, SOILS)
