"""The columns of a roster, and its numbers."""

from collections.abc import Callable, Sequence

from emgdesk.domain.counting import counted_with_in_words, listed
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
    Column(
        "walk_in",
        "Registration",
        15,
        value=lambda row: "not registered" if row.walk_in else "",
        tone=lambda _row: "accent",
        shown=False,
        tip="Who was there without having registered",
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

_NAMED: dict[str, Callable[[RosterRow], bool]] = {
    "listed": lambda _row: True,
    "members": lambda row: row.capacity == "member",
    "observers": lambda row: row.capacity == "observer",
    "guests": lambda row: row.capacity == "guest",
    "secretariat": lambda row: row.capacity == "secretariat",
}
"""Which of those a list of participants names a figure counts, by its key."""

_EVERYBODY: dict[str, Callable[[RosterRow], bool]] = {
    "people": lambda _row: True,
    "walk_ins": lambda row: row.walk_in,
    "without_entity": lambda row: not row.entity,
}
"""Which of all rows a figure counts, by its key."""


def whom(key: str, rows: Sequence[RosterRow]) -> list[RosterRow]:
    """Those of a whole roster whom the figure with this key counts."""
    if key in _NAMED:
        return [row for row in listed(rows)[1] if _NAMED[key](row)]
    return [row for row in rows if key in _EVERYBODY and _EVERYBODY[key](row)]


def figures(numbers: RosterNumbers, *, said: bool = False) -> tuple[Figure, ...]:
    """The numbers worth a card; what is nought is left out, but for people and members.

    With `said` it stands elsewhere what is counted with what, and who was not registered.

    Members, observers and guests are counted as the list of participants counts them, and
    where that does not name everybody on the roster the words say whom it names.
    """
    named = numbers.listed
    everybody = named.people == numbers.people
    which = "" if everybody else f" {named.word}"
    found = (
        Figure(
            "people", numbers.people,
            f"{_word(numbers.people, 'person', 'people')} {named.word if everybody else 'on the roster'}",
        ),
        Figure("listed", 0 if everybody else named.people, named.word, _registrations(numbers)),
        Figure(
            "members", named.members, f"{_word(named.members, 'EMG member', 'EMG members')}{which}",
            _bodies(named.member_entities, "" if said else counted_with_in_words(numbers.counted_with)),
        ),
        Figure(
            "observers", named.observers, f"{_word(named.observers, 'observer', 'observers')}{which}",
            _bodies(named.observer_entities),
        ),
        Figure("guests", named.guests, f"{_word(named.guests, 'guest', 'guests')}{which}"),
        Figure("secretariat", named.secretariat, f"secretariat{which}"),
        Figure("walk_ins", 0 if said else numbers.walk_ins, _word(numbers.walk_ins, "walk-in", "walk-ins")),
        Figure("without_entity", numbers.without_entity, "without entity", tone="warn"),
    )  # fmt: skip
    return tuple(figure for figure in found if figure.number or figure.key in ("people", "members"))


def _registrations(numbers: RosterNumbers) -> str:
    """What came of the registrations, once anybody attended: "of 40 registered"."""
    came = numbers.registered_present + numbers.registered_absent + numbers.registered
    return f"({numbers.registered_present} of {came} registered)" if numbers.attended else ""


def _bodies(number: int, counted_with: str = "") -> str:
    where = f"from {counted(number, 'entity', 'entities')}" if number else ""
    return ", ".join(part for part in (where, counted_with) if part)


def _word(number: int, one: str, many: str) -> str:
    return one if number == 1 else many
