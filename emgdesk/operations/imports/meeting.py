"""A meeting plan becomes a meeting with its roster."""

from dataclasses import dataclass

from sqlalchemy.orm import Session

from emgdesk.importing.meetings.plan import MeetingPlan
from emgdesk.jobs import QUIET, Job
from emgdesk.operations.imports.meeting_book import write_book
from emgdesk.operations.imports.roster import RosterImported, write_roster_plan
from emgdesk.operations.imports.runs import record_run, refuse_if_moved_on
from emgdesk.operations.marking import operation
from emgdesk.operations.meeting import create_meeting, update_meeting


@dataclass(frozen=True, slots=True)
class MeetingImported:
    """The key of the meeting made or updated, what became of its roster (None: it had none), and how many
    rows of the other sheets were made or changed.
    """

    meeting_id: str
    roster: RosterImported | None
    rows: int = 0


@operation
def apply_meeting_plan(session: Session, /, *, plan: MeetingPlan, job: Job = QUIET) -> MeetingImported:
    """Take a previewed meeting workbook into the desk: the meeting made or updated, its roster, agenda,
    documents, actions and report taken in.

    Raises DataError if the desk moved on since the preview or a fact cannot be
    stored, CancelledError if the job is cancelled; nothing is left behind then.
    """
    refuse_if_moved_on(session, plan.revision)
    meeting_id = plan.meeting_id
    if meeting_id is None:
        meeting_id = create_meeting(session, **plan.facts.told())  # type: ignore[arg-type]
    elif plan.changes:
        changed = {name: new for name, (_, new) in plan.changes.items()}
        update_meeting(session, meeting_id=meeting_id, **changed)
    roster = None
    if plan.roster is not None:
        roster = write_roster_plan(session, plan.roster, meeting_id, job)
    write_book(session, plan.book.writes, meeting_id, job)
    if plan.verdict != "same" or plan.book.writes or (roster is not None and roster.import_id):
        record_run(session, kind="meeting", file=plan.file, sha256=plan.sha256, meeting_id=meeting_id)
    rows = sum(line.verdict in ("new", "changed") for line in plan.book.lines)
    return MeetingImported(meeting_id, roster, rows)
