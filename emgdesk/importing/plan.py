"""The value an import is: previewed, decided on and applied as one and the same thing."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Literal

from emgdesk.importing.records import RosterRecord, said_row
from emgdesk.importing.snapshot import KnownParticipation

Verdict = Literal["new", "matched", "possible", "already", "problem", "skipped"]
VERDICTS: tuple[Verdict, ...] = ("new", "matched", "possible", "already", "problem", "skipped")
Update = Literal["fill", "replace", "add-only"]
Doubtful = Literal["skip", "new", "match"]
EntityKind = Literal["alias", "part", "new", "text"]
# What applying a row does: make a person and a line, make a line for a known person,
# change a known person's line (and the person), or nothing.
Action = Literal["create", "join", "update", "none"]
Changes = Mapping[str, tuple[str, str]]
NO_CHANGES: Changes = MappingProxyType({})  # one for all rows: there may be 100,000
ROW_PERSON = "row:"  # a candidate "row:45" is whoever row 45 of the same file is
NEW_ENTITY = "new:"  # an entity id "new:ministry of tides" is the entity a decision makes


@dataclass(frozen=True, slots=True)
class Candidate:
    """A person of the desk a row may be; `score` from 0 to 1, `why` in words."""

    person_id: str
    name: str
    entity: str
    score: float
    why: str


@dataclass(frozen=True, slots=True)
class Decision:
    """What the user said of a row: it is this person, somebody new, or not to be imported."""

    kind: Literal["match", "new", "skip"]
    person_id: str | None = None


@dataclass(frozen=True, slots=True)
class EntityCandidate:
    """An entity of the desk a text may mean; `score` from 0 to 1, `why` in words."""

    entity_id: str
    acronym: str
    name: str
    score: float
    why: str


@dataclass(frozen=True, slots=True)
class EntityDecision:
    """What the user said of a text: another name of `entity_id` (alias), a new entity below it
    that counts with it (part), a new entity (new), or no entity: it stays as printed (text).

    A new entity takes acronym and full name from the text unless they are told; a part has the
    status of what it is part of.
    """

    kind: EntityKind
    entity_id: str | None = None
    acronym: str = ""
    full_name: str = ""
    status: str = "guest"


@dataclass(frozen=True, slots=True)
class EntityQuestion:
    """A text in the column of entities that the desk does not surely know, with the rows it stands in.

    `key` is the text folded (`domain.folding.fold`), `text` as its first row prints it. `remembered`
    tells that an earlier import was told to leave the text as printed: nothing is asked, but
    another answer may be given.
    """

    key: str
    text: str
    rows: tuple[int, ...]
    candidates: tuple[EntityCandidate, ...] = ()
    decision: EntityDecision | None = None
    remembered: bool = False

    @property
    def answered(self) -> EntityDecision | None:
        """What somebody said now, for this import to carry out."""
        return None if self.remembered else self.decision


@dataclass(frozen=True, slots=True)
class Proposal:
    """An entity proposed for a row that names none; never taken unless somebody agrees.

    `entity_id` is None where the display name tells an entity the desk does not know:
    then `acronym` is that text.
    """

    entity_id: str | None
    acronym: str
    why: str


@dataclass(frozen=True, slots=True)
class AttendanceMeets:
    """How a list of who was there meets those registered.

    `present` are rows of people registered, `walk_ins` rows of people who were not, `absent` the
    lines of people registered whom no row names; `unsure` those whom a row still to be
    decided on may name. All are empty if nobody was registered for the meeting.
    """

    present: tuple[int, ...] = ()
    walk_ins: tuple[int, ...] = ()
    absent: tuple[KnownParticipation, ...] = ()
    unsure: tuple[KnownParticipation, ...] = ()


@dataclass(frozen=True, slots=True)
class PlanRow:
    """One non-blank row of the table with its one verdict and what applying it does.

    `person_changes` and `line_changes` map a field to (old, new): what the import
    alters, under the plan's update policy, on the person (name, given, family,
    title, entity, function, email, phone, country, spelling) and on the line already
    on the roster (name, given, family, title, entity, entity_id, capacity,
    function, role, attendance, mode, registered, walk_in, notes). A new value of "entity" on the
    person and of "entity_id" on the line is an acronym, its key is `entity_id`;
    `entity` is what the line prints. Apply `action` with `target_id`: it follows
    decisions and the plan's `doubtful`, which the verdict does not.
    """

    row: int
    verdict: Verdict
    name: str
    entity: str
    record: RosterRecord | None = None
    entity_id: str | None = None
    entity_acronym: str = ""
    person_id: str | None = None
    person_name: str = ""
    participation_id: str | None = None
    candidates: tuple[Candidate, ...] = ()
    person_changes: Changes = field(default_factory=lambda: NO_CHANGES)
    line_changes: Changes = field(default_factory=lambda: NO_CHANGES)
    messages: tuple[str, ...] = ()
    decision: Decision | None = None
    action: Action = "none"
    target_id: str | None = None  # the person `join` and `update` act on
    double_of: int | None = None  # the row of this file that is the same person
    proposal: Proposal | None = None

    @property
    def changes(self) -> dict[str, tuple[str, str]]:
        """Every change of the row, person and line together."""
        return {**self.person_changes, **self.line_changes}


@dataclass(frozen=True, slots=True)
class RosterPlan:
    """A whole roster import, ready to preview and to apply."""

    revision: str  # of the snapshot it was made from
    file: str
    sha256: str
    format: str
    sheet: str
    header_row: int | None
    fingerprint: str  # of the header, to remember the mapping by
    columns: Mapping[str, str]  # field -> header as written
    headers: tuple[str, ...]  # every header, in column order
    unused_columns: tuple[str, ...]
    rows: tuple[PlanRow, ...]
    update: Update = "fill"
    doubtful: Doubtful = "skip"
    meeting_id: str | None = None
    notes: tuple[str, ...] = ()
    default_attendance: str = "registered"  # of a new line whose record says none
    decisions: Mapping[int, Decision] = field(default_factory=dict)  # by row number
    entity_questions: tuple[EntityQuestion, ...] = ()  # the most frequent text first
    entity_decisions: Mapping[str, EntityDecision] = field(default_factory=dict)  # by key
    proposals_taken: frozenset[int] = frozenset()  # row numbers
    is_attendance: bool = False
    meets: AttendanceMeets | None = None  # of an attendance list
    mark_absent: bool = False  # whether applying marks `meets.absent` as absent
    default_mode: str = ""  # of who attended and says none: an online tool's list
    lines: Mapping[int, int] = field(default_factory=dict)  # as `MappedRoster.lines`
    late_walk_ins: tuple[KnownParticipation, ...] = ()  # become walk-ins, see `planning.walk_ins`

    def said(self, row: int) -> str:
        """A row as it is named to somebody who sees the file: "row 7", "row 107 (in row 7 of the file)"."""
        return said_row(row, self.lines)

    def totals(self) -> dict[str, int]:
        """Rows by verdict, and `rows`, their sum."""
        counts: dict[str, int] = dict.fromkeys(VERDICTS, 0)
        for row in self.rows:
            counts[row.verdict] += 1
        return {"rows": len(self.rows), **counts}
