"""The list of participants."""

from emgdesk.reports.builders.participants import ParticipantsOptions
from emgdesk.reports.declared.shared import GROUP_LINES, INCLUDE, LIST_STYLES, ORDER
from emgdesk.reports.options import BY_STYLE, DocumentKind, Option, choices

PARTICIPANTS = DocumentKind(
    name="participants",
    of_people=True,
    title="List of participants",
    needs="meeting",
    suffixes=(".pdf", ".docx", ".xlsx", ".csv"),
    options=(
        Option(
            "style",
            "Style",
            "choice",
            "list",
            choices(*LIST_STYLES),
        ),
        ORDER,
        Option(
            "columns",
            "Columns",
            "choice",
            "1",
            choices(("1", "One"), ("2", "Two"), ("3", "Three")),
            only_with=("style", ("list", "by-entity")),
        ),
        Option("heading", "Heading", "text", "List of participants"),
        Option("titles", "Titles (Mr., Ms., Dr.)", "choice", "", BY_STYLE),
        Option("function", "Function", "choice", "", BY_STYLE),
        Option("email", "E-mail", "flag", "no"),
        INCLUDE,
        Option("totals", "Closing line of totals", "flag", "no"),
        Option("split", "People in the left block", "number", only_with=("style", ("two-blocks",))),
        GROUP_LINES,
    ),
    options_from=lambda values: ParticipantsOptions(
        **{**values, "columns": int(str(values["columns"])), "split": values["split"] or 0}  # type: ignore[arg-type]
    ),
)
