"""What the screen needs to know of people, and of entities: how they are read, compared and merged."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from emgdesk.jobs import Job
from emgdesk.ui.panels.duplicates.choosing import Field, Side
from emgdesk.workspace import Workspace


@dataclass(frozen=True, slots=True)
class PairLine:
    """A line of the list: two that look alike, or were said to be two (then without a `score`)."""

    one_id: str
    other_id: str
    one: str
    other: str
    one_detail: str = ""
    other_detail: str = ""
    score: float = 0.0
    why: str = ""
    together: str = ""  # what speaks against their being one

    @property
    def id(self) -> str:
        return f"{self.one_id} {self.other_id}"


@dataclass(frozen=True, slots=True)
class Found:
    """What a search came to: the pairs alike, those said to be two, and over how many it went."""

    alike: tuple[PairLine, ...]
    two: tuple[PairLine, ...]
    total: int


@dataclass(frozen=True, slots=True)
class PairKind:
    """`read` runs on the thread of the desk, `compare` beside it, `tell` on it again.

    `sides` gives the two of a pair, None if one has gone; the operations are those of
    `operations.merging`.
    """

    noun: str
    nouns: str
    icon: str
    tables: tuple[str, ...]
    fields: tuple[Field, ...]
    read: Callable[[Workspace], Any]
    compare: Callable[[Any, Job], Any]
    tell: Callable[[Workspace, Any], Found]
    sides: Callable[[Workspace, str, str], tuple[Side, Side] | None]
    together: Callable[[Side, Side], str]
    merge: Callable[..., str]
    say_two: Callable[..., None]
    forget_two: Callable[..., None]
