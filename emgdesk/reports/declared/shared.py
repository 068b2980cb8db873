"""Options that several documents have."""

from emgdesk.reports.options import Option, choices

PROSE = (".pdf", ".docx")
"""What prose is written as."""
GROUP_LINES = Option("group-lines", "Group name at the top", "flag", "yes")
NAME_ORDERS = (("given", "Given name"), ("family", "Family name"), ("entity", "Entity"))
ORDER = Option("order", "Order", "choice", "given", choices(*NAME_ORDERS))
SHEET_ORDER = Option("order", "Order", "choice", "", choices(("", "As on the roster"), *NAME_ORDERS))
DEFAULT_INCLUDE = ("", "Attended, else registered")
INCLUDES = (
    ("attended", "Attended"),
    ("registered", "Registered"),
    ("all", "The whole roster"),
    ("online", "Online"),
    ("in-person", "In person"),
)
INCLUDE = Option("include", "Who is listed", "choice", "", choices(DEFAULT_INCLUDE, *INCLUDES))
WHOLE = Option("include", "Who is listed", "choice", "all", choices(*INCLUDES))
CLOCK = Option("clock", "Times", "choice", "12", choices(("12", "3:10 p.m."), ("24", "15:10")))
LIST_STYLES = (
    ("list", "Numbered list"),
    ("two-blocks", "Two blocks side by side"),
    ("by-entity", "By entity"),
)
