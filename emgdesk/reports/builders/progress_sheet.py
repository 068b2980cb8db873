"""A sheet for one entity to fill in: its tasks, what was reported last, empty cells for what is new."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from emgdesk.domain.dates import long_date
from emgdesk.domain.statuses import TASK_STATUSES
from emgdesk.domain.symbols import file_stem
from emgdesk.domain.workbooks import LAST_REPORTED, REQUEST, STEPS_UNTIL_NOW, TASKS
from emgdesk.reports.builders.book_sheets import ID, ID_WIDTH
from emgdesk.reports.sheets import Sheet, SheetColumn

_STATUS_WORDS = ", ".join(TASK_STATUSES[:-1]) + f" or {TASK_STATUSES[-1]}"


@dataclass(frozen=True, slots=True)
class AskedTask:
    """A task an entity answers for; texts are CommonMark, dates ISO ("" unknown).

    `id` is the key of the task; the last entry up to the day of the request is `status`, `progress`, `told`.
    """

    id: str
    chapter: str
    workstream: str
    text: str
    responsible: str
    due: str
    status: str = ""
    progress: str = ""
    told: str = ""
    next_steps: str = ""


@dataclass(frozen=True, slots=True)
class ProgressSheetFacts:
    """One request: `as_of` and `due` ISO days, `due` "" for none; `request_id` is its key."""

    request_id: str
    entity: str
    as_of: str
    due: str
    tasks: tuple[AskedTask, ...]


@dataclass(frozen=True, slots=True)
class ProgressSheetsOptions:
    """Who is asked, as typed; `as_of` None is today, `due` None no day of return, no `entities` all.

    Without `completed`, tasks completed or dropped are left out, and who has no others is not asked.
    """

    as_of: date | None = None
    due: date | None = None
    entities: tuple[str, ...] = ()
    completed: bool = True


def build(facts: ProgressSheetFacts) -> tuple[Sheet, ...]:
    """The sheets of the workbook: what is asked, and the tasks with cells to fill in."""
    return (_request(facts), _tasks(facts))


def file_names(requests: Sequence[ProgressSheetFacts]) -> tuple[str, ...]:
    """A file name for each request that every system takes: "UNEP progress 2031-06-30.xlsx"; none twice."""
    names: list[str] = []
    for facts in requests:
        stem = file_stem(f"{facts.entity} progress {facts.as_of}")
        taken = {name.casefold() for name in names}
        tries = (f"{stem}{f' ({n})' if n > 1 else ''}.xlsx" for n in range(1, len(requests) + 2))
        names.append(next(name for name in tries if name.casefold() not in taken))
    return tuple(names)


def _request(facts: ProgressSheetFacts) -> Sheet:
    day = long_date(date.fromisoformat(facts.as_of))
    back = f" and return this file by {long_date(date.fromisoformat(facts.due))}" if facts.due else ""
    said = (
        f"Please tell on the sheet “{TASKS.name}” how each task stands as of {day}{back}. Only the yellow "
        f"cells can be filled in: choose a status ({_STATUS_WORDS}), say in a few sentences what was done, "
        f"and what comes next. A row left empty changes nothing. “As of” is {day} unless you write another "
        "day. Keep the file in Excel form (.xlsx)."
    )
    values = {
        "Entity": facts.entity,
        "As of": facts.as_of,
        "Return by": facts.due,
        "Request ID": facts.request_id,
    }
    rows = [(field, values[field]) for (field,) in REQUEST.rows]
    rows.insert(len(rows) - 1, ("What to do", said))
    head = tuple(SheetColumn(name, width) for name, width in zip(REQUEST.columns, (16, 90), strict=True))
    return Sheet(REQUEST.name, head, rows, guarded=True)


def _tasks(facts: ProgressSheetFacts) -> Sheet:
    day = long_date(date.fromisoformat(facts.as_of))
    head = (
        SheetColumn("Chapter", 20, quiet=True),
        SheetColumn("Workstream", 26, quiet=True),
        SheetColumn("Task", 48, quiet=True),
        SheetColumn("Responsible", 20, quiet=True),
        SheetColumn("Due", 12, quiet=True),
        SheetColumn(LAST_REPORTED, 44, quiet=True),
        SheetColumn(STEPS_UNTIL_NOW, 34, quiet=True),
        SheetColumn("Status", 13, TASK_STATUSES, open=True, prompt=f"How the task stands as of {day}."),
        SheetColumn("Progress", 50, open=True, prompt="What was done since the last report."),
        SheetColumn("Next steps", 40, open=True, prompt="What comes next; empty: as until now."),
        SheetColumn("As of", 12, open=True, prompt=f"Empty: {day}."),
        SheetColumn(ID, ID_WIDTH, hidden=True),
    )
    rows = [
        (
            task.chapter, task.workstream, task.text, task.responsible, task.due, _last(task),
            task.next_steps, "", "", "", "", task.id,
        )
        for task in facts.tasks
    ]  # fmt: skip
    return Sheet(TASKS.name, head, rows, guarded=True)


def _last(task: AskedTask) -> str:
    """What was reported last: "Ongoing (2 May 2031): Half of it."."""
    if not (task.status or task.progress):
        return ""
    words = task.status.capitalize()
    try:
        words += f" ({long_date(date.fromisoformat(task.told))})" if task.told else ""
    except ValueError:
        words += f" ({task.told})"
    words = words.strip()
    return f"{words}: {task.progress}" if words and task.progress else words or task.progress
