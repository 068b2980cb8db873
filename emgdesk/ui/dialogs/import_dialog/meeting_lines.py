"""The sheets of a meeting workbook as lines: what is asked, what cannot be taken, sheet by sheet."""

from collections import Counter

from emgdesk.importing.meetings.plan import BookLine, BookPlan
from emgdesk.ui.dialogs.import_dialog.questions import question
from emgdesk.ui.dialogs.import_dialog.workplan_lines import Line, verdicts_told


def book_lines(plan: BookPlan) -> tuple[Line, ...]:
    """Rows that cannot be taken, then every sheet with its rows in order."""
    wrong = tuple(_trouble(line) for line in plan.lines if line.verdict == "problem")
    sheets = dict.fromkeys(line.sheet for line in plan.lines)
    rest = tuple(_sheet(plan, sheet) for sheet in sheets)
    return (
        *((Line("Cannot be taken", children=wrong),) if wrong else ()),
        *(sheet for sheet in rest if sheet.children),
    )


def book_questions(plan: BookPlan) -> tuple[Line, ...]:
    """Names of workstreams nobody decided on."""
    return tuple(question(one.name, one.row, ", ".join(one.places), one.candidates) for one in plan.questions)


def totals_line(plan: BookPlan) -> str:
    """ "Agenda: 24 new.  Documents: 6 new": what becomes of the rows of each sheet, empty sheets left out."""
    return ".  ".join(f"{name}: {told}" for name in plan.sheets if (told := _told(plan, name)))


def open_names(plan: BookPlan) -> int:
    """Names of workstreams nobody decided on."""
    return len(plan.questions)


def rows_refused(plan: BookPlan) -> int:
    """Rows that cannot be taken."""
    return sum(line.verdict == "problem" for line in plan.lines)


def _sheet(plan: BookPlan, sheet: str) -> Line:
    lines = tuple(_line(line) for line in plan.lines if line.sheet == sheet and line.verdict != "problem")
    return Line(sheet, what=_told(plan, sheet), children=lines)


def _told(plan: BookPlan, sheet: str) -> str:
    counts: Counter[str] = Counter(line.verdict for line in plan.lines if line.sheet == sheet)
    return verdicts_told(counts)


def _line(line: BookLine) -> Line:
    fields = tuple(
        Line(column, what=f"{_shown(old) or '–'}  →  {_shown(new) or '–'}")
        for column, (old, new) in line.changes.items()
    )
    return Line(_named(line), line.verdict, line.row, " ".join(line.messages), fields)


def _trouble(line: BookLine) -> Line:
    return Line(f"{line.sheet}: {_named(line)}", "problem", line.row, " ".join(line.messages))


def _named(line: BookLine) -> str:
    return "  ".join(part for part in (line.label, _shown(line.text)) if part) or "(without words)"


def _shown(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= 400 else line[:400] + "…"
