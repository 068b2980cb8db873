"""After an import: the line that says what was done, and its Undo."""

from functools import partial

from emgdesk.errors import EmgdeskError
from emgdesk.operations.imports.meeting import MeetingImported
from emgdesk.operations.imports.roster import RosterImported
from emgdesk.operations.imports.workplan import WorkplanImported
from emgdesk.ui.dialogs.import_dialog.source import Applied
from emgdesk.ui.dialogs.import_dialog.wording import done_meeting, done_roster, done_workplan
from emgdesk.ui.services import Notice, Services


def announce(services: Services, applied: Applied, meeting_id: str | None) -> None:
    """Show where the rows went, and tell of the import over the page."""
    result, changes = applied.done.value, applied.done.changes
    text = ""
    if isinstance(result, RosterImported) and meeting_id is not None:
        services.navigator.show("meeting", meeting_id)
        text = done_roster(result.new_lines, applied.updated, applied.meeting)
    elif isinstance(result, MeetingImported):
        services.navigator.show("meeting", result.meeting_id)
        text = done_meeting(applied.meeting, result.roster.new_lines if result.roster else 0)
    elif isinstance(result, WorkplanImported):
        services.navigator.show("workstream", "")
        text = done_workplan(result.workstreams, result.tasks, result.entries)
    if changes is None:
        services.navigator.notify(Notice(text))
        return
    revision = changes.revision
    services.navigator.notify(Notice(text, "success", "Undo", lambda: undo_import(services, revision)))


def undo_import(services: Services, revision: int) -> None:
    """Take the import back; what was done since stands in the way and is told."""
    services.tasks.run(
        "Undo the import",
        lambda _job: services.workspace.undo(expected=revision),
        on_failed=partial(_tell_refusal, services),
    )


def _tell_refusal(services: Services, error: Exception) -> None:
    if isinstance(error, EmgdeskError):
        services.navigator.notify(Notice(str(error), "error"))
