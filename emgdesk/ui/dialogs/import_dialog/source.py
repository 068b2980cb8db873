"""What the import window asks of the worker thread: read a file, plan it, apply the plan."""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Any

from emgdesk.domain.codes import code_key, segment_code
from emgdesk.domain.workbooks import REQUEST
from emgdesk.errors import DataError, InputError
from emgdesk.importing.matching.finding import RosterMatches
from emgdesk.importing.plan import Decision, EntityDecision, RosterPlan
from emgdesk.importing.planning.roster import decide_entities
from emgdesk.importing.read import start_reading
from emgdesk.importing.rosters.detect import Kind, own_kind
from emgdesk.importing.sheets.columns import Column, columns_of
from emgdesk.importing.sheets.headers import Table, bare_table, find_table
from emgdesk.importing.sheets.roster_tables import best_table
from emgdesk.importing.sheets.workbooks import find_sheet
from emgdesk.importing.snapshot import RosterSnapshot
from emgdesk.importing.tables import RawFile, RawSheet
from emgdesk.intake import (
    Choices,
    Intake,
    MeetingIntake,
    RosterIntake,
    WorkplanIntake,
    commit,
    plan_any,
    plan_workplans,
)
from emgdesk.jobs import Job
from emgdesk.queries.matching import remembered_mapping, revision, roster_snapshot
from emgdesk.queries.meetings import MeetingRow, list_meetings
from emgdesk.queries.progress_requests import list_requests
from emgdesk.queries.workstreams import list_chapters, list_workstreams
from emgdesk.ui.dialogs.import_dialog.meeting_guess import MeetingGuess, guess_meeting
from emgdesk.ui.dialogs.import_dialog.rows import ViewRow, view_rows
from emgdesk.workspace import Done, Workspace

NO_HEADER = 0  # as a choice of header row
_LOOKED_AT = 200  # rows whose values are shown under the columns
_LISTS = ("annex-text", "names-list")


@dataclass(frozen=True, slots=True)
class Opened:
    """A file that was read, the meetings it may go to, and its plan, or why there is none.

    `names` and `labels` ("III.", "d") are those of the desk's chapters and workstreams by key, for a
    work plan; `shown` are the rows of a roster as the table shows them; `remembered` tells that the
    columns are taken as in an earlier file with the same headers.
    """

    raw: RawFile
    choices: Choices
    meetings: tuple[MeetingRow, ...]
    meeting_id: str | None
    intake: Intake | None
    refusal: str = ""
    names: dict[str, str] = field(default_factory=dict)
    labels: dict[str, str] = field(default_factory=dict)
    shown: tuple[ViewRow, ...] = ()
    remembered: bool = False
    more: tuple[RawFile, ...] = ()  # further sheets that came back, taken in together with the first

    @property
    def roster(self) -> tuple[RosterPlan, RosterMatches] | None:
        """The plan of the people in the file and what it was made from, if it has people."""
        if isinstance(self.intake, RosterIntake):
            return self.intake.plan, self.intake.matches
        if isinstance(self.intake, MeetingIntake) and self.intake.plan.roster and self.intake.matches:
            return self.intake.plan.roster, self.intake.matches
        return None

    def table(self) -> Table | None:
        """The table read, or the one the choices point at where it could not be planned."""
        plan = self.roster[0] if self.roster else None
        named = plan.sheet if plan else self.choices.sheet
        sheet = next((s for s in self.raw.sheets if s.name == named), None) or fullest(self.raw)
        if sheet is None:
            return None
        row = plan.header_row if plan is not None else self.choices.header_row
        if row == NO_HEADER or (plan is not None and row is None):
            return bare_table(sheet)
        return find_table(sheet, row or likely_header(sheet))

    def filled_sheets(self) -> tuple[RawSheet, ...]:
        """The sheets that hold anything."""
        return tuple(sheet for sheet in self.raw.sheets if sheet.rows)

    @property
    def is_refused_workbook(self) -> bool:
        """Whether this is a workbook of the desk's own kinds that could not be planned."""
        return self.intake is None and _kind(self.raw, self.choices) != "roster"

    def unused(self) -> tuple[str, ...]:
        """Headers of columns nothing is taken from, as the plan has them."""
        if self.roster is not None:
            return self.roster[0].unused_columns
        used = set(self.mapping().values())
        return tuple(column.label for column in self.columns() if column.label not in used)

    def rows_said(self) -> dict[int, str] | None:
        """Every row of the table by number, with the reason where it was set aside; None without a plan."""
        if self.roster is None:
            return None
        return {row.row: "" if row.record else " ".join(row.messages) for row in self.roster[0].rows}

    def columns(self) -> tuple[Column, ...]:
        """The columns of the table with their first values, as they were read."""
        if self.roster is not None:
            mapped = self.roster[1].mapped
            first = [record.original for record in mapped.records[:_LOOKED_AT]]
            values = [dict(pairs) for pairs in first]
            return tuple(
                Column(index, header, tuple(filter(None, (one.get(header, "") for one in values))))
                for index, header in enumerate(mapped.headers)
            )
        table = self.table()
        return columns_of(table) if table is not None else ()

    def guess(self) -> MeetingGuess:
        """What the rows above the table say of its meeting."""
        table = self.table()
        return guess_meeting(table.sheet, table.header_row) if table else MeetingGuess()

    def other_meeting(self) -> tuple[str, str | None] | None:
        """The meeting the title names, where none or another is chosen: code, key (None: not on the desk)."""
        code = _code_told(self.guess()) if isinstance(self.intake, RosterIntake) else ""
        chosen = next((row.code for row in self.meetings if row.id == self.meeting_id), "")
        if not code or code_key(chosen) == code_key(code):
            return None
        return code, _meeting_of(code, self.meetings)

    def mapping(self) -> dict[str, str]:
        """{field: header} in use."""
        return dict(self.roster[0].columns) if self.roster else dict(self.choices.overrides or {})


