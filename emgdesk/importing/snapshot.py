"""What the desk knows when an import is planned: read once, never changed."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from emgdesk.domain.meeting_books import BookRow


class KnownPerson(NamedTuple):
    """A person of the desk; `keys` are `domain.folding.name_key` of the name and every spelling.

    A tuple, not a dataclass: an import begins by making one of everybody the desk knows.

    `entity` is the entity as printed last where it is none of the desk's (`entity_id` None),
    `printed_for` the keys of other entities this person stood on a roster for.
    """

    id: str
    name: str
    keys: tuple[str, ...]
    entity_id: str | None = None
    emails: tuple[str, ...] = ()  # lower case
    given: str = ""
    family: str = ""
    title: str = ""
    function: str = ""
    phone: str = ""
    country: str = ""
    entity: str = ""
    printed_for: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class KnownEntity:
    """An entity of the desk; `names` are acronym, full name and every alias as written."""

    id: str
    acronym: str
    names: tuple[str, ...]
    domains: tuple[str, ...] = ()  # of e-mail addresses, lower case
    parent_id: str | None = None
    status: str = "guest"  # the capacity in which its people sit unless somebody said otherwise


@dataclass(frozen=True, slots=True)
class KnownParticipation:
    """A line already on the roster of the meeting imported into."""

    id: str
    person_id: str
    name: str  # as printed
    entity: str  # as printed
    entity_id: str | None
    title: str = ""
    function: str = ""
    role: str = ""
    attendance: str = ""
    mode: str = ""
    notes: str = ""
    walk_in: bool = False
    registered: str = ""  # ISO date or date and time
    from_attendance: bool = False  # made by a list of who was there: says nothing of a registration
    capacity: str = "guest"


@dataclass(frozen=True, slots=True)
class RosterSnapshot:
    """Everything matching needs; `revision` names the state of the desk it was read from.

    `two_people` are people said to be two, the smaller key first; `as_printed` folded entity
    texts that somebody said are to stay so; `taught` the entity somebody decided a folded text
    of this file means (None: none), before the desk knows it; `printed` the people rosters
    print under (name, folded entity), for the names of this file that need to be decided on;
    `merged` the person whom somebody of a key that is no more turned out to be.
    """

    revision: str
    people: tuple[KnownPerson, ...]
    entities: tuple[KnownEntity, ...]
    roster: tuple[KnownParticipation, ...] = ()
    meeting_id: str | None = None
    meeting_held: bool = False
    meeting_date: str = ""  # ISO: a day, a month or ""
    two_people: frozenset[tuple[str, str]] = frozenset()
    as_printed: frozenset[str] = frozenset()
    taught: Mapping[str, KnownEntity | None] = field(default_factory=dict)
    printed: Mapping[tuple[str, str], frozenset[str]] = field(default_factory=dict)
    taken_rows: Mapping[int, str] = field(default_factory=dict)  # of this file, row -> person on the roster
    merged: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class KnownTask:
    id: str
    chapter_id: str
    workstream_id: str | None
    text: str
    entries: tuple[tuple[str, str, str, str], ...] = ()  # id, status, text, as-of (ISO)
    source: str = ""
    responsible: str = ""
    due: str = ""
    next_steps: str = ""
    action_id: str | None = None  # the decision it comes from
    since: str = ""
    until: str = ""


@dataclass(frozen=True, slots=True)
class KnownWorkstream:
    """A workstream of the desk; members are names as one cell, `dated` other names with their days."""

    id: str
    name: str
    names: tuple[str, ...]  # name, short name, and other names without days
    chapter_id: str | None = None
    short_name: str = ""
    kind: str = ""
    parent_id: str | None = None
    leads: str = ""
    members: str = ""
    purpose: str = ""
    chairs: str = ""
    focal_points: str = ""
    officer: str = ""
    proposer: str = ""
    dated: tuple[tuple[str, str, str], ...] = ()  # name, since, until (ISO, "" open)
    concluded: bool = False
    joined: bool = False  # an event of its mandate says which workstream it is part of

    @property
    def called(self) -> tuple[str, ...]:
        """Every name it has or had."""
        return (*self.names, *(name for name, _, _ in self.dated))


@dataclass(frozen=True, slots=True)
class KnownMeeting:
    id: str
    code: str
    day: str  # ISO: the day its decisions are of


@dataclass(frozen=True, slots=True)
class KnownRequest:
    """An entity asked for progress; `answered_on` "" until its sheet came back."""

    id: str
    entity: str
    as_of: str
    answered_on: str = ""


@dataclass(frozen=True, slots=True)
class KnownBearer:
    """Somebody who is known by a name."""

    id: str
    name: str
    entity_id: str | None


@dataclass(frozen=True, slots=True)
class KnownChapter:
    id: str
    title: str  # without its Roman number


@dataclass(frozen=True, slots=True)
class WorkplanSnapshot:
    """The work plan; `book` are the rows of the sheets Names, Mandate, Members and Deliverables as the desk
    would write them, `decided` events a decision made, `decisions` citations by `citation_key`, `people`
    who is known by the names the file has in its sheet Members.
    """

    revision: str
    chapters: tuple[KnownChapter, ...] = ()
    workstreams: tuple[KnownWorkstream, ...] = ()
    tasks: tuple[KnownTask, ...] = ()
    book: Mapping[str, tuple[BookRow, ...]] = field(default_factory=dict)
    decided: frozenset[str] = frozenset()
    meetings: tuple[KnownMeeting, ...] = ()
    entities: tuple[KnownEntity, ...] = ()
    decisions: Mapping[str, str] = field(default_factory=dict)  # citation -> key of the action
    requests: tuple[KnownRequest, ...] = ()
    people: Mapping[str, tuple[KnownBearer, ...]] = field(default_factory=dict)  # by name_key
