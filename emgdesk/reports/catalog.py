"""The documents emgdesk prints: their names on the command line, what they need, their options.

The command line and the preview dialog both read this table, so an option
exists in both or in neither. Nothing heavy is imported here.
"""

from collections.abc import Mapping

from emgdesk.errors import UsageError
from emgdesk.reports.builders.addresses import AddressOptions
from emgdesk.reports.builders.badges import BadgeOptions
from emgdesk.reports.builders.invitations import InvitationOptions
from emgdesk.reports.builders.name_plates import PlateOptions
from emgdesk.reports.builders.participants import ParticipantsOptions
from emgdesk.reports.builders.progress_report import ProgressOptions
from emgdesk.reports.builders.roster import RosterOptions
from emgdesk.reports.builders.sign_in_sheet import SignInOptions
from emgdesk.reports.builders.statistics import StatisticsOptions
from emgdesk.reports.options import BY_STYLE, DocumentKind, Option, choices, value_of

_GROUP_LINES = Option("group-lines", "Group name at the top", "flag", "yes")
_NAME_ORDERS = (("given", "Given name"), ("family", "Family name"), ("entity", "Entity"))
_ORDER = Option("order", "Order", "choice", "given", choices(*_NAME_ORDERS))
_SHEET_ORDER = Option("order", "Order", "choice", "", choices(("", "As on the roster"), *_NAME_ORDERS))
_DEFAULT_INCLUDE = ("", "Attended, else registered")
_INCLUDES = (
    ("attended", "Attended"),
    ("registered", "Registered"),
    ("all", "The whole roster"),
    ("online", "Online"),
    ("in-person", "In person"),
)
_INCLUDE = Option("include", "Who is listed", "choice", "", choices(_DEFAULT_INCLUDE, *_INCLUDES))
_WHOLE = Option("include", "Who is listed", "choice", "all", choices(*_INCLUDES))
_MARKS = Option(
    "marks", "Cut marks", "choice", "marks", choices(("marks", "Marks"), ("lines", "Lines"), ("none", "None"))
)

_PARTICIPANTS = DocumentKind(
    name="participants",
    title="List of participants",
    needs="meeting",
    suffixes=(".pdf", ".xlsx", ".csv"),
    options=(
        Option(
            "style",
            "Style",
            "choice",
            "list",
            choices(
                ("list", "Numbered list"),
                ("two-blocks", "Two blocks side by side"),
                ("by-entity", "By entity"),
            ),
        ),
        _ORDER,
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
        _INCLUDE,
        Option("totals", "Closing line of totals", "flag", "no"),
        Option("split", "People in the left block", "number", only_with=("style", ("two-blocks",))),
        _GROUP_LINES,
    ),
    options_from=lambda values: ParticipantsOptions(
        **{**values, "columns": int(str(values["columns"])), "split": values["split"] or 0}  # type: ignore[arg-type]
    ),
)

_PROGRESS = DocumentKind(
    name="progress-report",
    title="Progress report",
    needs="desk",
    suffixes=(".pdf",),
    options=(
        Option("as-of", "As of", "date"),
        Option("since", "Only what is new since", "date"),
        Option("concluded", "With concluded work", "flag", "yes"),
        Option("workstreams", "Workstreams", "names"),
        _GROUP_LINES,
    ),
    options_from=lambda values: ProgressOptions(**values),  # type: ignore[arg-type]
)

_SIGN_IN = DocumentKind(
    name="sign-in-sheet",
    title="Sign-in sheet",
    needs="meeting",
    suffixes=(".pdf",),
    options=(
        Option("heading", "Heading", "text", "Sign-in sheet"),
        Option(
            "style", "Style", "choice", "by-name", choices(("by-name", "By name"), ("by-entity", "By entity"))
        ),
        Option("order", "Order", "choice", "given", choices(*_NAME_ORDERS[:2])),
        Option("titles", "Titles (Mr., Ms., Dr.)", "flag", "no"),
        Option("include", "Who is listed", "choice", "registered", choices(*_INCLUDES)),
        Option("days", "Signature columns (days)", "number"),
        Option("height", "Height of a row", "number", "11", least=6, unit="mm"),
        Option("blank", "Blank rows at the end", "number", "10", least=0),
        _GROUP_LINES,
    ),
    options_from=lambda values: SignInOptions(**values),  # type: ignore[arg-type]
)

