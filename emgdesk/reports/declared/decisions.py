"""The summary of action points."""

from emgdesk.reports.builders.action_points import ActionPointsOptions
from emgdesk.reports.declared.shared import GROUP_LINES, PROSE
from emgdesk.reports.options import DocumentKind, Option, choices

WORDING = Option(
    "wording",
    "Wording",
    "choice",
    "standing",
    choices(
        ("standing", "As it stands"),
        ("proposed", "As put before the meeting"),
        ("adopted", "As adopted"),
        ("changes", "What changed, word by word"),
    ),
)
OUTCOMES = Option("outcomes", "Outcome of each action", "flag", "no")
ROMANS = Option("romans", "Roman labels", "choice", "point", choices(("point", "i."), ("bracket", "i)")))

ACTION_POINTS = DocumentKind(
    name="action-points",
    title="Summary of action points",
    needs="meeting",
    suffixes=PROSE,
    options=(WORDING, OUTCOMES, ROMANS, Option("heading", "Heading", "text"), GROUP_LINES),
    options_from=lambda values: ActionPointsOptions(**values),  # type: ignore[arg-type]
)
