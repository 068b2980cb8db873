"""After an import: the line that says what was done, and its Undo."""

from emgdesk.ui.dialogs.import_dialog.source import Applied
from emgdesk.ui.dialogs.import_dialog.wording import done_text
from emgdesk.ui.services import Notice, Services


def announce(services: Services, applied: Applied, meeting_id: str | None) -> None:
    """Tell of the import over the page, and show its meeting."""
    result, changes = applied.done.value, applied.done.changes
    if meeting_id is not None:
        services.navigator.show("meeting", meeting_id)
    text = done_text(result.new_lines, result.changed, applied.meeting)
    if changes is None:
        services.navigator.notify(Notice(text))
        return
    services.navigator.notify(
        Notice(text, "success", "Undo", lambda: undo_import(services, changes.revision))
    )


def undo_import(services: Services, revision: int) -> None:
    """Take the import back, unless something else was done since."""
    if services.workspace.state().revision == revision:
        services.tasks.run("Undo the import", lambda _job: services.workspace.undo())
    else:
        services.navigator.notify(
            Notice("Something else was done since the import; Edit > Undo takes the steps back one by one.")
        )
