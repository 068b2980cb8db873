"""Badges and name plates."""

from emgdesk.reports.builders.badges import BadgeOptions
from emgdesk.reports.builders.name_plates import PlateOptions
from emgdesk.reports.declared.shared import INCLUDES, ORDER
from emgdesk.reports.options import DocumentKind, Option, choices

MARKS = Option(
    "marks", "Cut marks", "choice", "marks", choices(("marks", "Marks"), ("lines", "Lines"), ("none", "None"))
)

BADGES = DocumentKind(
    name="badges",
    of_people=True,
    title="Name badges",
    needs="meeting",
    suffixes=(".pdf",),
    options=(
        Option(
            "size",
            "Size",
            "choice",
            "90x55",
            choices(
                ("90x55", "90 × 55 mm, ten a page"),
                ("86x54", "86 × 54 mm (card), ten a page"),
                ("105x74", "105 × 74 mm (A7), eight a page"),
                ("96x134", "96 × 134 mm, four a page"),
            ),
        ),
        ORDER,
        Option("include", "Who gets one", "choice", "registered", choices(*INCLUDES)),
        Option("titles", "Titles (Mr., Ms., Dr.)", "flag", "no"),
        Option("function", "Function", "flag", "yes"),
        Option("meeting-title", "Title of the meeting", "flag", "yes"),
        Option(
            "band",
            "Band",
            "choice",
            "role",
            choices(("role", "Role, in colour"), ("plain", "Role, black"), ("none", "None")),
        ),
        MARKS,
    ),
    options_from=lambda values: BadgeOptions(**values),  # type: ignore[arg-type]
)

PLATES = DocumentKind(
    name="name-plates",
    of_people=True,
    title="Name plates",
    needs="meeting",
    suffixes=(".pdf",),
    options=(
        Option(
            "size",
            "Size",
            "choice",
            "a4",
            choices(
                ("a4", "A4 landscape, folded once"),
                ("two", "Two on an A4 page, cut and folded"),
                ("a5", "A5 paper, folded once"),
            ),
        ),
        ORDER,
        Option("include", "Who gets one", "choice", "registered", choices(*INCLUDES)),
        Option("titles", "Titles (Mr., Ms., Dr.)", "flag", "no"),
        Option("function", "Function", "flag", "no"),
        Option("marks", "Fold and cut marks", "flag", "yes"),
    ),
    options_from=lambda values: PlateOptions(**values),  # type: ignore[arg-type]
)
