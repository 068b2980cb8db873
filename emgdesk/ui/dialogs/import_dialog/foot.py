"""The line at the foot of the import window, for every kind of file."""

from dataclasses import dataclass, replace

from emgdesk.domain.numbering import counted
from emgdesk.importing.meetings.plan import MeetingPlan
from emgdesk.importing.plan import RosterPlan
from emgdesk.intake import RosterIntake, WorkplanIntake
from emgdesk.ui.dialogs.import_dialog import meeting_lines, wording, workplan_lines
from emgdesk.ui.dialogs.import_dialog.source import Opened


@dataclass(frozen=True, slots=True)
class Foot:
    """The totals, what is left out, the button's words, and whether there is anything to do."""

    totals: str = ""
    left_out: str = ""
    button: str = "Import"
    ready: bool = False


def foot_of(opened: Opened) -> Foot:
    """What importing the file as planned does."""
    intake = opened.intake
    if isinstance(intake, RosterIntake):
        return _roster(intake.plan)
    if isinstance(intake, WorkplanIntake):
        plan = intake.plan
        return Foot(
            workplan_lines.totals_line(plan),
            workplan_lines.left_out(plan),
            workplan_lines.button_text(plan),
            workplan_lines.has_work(plan),
        )
    return _meeting(intake.plan) if intake is not None else Foot()


def _roster(plan: RosterPlan) -> Foot:
    ready = any(row.action != "none" for row in plan.rows)
    return Foot(wording.totals_line(plan), wording.left_out(plan), wording.button_text(plan.rows), ready)


def _meeting(plan: MeetingPlan) -> Foot:
    roster = _roster(plan.roster) if plan.roster is not None else Foot()
    sheets = meeting_lines.totals_line(plan.book)
    people = f"People: {roster.totals}" if sheets and roster.totals else roster.totals
    totals = ".  ".join(part for part in (sheets, people) if part)
    wrong = meeting_lines.rows_refused(plan.book)
    refused = f"{counted(wrong, 'row', 'rows')} cannot be taken" if wrong else ""
    left_out = "; ".join(part for part in (refused, roster.left_out) if part)
    if plan.verdict == "same" and not plan.book.writes:
        return replace(roster, totals=totals, left_out=left_out)
    doing = "Make" if plan.verdict == "new" else "Update"
    people = roster.button.removeprefix("Import ") if roster.ready else ""
    button = f"{doing} {plan.facts.code}" + (f", import {people}" if people else "")
    return Foot(totals, left_out, button, ready=True)