_BADGES = DocumentKind(
    name="badges",
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
        _ORDER,
        Option("include", "Who gets one", "choice", "registered", choices(*_INCLUDES)),
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
        _MARKS,
    ),
    options_from=lambda values: BadgeOptions(**values),  # type: ignore[arg-type]
)

_PLATES = DocumentKind(
    name="name-plates",
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
        _ORDER,
        Option("include", "Who gets one", "choice", "registered", choices(*_INCLUDES)),
        Option("titles", "Titles (Mr., Ms., Dr.)", "flag", "no"),
        Option("function", "Function", "flag", "no"),
        Option("marks", "Fold and cut marks", "flag", "yes"),
    ),
    options_from=lambda values: PlateOptions(**values),  # type: ignore[arg-type]
)

_STATISTICS = DocumentKind(
    name="attendance-statistics",
    title="Attendance statistics",
    needs="desk",
    suffixes=(".pdf", ".xlsx"),
    options=(
        Option("heading", "Heading", "text", "Attendance statistics"),
        Option("meetings", "Meetings", "meetings"),
        Option("from", "From", "date"),
        Option("to", "To", "date"),
        Option("charts", "Charts", "flag", "yes"),
        Option("entities", "Table of entities", "flag", "yes"),
        _GROUP_LINES,
    ),
    options_from=lambda values: StatisticsOptions(
        **{{"from": "since", "to": "until"}.get(key, key): value for key, value in values.items()}  # type: ignore[arg-type]
    ),
)

_ROSTER = DocumentKind(
    name="roster",
    title="Roster",
    needs="meeting",
    suffixes=(".pdf", ".xlsx", ".csv"),
    options=(_SHEET_ORDER, _WHOLE, _GROUP_LINES),
    options_from=lambda values: RosterOptions(**values),  # type: ignore[arg-type]
)

_ADDRESSES = DocumentKind(
    name="address-list",
    title="Address list",
    needs="meeting",
    suffixes=(".pdf", ".csv", ".txt", ".xlsx"),
    options=(_SHEET_ORDER, _WHOLE, _GROUP_LINES),
    options_from=lambda values: AddressOptions(**values),  # type: ignore[arg-type]
)

_INVITATIONS = DocumentKind(
    name="invitations",
    title="Mail-merge sheet",
    needs="meeting",
    suffixes=(".pdf", ".xlsx", ".csv"),
    options=(_SHEET_ORDER, _WHOLE, _GROUP_LINES),
    options_from=lambda values: InvitationOptions(**values),  # type: ignore[arg-type]
)

DOCUMENTS: tuple[DocumentKind, ...] = (
    _PARTICIPANTS, _PROGRESS, _SIGN_IN, _BADGES, _PLATES, _STATISTICS, _ROSTER, _ADDRESSES, _INVITATIONS,
)  # fmt: skip


def document(name: str) -> DocumentKind:
    """The document declared as `name`; UsageError lists the names there are."""
    for kind in DOCUMENTS:
        if kind.name == name:
            return kind
    names = ", ".join(kind.name for kind in DOCUMENTS)
    raise UsageError(f"There is no document called {name!r}; there are: {names}.")


def parse_options(name: str, given: Mapping[str, str]) -> object:
    """The builder's options object of document `name` from typed values; what is not given has its default.

    UsageError names the key and what it takes.
    """
    kind = document(name)
    known = {option.key: option for option in kind.options}
    for key in given:
        if key not in known:
            raise UsageError(f"{kind.title} has no option {key!r}; it has: {', '.join(known)}.", place=key)
    values = {
        key.replace("-", "_"): value_of(option, given.get(key, option.default).strip())
        for key, option in known.items()
    }
    return kind.options_from(values)


def check_suffix(name: str, suffix: str) -> None:
    """Raise UsageError if document `name` is not written as `suffix` (".pdf")."""
    kind = document(name)
    if suffix.lower() not in kind.suffixes:
        allowed = ", ".join(kind.suffixes)
        raise UsageError(f"{kind.title} is written as {allowed}, not as {suffix or 'a file without ending'}.")
