"""The sign-in sheet of the meeting room."""

from emgdesk.reports.builders.sign_in_sheet import MOST_DAYS, SignInOptions
from emgdesk.reports.declared.shared import GROUP_LINES, INCLUDES, NAME_ORDERS, PROSE
from emgdesk.reports.options import DocumentKind, Option, choices

SIGN_IN = DocumentKind(
    name="sign-in-sheet",
    of_people=True,
    title="Sign-in sheet",
    needs="meeting",
    suffixes=PROSE,
    options=(
        Option("heading", "Heading", "text", "Sign-in sheet"),
        Option(
            "style", "Style", "choice", "by-name", choices(("by-name", "By name"), ("by-entity", "By entity"))
        ),
        Option("order", "Order", "choice", "given", choices(*NAME_ORDERS[:2])),
        Option("titles", "Titles (Mr., Ms., Dr.)", "flag", "no"),
        Option("include", "Who is listed", "choice", "registered", choices(*INCLUDES)),
        Option("days", "Signature columns (days)", "number", most=MOST_DAYS),
        Option("height", "Height of a row", "number", "11", least=6, most=60, unit="mm"),
        Option("blank", "Blank rows at the end", "number", "10", least=0, most=500),
        GROUP_LINES,
    ),
    options_from=lambda values: SignInOptions(**values),  # type: ignore[arg-type]
)
