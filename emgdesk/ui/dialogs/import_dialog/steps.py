"""The steps of an import and what each says of itself, without widgets."""

from dataclasses import dataclass

from emgdesk.domain.numbering import counted
from emgdesk.importing.meetings.plan import BookPlan
from emgdesk.importing.plan import RosterPlan
from emgdesk.intake import MeetingIntake, WorkplanIntake
from emgdesk.ui.dialogs.import_dialog import meeting_lines, workplan_lines
from emgdesk.ui.dialogs.import_dialog.date_order import date_question
from emgdesk.ui.dialogs.import_dialog.source import Opened
from emgdesk.ui.dialogs.import_dialog.wording import counted_people

FILE, TABLE, COLUMNS, PEOPLE, CHANGES, WORKPLAN = "file", "table", "columns", "people", "changes", "workplan"
SHEETS = "sheets"
DONE, TODO, ATTENTION = "done", "todo", "attention"


@dataclass(frozen=True, slots=True)
class Step:
    """A step: its title, what was found or decided there in a few words, and done, todo or attention."""

    key: str
    title: str
    said: str = ""
    state: str = DONE


def steps_of(opened: Opened | None, name: str = "") -> tuple[Step, ...]:
    """The steps that apply to what was read, as far as they can be reached; `name` is that of the file."""
    first = Step(FILE, "File or text", name, DONE if opened is not None else TODO)
    if opened is None:
        return (first,)
    if isinstance(opened.intake, WorkplanIntake):
        undecided = workplan_lines.left_out(opened.intake.plan)
        asked = sum(bool(stream.candidates) for stream in opened.intake.plan.workstreams)
        state = ATTENTION if undecided else DONE
        return (first, Step(WORKPLAN, "Work plan", f"{asked} to decide" if asked else "", state))
    if isinstance(opened.intake, MeetingIntake):
        return (first, *_sheet_steps(opened.intake.plan.book), *_people_steps(opened))
    return (first, _table_step(opened), _columns_step(opened), *_people_steps(opened))


def first_open(steps: tuple[Step, ...]) -> str:
    """Where to begin: at the first step that needs the user, else where something may be chosen."""
    states = [step.state for step in steps]
    first = next((state for state in (ATTENTION, TODO) if state in states), "")
    return steps[states.index(first)].key if first else steps[-1].key


def _sheet_steps(book: BookPlan) -> tuple[Step, ...]:
    """The sheets beside the people's; none where the workbook has no such rows."""
    if not book.lines:
        return ()
    asked, wrong = meeting_lines.open_names(book), meeting_lines.rows_refused(book)
    said = [f"{asked} to decide"] if asked else []
    said += [counted(wrong, "problem", "problems")] if wrong else []
    state = ATTENTION if said else TODO
    return (Step(SHEETS, "Sheets", ", ".join(said) or "what changes", state),)


def _table_step(opened: Opened) -> Step:
    table = opened.table()
    if table is None:
        return Step(TABLE, "Table", "no table found", ATTENTION)
    row = table.header_row
    sheet = f"{table.sheet.name}, " if len(opened.filled_sheets()) > 1 else ""
    said = f"{sheet}header in row {row}" if row is not None else f"{sheet}no header row"
    return Step(TABLE, "Table", said)


def _columns_step(opened: Opened) -> Step:
    used, every = len(opened.mapping()), len(opened.columns())
    if opened.intake is None:
        return Step(COLUMNS, "Columns", "no column of names", ATTENTION)
    dates = date_question(opened)
    if dates is not None and dates.order is None:
        return Step(COLUMNS, "Columns", "order of the dates?", ATTENTION)
    return Step(COLUMNS, "Columns", f"{used} of {every} used")


def _people_steps(opened: Opened) -> tuple[Step, ...]:
    if opened.roster is None:
        return (Step(PEOPLE, "Meeting"),) if opened.intake is not None else ()
    plan = opened.roster[0]
    asked = open_questions(plan) + open_entities(plan)
    people, _ = counted_people(plan.rows)
    said = f"{asked} to decide" if asked else counted(people, "person", "people")
    state = ATTENTION if asked else TODO if may_choose(plan) else DONE
    return (
        Step(PEOPLE, "People", said, state),
        Step(CHANGES, "Changes", "what is imported", TODO),
    )


def may_choose(plan: RosterPlan) -> bool:
    """Whether something is offered that is not done unless somebody says so."""
    if any(row.proposal is not None and row.row not in plan.proposals_taken for row in plan.rows):
        return True
    return plan.meets is not None and bool(plan.meets.absent) and not plan.mark_absent


def open_questions(plan: RosterPlan) -> int:
    """Rows nobody decided on that are not taken as they stand."""
    return sum(row.verdict == "possible" and row.action == "none" for row in plan.rows)


def open_entities(plan: RosterPlan) -> int:
    """Entity texts nobody decided on."""
    return sum(question.decision is None for question in plan.entity_questions)
