"""What a file or a text was recognised as, in one sentence."""

from emgdesk.domain.numbering import counted
from emgdesk.importing.matching.finding import RosterMatches
from emgdesk.intake import MeetingIntake, WorkplanIntake
from emgdesk.ui.dialogs.import_dialog.source import Opened
from emgdesk.ui.dialogs.import_dialog.wording import FORMATS, counted_people

_KINDS = {"names-list": "a list of names", "generic": "a table", "workbook": "a roster workbook"}


def recognised(opened: Opened) -> str:
    """ "103 people in a two-block annex, 2 rows set aside.", or why nothing was recognised."""
    if isinstance(opened.intake, WorkplanIntake):
        return "A work plan workbook."
    if opened.roster is None:
        return "A meeting workbook." if isinstance(opened.intake, MeetingIntake) else opened.refusal
    plan, matches = opened.roster
    people, more = counted_people(plan.rows)
    return f"{counted(people, 'person', 'people')} in {_kind(plan.format, matches)}{more}."


def _kind(form: str, matches: RosterMatches) -> str:
    if form == "annex-text":
        lines = {record.cells[-1:] for record in matches.mapped.records}
        return "a two-block annex" if len(lines) < len(matches.mapped.records) else "an annex"
    return _KINDS.get(form) or (f"a file of the kind “{FORMATS[form]}”" if form in FORMATS else "a table")
