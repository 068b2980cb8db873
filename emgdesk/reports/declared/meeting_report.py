"""The report of a meeting."""

from emgdesk.reports.builders.meeting_report import MeetingReportOptions
from emgdesk.reports.declared.decisions import OUTCOMES, ROMANS, WORDING
from emgdesk.reports.declared.shared import CLOCK, GROUP_LINES, LIST_STYLES, NAME_ORDERS, PROSE
from emgdesk.reports.options import DocumentKind, Option, choices

FORM = Option(
    "form",
    "Form",
    "choice",
    "",
    choices(("", "As the segment has it"), ("numbered", "Paragraphs numbered"), ("items", "Item by item")),
)
ANNEXES = Option(
    "annexes",
    "Annexes",
    "choice",
    "none",
    choices(
        ("none", "None"),
        ("participants,agenda", "Participants, agenda"),
        ("agenda,participants", "Agenda, participants"),
        ("participants", "Participants"),
        ("agenda", "Agenda"),
    ),
)
_WITH_ANNEXES = ("participants,agenda", "agenda,participants", "participants", "agenda")
_WITH_PEOPLE = ("participants,agenda", "agenda,participants", "participants")

MEETING_REPORT = DocumentKind(
    name="meeting-report",
    title="Meeting report",
    needs="meeting",
    suffixes=PROSE,
    options=(
        FORM,
        ANNEXES,
        Option(
            "annex-numbers",
            "Numbers of annexes",
            "choice",
            "1",
            choices(("1", "Annex 1"), ("I", "Annex I")),
            only_with=("annexes", _WITH_ANNEXES),
        ),
        Option(
            "people",
            "List of participants",
            "choice",
            "two-blocks",
            choices(*LIST_STYLES),
            only_with=("annexes", _WITH_PEOPLE),
        ),
        Option(
            "order",
            "Order of participants",
            "choice",
            "given",
            choices(*NAME_ORDERS),
            only_with=("annexes", _WITH_PEOPLE),
        ),
        Option("split", "People in the left block", "number", only_with=("people", ("two-blocks",))),
        Option(
            "sections",
            "Section headings",
            "choice",
            "roman",
            choices(("roman", "With Roman numbers"), ("plain", "Without numbers")),
            only_with=("form", ("", "numbered")),
        ),
        Option("heading", "Heading", "text", "Meeting Report"),
        Option("actions-heading", "Heading of actions", "text", "Suggested Actions"),
        WORDING,
        OUTCOMES,
        ROMANS,
        CLOCK,
        GROUP_LINES,
    ),
    options_from=lambda values: MeetingReportOptions(**{**values, "split": values["split"] or 0}),  # type: ignore[arg-type]
)
