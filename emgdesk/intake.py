"""From a file to the desk: read, recognise, map, match, plan, and apply that very plan.

The window and the command line both come through here. The reading child is
started first; the desk is read while it works.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from emgdesk.errors import DataError
from emgdesk.importing.answers import plan_json
from emgdesk.importing.cell_dates import DateOrder
from emgdesk.importing.detect import Detected, detect
from emgdesk.importing.matching import RosterMatches, find_matches
from emgdesk.importing.plan import Decision, Doubtful, RosterPlan, Update
from emgdesk.importing.planning import plan_roster
from emgdesk.importing.read import start_reading
from emgdesk.importing.rosters import map_roster
from emgdesk.importing.snapshot import RosterSnapshot
from emgdesk.importing.tables import RawFile
from emgdesk.jobs import QUIET, Job
from emgdesk.operations.imports import apply_roster_plan
from emgdesk.queries.matching import remembered_mapping, roster_snapshot
from emgdesk.workspace import Done, Workspace


@dataclass(frozen=True, slots=True)
class Choices:
    """What the user may say of how a file is read and taken in; the defaults say nothing.

    `kind` is auto, roster, attendance, meeting or workplan; `header_row` a row
    number as a spreadsheet shows it; `overrides` maps fields to headers.
    """

    kind: str = "auto"
    sheet: str | None = None
    header_row: int | None = None
    overrides: Mapping[str, str] | None = None
    date_order: DateOrder | None = None
    update: Update = "fill"
    doubtful: Doubtful = "skip"
    decisions: Mapping[int, Decision] | None = None


@dataclass(frozen=True, slots=True)
class RosterIntake:
    """A roster on its way in; everything needed to plan it anew without reading the file again."""

    raw: RawFile
    detected: Detected
    choices: Choices
    snapshot: RosterSnapshot
    matches: RosterMatches
    plan: RosterPlan

    def summary(self) -> str:
        """The totals in words: "60 new, 40 known, 3 to decide, 2 skipped"."""
        totals = self.plan.totals()
        said = {"new": "new", "matched": "known", "already": "already there", "possible": "to decide"}
        said |= {"skipped": "skipped", "problem": "that cannot be taken"}
        return ", ".join(f"{totals[v]} {word}" for v, word in said.items() if totals[v]) or "no rows"

    def answer(self) -> dict[str, Any]:
        """What `import --json` says of it, before anything is committed."""
        return plan_json(self.plan)

    def notes(self) -> tuple[str, ...]:
        """Sentences on the file as a whole."""
        return (*self.raw.notes, *self.plan.notes)


def plan_import(
    workspace: Workspace,
    path: Path,
    *,
    meeting_id: str | None = None,
    choices: Choices | None = None,
    job: Job = QUIET,
) -> RosterIntake:
    """Read `path` and plan what taking it in would do; the desk is not touched.

    Raises InputError (the file), DataError (the desk), UsageError (the choices), CancelledError.
    """
    with start_reading(path) as reading:
        snapshot = workspace.read(roster_snapshot, meeting_id=meeting_id)
        raw = reading.result(job)
    return plan_file(workspace, raw, snapshot, choices or Choices(), job)


def plan_file(
    workspace: Workspace, raw: RawFile, snapshot: RosterSnapshot, choices: Choices, job: Job = QUIET
) -> RosterIntake:
    """Plan a file that was read already, as after a change of sheet, header or columns."""
    detected = detect(raw, wanted=choices.kind, sheet=choices.sheet)
    remembered = workspace.read(remembered_mapping, fingerprint=detected.fingerprint)
    job.report("Recognising columns")
    mapped = map_roster(
        raw, sheet=choices.sheet, header_row=choices.header_row, overrides=choices.overrides,
        remembered=remembered, date_order=choices.date_order,
    )  # fmt: skip
    job.check_cancelled()
    job.report("Looking for known people")
    matches = find_matches(mapped, snapshot, job=job)
    plan = plan_roster(matches, update=choices.update, doubtful=choices.doubtful, decisions=choices.decisions)
    return RosterIntake(raw, detected, choices, snapshot, matches, plan)


def replan(
    workspace: Workspace, intake: RosterIntake, *, meeting_id: str | None = None, **choices: Any
) -> RosterIntake:
    """The same file planned against the desk as it is now, with other `choices`; nothing is read again."""
    snapshot = workspace.read(roster_snapshot, meeting_id=meeting_id or intake.plan.meeting_id)
    return plan_file(workspace, intake.raw, snapshot, replace(intake.choices, **choices))


def commit(
    workspace: Workspace, intake: RosterIntake, *, plan: RosterPlan | None = None, job: Job = QUIET
) -> Done[Any]:
    """Apply the plan (or `plan`, made from it by decisions) as one undo step.

    Raises DataError if no meeting was chosen or the desk moved on, CancelledError; nothing is changed then.
    """
    chosen = plan or intake.plan
    if chosen.meeting_id is None:
        raise DataError(f"{chosen.file} is a roster: name the meeting it belongs to.", place="meeting")
    return workspace.do(f"Import {chosen.file}", apply_roster_plan, plan=chosen, job=job)
