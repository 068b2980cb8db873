"""From a file to the desk: read, recognise, map, match, plan, and apply that very plan.

The window and the command line both come through here. The reading child is
started first; the desk is read while it works.
"""

import gc
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from emgdesk.domain.codes import code_key
from emgdesk.domain.meeting_books import MeetingBook
from emgdesk.domain.numbering import counted
from emgdesk.domain.workbooks import MEMBERS
from emgdesk.errors import DataError, InputError, OutputError
from emgdesk.importing.answers import meeting_json, plan_json, workplan_json
from emgdesk.importing.matching.entities import EntityIndex
from emgdesk.importing.matching.finding import RosterMatches, find_matches
from emgdesk.importing.meetings.collecting import Wishes
from emgdesk.importing.meetings.plan import MeetingFacts, MeetingPlan
from emgdesk.importing.meetings.planning import plan_book
from emgdesk.importing.meetings.workbook import plan_meeting, read_meeting
from emgdesk.importing.plan import Decision, Doubtful, EntityDecision, RosterPlan, Update
from emgdesk.importing.planning.entity_decisions import teach
from emgdesk.importing.planning.memory import doubtful_names, read_decisions, recall
from emgdesk.importing.planning.roster import plan_roster, take_proposals
from emgdesk.importing.read import start_reading
from emgdesk.importing.records import MappedRoster
from emgdesk.importing.rejected import rejected
from emgdesk.importing.rosters.detect import Detected, detect
from emgdesk.importing.rosters.mapping import map_roster
from emgdesk.importing.sheets.cell_dates import DateOrder
from emgdesk.importing.snapshot import RosterSnapshot
from emgdesk.importing.tables import RawFile
from emgdesk.importing.workplans.plan import SheetCounts, WorkplanPlan
from emgdesk.importing.workplans.planning import plan_workplan
from emgdesk.importing.workplans.rows import read_workplans
from emgdesk.jobs import QUIET, Job
from emgdesk.operations.imports import apply_meeting_plan, apply_roster_plan, apply_workplan_plan
from emgdesk.queries.matching import (
    kept_decisions,
    known_workstreams,
    printed_people,
    remembered_mapping,
    roster_snapshot,
    taken_rows,
    workplan_snapshot,
)
from emgdesk.queries.meeting_books import meeting_book
from emgdesk.queries.meetings import MeetingRow, list_meetings
from emgdesk.reports.renderers.files import replacing
from emgdesk.workspace import Done, Workspace


@dataclass(frozen=True, slots=True)
class Choices:
    """What the user may say of how a file is read and taken in; the defaults say nothing.

    `kind` is auto, roster (who is registered), attendance (who was there), meeting or workplan;
    auto is told by the file. What a row says of itself counts more. `header_row` a row
    number as a spreadsheet shows it; `overrides` maps fields to headers;
    `decisions` are by row number of a roster, None where one remembered is taken back; `names` by
    name of a workstream, `entities` by folded text; `proposals` are the rows whose proposed entity
    is taken; `mark_absent` marks the registered whom an attendance list does not name.
    """

    kind: str = "auto"
    sheet: str | None = None
    header_row: int | None = None
    overrides: Mapping[str, str] | None = None
    date_order: DateOrder | None = None
    update: Update = "fill"
    doubtful: Doubtful = "skip"
    decisions: Mapping[int, Decision | None] | None = None
    names: Mapping[str, Decision] | None = None
    entities: Mapping[str, EntityDecision] | None = None
    proposals: frozenset[int] = frozenset()
    mark_absent: bool = False


@dataclass(frozen=True, slots=True)
class RosterIntake:
    """A roster on its way in; everything needed to plan it anew without reading the file again.

    `remembered` are the rows decided on in an earlier import of the same file.
    """

    raw: RawFile
    detected: Detected
    choices: Choices
    snapshot: RosterSnapshot
    matches: RosterMatches
    plan: RosterPlan
    remembered: frozenset[int] = frozenset()

    def summary(self) -> str:
        """The totals in words: "60 new, 40 known, 3 to decide, 2 skipped"."""
        return roster_summary(self.plan)

    def answer(self) -> dict[str, Any]:
        """What `import --json` says of it, before anything is committed."""
        return plan_json(self.plan)

    def notes(self) -> tuple[str, ...]:
        """Sentences on the file as a whole."""
        return _once((*self.raw.notes, *self.plan.notes))


