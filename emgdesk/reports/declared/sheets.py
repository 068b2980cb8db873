"""Sheets: the workbook of a meeting, its roster, addresses, invitations; that of the work plan."""

from emgdesk.reports.builders.addresses import AddressOptions
from emgdesk.reports.builders.everything import EverythingOptions
from emgdesk.reports.builders.invitations import InvitationOptions
from emgdesk.reports.builders.meeting_workbook import WorkbookOptions
from emgdesk.reports.builders.progress_sheet import ProgressSheetsOptions
from emgdesk.reports.builders.roster import RosterOptions
from emgdesk.reports.builders.workplan_workbook import WorkplanWorkbookOptions
from emgdesk.reports.declared.shared import GROUP_LINES, SHEET_ORDER, WHOLE
from emgdesk.reports.options import DocumentKind, Option

ROSTER = DocumentKind(
    name="roster",
    of_people=True,
    title="Roster",
    needs="meeting",
    suffixes=(".pdf", ".docx", ".xlsx", ".csv"),
    options=(SHEET_ORDER, WHOLE, GROUP_LINES),
    options_from=lambda values: RosterOptions(**values),  # type: ignore[arg-type]
)

ADDRESSES = DocumentKind(
    name="address-list",
    of_people=True,
    title="Address list",
    needs="meeting",
    suffixes=(".pdf", ".docx", ".csv", ".txt", ".xlsx"),
    options=(SHEET_ORDER, WHOLE, GROUP_LINES),
    options_from=lambda values: AddressOptions(**values),  # type: ignore[arg-type]
)

INVITATIONS = DocumentKind(
    name="invitations",
    of_people=True,
    title="Mail-merge sheet",
    needs="meeting",
    suffixes=(".pdf", ".docx", ".xlsx", ".csv"),
    options=(SHEET_ORDER, WHOLE, GROUP_LINES),
    options_from=lambda values: InvitationOptions(**values),  # type: ignore[arg-type]
)

MEETING = DocumentKind(
    name="meeting",
    title="Meeting workbook",
    needs="meeting",
    suffixes=(".pdf", ".xlsx"),
    options=(GROUP_LINES,),
    options_from=lambda values: WorkbookOptions(**values),  # type: ignore[arg-type]
)

WORKPLAN = DocumentKind(
    name="workplan",
    title="Work-plan workbook",
    needs="desk",
    suffixes=(".pdf", ".xlsx"),
    options=(GROUP_LINES,),
    options_from=lambda values: WorkplanWorkbookOptions(**values),  # type: ignore[arg-type]
)

EVERYTHING = DocumentKind(
    name="everything",
    title="Everything on the desk",
    needs="desk",
    suffixes=(".pdf", ".xlsx"),
    options=(Option("contacts", "E-mails and phones", "flag", "yes"), GROUP_LINES),
    options_from=lambda values: EverythingOptions(**values),  # type: ignore[arg-type]
)

PROGRESS_SHEETS = DocumentKind(
    name="progress-sheets",
    title="Sheets for filling in",
    needs="desk",
    suffixes=("",),
    options=(
        Option("as-of", "As of", "date"),
        Option("due", "Return by", "date"),
        Option("entities", "Entities", "names"),
        Option("completed", "Completed tasks too", "flag", "yes"),
    ),
    options_from=lambda values: ProgressSheetsOptions(**values),  # type: ignore[arg-type]
)
