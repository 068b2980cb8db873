"""Days before a meeting by which things are done, counted back from its day."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from emgdesk.domain.dates import is_stored_date


@dataclass(frozen=True, slots=True)
class Deadline:
    """A house rule: `key` names its setting ("deadline-<key>"), `days` what holds while it is not set."""

    key: str
    words: str
    days: int

    @property
    def setting(self) -> str:
        """The name of its setting on the desk, whose value is a number of days."""
        return f"deadline-{self.key}"


@dataclass(frozen=True, slots=True)
class Due:
    """A deadline of one meeting: its day, and how many days are left (negative: past)."""

    key: str
    words: str
    day: date
    left: int


DEADLINES = (
    Deadline("invitation", "Invitation", 56),
    Deadline("circulation", "Documents circulated", 14),
    Deadline("comments", "Comments of members", 7),
)
MOST = 365
"""The most days before a meeting a house rule may say."""


def deadlines(day: str, days: Mapping[str, int], today: date) -> tuple[Due, ...]:
    """The deadlines of a meeting on an ISO day, by day; none while the day is not known.

    `days` are the house rules by key; the usual ones hold for a key that is missing.
    """
    if len(day) != 10 or not is_stored_date(day):
        return ()
    held = date.fromisoformat(day)
    found = []
    for rule in DEADLINES:
        by = held - timedelta(days=days.get(rule.key, rule.days))
        found.append(Due(rule.key, rule.words, by, (by - today).days))
    return tuple(sorted(found, key=lambda due: due.day))


def read_days(text: str) -> int | None:
    """The number of days somebody typed, None where it is no whole number from 0 to `MOST`."""
    plain = text.strip()
    return int(plain) if plain.isascii() and plain.isdecimal() and int(plain) <= MOST else None