@dataclass(frozen=True, slots=True)
class WorkplanIntake:
    """A work plan on its way in; `others` are further files taken in together with the first."""

    raw: RawFile
    detected: Detected
    choices: Choices
    plan: WorkplanPlan
    others: tuple[RawFile, ...] = ()

    def summary(self) -> str:
        """Each sheet in words: "Tasks: 12 new, 3 changed, 20 the same"."""
        return "; ".join(sheets_told(self.plan.sheets)) or "nothing to take in"

    def answer(self) -> dict[str, Any]:
        """What `import --json` says of it, before anything is committed."""
        return workplan_json(self.plan)

    def notes(self) -> tuple[str, ...]:
        """Sentences on the file as a whole and on rows that cannot be taken."""
        return _once((*self.raw.notes, *self.answer()["notes"]))


@dataclass(frozen=True, slots=True)
class MeetingIntake:
    """A meeting workbook on its way in; `matches` are those of its roster, if it has one, `remembered`
    its rows decided on in an earlier import of the same file.
    """

    raw: RawFile
    detected: Detected
    choices: Choices
    plan: MeetingPlan
    matches: RosterMatches | None = None
    remembered: frozenset[int] = frozenset()

    def summary(self) -> str:
        """The meeting and its roster in words."""
        verdicts = {"new": "a new meeting", "changed": "its facts change", "same": "its facts are the same"}
        told = [f"{self.plan.facts.code}: {verdicts[self.plan.verdict]}"]
        told += sheets_told(self.plan.book.sheets)
        told += [f"participants: {roster_summary(self.plan.roster)}"] if self.plan.roster else []
        return "; ".join(told)

    def answer(self) -> dict[str, Any]:
        """What `import --json` says of it, before anything is committed."""
        return meeting_json(self.plan)

    def notes(self) -> tuple[str, ...]:
        """Sentences on the file as a whole."""
        return _once((*self.raw.notes, *self.plan.notes))


def sheets_told(sheets: Mapping[str, SheetCounts]) -> list[str]:
    """What becomes of the rows of each sheet: "Agenda: 12 new, 3 changed"."""
    words = {"new": "new", "changed": "changed", "same": "the same", "problem": "that cannot be taken"}
    told = []
    for name, counts in sheets.items():
        parts = [f"{getattr(counts, k)} {word}" for k, word in words.items() if getattr(counts, k)]
        told.append(f"{name}: {', '.join(parts) or 'nothing to take in'}")
    return told


Intake = RosterIntake | WorkplanIntake | MeetingIntake


def roster_summary(plan: RosterPlan) -> str:
    """The totals of a roster plan in words."""
    totals = plan.totals()
    said = {"new": "new", "matched": "known", "already": "already there", "possible": "to decide"}
    said |= {"skipped": "skipped", "problem": "that cannot be taken"}
    return ", ".join(f"{totals[v]:,} {word}" for v, word in said.items() if totals[v]) or "no rows"


def _once(notes: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(notes))


def plan_import(
    workspace: Workspace,
    path: Path,
    *,
    meeting_id: str | None = None,
    choices: Choices | None = None,
    job: Job = QUIET,
) -> Intake:
    """Read `path` and plan what taking it in would do; the desk is not touched.

    Raises InputError (the file), DataError (the desk), UsageError (the choices), CancelledError.
    """
    job.report(f"Reading {path.name}")
    with _collector_resting(), start_reading(path) as reading:
        snapshot = workspace.read(roster_snapshot, meeting_id=meeting_id)
        raw = reading.result(job)
        return plan_any(workspace, raw, snapshot, choices or Choices(), job)


def plan_together(
    workspace: Workspace, paths: Sequence[Path], *, choices: Choices | None = None, job: Job = QUIET
) -> WorkplanIntake:
    """Plan several work-plan workbooks as one import, such as the sheets entities filled in.

    Raises InputError if one of them is none, and as `plan_import`.
    """
    raws = []
    with _collector_resting():
        for path in paths:
            job.report(f"Reading {path.name}")
            with start_reading(path) as reading:
                raws.append(reading.result(job))
        return plan_workplans(workspace, raws, choices or Choices(), job)


def plan_workplans(
    workspace: Workspace, raws: Sequence[RawFile], choices: Choices, job: Job = QUIET
) -> WorkplanIntake:
    """As `plan_together`, of files that were read already."""
    detected = [detect(raw, wanted=choices.kind, sheet=choices.sheet) for raw in raws]
    for raw, one in zip(raws, detected, strict=True):
        if one.kind != "workplan":
            raise InputError(
                f"{raw.name} is no work plan: only work plans, such as the sheets entities filled in, are "
                "taken in together; import it by itself."
            )
    once = list({raw.sha256: raw for raw in reversed(raws)}.values())[::-1]
    intake = _plan_workplan(workspace, once[0], detected[0], choices, tuple(once[1:]), job)
    if len(once) == len(raws):
        return intake
    said = f"{counted(len(raws) - len(once), 'file was', 'files were')} given twice and taken once."
    return replace(intake, plan=replace(intake.plan, notes=(said, *intake.plan.notes)))


