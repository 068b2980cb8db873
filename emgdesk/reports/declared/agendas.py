"""The agenda, and the chair's own."""

from emgdesk.reports.builders.agenda import AgendaOptions
from emgdesk.reports.builders.annotated_agenda import AnnotatedOptions
from emgdesk.reports.declared.shared import CLOCK, GROUP_LINES, PROSE
from emgdesk.reports.options import DocumentKind, Option, choices

AGENDA = DocumentKind(
    name="agenda",
    title="Agenda",
    needs="meeting",
    suffixes=PROSE,
    options=(
        Option(
            "state",
            "State",
            "choice",
            "provisional",
            choices(("provisional", "Provisional"), ("adopted", "As adopted")),
        ),
        CLOCK,
        Option("heading", "Heading", "text"),
        Option("documents", "Meeting documents", "flag", "yes"),
        Option("symbols", "Symbols of documents", "flag", "no", only_with=("documents", ("yes",))),
        Option("presenters", "Presenters", "flag", "yes"),
        GROUP_LINES,
    ),
    options_from=lambda values: AgendaOptions(**values),  # type: ignore[arg-type]
)

ANNOTATED = DocumentKind(
    name="annotated-agenda",
    title="Annotated agenda",
    needs="meeting",
    suffixes=PROSE,
    options=(
        CLOCK,
        Option("heading", "Heading", "text", "Annotated Agenda"),
        Option("documents", "Documents of each item", "flag", "yes"),
        Option("conclusions", "Draft conclusions", "flag", "yes"),
        Option("room", "Lines to write on below each item", "number", "0", least=0, most=30),
        GROUP_LINES,
    ),
    options_from=lambda values: AnnotatedOptions(**{**values, "room": values["room"] or 0}),  # type: ignore[arg-type]
)
