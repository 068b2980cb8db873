"""The columns of a roster, and its numbers."""

from collections.abc import Callable

from emgdesk.domain.numbering import counted
from emgdesk.domain.statuses import ATTENDANCES, ROLES
from emgdesk.queries.roster import RosterNumbers, RosterRow
from emgdesk.ui.models.columns import Column
from emgdesk.ui.widgets.cards import Figure

CAPACITIES = ("member", "observer", "guest", "secretariat")
LEVELS = ("", "head", "senior official", "focal point", "expert")
PRESENT = ("", "online", "in person")

_GONE = ("absent", "excused", "cancelled")


def _attendance_tone(row: RosterRow) -> str:
    return "muted" if row.attendance in _GONE else ""


def _entity_tone(row: RosterRow) -> str:
    return "warn" if not row.entity else ""


def _name_tip(row: RosterRow) -> str:
    lines = [row.name]
    if row.person_name != row.name:
        lines.append(f"Known today as {row.person_name}")
    if row.source:
        lines.append(f"From {row.source}")
    return "\n".join(lines)


COLUMNS = (
    Column("name", "Name", 30, editable=True, cell_tip=_name_tip, tip="As printed at this meeting"),
    Column("title", "Title", 8, editable=True, shown=False),
    Column("given", "Given name", 18, editable=True, shown=False),
    Column("family", "Family name", 18, editable=True, shown=False),
    Column(
        "entity",
        "Entity",
        14,
        editable=True,
        editor="suggest",
        blank="no entity",
        tone=_entity_tone,
        cell_tip=lambda row: row.entity_name,
        tip="As printed at this meeting",
    ),
    Column("entity_name", "Entity in full", 34, shown=False),
    Column("function", "Function", 27, editable=True),
    Column("capacity", "Capacity", 13, editable=True, editor="choice", choices=CAPACITIES),
    Column("role", "Role", 14, editable=True, editor="choice", choices=ROLES),
    Column("level", "Level", 14, editable=True, editor="choice", choices=LEVELS, shown=False),
    Column(
        "attendance",
        "Attendance",
        15,
        editable=True,
        editor="choice",
        choices=ATTENDANCES,
        tone=_attendance_tone,
    ),
    Column("mode", "Mode", 12, editable=True, editor="choice", choices=PRESENT),
    Column("email", "E-mail", 24),
    Column("phone", "Phone", 16, shown=False),
    Column("country", "Country", 14, shown=False),
    Column("registered", "Registered", 12, shown=False),
    Column("notes", "Notes", 22, editable=True, shown=False),
    Column("source", "From", 28, shown=False, tip="File and row this line was imported from"),
    Column("other_meetings", "Other meetings", 14, align="right", shown=False),
    Column("position", "No.", 5, align="right", shown=False, searched=False, tip="The order it was given in"),
)

WHO: dict[str, Callable[[RosterRow], bool]] = {
    "people": lambda _row: True,
    "members": lambda row: row.capacity == "member",
    "observers": lambda row: row.capacity == "observer",
    "guests": lambda row: row.capacity == "guest",
    "secretariat": lambda row: row.capacity == "secretariat",
    "attended": lambda row: row.attendance == "attended",
    "without_entity": lambda row: not row.entity,
}
"""Which rows a figure counts, by its key."""


def figures(numbers: RosterNumbers) -> tuple[Figure, ...]:
    """The numbers worth a card; what is nought is left out, but for people and members."""
    members = f"from {counted(numbers.member_entities, 'entity', 'entities')}" if numbers.members else ""
    observers = f"from {counted(numbers.observer_entities, 'entity', 'entities')}"
    optional = (
        Figure("observers", numbers.observers, _word(numbers.observers, "observer", "observers"), observers),
        Figure("guests", numbers.guests, _word(numbers.guests, "guest", "guests")),
        Figure("secretariat", numbers.secretariat, "secretariat"),
        Figure("attended", numbers.attended, "attended"),
        Figure("without_entity", numbers.without_entity, "without entity", tone="warn"),
    )
    return (
        Figure("people", numbers.people, _word(numbers.people, "person", "people")),
        Figure("members", numbers.members, _word(numbers.members, "EMG member", "EMG members"), members),
        *(figure for figure in optional if figure.number),
    )


def _word(number: int, one: str, many: str) -> str:
    return one if number == 1 else many
