"""After an import: what was done in words, where it can be seen, and its Undo."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from emgdesk.domain.numbering import counted
from emgdesk.errors import EmgdeskError
from emgdesk.importing.plan import RosterPlan
from emgdesk.importing.rejected import rejected
from emgdesk.intake import Intake, MeetingIntake, WorkplanIntake
from emgdesk.operations.imports.meeting import MeetingImported
from emgdesk.operations.imports.roster import RosterImported
from emgdesk.operations.imports.workplan import WorkplanImported
from emgdesk.ui.dialogs.import_dialog.rejected_copy import words_to_save
from emgdesk.ui.dialogs.import_dialog.source import Applied, Opened
from emgdesk.ui.dialogs.import_dialog.wording import done_meeting, done_roster, done_workplan
from emgdesk.ui.services import Notice, Services


def done_text(applied: Applied) -> str:
    """What was done, in one line."""
    return " ".join(done_lines(applied))


def done_lines(applied: Applied) -> tuple[str, ...]:
    """What was done in a sentence, and what follows from it in another."""
    result = applied.done.value
    if isinstance(result, RosterImported):
        return (done_roster(result.new_lines, applied.updated, applied.meeting),)
    if isinstance(result, MeetingImported):
        people = result.roster.new_lines if result.roster else 0
        return (done_meeting(applied.meeting, people, result.rows),)
    if isinstance(result, WorkplanImported):
        said = done_workplan(result.workstreams, result.tasks, result.entries, result.rows)
        return (said, waiting_told(applied.waiting)) if result.answered else (said,)
    return ()


def waiting_told(waiting: Sequence[str]) -> str:
    """Who has not answered yet, after sheets came back."""
    return f"Still to answer: {', '.join(waiting)}." if waiting else "Everybody asked has answered."


def done_details(opened: Opened) -> list[str]:
    """What was left out, and what was learnt for the next time."""
    said = []
    if opened.roster is not None:
        plan = opened.roster[0]
        said += _left(plan)
        if plan.mark_absent and plan.meets is not None and plan.meets.absent:
            said.append(f"{counted(len(plan.meets.absent), 'person', 'people')} marked as absent.")
    said += _undecided(opened.intake)
    refused = not_taken(opened.intake) if opened.intake is not None else 0
    if refused:
        said.append(f"{counted(refused, 'row', 'rows')} could not be taken.")
    return said


def _left(plan: RosterPlan) -> list[str]:
    open_rows = sum(row.verdict == "possible" and row.action == "none" for row in plan.rows)
    undecided = counted(open_rows, "undecided row was", "undecided rows were")
    return [f"{undecided} left out: import the file again to decide."] if open_rows else []


def _undecided(intake: Intake | None) -> list[str]:
    """Names nobody decided on: what stands in their rows was left out."""
    names: list[str] = []
    if isinstance(intake, WorkplanIntake):
        names = [line.name for line in intake.plan.workstreams if line.candidates]
    elif isinstance(intake, MeetingIntake):
        names = [question.name for question in intake.plan.book.questions]
    told = "; ".join(f"“{name}”" for name in names)
    return [f"Left out, because nobody decided what it is: {told}. Import again to decide."] if names else []


def not_taken(intake: Intake) -> int:
    """How many rows could not be taken."""
    return sum(len(sheet.rows) for sheet in rejected(intake.plan))


def show_imported(services: Services, applied: Applied, meeting_id: str | None) -> None:
    """Show where the rows went."""
    result = applied.done.value
    if isinstance(result, RosterImported) and meeting_id is not None:
        services.navigator.show("participants", meeting_id)
    elif isinstance(result, MeetingImported):
        services.navigator.show("participants" if result.roster else "meeting", result.meeting_id)
    elif isinstance(result, WorkplanImported):
        services.navigator.show("workstream", "")


@dataclass(frozen=True, slots=True)
class ToSave:
    """Rows that could not be taken, how many and what saves them."""

    rows: int
    act: Callable[[], object]


def announce(services: Services, applied: Applied, to_save: ToSave | None = None) -> None:
    """Tell of the import over the page, with its Undo, or with the way to save what it left."""
    text, changes = done_text(applied), applied.done.changes
    if to_save is not None:
        left = f"{text} {counted(to_save.rows, 'row', 'rows')} could not be taken."
        services.navigator.notify(Notice(left, "info", words_to_save(to_save.rows), to_save.act))
        return
    if changes is None:
        services.navigator.notify(Notice(text))
        return
    revision = changes.revision
    services.navigator.notify(Notice(text, "success", "Undo", lambda: undo_import(services, revision)))


def undo_import(
    services: Services,
    revision: int,
    undone: Callable[[object], object] | None = None,
    refused: Callable[[Exception], object] | None = None,
) -> None:
    """Take the import back; what was done since stands in the way and is told."""
    services.tasks.run(
        "Undo the import",
        lambda _job: services.workspace.undo(expected=revision),
        undone,
        refused or partial(tell_refusal, services),
    )


def tell_refusal(services: Services, error: Exception) -> None:
    """Say over the page why something could not be done."""
    if isinstance(error, EmgdeskError):
        services.navigator.notify(Notice(str(error), "error"))