@contextmanager
def _collector_resting() -> Iterator[None]:
    """No garbage collection meanwhile: it would look again and again at a million rows that stay."""
    working = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if working:
            gc.enable()


def plan_any(
    workspace: Workspace, raw: RawFile, snapshot: RosterSnapshot, choices: Choices, job: Job = QUIET
) -> Intake:
    """Plan a file that was read already, whatever it is; `snapshot` is of the meeting in view."""
    detected = detect(raw, wanted=choices.kind, sheet=choices.sheet)
    if detected.kind == "workplan":
        return _plan_workplan(workspace, raw, detected, choices, job=job)
    if detected.kind == "meeting":
        return _plan_meeting(workspace, raw, detected, choices, snapshot, job)
    return plan_file(workspace, raw, snapshot, choices, job)


def plan_file(
    workspace: Workspace, raw: RawFile, snapshot: RosterSnapshot, choices: Choices, job: Job = QUIET
) -> RosterIntake:
    """Plan a roster that was read already, as after a change of sheet, header or columns."""
    detected = detect(raw, wanted=choices.kind, sheet=choices.sheet)
    remembered = workspace.read(remembered_mapping, fingerprint=detected.fingerprint)
    job.report("Recognising columns")
    mapped = map_roster(
        raw,
        sheet=choices.sheet,
        header_row=choices.header_row,
        overrides=choices.overrides,
        remembered=remembered,
        date_order=choices.date_order,
        meeting_date=snapshot.meeting_date,
        is_entity=_is_entity(snapshot),
        listed={"attendance": True, "roster": False}.get(choices.kind),
    )
    job.check_cancelled()
    job.report("Looking for known people")
    matches = _matched(workspace, mapped, snapshot, choices, job)
    plan, decided = _planned(workspace, matches, choices)
    return RosterIntake(raw, detected, choices, snapshot, matches, plan, decided)


def _is_entity(snapshot: RosterSnapshot) -> Callable[[str], bool]:
    """Whether a text surely is an entity of the desk."""
    index = EntityIndex(snapshot.entities)
    return lambda text: index.find(text).entity is not None


def _planned(
    workspace: Workspace, matches: RosterMatches, choices: Choices
) -> tuple[RosterPlan, frozenset[int]]:
    """The plan, and the rows with a remembered decision, taken back or not."""
    kept = workspace.read(kept_decisions, sha256=matches.mapped.sha256, sheet=matches.mapped.sheet)
    remembered = read_decisions(kept, matches)
    decisions = {**remembered, **(choices.decisions or {})}
    plan = plan_roster(
        matches,
        update=choices.update,
        doubtful=choices.doubtful,
        decisions={row: said for row, said in decisions.items() if said is not None},
        entities=choices.entities,
        proposals=choices.proposals,
        mark_absent=choices.mark_absent,
    )
    return plan, frozenset(remembered)


def _matched(
    workspace: Workspace, mapped: MappedRoster, snapshot: RosterSnapshot, choices: Choices, job: Job
) -> RosterMatches:
    """The rows matched, with what somebody says of entities now and said of people before."""
    if choices.entities:
        snapshot = teach(snapshot, mapped, choices.entities)
    matches = find_matches(mapped, snapshot, job=job)
    if not any(match.candidates for match in matches.rows):
        return matches
    names = doubtful_names(matches)
    printed = workspace.read(printed_people, names=names) if names else {}
    taken = workspace.read(
        taken_rows, sha256=mapped.sha256, sheet=mapped.sheet, meeting_id=snapshot.meeting_id or ""
    )
    return recall(replace(matches, snapshot=replace(snapshot, printed=printed, taken_rows=taken)))


def take_all_proposals(intake: Intake) -> Intake:
    """The intake with the entity proposed for every row taken."""
    plan = intake.plan.roster if isinstance(intake, MeetingIntake) else intake.plan
    if isinstance(intake, WorkplanIntake) or intake.matches is None or not isinstance(plan, RosterPlan):
        return intake
    taken = take_proposals(plan, intake.matches, [row.row for row in plan.rows])
    if isinstance(intake, RosterIntake):
        return replace(intake, plan=taken)
    return replace(intake, plan=replace(intake.plan, roster=taken))


