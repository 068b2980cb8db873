"""Whether the people of a table were there: what their rows say, what the whole list is."""

from emgdesk.domain import statuses
from emgdesk.domain.folding import fold
from emgdesk.importing.rosters.cells import RosterCells
from emgdesk.importing.tables import Cell, text_of

_CHECKED_IN = "checked in"  # Indico's tick, Yes or No
_CHECK_IN_DATE = ("check-in date", "check in date")
_OF_PRESENCE = frozenset(("attended", "absent", "excused"))
_WAITING = frozenset(("pending", "awaiting payment", "unpaid"))
_OPEN = frozenset(("", "invited", "registered"))  # says nothing of who was there


def is_check_in(label: str) -> bool:
    """Whether a column tells who was checked in, or when."""
    plain = fold(label)
    return plain == _CHECKED_IN or plain in _CHECK_IN_DATE


def read_presence(cells: RosterCells, said: str, *, listed: bool | None, check_in: bool) -> list[str]:
    """The attendance of every row of the table.

    Who was checked in attended. Who was not says nothing as long as nobody was, and was absent
    else, unless the registration was never confirmed; without `check_in` these columns are
    passed over. In a list said to be of those who were there (`listed`), somebody registered
    was there, unless the column tells some present or absent. `said` is what a row says that
    says nothing itself.
    """
    states = cells.texts("attendance")
    checked = _checked_in(cells) if check_in else []
    if checked:
        ticked = fold(cells.table.labels[cells.mapped.get("attendance", 0)]) == _CHECKED_IN
        states = [""] * len(states) if ticked else states
        some, waiting = any(checked), _waiting(cells)
        states = [
            "attended" if there else "absent" if some and state in _OPEN and at not in waiting else state
            for at, (there, state) in enumerate(zip(checked, states, strict=True))
        ]
    if listed and _OF_PRESENCE.isdisjoint(states):
        states = ["attended" if state in _OPEN else state for state in states]
    return [state or said for state in states] if said else states


def _waiting(cells: RosterCells) -> set[int]:
    """The positions of rows whose registration is still to be confirmed or paid."""
    at = cells.mapped.get("attendance")
    if at is None:
        return set()
    return {position for position, row in enumerate(cells.rows) if fold(_text(row, at)) in _WAITING}


def _checked_in(cells: RosterCells) -> list[bool]:
    """Whether each row is checked in; [] if no column tells."""
    labels = [fold(label) for label in cells.table.labels]
    ticks = [at for at, label in enumerate(labels) if label == _CHECKED_IN]
    dates = [at for at, label in enumerate(labels) if label in _CHECK_IN_DATE]
    if not (ticks or dates):
        return []
    return [
        any(statuses.attendance(_text(row, at)) == "attended" for at in ticks)
        or any(_text(row, at) for at in dates)
        for row in cells.rows
    ]


def _text(row: tuple[Cell, ...], at: int) -> str:
    return text_of(row[at]).strip(" -–—") if at < len(row) else ""