def fullest(raw: RawFile) -> RawSheet | None:
    """The visible sheet with most rows."""
    return max(raw.sheets, key=lambda sheet: (not sheet.hidden, len(sheet.rows)), default=None)


def likely_header(sheet: RawSheet) -> int | None:
    """The row number of the row that looks most like a header: most cells of text, near the top."""
    texts = [sum(isinstance(cell, str) and bool(cell.strip()) for cell in row) for row in sheet.rows[:25]]
    most = max(texts, default=0)
    return sheet.numbers[texts.index(most)] if most else None


def open_file(
    workspace: Workspace, path: Path, meeting_id: str | None, job: Job, others: Sequence[Path] = ()
) -> Opened:
    """Read the file, the desk meanwhile, and plan it for `meeting_id` or the meeting its title names.

    Where it is a sheet an entity filled in, those of `others` that are one too are taken in with it.
    Raises InputError only where nothing of it can be shown.
    """
    job.report(f"Reading {path.name}")
    with start_reading(path) as reading:
        snapshot = workspace.read(roster_snapshot, meeting_id=meeting_id)
        raw = reading.result(job)
    if meeting_id is None:
        meeting_id = _meeting_told(raw, workspace.read(list_meetings))
    more = _returned(others, job) if find_sheet(raw, REQUEST.name) else ()
    return plan_opened(workspace, raw, Choices(), meeting_id, job, snapshot, more)


def _returned(paths: Sequence[Path], job: Job) -> tuple[RawFile, ...]:
    """The files among these that are sheets entities filled in."""
    found = []
    for path in paths:
        job.report(f"Reading {path.name}")
        with suppress(InputError), start_reading(path) as reading:
            found.append(reading.result(job))
    return tuple(raw for raw in found if find_sheet(raw, REQUEST.name) and own_kind(raw)[:1] == ("workplan",))


def _meeting_told(raw: RawFile, meetings: Sequence[MeetingRow]) -> str | None:
    """The meeting of the desk that a roster's own title names, if it is there."""
    filled = any(sheet.rows for sheet in raw.sheets)
    table = best_table(raw) if filled and not own_kind(raw) else None
    code = _code_told(guess_meeting(table.sheet, table.header_row)) if table else ""
    return _meeting_of(code, meetings) if code else None


def _code_told(guess: MeetingGuess) -> str:
    return segment_code(guess.som_number, guess.segment) if guess.som_number and guess.segment else ""


def _meeting_of(code: str, meetings: Sequence[MeetingRow]) -> str | None:
    return next((row.id for row in meetings if code_key(row.code) == code_key(code)), None)


def plan_opened(
    workspace: Workspace,
    raw: RawFile,
    choices: Choices,
    meeting_id: str | None,
    job: Job,
    snapshot: RosterSnapshot | None = None,
    more: tuple[RawFile, ...] = (),
) -> Opened:
    """Plan a file that was read against the desk of now; a refusal leaves room to choose otherwise.

    `snapshot` is the desk where it was read already; it is read again if it is of another meeting.
    """
    meetings = workspace.read(list_meetings)
    kind = _kind(raw, choices)
    wanted = meeting_id if kind == "roster" else None  # a meeting workbook brings its own meeting
    if kind == "workplan":
        snapshot = RosterSnapshot("", (), ())
    elif snapshot is None or snapshot.meeting_id != wanted:
        job.report("Reading the desk")
        snapshot = workspace.read(roster_snapshot, meeting_id=wanted)
    try:
        if more:
            intake: Intake = plan_workplans(workspace, (raw, *more), choices, job)
        else:
            intake = plan_any(workspace, raw, snapshot, choices, job)
    except InputError as error:
        return Opened(raw, choices, meetings, meeting_id, None, str(error), more=more)
    names, labels = _names(workspace) if isinstance(intake, WorkplanIntake) else ({}, {})
    opened = Opened(raw, choices, meetings, meeting_id, intake, names=names, labels=labels, more=more)
    if opened.roster is None:
        return opened
    plan = opened.roster[0]
    known = bool(workspace.read(remembered_mapping, fingerprint=plan.fingerprint))
    return replace(opened, shown=tuple(view_rows(plan.rows)), remembered=known)


