"""Which rows of a file could not be taken, which cell of each is at fault, and why."""

import re
from collections import defaultdict
from collections.abc import Iterable

from emgdesk.importing.meetings.plan import BookPlan, MeetingPlan
from emgdesk.importing.plan import RosterPlan
from emgdesk.importing.read.marks import RowMark, SheetMarks
from emgdesk.importing.workplans.plan import WorkplanPlan

_NAMES = ("name", "given", "family")


def rejected(plan: RosterPlan | WorkplanPlan | MeetingPlan) -> tuple[SheetMarks, ...]:
    """The rows with verdict "problem", sheet by sheet; nothing for a plan without any."""
    if isinstance(plan, WorkplanPlan):
        return _of_workplan(plan)
    roster = plan.roster if isinstance(plan, MeetingPlan) else plan
    others = _of_book(plan.book) if isinstance(plan, MeetingPlan) else ()
    marks = tuple(_of_roster(roster)) if roster else ()
    people = (SheetMarks(roster.sheet, roster.header_row, marks),) if roster and marks else ()
    return (*people, *others)


def _of_roster(plan: RosterPlan) -> Iterable[RowMark]:
    header = next((plan.columns[field] for field in _NAMES if field in plan.columns), "")
    name = plan.headers.index(header) if header in plan.headers else 0
    for row in plan.rows:
        if row.verdict == "problem":
            yield _mark(plan.lines.get(row.row, row.row), " ".join(row.messages), name)


def _of_workplan(plan: WorkplanPlan) -> tuple[SheetMarks, ...]:
    marks: dict[str, list[RowMark]] = defaultdict(list)
    if plan.files:
        return ()  # the rows of several files: none of them is the one to copy
    for line in plan.workstreams:
        if line.verdict == "problem":
            marks[line.sheet].append(_mark(line.row, " ".join(line.messages), 0))
    for row in plan.lines:
        if row.verdict == "problem":
            marks[row.sheet].append(_mark(row.row, " ".join(row.messages), 0))
    for note in plan.problems:
        marks[note.name].append(_mark(note.row, note.message, 0))
    return tuple(SheetMarks(sheet, None, tuple(rows)) for sheet, rows in marks.items())


def _of_book(book: BookPlan) -> tuple[SheetMarks, ...]:
    marks: dict[str, list[RowMark]] = defaultdict(list)
    for line in book.lines:
        if line.verdict == "problem":
            marks[line.sheet].append(_mark(line.row, " ".join(line.messages), 0))
    return tuple(SheetMarks(sheet, None, tuple(rows)) for sheet, rows in marks.items())


def _mark(row: int, reason: str, column: int) -> RowMark:
    """The mark stands on the cell the reason names ("C8" of row 8), else in `column`."""
    named = re.search(rf"\b([A-Z]{{1,3}}){row}\b", reason)
    return RowMark(row, _index(named[1]) if named else column, reason)


def _index(letters: str) -> int:
    """The column, from 0, that a spreadsheet shows as `letters`: "AB" -> 27."""
    index = 0
    for letter in letters:
        index = index * 26 + ord(letter) - ord("A") + 1
    return index - 1
