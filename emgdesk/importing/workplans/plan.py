"""The value a work-plan import is: every row of every sheet with its verdict."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from emgdesk.importing.plan import Candidate, Decision, Doubtful, Update
from emgdesk.importing.records import RowNote

LineVerdict = Literal["new", "changed", "same", "problem"]
Changes = Mapping[str, tuple[str, str]]
NEW = "new:"  # a `ref` "new:3" is a row the import makes; any other is a key of the desk


@dataclass(frozen=True, slots=True)
class ChapterLine:
    """A chapter the file names; `title` without its number, `position` its order in the file from 1."""

    ref: str
    title: str
    position: int

    @property
    def is_new(self) -> bool:
        """Whether the import makes this chapter."""
        return self.ref.startswith(NEW)


@dataclass(frozen=True, slots=True)
class WorkstreamLine:
    """A workstream of the file, from its own sheet or only named by a task (`sheet`, `row`).

    A new one has all its fields here; of a known one only `changes` ({field: (old, new)} with
    the fields' names as here, "chapter" and "parent" giving refs) and `new_aliases` are to be
    written. With `candidates` it is like a known one and left out until somebody decides.
    """

    ref: str
    sheet: str
    row: int
    verdict: LineVerdict
    name: str
    new_aliases: tuple[str, ...] = ()
    short_name: str = ""
    kind: str = ""
    parent: str | None = None  # ref
    chapter: str | None = None  # ref
    position: int = 0  # order in the file, from 1
    leads: str = ""
    members: str = ""
    purpose: str = ""
    chairs: str = ""
    focal_points: str = ""
    officer: str = ""
    proposer: str = ""
    first_name: str = ""  # of a new one that an event of the file renames: what it was called before
    changes: Changes = field(default_factory=dict)
    candidates: tuple[Candidate, ...] = ()
    messages: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class EntryLine:
    """One progress entry: a row of the sheet; `id` is None for a new one.

    `file` is told where several files are taken in together.
    """

    row: int
    verdict: LineVerdict
    id: str | None
    status: str
    text: str
    as_of: str
    changes: Changes = field(default_factory=dict)
    file: str = ""


@dataclass(frozen=True, slots=True)
class TaskLine:
    """A task with its entries in file order; an empty `text` is a table row without a task.

    `action_id` is the decision it comes from, `since` and `until` (ISO) when it came and left.
    """

    ref: str
    row: int  # the first one
    verdict: LineVerdict
    chapter: str  # ref
    workstream: str | None  # ref; None for a table of the chapter itself
    text: str
    source: str = ""
    responsible: str = ""
    due: str = ""
    next_steps: str = ""
    action_id: str = ""
    since: str = ""
    until: str = ""
    entries: tuple[EntryLine, ...] = ()
    changes: Changes = field(default_factory=dict)
    file: str = ""
    messages: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SheetLine:
    """A row of the sheets Names, Mandate, Members or Deliverables; `text` says in words what it is.

    `ref` is the row of the desk, "new:..." for one that is made, "" for one that cannot be taken.
    `workstream` is a ref. `values` are what is written, by field of the operation; those whose name ends in
    "_id" may be refs. `changes` are columns with their old and new texts. A stage has its deliverable
    as `owner`.
    """

    sheet: str
    row: int
    verdict: LineVerdict
    ref: str
    text: str
    workstream: str | None = None
    owner: str = ""
    values: Mapping[str, str | None] = field(default_factory=dict)
    changes: Changes = field(default_factory=dict)
    messages: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RequestAnswer:
    """A sheet that came back: the request of the desk it answers, whose it is, in which file."""

    request_id: str
    entity: str
    file: str


@dataclass(frozen=True, slots=True)
class SheetCounts:
    """Rows of a sheet by what became of them."""

    rows: int
    new: int = 0
    changed: int = 0
    same: int = 0
    problem: int = 0


@dataclass(frozen=True, slots=True)
class WorkplanPlan:
    """A whole work-plan import, ready to preview and to apply."""

    revision: str
    file: str
    sha256: str
    chapters: tuple[ChapterLine, ...]
    workstreams: tuple[WorkstreamLine, ...]
    tasks: tuple[TaskLine, ...]
    sheets: Mapping[str, SheetCounts]
    lines: tuple[SheetLine, ...] = ()  # of the other sheets
    answers: tuple[RequestAnswer, ...] = ()
    files: tuple[str, ...] = ()  # where several are taken in together
    problems: tuple[RowNote, ...] = ()  # rows that cannot be taken, `name` is the sheet
    notes: tuple[str, ...] = ()
    update: Update = "fill"
    doubtful: Doubtful = "skip"
    decisions: Mapping[str, Decision] = field(default_factory=dict)  # by name as written