def _kind(raw: RawFile, choices: Choices) -> Kind:
    own = own_kind(raw)
    return own[0] if own and choices.sheet is None and choices.kind == "auto" else "roster"


def _names(workspace: Workspace) -> tuple[dict[str, str], dict[str, str]]:
    chapters, workstreams = workspace.read(list_chapters), workspace.read(list_workstreams)
    names = {**{c.id: c.title for c in chapters}, **{w.id: w.name for w in workstreams}}
    return names, {**{c.id: c.label for c in chapters}, **{w.id: w.letter for w in workstreams}}


def with_roster(opened: Opened, plan: RosterPlan, matches: RosterMatches | None = None) -> Opened:
    """The same file with another plan of its people (one more decision), and other matches if any."""
    intake = opened.intake
    if isinstance(intake, RosterIntake):
        return replace(opened, intake=replace(intake, plan=plan, matches=matches or intake.matches))
    if isinstance(intake, MeetingIntake):
        planned = replace(intake.plan, roster=plan)
        return replace(opened, intake=replace(intake, plan=planned, matches=matches or intake.matches))
    return opened


def with_entities(opened: Opened, decisions: Mapping[str, EntityDecision | None], job: Job) -> Opened:
    """The same file with entity texts decided: every row is matched anew, decisions on rows stay.

    Raises InputError where a decision cannot be, CancelledError.
    """
    if opened.roster is None:
        return opened
    plan, matches = decide_entities(*opened.roster, decisions, job=job)
    return with_roster(opened, plan, matches)


def marking_absent(opened: Opened, marked: bool) -> Opened:
    """The same file; those registered whom it does not name are marked absent, or not."""
    if opened.roster is None:
        return opened
    return with_roster(opened, replace(opened.roster[0], mark_absent=marked))


def decided(opened: Opened) -> Choices:
    """The choices made so far, decisions on rows, entities and proposals included; one remembered
    that was taken back stays so.
    """
    if opened.roster is None or opened.intake is None or isinstance(opened.intake, WorkplanIntake):
        return opened.choices
    plan = opened.roster[0]
    taken_back: dict[int, Decision | None] = dict.fromkeys(opened.intake.remembered)
    return replace(
        opened.choices,
        decisions={**taken_back, **plan.decisions} or None,
        entities=plan.entity_decisions or None,
        proposals=plan.proposals_taken,
        mark_absent=plan.mark_absent,
    )


@dataclass(frozen=True, slots=True)
class Applied:
    """An import that was made: what it did, the code of its meeting ("" for a work plan), lines updated."""

    done: Done[Any]
    meeting: str
    updated: int = 0
    waiting: tuple[str, ...] = ()  # entities asked for the same day that have not answered


def apply(workspace: Workspace, opened: Opened, meeting: str, job: Job) -> Applied | Opened:
    """Apply the plan as it was seen; where the desk moved on meanwhile, the file planned anew instead.

    Raises DataError and CancelledError, the desk untouched.
    """
    intake = opened.intake
    if intake is None:
        raise DataError(opened.refusal)
    if isinstance(intake, MeetingIntake):
        meeting = intake.plan.facts.code
    updated = sum(row.action == "update" for row in opened.roster[0].rows) if opened.roster else 0
    try:
        done = commit(workspace, intake, job=job)
        return Applied(done, meeting, updated, _waiting(workspace, intake))
    except DataError:
        if workspace.read(revision) == intake.plan.revision:
            raise
    return replanned(workspace, opened, job)


def _waiting(workspace: Workspace, intake: Intake) -> tuple[str, ...]:
    """Who is still to answer, where the files were sheets that came back."""
    answers = intake.plan.answers if isinstance(intake, WorkplanIntake) else ()
    rows = workspace.read(list_requests, today=date.today()) if answers else ()
    days = {row.as_of for row in rows if row.id in {one.request_id for one in answers}}
    return tuple(row.entity for row in rows if row.as_of in days and not row.answered_on)


def replanned(workspace: Workspace, opened: Opened, job: Job) -> Opened:
    """The file against the desk of now, decisions kept where they still make sense."""
    more = opened.more
    again = plan_opened(workspace, opened.raw, decided(opened), opened.meeting_id, job, more=more)
    if again.intake is None:
        again = plan_opened(workspace, opened.raw, opened.choices, opened.meeting_id, job, more=more)
    return again