def _plan_workplan(
    workspace: Workspace,
    raw: RawFile,
    detected: Detected,
    choices: Choices,
    others: tuple[RawFile, ...] = (),
    job: Job = QUIET,
) -> WorkplanIntake:
    read = read_workplans((raw, *others), choices.date_order)
    cited = [text for rows in read for text in rows.cited]
    sheets = [sheet for rows in read for name, sheet in rows.others.items() if name == MEMBERS.name]
    people = [row.get("Person") for sheet in sheets for row in sheet.rows]
    plan = plan_workplan(
        raw,
        workspace.read(workplan_snapshot, cited=cited, people=people),
        others=others,
        update=choices.update,
        doubtful=choices.doubtful,
        decisions=choices.names,
        read=read,
        job=job,
    )
    return WorkplanIntake(raw, detected, choices, plan, others)


def _plan_meeting(
    workspace: Workspace,
    raw: RawFile,
    detected: Detected,
    choices: Choices,
    snapshot: RosterSnapshot,
    job: Job,
) -> MeetingIntake:
    remembered = workspace.read(remembered_mapping, fingerprint=detected.fingerprint)
    read = read_meeting(
        raw, date_order=choices.date_order, overrides=choices.overrides, remembered=remembered
    )
    wanted = code_key(read.facts.code)
    meetings = workspace.read(list_meetings)
    known = next((row for row in meetings if code_key(row.code) == wanted), None)
    if snapshot.meeting_id is not None and (known is None or known.id != snapshot.meeting_id):
        own = next((row.code for row in meetings if row.id == snapshot.meeting_id), "another meeting")
        raise InputError(
            f"{raw.name} is a workbook of {read.facts.code}, not of {own}; name no meeting for it.",
            place="meeting",
        )
    if snapshot.meeting_id != (known.id if known else None):
        snapshot = workspace.read(roster_snapshot, meeting_id=known.id if known else None)
    matches = _matched(workspace, read.roster, snapshot, choices, job) if read.roster is not None else None
    roster, decided = (
        _planned(workspace, matches, choices) if matches is not None else (None, frozenset[int]())
    )
    facts = _facts(known) if known else None
    held = workspace.read(meeting_book, meeting_id=known.id) if known else MeetingBook()
    wishes = Wishes(choices.update, choices.doubtful, choices.names, choices.date_order)
    book = plan_book(read, held, snapshot, workspace.read(known_workstreams), wishes)
    plan = plan_meeting(read, snapshot, facts, roster, update=choices.update, book=book)
    return MeetingIntake(raw, detected, choices, plan, matches, decided)


def _facts(row: MeetingRow) -> MeetingFacts:
    return MeetingFacts(**{name: getattr(row, name) for name in MeetingFacts.__dataclass_fields__})


def commit(workspace: Workspace, intake: Intake, *, job: Job = QUIET) -> Done[Any]:
    """Apply the plan as one undo step.

    Raises DataError if no meeting was chosen or the desk moved on, CancelledError; nothing is changed then.
    """
    plan = intake.plan
    label = f"Import {plan.file}"
    if isinstance(plan, WorkplanPlan):
        with _collector_resting():
            return workspace.do(label, apply_workplan_plan, plan=plan, job=job)
    if isinstance(plan, MeetingPlan):
        return workspace.do(label, apply_meeting_plan, plan=plan, job=job)
    if plan.meeting_id is None:
        raise DataError(f"{plan.file} is a roster: name the meeting it belongs to.", place="meeting")
    with _collector_resting():
        return workspace.do(label, apply_roster_plan, plan=plan, job=job)


@dataclass(frozen=True, slots=True)
class Returned:
    """A copy of the user's file in which `rows` are marked; `notes` are sentences on what it lacks."""

    path: Path
    rows: int
    notes: tuple[str, ...] = ()


def return_rejected(intake: Intake, source: Path, target: Path, *, job: Job = QUIET) -> Returned:
    """Write a copy of `source`, whose rows that could not be taken are marked, to the .xlsx file `target`.

    Without such rows (`rows` is 0) nothing is written. The mended copy can be imported again.
    Raises OutputError when the copy cannot be written, CancelledError.
    """
    from emgdesk.importing.read.returning import write_returned  # openpyxl: only when asked for

    marks = rejected(intake.plan)
    rows = sum(len(sheet.rows) for sheet in marks)
    if not rows:
        return Returned(target, 0)
    if target.exists() and source.exists() and target.samefile(source):
        raise OutputError(f"{target.name} is the file itself: choose another name for the copy.")
    job.report(f"Copying {source.name}")
    with replacing(target) as part:
        notes = write_returned(intake.raw, source, marks, part, job=job)
    return Returned(target, rows, notes)
