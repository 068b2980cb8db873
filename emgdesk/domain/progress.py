"""How a task stands, told from the dated entries on it."""

from collections.abc import Sequence
from typing import Protocol, TypeVar

from emgdesk.domain.lineage import has_begun


class Told(Protocol):
    """An entry with a status, a word of `TASK_STATUSES` or ""."""

    @property
    def status(self) -> str: ...


class Dated(Protocol):
    """An entry with its ISO day, month or year, "" without one."""

    @property
    def as_of(self) -> str: ...


_D = TypeVar("_D", bound=Dated)


def last_status(entries: Sequence[Told]) -> str:
    """How a task stands after these entries, by date: a remark without a status leaves it as it was."""
    return next((entry.status for entry in reversed(entries) if entry.status), "")


def known_by(entries: Sequence[_D], day: str) -> tuple[_D, ...]:
    """The entries that count on an ISO day: those without a date and those that are not of later; "" all."""
    return tuple(entry for entry in entries if has_begun(entry.as_of, day))
