"""What the import window asks of the worker thread: read a file, plan it, apply the plan."""

from dataclasses import dataclass, replace
from pathlib import Path

from emgdesk.errors import DataError, InputError
from emgdesk.importing.columns import Column, columns_of
from emgdesk.importing.headers import Table, bare_table, find_table
from emgdesk.importing.plan import Decision, RosterPlan, Update
from emgdesk.importing.planning import decide_many, plan_roster
from emgdesk.importing.read import start_reading
from emgdesk.importing.tables import RawFile, RawSheet
from emgdesk.intake import Choices, RosterIntake, commit, plan_file
from emgdesk.jobs import Job
from emgdesk.operations.imports import RosterImported
from emgdesk.queries.matching import revision, roster_snapshot
from emgdesk.queries.meetings import MeetingRow, list_meetings
from emgdesk.workspace import Done, Workspace


@dataclass(frozen=True, slots=True)
class Opened:
    """A file that was read, the meetings it may go to, and its plan, or why there is none."""

    raw: RawFile
    choices: Choices
    meetings: tuple[MeetingRow, ...]
    meeting_id: str | None
    intake: RosterIntake | None
    refusal: str = ""

    def table(self) -> Table | None:
        """The table read, or the one the choices point at where it could not be planned."""
        named = self.intake.plan.sheet if self.intake else self.choices.sheet
        sheet = next((s for s in self.raw.sheets if s.name == named), None) or fullest(self.raw)
        if sheet is None:
            return None
        row = self.intake.plan.header_row if self.intake else self.choices.header_row
        if self.intake is not None and row is None:
            return bare_table(sheet)
        return find_table(sheet, row) or bare_table(sheet)

    def columns(self) -> tuple[Column, ...]:
        table = self.table()
        return columns_of(table) if table is not None else ()

    def mapping(self) -> dict[str, str]:
        """{field: header} in use."""
        return dict(self.intake.plan.columns) if self.intake else dict(self.choices.overrides or {})


def fullest(raw: RawFile) -> RawSheet | None:
    """The visible sheet with most rows."""
    return max(raw.sheets, key=lambda sheet: (not sheet.hidden, len(sheet.rows)), default=None)


def open_file(workspace: Workspace, path: Path, meeting_id: str | None, job: Job) -> Opened:
    """Read the file and plan it. Raises InputError only where nothing of it can be shown."""
    job.report(f"Reading {path.name}")
    with start_reading(path) as reading:
        raw = reading.result(job)
    return plan_opened(workspace, raw, Choices(), meeting_id, job)


def plan_opened(
    workspace: Workspace, raw: RawFile, choices: Choices, meeting_id: str | None, job: Job
) -> Opened:
    """Plan a file that was read against the desk of now; a refusal leaves room to choose otherwise."""
    meetings = workspace.read(list_meetings)
    job.report("Reading the desk")
    snapshot = workspace.read(roster_snapshot, meeting_id=meeting_id)
    try:
        intake = plan_file(workspace, raw, snapshot, choices, job)
    except InputError as error:
        return Opened(raw, choices, meetings, meeting_id, None, str(error))
    return Opened(raw, choices, meetings, meeting_id, intake)


def with_update(opened: Opened, update: Update) -> Opened:
    """The same rows under another update policy; decisions stay."""
    intake = opened.intake
    choices = replace(opened.choices, update=update)
    if intake is None:
        return replace(opened, choices=choices)
    plan = plan_roster(
        intake.matches, update=update, doubtful=intake.plan.doubtful, decisions=intake.plan.decisions
    )
    return replace(opened, choices=choices, intake=replace(intake, plan=plan, choices=choices))


def with_decisions(intake: RosterIntake, decisions: dict[int, Decision | None]) -> RosterIntake:
    """The intake with these rows decided (None: undecided again)."""
    return replace(intake, plan=decide_many(intake.plan, intake.matches, decisions))


def alike(plan: RosterPlan, number: int) -> list[int]:
    """The other undecided rows whose best candidate is a candidate for the same reason."""
    rows = {row.row: row for row in plan.rows if row.verdict == "possible" and row.candidates}
    mine = rows.get(number)
    if mine is None:
        return []
    why = mine.candidates[0].why
    return [other for other, row in rows.items() if other != number and row.candidates[0].why == why]


@dataclass(frozen=True, slots=True)
class Applied:
    """An import that was made: what it did, and the revision to undo."""

    done: Done[RosterImported]
    meeting: str


def apply(workspace: Workspace, opened: Opened, meeting: str, job: Job) -> Applied | Opened:
    """Apply the plan as it was seen; where the desk moved on meanwhile, the file planned anew instead.

    Raises DataError and CancelledError, the desk untouched.
    """
    intake = opened.intake
    assert intake is not None
    try:
        return Applied(commit(workspace, intake, job=job), meeting)
    except DataError:
        if workspace.read(revision) == intake.plan.revision:
            raise
    return replanned(workspace, opened, job)


def replanned(workspace: Workspace, opened: Opened, job: Job) -> Opened:
    """The file against the desk of now, decisions kept where they still make sense."""
    kept = replace(opened.choices, decisions=opened.intake.plan.decisions if opened.intake else None)
    again = plan_opened(workspace, opened.raw, kept, opened.meeting_id, job)
    if again.intake is None:
        again = plan_opened(workspace, opened.raw, opened.choices, opened.meeting_id, job)
    return replace(again, choices=opened.choices)
