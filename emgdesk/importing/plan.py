"""The value an import is: previewed, decided on and applied as one and the same thing."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Literal

from emgdesk.importing.records import RosterRecord

Verdict = Literal["new", "matched", "possible", "already", "problem", "skipped"]
VERDICTS: tuple[Verdict, ...] = ("new", "matched", "possible", "already", "problem", "skipped")
Update = Literal["fill", "replace", "add-only"]
Doubtful = Literal["skip", "new", "match"]
# What applying a row does: make a person and a line, make a line for a known person,
# change a known person's line (and the person), or nothing.
Action = Literal["create", "join", "update", "none"]
Changes = Mapping[str, tuple[str, str]]
NO_CHANGES: Changes = MappingProxyType({})  # one for all rows: there may be 100,000
ROW_PERSON = "row:"  # a candidate "row:45" is whoever row 45 of the same file is


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
class PlanRow:
    """One non-blank row of the table with its one verdict and what applying it does.

    `person_changes` and `line_changes` map a field to (old, new): what the import
    alters, under the plan's update policy, on the person (name, given, family,
    title, entity, function, email, phone, country) and on the line already on the
    roster (name, title, entity, function, role, attendance, mode, notes). A new
    value of "entity" on the person is an acronym, its key is `entity_id`. Apply
    `action` with `target_id`: it follows decisions and the plan's `doubtful`,
    which the verdict does not.
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

    def totals(self) -> dict[str, int]:
        """Rows by verdict, and `rows`, their sum."""
        counts: dict[str, int] = dict.fromkeys(VERDICTS, 0)
        for row in self.rows:
            counts[row.verdict] += 1
        return {"rows": len(self.rows), **counts}
